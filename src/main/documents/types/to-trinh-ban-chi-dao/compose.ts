import type { DocumentFacts } from '#shared/domain/documents/facts.ts'
import type { OfficialDocument } from '#shared/domain/documents/tree.ts'
import { inlineText } from '#shared/domain/wording/parts.ts'
import { committeeTable, proposedCommittee } from '../../pieces/committee.ts'
import { addressee, letterhead, signature, withEndMark } from '../../pieces/office.ts'
import { registrySentence } from '../../pieces/registry.ts'
import { body, createNumbering, item } from '../../pieces/telling.ts'
import * as words from './wording.ts'

/** Tờ trình to the committee that founds the Ban Chỉ đạo where the union itself does not. */
export function composeToTrinhBanChiDao(facts: DocumentFacts): OfficialDocument {
  const numbering = createNumbering()
  const subject = words.subject(facts)
  const survey = registrySentence(facts)
  const members = proposedCommittee(facts)
  return {
    type: 'to-trinh-ban-chi-dao',
    title: `Tờ trình ${inlineText(subject).replace(/^Về/u, 'về')}`,
    issuer: facts.scope.organisation,
    keywords: ['tờ trình', 'Ban Chỉ đạo', 'phát triển đoàn viên', facts.plan.code],
    sections: [
      {
        id: 'van-ban',
        orientation: 'portrait',
        blocks: [
          letterhead(facts, words.TYPE_CODE),
          { kind: 'title', name: words.TYPE_NAME, subject: [subject] },
          addressee(`Ban Thường vụ ${facts.office.partyCommittee}`),
          ...withEndMark([
            body(words.opening(facts)),
            numbering.first('SỰ CẦN THIẾT'),
            ...(survey.length === 0 ? [] : [item(survey)]),
            ...words.NEED.map(item),
            numbering.first('THÀNH PHẦN'),
            ...words.MAKEUP.map(item),
            ...(members.length === 0
              ? []
              : [
                  { kind: 'paragraph' as const, role: 'caption' as const, text: words.MEMBERS_TITLE },
                  committeeTable(members),
                ]),
            body(words.closing(facts)),
          ]),
          signature(facts),
        ],
      },
    ],
  }
}
