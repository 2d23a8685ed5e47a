import type { DocumentFacts } from '#shared/domain/documents/facts.ts'
import type { OfficialDocument } from '#shared/domain/documents/tree.ts'
import { unitCount } from '#shared/domain/wording/unit-lists.ts'
import { commendationTable, commended } from '../../pieces/commendation.ts'
import { headline } from '../../pieces/results.ts'
import { body, tellingOf } from '../../pieces/telling.ts'
import { officialDocument } from '../../pieces/official.ts'
import * as words from './wording.ts'

/** Tờ trình: the units that earned it by their figures, to whoever decides on it. */
export function composeToTrinhKhenThuong(facts: DocumentFacts): OfficialDocument {
  const units = commended(facts)
  const subject = words.subject(facts)
  return officialDocument(facts, {
    type: 'to-trinh-khen-thuong',
    words,
    subject,
    keywords: ['tờ trình', 'khen thưởng', 'phát triển đoàn viên', facts.plan.code],
    addressee: facts.scope.superior,
    content: [
      body(words.opening(facts)),
      body(headline(facts)),
      ...(units.length === 0
        ? [body(words.NOBODY)]
        : [
            body(words.proposed(facts, unitCount(units.length, 'units proposed for commendation', tellingOf(facts)))),
            { kind: 'paragraph' as const, role: 'caption' as const, text: words.TABLE_TITLE },
            ...commendationTable(facts, units, words.FORM),
          ]),
      body(words.closing(facts)),
    ],
  })
}
