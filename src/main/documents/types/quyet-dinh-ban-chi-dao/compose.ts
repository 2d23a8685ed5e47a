import type { DocumentFacts } from '#shared/domain/documents/facts.ts'
import type { OfficialDocument } from '#shared/domain/documents/tree.ts'
import { inlineText, line } from '#shared/domain/wording/parts.ts'
import { unitCount } from '#shared/domain/wording/unit-lists.ts'
import { committeeTable, proposedCommittee } from '../../pieces/committee.ts'
import { annexReference, articles, bases, letterhead, signature, withEndMark } from '../../pieces/office.ts'
import { tellingOf } from '../../pieces/telling.ts'
import { ANNEX } from '../../pieces/wording.ts'
import * as words from './wording.ts'

/** Quyết định kiện toàn Ban Chỉ đạo, its members proposed from the office's people. */
export function composeQuyetDinhBanChiDao(facts: DocumentFacts): OfficialDocument {
  const members = proposedCommittee(facts)
  const subject = words.subject(facts)
  const count = unitCount(members.length, 'members of the steering committee', tellingOf(facts))
  return {
    type: 'quyet-dinh-ban-chi-dao',
    title: `Quyết định ${inlineText(subject).replace(/^Về/u, 'về')}`,
    issuer: facts.scope.organisation,
    keywords: ['quyết định', 'Ban Chỉ đạo', 'phát triển đoàn viên', facts.plan.code],
    sections: [
      {
        id: 'van-ban',
        orientation: 'portrait',
        blocks: [
          letterhead(facts, words.TYPE_CODE),
          { kind: 'title', name: words.TYPE_NAME, subject: [subject] },
          { kind: 'centred', role: 'authority', text: words.authority(facts) },
          ...bases({ ...facts, legalBases: [...facts.legalBases, words.grounds(facts)] }),
          { kind: 'centred', role: 'enacting', text: line`Quyết định:` },
          ...withEndMark(
            articles([
              members.length === 0 ? words.foundedUnnamed(facts) : words.founded(facts, count),
              words.duties(facts),
              words.REPLACED,
              words.executed(facts),
            ]),
          ),
          signature(facts),
        ],
      },
      ...(members.length === 0
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
              ],
            },
          ]),
    ],
  }
}
