import { TextRun } from 'docx'
import type { Inline } from '#shared/domain/wording/parts.ts'
import { partText } from '#shared/domain/wording/parts.ts'

export interface RunLook {
  readonly size?: number
  readonly bold?: boolean
  readonly italics?: boolean
  readonly caps?: boolean
  readonly underlined?: boolean
}

/** One run for the whole line: Word splits runs as it likes, so figures are found by the snapshot, not by runs. */
export function runs(inline: Inline, look: RunLook = {}): TextRun[] {
  const joined = inline.map(partText).join('')
  return plainRuns(look.caps === true ? joined.toLocaleUpperCase('vi') : joined, look)
}

export function plainRuns(value: string, look: RunLook = {}): TextRun[] {
  // Words yet to be confirmed are seen on the page; nearly every line has none.
  return value
    .split(DRAFT_PHRASE)
    .filter((piece) => piece !== '')
    .map((piece) => run(piece, look))
}

/** "[Dự thảo: …]" */
const DRAFT_PHRASE = /(\[Dự thảo:[^\]]*\])/iu

function run(value: string, look: RunLook): TextRun {
  return new TextRun({
    text: value,
    ...(look.size === undefined
      ? {}
      : { size: Math.round(look.size * 2), sizeComplexScript: Math.round(look.size * 2) }),
    ...(look.bold === undefined ? {} : { bold: look.bold }),
    ...(look.italics === undefined ? {} : { italics: look.italics }),
    ...(look.underlined === true ? { underline: {} } : {}),
    ...(DRAFT_PHRASE.test(value) ? { highlight: 'yellow' } : {}),
  })
}
