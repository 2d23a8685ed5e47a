import type { ForeignRow } from '../exchange/foreign-sheet.ts'
import { foldText } from '../text/fold.ts'
import { readHeaderPart } from './column-role.ts'
import { isSigningLine } from './period-text.ts'
import { readFigure } from './read-figure.ts'
import type { ReportGrid } from './report-grid.ts'

/** A table of a sheet: the lines of its header and the rows under it, as indexes into the grid's rows. */
export interface TableSpan {
  /** Lines of the header; empty for a bare list of labels and numbers. */
  readonly header: readonly ForeignRow[]
  readonly body: readonly ForeignRow[]
  /** What stands above it, since the table before. */
  readonly above: readonly ForeignRow[]
  /** What follows its last row, to the next table. */
  readonly below: readonly ForeignRow[]
}

const TALLEST = 5
const LONGEST_LABEL = 90

/**
 * Splits a sheet into its tables. A header is a run of lines of words, two cells at least, of which some name what a
 * column holds ("TT", "Lũy kế", "Chỉ tiêu"), with a row of figures somewhere below.
 */
export function findTables(grid: ReportGrid, namesSomething: (label: string) => boolean): readonly TableSpan[] {
  const { rows } = grid
  const headers: { first: number; last: number }[] = []
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]
    if (row === undefined || !isHeaderLine(grid, row, namesSomething)) continue
    let last = at
    while (last + 1 < rows.length && last - at + 1 < TALLEST) {
      const [here, next] = [rows[last], rows[last + 1]]
      if (here === undefined || next === undefined || next.number - here.number > 1) break
      if (
        !continuesHeader(grid, next, namesSomething) &&
        !isNumberingLine(grid, next) &&
        !dividesHeader(grid, here, next)
      )
        break
      last++
    }
    if (rows.slice(last + 1, last + 8).some((below) => hasFigure(grid, below))) headers.push({ first: at, last })
    at = last
  }
  if (headers.length === 0) return bareTable(grid)
  return headers.map(({ first, last }, index): TableSpan => {
    const end = headers[index + 1]?.first ?? rows.length
    const rest = rows.slice(last + 1, end)
    let lastFilled = rest.findLastIndex((row) => hasFigure(grid, row))
    if (lastFilled < 0) lastFilled = 0
    // Rows without a number that go on with the numbering ("7 | Tổng số CĐCS | chưa có") are of the table too.
    while (isNumberedAfter(grid, rest[lastFilled], rest[lastFilled + 1])) lastFilled++
    const before = headers[index - 1]
    const aboveFrom = before === undefined ? 0 : before.last + 1
    const above = rows.slice(aboveFrom, first)
    const lastAbove = before === undefined ? -1 : above.findLastIndex((row) => hasFigure(grid, row))
    return {
      header: rows.slice(first, last + 1).filter((row) => !isNumberingLine(grid, row)),
      body: rest.slice(0, lastFilled + 1),
      above: above.slice(lastAbove + 1),
      below: rest.slice(lastFilled + 1),
    }
  })
}

function bareTable(grid: ReportGrid): readonly TableSpan[] {
  const { rows } = grid
  const first = rows.findIndex((row) => hasFigure(grid, row))
  if (first < 0) return []
  const last = rows.findLastIndex((row) => hasFigure(grid, row))
  return [{ header: [], body: rows.slice(first, last + 1), above: rows.slice(0, first), below: rows.slice(last + 1) }]
}

function labelsOf(grid: ReportGrid, row: ForeignRow): string[] {
  return row.values.flatMap((_, column) => {
    const label = grid.text(row, column)
    return label === '' ? [] : [label]
  })
}

function isHeaderLine(grid: ReportGrid, row: ForeignRow, namesSomething: (label: string) => boolean): boolean {
  if (!isWords(grid, row)) return false
  const labels = labelsOf(grid, row)
  if (labels.length < 2 || labels.some((label) => isSigningLine(label) || isMotto(label))) return false
  // "Đơn vị báo cáo: | LĐLĐ huyện Cam Lộ" says something of the whole report.
  if (isIndex(labels[0] ?? '') || labels.slice(0, -1).some((label) => label.endsWith(':'))) return false
  const telling = labels.filter((label) => tells(label) || namesSomething(label))
  if (telling.length === 0) return false
  const hasRole = labels.some((label) => tells(label))
  return hasRole ? telling.length >= 2 || labels.length <= 3 : telling.length >= 2
}

function continuesHeader(grid: ReportGrid, row: ForeignRow, namesSomething: (label: string) => boolean): boolean {
  if (!isWords(grid, row)) return false
  const labels = labelsOf(grid, row)
  if (labels.some((label) => isSigningLine(label))) return false
  // "I | CÁC HUYỆN, THỊ XÃ" is the first row of the table.
  const [first = ''] = labels
  if (isIndex(first)) return false
  return labels.length >= 2 && labels.some((label) => tells(label) || namesSomething(label))
    ? true
    : labels.length === 1 && tells(first)
}

/** "Tổng số | Trong đó: NNN" under one wide label: words that all stand where the line above is joined or blank. */
function dividesHeader(grid: ReportGrid, above: ForeignRow, row: ForeignRow): boolean {
  // "A | LĐLĐ cấp huyện" under joined cells begins the first group.
  if (!isWords(grid, row) || isIndex(labelsOf(grid, row)[0] ?? '')) return false
  const filled = row.values.flatMap((_, column) => (grid.text(row, column) === '' ? [] : [column]))
  const isUnderWide = (column: number): boolean =>
    grid.text(above, column) === ''
      ? grid.label(above, column) !== '' || column > 0
      : grid.text(above, column + 1) === '' && grid.text(row, column + 1) !== ''
  return filled.length >= 2 && filled.every(isUnderWide)
}

/** "II", "3.", "B": the number of a row of the table, not of its header. */
function isIndex(label: string): boolean {
  return /^(?:[ivx]{1,5}|[a-d]|\d{1,3})[.)]?$/i.test(label.trim())
}

function tells(label: string): boolean {
  if (label.length > LONGEST_LABEL) return false
  const folded = foldText(label)
  if (
    /^(?:don vi|ten don vi|don vi bao cao|noi dung|ten chi tieu|danh muc|tieu chi|dia phuong|huyen|cong doan|cac chi tieu)/.test(
      folded,
    )
  )
    return true
  return readHeaderPart(label).role !== null
}

function isWords(grid: ReportGrid, row: ForeignRow): boolean {
  return !row.values.some((_, column) => isFigureCell(grid, row, column)) && labelsOf(grid, row).length > 0
}

/** A number, or a text that is one with its words: "hơn 128", "đạt 85", "1.234 người". */
function isFigureCell(grid: ReportGrid, row: ForeignRow, column: number): boolean {
  if (grid.isNumber(row, column)) return true
  const text = grid.text(row, column)
  if (!/\d/.test(text)) return false
  return /^[\s\d.,%]+$/.test(text) || readFigure(text, text, '').kind === 'figure'
}

/** "(1) (2) (3=2/1)", "A B 1 2 3": numbers of columns. */
export function isNumberingLine(grid: ReportGrid, row: ForeignRow): boolean {
  const cells = row.values.flatMap((value, column) =>
    value === null || value === undefined ? [] : [grid.text(row, column)],
  )
  if (cells.length < 3) return false
  const isNumbering = cells.every(
    (cell) => /^\(?(?:\d{1,2}|[A-D])\)?(?:\s*=.*)?$/i.test(cell) || /^\(?\d{1,2}\s*=.*\)?$/.test(cell),
  )
  const numbers = cells.flatMap((cell) => /\d+/.exec(cell)?.[0] ?? []).map(Number)
  return (
    isNumbering &&
    numbers.length >= 2 &&
    numbers.every((number, at) => at === 0 || number === (numbers[at - 1] ?? 0) + 1)
  )
}

/** A row of the table: a number stands in it beside its own numbering. */
export function hasFigure(grid: ReportGrid, row: ForeignRow): boolean {
  if (isNumberingLine(grid, row)) return false
  let seenWords = false
  for (let column = 0; column < grid.width; column++) {
    const text = grid.text(row, column)
    if (text === '') continue
    const isFigure = isFigureCell(grid, row, column)
    if (isFigure && seenWords) return true
    if (/\p{L}{2}/u.test(text)) seenWords = true
  }
  return false
}

function isNumberedAfter(grid: ReportGrid, row: ForeignRow | undefined, next: ForeignRow | undefined): boolean {
  if (row === undefined || next === undefined || next.number !== row.number + 1) return false
  const cells = labelsOf(grid, next)
  return cells.length >= 2 && /^\d{1,2}[.)]?$/.test(cells[0] ?? '')
}

function isMotto(label: string): boolean {
  return /^(?:cong hoa xa hoi|doc lap ?-|dang cong san)/.test(foldText(label))
}
