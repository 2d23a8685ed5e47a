import type { DocumentFacts } from '#shared/domain/documents/facts.ts'
import type { OfficialDocument } from '#shared/domain/documents/tree.ts'
import { line, reference } from '#shared/domain/wording/parts.ts'
import { periodLabel } from '#shared/domain/wording/period.ts'
import { enterpriseTable, thresholdOf, toReach } from '../../pieces/enterprise-lists.ts'
import { annexReference } from '../../pieces/office.ts'
import { forUnit } from '../../pieces/target-annex.ts'
import { ANNEX } from '../../pieces/wording.ts'

/** Phụ lục of the enterprises to reach: those of N workers or more without a union, by unit. */
export function composePhuLucDoanhNghiep(facts: DocumentFacts): OfficialDocument {
  const size = reference(String(thresholdOf(facts)), 'threshold')
  return {
    type: 'phu-luc-doanh-nghiep',
    title: 'Phụ lục danh sách doanh nghiệp vận động thành lập công đoàn cơ sở',
    issuer: facts.scope.organisation,
    keywords: ['phụ lục', 'doanh nghiệp', 'thành lập công đoàn cơ sở', facts.plan.code],
    sections: [
      {
        id: 'phu-luc-doanh-nghiep',
        orientation: 'landscape',
        blocks: [
          {
            kind: 'annex-title',
            label: ANNEX.label,
            title: [
              line`DANH SÁCH DOANH NGHIỆP CÓ TỪ ${size} LAO ĐỘNG TRỞ LÊN VẬN ĐỘNG THÀNH LẬP CÔNG ĐOÀN CƠ SỞ ${periodLabel(facts.plan).map((part) => ('text' in part ? { text: part.text.toLocaleUpperCase('vi') } : part))}`,
              ...forUnit(facts),
            ],
            reference: annexReference(facts, 'Kế hoạch', 'KH'),
          },
          enterpriseTable(facts, toReach(facts), ['taxCode', 'address', 'industry', 'workers', 'officer']),
        ],
      },
    ],
  }
}
