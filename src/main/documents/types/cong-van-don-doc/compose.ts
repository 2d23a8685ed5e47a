import type { DocumentFacts } from '#shared/domain/documents/facts.ts'
import type { OfficialDocument } from '#shared/domain/documents/tree.ts'
import { dataText, type Inline, inlineText } from '#shared/domain/wording/parts.ts'
import { lateTable, lateUnits } from '../../pieces/late-units.ts'
import { withEndMark } from '#shared/domain/documents/end-mark.ts'
import { letterOfficeHead, signature } from '../../pieces/office.ts'
import { elapsedSentence, headline } from '../../pieces/results.ts'
import { body, item } from '../../pieces/telling.ts'
import * as words from './wording.ts'

/** Names above this count would fill the page; they are in the table below. */
const MOST_ADDRESSEES = 12

/** Công văn to the units that are silent or behind the time gone by, with what is asked of them. */
export function composeCongVanDonDoc(facts: DocumentFacts): OfficialDocument {
  const late = lateUnits(facts)
  const subject = words.subject(facts)
  const elapsed = elapsedSentence(facts)
  return {
    type: 'cong-van-don-doc',
    title: `Công văn ${inlineText(subject)}`,
    issuer: facts.scope.organisation,
    keywords: ['công văn', 'đôn đốc', 'phát triển đoàn viên', 'công đoàn cơ sở', facts.plan.code],
    sections: [
      {
        id: 'van-ban',
        orientation: 'portrait',
        blocks: [
          letterOfficeHead(facts, words.DEPARTMENT, subject),
          {
            kind: 'addressees',
            lines: addressees(
              facts,
              late.map((unit) => unit.unit.name),
            ),
          },
          ...withEndMark([
            body(words.opening(facts)),
            body(headline(facts)),
            ...(elapsed.length > 0 ? [body(elapsed)] : []),
            body(late.length > 0 ? words.LATE : words.NONE_LATE),
            ...lateTable(facts, late),
            body(words.requestLead(facts)),
            ...words.requests(facts).map(item),
            body(words.closing(facts)),
          ]),
          signature(facts),
        ],
      },
    ],
  }
}

/** The late units by name; where they are many, or none, the kinds of units. */
function addressees(facts: DocumentFacts, late: readonly string[]): Inline[] {
  const names = late.length > 0 && late.length <= MOST_ADDRESSEES ? late : facts.groups.map((group) => group.title)
  return (names.length > 0 ? names : ['Các công đoàn cơ sở trực thuộc']).map((name) => [dataText(name)])
}
