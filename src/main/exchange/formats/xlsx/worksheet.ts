import { dateOfSerial } from '#shared/domain/text/parse-date.ts'
import type { CellValue, ForeignRow } from '#shared/domain/exchange/foreign-sheet.ts'
import { ForeignFailure } from '../../foreign-failure.ts'
import { LIMITS } from '../../limits.ts'
import { StringCollector, type StringItem } from './shared-strings.ts'
import type { StyleTable } from './styles.ts'
import { isTrue } from './workbook.ts'
import { plainText, readXml, type Attributes } from './xml.ts'

export interface WorksheetContext {
  readonly strings: readonly StringItem[]
  readonly styles: StyleTable
  readonly is1904: boolean
  readonly onRow: (row: ForeignRow) => void
  /** Counts cells over all sheets. */
  readonly budget: { cells: number; rows: number }
}

export interface WorksheetEnd {
  readonly hasUncomputed: boolean
  readonly isCut: boolean
}

const SERIALS_BETWEEN_SYSTEMS = 1462
/** Excel's own bound; what states another row follows the one before, as a row without a number does. */
const LAST_ROW = 1_048_576

/** Reads one sheet, handing on each row that holds anything. Rows and cells without their address follow the last one. */
export function readWorksheet(bytes: Buffer, context: WorksheetContext): WorksheetEnd {
  const { strings, styles, budget } = context
  const collector = new StringCollector()
  let hasUncomputed = false
  let isCut = false
  let rowNumber = 0
  let isHidden = false
  let values: CellValue[] = []
  let looks: number[] = []
  let formulas: number[] = []
  let hasContent = false
  let column = -1
  let type = 'n'
  let style = 0
  let raw = ''
  let hasFormula = false
  let inInline = false
  let listening = false

  function openCell(attributes: Attributes): void {
    const address = attributes.get('r')
    const stated = address === undefined ? -1 : readColumn(address)
    column = stated < 0 ? column + 1 : stated
    type = attributes.get('t') ?? 'n'
    style = Number(attributes.get('s') ?? 0)
    raw = ''
    hasFormula = false
    inInline = false
  }

  function closeCell(): void {
    const value = inInline ? collector.finish() : readValue()
    if (hasFormula && value === null) hasUncomputed = true
    if (value === null && !hasFormula) return
    if (column >= LIMITS.columns) {
      isCut = true
      return
    }
    if (++budget.cells > LIMITS.cells)
      throw new ForeignFailure('FILE_TOO_LARGE', { limit: `${LIMITS.cells / 1_000_000} triệu ô` })
    while (values.length < column) {
      values.push(null)
      looks.push(0)
    }
    values[column] = value
    looks[column] = styles.styleOf[style] ?? 0
    if (hasFormula) formulas.push(column)
    hasContent = true
  }

  function readValue(): CellValue {
    if (raw === '') return null
    if (type === 's') return strings[Number(raw)] ?? null
    if (type === 'n') {
      const number = Number(raw)
      if (Number.isNaN(number)) return raw.slice(0, LIMITS.cellText)
      if (styles.isDate[style] !== true) return number
      const serial = context.is1904 ? number + SERIALS_BETWEEN_SYSTEMS : number
      return { date: dateOfSerial(serial), serial }
    }
    if (type === 'b') return raw === '1' || raw === 'true'
    if (type === 'e') return { error: raw.slice(0, 40) }
    if (type === 'd') return raw.slice(0, 10)
    return plainText(raw).slice(0, LIMITS.cellText)
  }

  readXml(bytes, {
    open(name, attributes) {
      if (name === 'c') openCell(attributes)
      else if (name === 'v') {
        listening = true
        raw = ''
      } else if (name === 'row') {
        const stated = Number(attributes.get('r') ?? 0)
        rowNumber = Number.isInteger(stated) && stated > 0 && stated <= LAST_ROW ? stated : rowNumber + 1
        isHidden = isTrue(attributes.get('hidden')) || attributes.get('zeroHeight') === '1'
        column = -1
      } else if (name === 'f') hasFormula = true
      else if (name === 'is') {
        inInline = true
        collector.start()
      } else if (inInline) collector.open(name, attributes)
    },
    close(name) {
      if (name === 'c') closeCell()
      else if (name === 'v') listening = false
      else if (name === 'row') {
        if (!hasContent) return
        if (++budget.rows > LIMITS.rows)
          throw new ForeignFailure('FILE_TOO_LARGE', { limit: `${LIMITS.rows / 1000} nghìn dòng` })
        context.onRow(makeRow(rowNumber, isHidden, values, looks, formulas))
        values = []
        looks = []
        formulas = []
        hasContent = false
      } else if (inInline && name !== 'is') collector.close(name)
    },
    text(text) {
      if (listening) raw += text
      else if (inInline) collector.text(text)
    },
  })
  return { hasUncomputed, isCut }
}

/** One style for a whole row is written as a number: most rows are of one look, and rows cross between processes. */
export function makeRow(
  number: number,
  hidden: boolean,
  values: readonly CellValue[],
  looks: readonly number[],
  formulas: readonly number[],
): ForeignRow {
  const first = looks.find((_, column) => values[column] !== null) ?? 0
  const isOne = looks.every((look, column) => look === first || values[column] === null)
  const row = { number, hidden, values, styles: isOne ? first : looks }
  return formulas.length > 0 ? { ...row, formulas } : row
}

function readColumn(address: string): number {
  let index = 0
  for (let at = 0; at < address.length; at++) {
    const code = address.charCodeAt(at)
    if (code < 65 || code > 90) break
    index = index * 26 + (code - 64)
  }
  return index - 1
}
