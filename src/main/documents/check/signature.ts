import type { WordParagraph } from '#shared/domain/documents/word-file.ts'
import { isCapitals } from './capitals.ts'

export interface Signature {
  readonly recipientsTitle: WordParagraph | null
  readonly recipients: readonly WordParagraph[]
  readonly capacity: readonly WordParagraph[]
  readonly signerName: WordParagraph | null
}

/** The table below the text that holds whom it goes to and who signs; null where they stand as paragraphs. */
export function tableOfSignature(main: readonly WordParagraph[], headTable: number | null): number | null {
  const title = main.findLast(({ text, place }) => /^Nơi nhận\s*:?/u.test(text.trim()) && place?.table !== headTable)
  return title?.place?.table ?? null
}

/** Whom it goes to on one side, in what capacity who signs on the other, told apart by what they say. */
export function signatureOf(main: readonly WordParagraph[], table: number | null): Signature {
  const area = table === null ? main.slice(-25) : main.filter(({ place }) => place?.table === table)
  const title = area.findLast(({ text }) => /^Nơi nhận\s*:?/u.test(text.trim())) ?? null
  const sameCell = (paragraph: WordParagraph): boolean => title !== null && paragraph.place?.cell === title.place?.cell
  const recipients =
    title === null
      ? []
      : area
          .slice(area.indexOf(title) + 1)
          .filter(
            (paragraph) => sameCell(paragraph) && /^[-–]/u.test(`${paragraph.mark ?? ''}${paragraph.text}`.trim()),
          )
  const others = area.filter(
    (paragraph) =>
      paragraph.text.trim() !== '' &&
      paragraph !== title &&
      !recipients.includes(paragraph) &&
      (table === null || !sameCell(paragraph)),
  )
  const capacityAt = others.findIndex(({ text }) => isCapitals(text) && isCapacity(text))
  if (capacityAt < 0) return { recipientsTitle: title, recipients, capacity: [], signerName: null }
  const after = others.slice(capacityAt)
  const capacity = after.filter(({ text }) => isCapitals(text))
  const name = after.findLast(({ text }) => !isCapitals(text) && /\p{Lu}/u.test(text)) ?? null
  return { recipientsTitle: title, recipients, capacity, signerName: name }
}

function isCapacity(text: string): boolean {
  return /^(TM|KT|TL|TUQ|Q|T\/M|K\/T|T\/L|T\/UQ)[./ ]|CHỦ TỊCH|BÍ THƯ|TRƯỞNG|CHÁNH VĂN PHÒNG|GIÁM ĐỐC/u.test(
    text.trim(),
  )
}
