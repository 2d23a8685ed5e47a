import type { DocumentFacts } from '#shared/domain/documents/facts.ts'
import type { OfficialDocument } from '#shared/domain/documents/tree.ts'
import { unitCount } from '#shared/domain/wording/unit-lists.ts'
import { committeeMembers, committeeTable, dutiesTable } from '../../pieces/committee.ts'
import { annexReference } from '../../pieces/office.ts'
import { tellingOf } from '../../pieces/telling.ts'
import { ANNEX } from '../../pieces/wording.ts'
import { decision } from '../../pieces/official.ts'
import * as words from './wording.ts'

/** Quyết định thành lập, kiện toàn Ban Chỉ đạo with its members; where none are written down, a proposal from the office's people. */
export function composeQuyetDinhBanChiDao(facts: DocumentFacts): OfficialDocument {
  const members = committeeMembers(facts)
  const duties = dutiesTable(members)
  const subject = words.subject(facts)
  const count = unitCount(members.length, 'members of the steering committee', tellingOf(facts))
  return decision(facts, {
    type: 'quyet-dinh-ban-chi-dao',
    words,
    subject,
    keywords: ['quyết định', 'Ban Chỉ đạo', 'phát triển đoàn viên', facts.plan.code],
    authority: words.authority(facts),
    grounds: words.grounds(facts),
    articles: [
      members.length === 0 ? words.foundedUnnamed(facts) : words.founded(facts, count),
      words.duties(facts),
      words.replaced(facts),
      words.executed(facts),
    ],
    annexes:
      members.length === 0
        ? []
        : [
            {
              id: 'danh-sach',
              orientation: 'portrait' as const,
              blocks: [
                {
                  kind: 'annex-title' as const,
                  label: ANNEX.label,
                  title: [words.ANNEX_TITLE],
                  reference: annexReference(facts, 'Quyết định', words.TYPE_CODE),
                },
                committeeTable(members),
                ...(duties === null
                  ? []
                  : [{ kind: 'paragraph' as const, role: 'caption' as const, text: words.DUTIES_TITLE }, duties]),
              ],
            },
          ],
  })
}
