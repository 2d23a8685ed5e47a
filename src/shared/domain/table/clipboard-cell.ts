import type { IsoDate } from '../../kit/dates.ts'

/**
 * One cell as it came from the clipboard. `text` is what its program showed; `number` and `date` are what the
 * cell really holds, where the program said so (Excel's x:num, LibreOffice's sdval, a format with the month
 * first). A percent is given as shown: 65,7 with `percent`, not 0,657.
 */
export interface ClipboardCell {
  readonly text: string
  readonly number?: number
  readonly percent?: boolean
  readonly date?: IsoDate
}

/** Kinds of columns as far as reading a pasted cell differs (ui/DataGrid/column.ts). */
export type PasteKind = 'text' | 'count' | 'number' | 'percent' | 'date' | 'choice'

/** "####" of a column too narrow, "#N/A" of a formula that failed: never anybody's data. */
const BROKEN = /^(?:#{3,}|#(?:N\/A|REF!|DIV\/0!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!))$|^Err:5\d\d$/

export function isBrokenCell(text: string): boolean {
  return BROKEN.test(text)
}

/**
 * The text to put into a column of this kind, so that typing it gives what the cell held: a number in a number
 * column, a day in a date column; in a text column what was shown.
 */
export function textForKind(cell: ClipboardCell, kind: PasteKind): string {
  if (kind === 'date') return cell.date ?? cell.text
  const wantsNumber = kind === 'count' || kind === 'number' || kind === 'percent'
  if (!wantsNumber || cell.number === undefined || cell.date !== undefined) return cell.text
  // 100 % is not a hundred people.
  if (cell.percent === true && kind !== 'percent') return cell.text
  // An English Excel that read the typed "1.348" as one and a bit still shows it so: for whole numbers the shown
  // text is the better witness.
  if (kind === 'count' && !Number.isInteger(cell.number)) return cell.text
  return numberAsTyped(cell.number)
}

/**
 * A number as text that reads back as the same number: no groups, a decimal comma. With exactly three decimals
 * a zero is added, for "1,348" would be one thousand three hundred and forty-eight.
 */
export function numberAsTyped(value: number): string {
  const plain = plainDecimal(value)
  const [whole = '0', decimals] = plain.split('.')
  if (decimals === undefined) return whole
  return `${whole},${decimals.length === 3 ? `${decimals}0` : decimals}`
}

/** Without an exponent: 1e-7 → "0.0000001". */
function plainDecimal(value: number): string {
  const text = String(value)
  if (!text.includes('e')) return text
  return Number.isInteger(value) ? BigInt(value).toString() : value.toFixed(20).replace(/0+$/, '')
}
