import type { DocumentFacts } from '#shared/domain/documents/facts.ts'
import type { OfficialDocument } from '#shared/domain/documents/tree.ts'
import { inlineText } from '#shared/domain/wording/parts.ts'
import { unitCount } from '#shared/domain/wording/unit-lists.ts'
import { commendable, commendationTable } from '../../pieces/commendation.ts'
import { addressee, letterhead, signature, withEndMark } from '../../pieces/office.ts'
import { headline } from '../../pieces/results.ts'
import { body, tellingOf } from '../../pieces/telling.ts'
import * as words from './wording.ts'

/** Tờ trình: the units that earned it by their figures, to whoever decides on it. */
export function composeToTrinhKhenThuong(facts: DocumentFacts): OfficialDocument {
  const units = commendable(facts)
  const subject = words.subject(facts)
  return {
    type: 'to-trinh-khen-thuong',
    title: `Tờ trình ${inlineText(subject).replace(/^Về/u, 'về')}`,
    issuer: facts.scope.organisation,
    keywords: ['tờ trình', 'khen thưởng', 'phát triển đoàn viên', facts.plan.code],
    sections: [
      {
        id: 'van-ban',
        orientation: 'portrait',
        blocks: [
          letterhead(facts, words.TYPE_CODE),
          { kind: 'title', name: words.TYPE_NAME, subject: [subject] },
          addressee(facts.scope.superior),
          ...withEndMark([
            body(words.opening(facts)),
            body(headline(facts)),
            ...(units.length === 0
              ? [body(words.NOBODY)]
              : [
                  body(words.proposed(unitCount(units.length, 'units proposed for commendation', tellingOf(facts)))),
                  { kind: 'paragraph' as const, role: 'caption' as const, text: words.TABLE_TITLE },
                  ...commendationTable(facts, units, words.FORM),
                ]),
            body(words.closing(facts)),
          ]),
          signature(facts),
        ],
      },
    ],
  }
}
