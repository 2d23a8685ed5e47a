import { draftPhrases } from '#shared/domain/documents/draft-fields.ts'
import type { WordFile } from '#shared/domain/documents/word-file.ts'
import { type Findings, quote } from './finding.ts'

/** Words the program offered and nobody has put his own in place of yet: a paper must not leave the office with them. */
export function checkDraftPhrases(file: WordFile, findings: Findings): void {
  for (const paragraph of file.paragraphs)
    for (const phrase of draftPhrases(paragraph.text))
      findings.add({
        rule: 'text.draft',
        severity: 'warning',
        found: phrase,
        expected: 'lời chính thức của cơ quan',
        where: `Nội dung: ${quote(paragraph)}`,
      })
}
