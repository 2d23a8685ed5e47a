import type { DocumentFacts } from '#shared/domain/documents/facts.ts'
import type { OfficialDocument } from '#shared/domain/documents/tree.ts'
import { committeeMembers, committeeTable } from '../../pieces/committee.ts'
import { registrySentence } from '../../pieces/registry.ts'
import { body, createNumbering, item } from '../../pieces/telling.ts'
import { officialDocument } from '../../pieces/official.ts'
import * as words from './wording.ts'

/** Tờ trình to the committee that founds the Ban Chỉ đạo where the union itself does not. */
export function composeToTrinhBanChiDao(facts: DocumentFacts): OfficialDocument {
  const numbering = createNumbering()
  const subject = words.subject(facts)
  const survey = registrySentence(facts)
  const members = committeeMembers(facts)
  return officialDocument(facts, {
    type: 'to-trinh-ban-chi-dao',
    words,
    subject,
    keywords: ['tờ trình', 'Ban Chỉ đạo', 'phát triển đoàn viên', facts.plan.code],
    addressee: words.founder(facts),
    content: [
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
    ],
  })
}
