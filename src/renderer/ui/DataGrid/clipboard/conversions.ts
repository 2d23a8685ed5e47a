import { foldText, normalizeText } from '#shared/domain/text/fold.ts'
import { formatNumber } from '#shared/domain/text/format.ts'
import { clipboardText } from '#renderer/text/clipboard.ts'
import { formatCell } from '../cell-text.ts'
import type { CellValue, GridColumn } from '../column.ts'
import type { LaidCell } from './block-layout.ts'

/**
 * Why a pasted cell is worth a look though it can be taken: it was read as something else than it showed
 * ("1,000" as 1.000, "5/2/24" as 05/02/2024). Null when it goes in as anybody would expect.
 */
export function describeConversion<Row>(
  column: Pick<GridColumn<Row>, 'kind' | 'choices' | 'edit' | 'multiline'>,
  { text, pasted }: LaidCell,
  value: CellValue,
): string | null {
  if (value === null || column.edit?.parse !== undefined) return null
  const shown = formatCell(column, value)
  const plain = normalizeText(pasted.text)
  switch (column.kind) {
    case 'count':
    case 'number':
    case 'percent':
      return typeof value === 'number' && !isPlainNumber(plain, text, pasted.number, value)
        ? clipboardText.readAs(plain, shown)
        : null
    case 'date':
      // The program itself said which day it is; else only a text taken as it stands is plain.
      if (pasted.date !== undefined || (text === pasted.text && isPlainDate(plain))) return null
      return clipboardText.readAs(plain, shown)
    case 'choice':
      return plain === shown || foldText(plain) === foldText(shown) ? null : clipboardText.readAs(plain, shown)
    case 'text':
      return column.multiline !== true && /[\r\n\t]/.test(pasted.text.trim()) ? clipboardText.oneLine : null
  }
}

function isPlainNumber(shown: string, typed: string, machine: number | undefined, value: number): boolean {
  // The program said the number itself; what separators it shows does not matter.
  if (machine === value && typed !== shown) return true
  // Spaces between thousands can't be meant otherwise; a comma can.
  const plain = shown.replace(/ ?%$/, '').replace(/(?<=\d) (?=\d{3}(?:\D|$))/g, '')
  return (
    plain === formatNumber(value) ||
    // Groups of three behind a space are thousands to everybody: "1 103".
    (/^-?\d{1,3}(?:\s\d{3})+$/.test(plain) && Number(plain.replace(/\s/g, '')) === value) ||
    plain.replace('.', ',') === String(value).replace('.', ',') ||
    Number(plain) === value
  )
}

/** Day first with a whole year, or ISO: nobody reads these otherwise. */
function isPlainDate(text: string): boolean {
  return /^\d{1,2}[-/.]\d{1,2}[-/.]\d{4}$/.test(text) || /^\d{4}-\d{2}-\d{2}$/.test(text)
}
