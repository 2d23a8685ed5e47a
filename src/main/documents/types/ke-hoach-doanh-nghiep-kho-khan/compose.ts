import type { DocumentFacts } from '#shared/domain/documents/facts.ts'
import type { Block, OfficialDocument } from '#shared/domain/documents/tree.ts'
import { difficultOnes, enterpriseTable, registryCount } from '../../pieces/enterprise-lists.ts'
import { bases } from '../../pieces/office.ts'
import { body, createNumbering, item } from '../../pieces/telling.ts'
import { officialDocument } from '../../pieces/official.ts'
import * as words from './wording.ts'

/** Kế hoạch for the enterprises where persuading is hard: who they are, why, who answers for each. */
export function composeKeHoachDoanhNghiepKhoKhan(facts: DocumentFacts): OfficialDocument {
  const numbering = createNumbering()
  const subject = words.subject(facts)
  return officialDocument(facts, {
    type: 'ke-hoach-doanh-nghiep-kho-khan',
    words,
    subject,
    keywords: ['kế hoạch', 'doanh nghiệp khó khăn', 'thành lập công đoàn cơ sở', facts.plan.code],
    content: [
      ...bases(facts),
      body(words.opening(facts)),
      numbering.first('MỤC ĐÍCH, YÊU CẦU'),
      ...words.PURPOSE.map(item),
      numbering.first('TÌNH HÌNH DOANH NGHIỆP KHÓ KHĂN'),
      ...situation(facts),
      numbering.first('GIẢI PHÁP'),
      ...words.solutions(facts).map(item),
      numbering.first('TỔ CHỨC THỰC HIỆN'),
      ...words.organising(facts).map(item),
      body(words.closing(facts)),
    ],
  })
}

function situation(facts: DocumentFacts): Block[] {
  const difficult = difficultOnes(facts)
  if (difficult.length === 0) return [body(words.NONE)]
  const workers = difficult.reduce((sum, enterprise) => sum + enterprise.workers, 0)
  return [
    body(
      words.situation(
        facts,
        registryCount(facts, difficult.length, 'difficult enterprises'),
        registryCount(facts, workers, 'workers of difficult enterprises'),
      ),
    ),
    { kind: 'paragraph', role: 'caption', text: words.TABLE_TITLE },
    enterpriseTable(facts, difficult, ['workers', 'difficulty', 'officer']),
  ]
}
