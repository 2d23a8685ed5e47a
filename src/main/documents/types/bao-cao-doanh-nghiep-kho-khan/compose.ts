import type { DocumentFacts } from '#shared/domain/documents/facts.ts'
import type { Block, OfficialDocument } from '#shared/domain/documents/tree.ts'
import { difficultOnes, enterpriseTable, registryCount } from '../../pieces/enterprise-lists.ts'
import { body, createNumbering, item } from '../../pieces/telling.ts'
import { officialDocument } from '../../pieces/official.ts'
import * as words from './wording.ts'

/** Báo cáo Ban Thường vụ cấp ủy on the difficult enterprises, beside the plan for them. */
export function composeBaoCaoDoanhNghiepKhoKhan(facts: DocumentFacts): OfficialDocument {
  const numbering = createNumbering()
  const subject = words.subject(facts)
  return officialDocument(facts, {
    type: 'bao-cao-doanh-nghiep-kho-khan',
    words,
    subject,
    keywords: ['báo cáo', 'doanh nghiệp khó khăn', 'Ban Thường vụ', facts.plan.code],
    addressee: `Ban Thường vụ ${facts.office.partyCommittee}`,
    content: [
      body(words.opening(facts)),
      numbering.first('TÌNH HÌNH'),
      ...situation(facts),
      // Where no enterprise is difficult nothing was done for one and nothing can be asked for "those above".
      ...(difficultOnes(facts).length === 0
        ? []
        : [
            numbering.first('KẾT QUẢ TRIỂN KHAI'),
            ...words.done(facts).map(item),
            numbering.first('ĐỀ XUẤT, KIẾN NGHỊ'),
            ...words.proposals(facts).map(item),
          ]),
      body(words.closing(facts)),
    ],
  })
}

function situation(facts: DocumentFacts): Block[] {
  const difficult = difficultOnes(facts)
  if (difficult.length === 0) return [body(words.NONE)]
  const workers = difficult.reduce((sum, enterprise) => sum + enterprise.workers, 0)
  const withOfficer = difficult.filter((enterprise) => enterprise.officer !== null).length
  return [
    body(
      words.situation(
        registryCount(facts, difficult.length, 'difficult enterprises'),
        registryCount(facts, workers, 'workers of difficult enterprises'),
        registryCount(facts, withOfficer, 'difficult enterprises with an officer'),
      ),
    ),
    { kind: 'paragraph', role: 'caption', text: words.TABLE_TITLE },
    enterpriseTable(facts, difficult, ['workers', 'difficulty', 'officer']),
  ]
}
