import type { WordFile } from '#shared/domain/documents/word-file.ts'
import type { Findings } from './finding.ts'
import { say } from './wording.ts'

/** A hair's breadth by which Word rounds. */
const SLACK_MM = 0.5
/** Smaller marks (a tick, an ornament) say nothing that had to be described. */
const SMALLEST_MM = 15

/** Pictures stay within the margins and say what they show: a reader of the screen has nothing else of them. */
export function checkPictures(file: WordFile, findings: Findings): void {
  file.pictures.forEach((picture, index) => {
    const section = file.sections[picture.section]
    const where = say.parts.picture(index)
    const millimetres = (length: number): string => `${String(Math.round(length)).replace('.', ',')} mm`
    if (section !== undefined) {
      const room = section.widthMm - section.leftMm - section.rightMm
      if (picture.place === null && picture.widthMm > room + SLACK_MM)
        findings.add({
          rule: 'picture.width',
          severity: 'warning',
          found: `rộng ${millimetres(picture.widthMm)}`,
          expected: `không quá ${millimetres(room)}`,
          where,
        })
    }
    if (picture.alt.trim() === '' && picture.widthMm >= SMALLEST_MM)
      findings.add({
        rule: 'picture.alt',
        severity: 'warning',
        found: say.missing,
        expected: 'một câu nói rõ hình cho thấy gì',
        where,
      })
  })
}
