import type { ForeignRow } from '../exchange/foreign-sheet.ts'
import { foldText } from '../text/fold.ts'
import { type ColumnRole, type HeaderPart, readHeaderPart } from './column-role.ts'
import type { TableSpan } from './find-header.ts'
import { readLabel } from './label-words.ts'
import type { IndicatorDirectory, IndicatorMatch, KnownIndicator } from './match-indicator.ts'
import type { ReportGrid } from './report-grid.ts'

export interface TableColumn {
  readonly column: number
  /** Lines of the header from top to bottom: ["Phát triển đoàn viên", "Lũy kế"]. */
  readonly parts: readonly string[]
  readonly label: string
  readonly role: ColumnRole | null
  /** What the label says beside its role, joined: "Phát triển đoàn viên". */
  readonly rest: string
  /** Years the header names. */
  readonly years: readonly number[]
}

/** Reads what each column of a table holds from the lines over it. */
export function readColumns(grid: ReportGrid, { header }: Pick<TableSpan, 'header'>): readonly TableColumn[] {
  const top = header[0]?.number ?? 0
  const bottom = header.at(-1)?.number ?? 0
  const spreads = header.length > 1 && !grid.hasWideMerges(top, bottom)
  const columns = Array.from({ length: grid.width }, (_, column): TableColumn => {
    const parts = partsOf(grid, header, column, spreads)
    const read = parts.map(readHeaderPart)
    return {
      column,
      parts,
      label: parts.join(' - '),
      role: settleRole(read),
      rest: read.flatMap(({ rest }) => (rest === '' ? [] : [rest])).join(' '),
      years: read.flatMap(({ year }) => (year === null ? [] : [year])),
    }
  })
  return columns.map((column) => (isResultReached(column, columns) ? { ...column, role: 'value' } : column))
}

/** "Giao | Đạt": the result, where its group has a target and no other column for what was done; else "Đạt" is the percent. */
function isResultReached(column: TableColumn, columns: readonly TableColumn[]): boolean {
  if (column.role !== 'percent' || !/^dat(?: duoc)?$/.test(foldText(column.parts.at(-1) ?? ''))) return false
  const groupOf = ({ parts }: TableColumn): string => parts.slice(0, -1).join('\n')
  const beside = columns.filter((other) => other !== column && groupOf(other) === groupOf(column))
  return (
    beside.some(({ role }) => role === 'target') &&
    !beside.some(({ role }) => role === 'value' || role === 'cumulative' || role === 'increment')
  )
}

/**
 * A column's labels from top to bottom. Where merges are lost (csv), the head of a group stands over its first
 * column only: an empty cell over a filled one takes the label to its left.
 */
function partsOf(grid: ReportGrid, header: readonly ForeignRow[], column: number, spreads: boolean): string[] {
  const parts: string[] = []
  header.forEach((row, line) => {
    let label = grid.label(row, column)
    if (label === '' && spreads && filledBelow(grid, header, line, column)) {
      for (let left = column - 1; left >= 0 && label === '' && filledBelow(grid, header, line, left); left--)
        label = grid.text(row, left)
    }
    if (label !== '' && parts.at(-1) !== label) parts.push(label)
  })
  return parts
}

function filledBelow(grid: ReportGrid, header: readonly ForeignRow[], line: number, column: number): boolean {
  return header.slice(line + 1).some((below) => grid.text(below, column) !== '')
}

/** "Kết quả › Lũy kế" is a cumulative column, "Lũy kế › %" one of percents, "So với cùng kỳ › %" a comparison. */
function settleRole(parts: readonly HeaderPart[]): ColumnRole | null {
  const roles = parts.flatMap(({ role }) => (role === null ? [] : [role]))
  for (const strong of ['comparison', 'percent', 'note', 'rank', 'remaining'] as const)
    if (roles.includes(strong)) return strong
  return roles.findLast((role) => role !== 'value') ?? roles.at(-1) ?? null
}

/** Which indicator a column of a consolidated table is about. */
export interface ColumnMeaning {
  readonly column: TableColumn
  readonly indicator: KnownIndicator
  readonly role: ColumnRole
  /** "Đoàn viên" over CT, Lũy kế, % was taken for new members, as the title speaks of them. */
  readonly isGuess: boolean
}

export interface UnreadColumn {
  readonly column: TableColumn
  readonly match: IndicatorMatch
}

/** Columns of a table whose rows are units. A lone "%" belongs to the indicator on its left. */
export function readIndicatorColumns(
  columns: readonly TableColumn[],
  directory: IndicatorDirectory,
  title: string,
): { readonly known: readonly ColumnMeaning[]; readonly unread: readonly UnreadColumn[] } {
  const known: ColumnMeaning[] = []
  const unread: UnreadColumn[] = []
  const ofTitle = directory.match(title)
  let last: { indicator: KnownIndicator; isGuess: boolean } | null =
    ofTitle.kind === 'certain' ? { indicator: ofTitle.indicator, isGuess: false } : null
  for (const column of columns) {
    if (column.label === '' || isNameColumn(column)) continue
    if (column.role !== null && ['index', 'note', 'measure', 'rank', 'opening', 'comparison'].includes(column.role))
      continue
    const found = matchColumn(column, columns, directory, title)
    if (found.kind === 'certain') {
      last = { indicator: found.indicator, isGuess: found.isGuess }
      known.push({ column, ...last, role: found.role })
    } else if (found.kind === 'ignored') last = null
    else if (column.rest === '' && column.role !== null && last !== null)
      known.push({ column, ...last, role: column.role })
    else {
      last = null
      unread.push({ column, match: found })
    }
  }
  return { known, unread }
}

type FoundColumn =
  | {
      readonly kind: 'certain'
      readonly indicator: KnownIndicator
      readonly role: ColumnRole
      readonly isGuess: boolean
    }
  | Exclude<IndicatorMatch, { kind: 'certain' }>

function matchColumn(
  column: TableColumn,
  columns: readonly TableColumn[],
  directory: IndicatorDirectory,
  title: string,
): FoundColumn {
  // "Tỷ lệ tập hợp đoàn viên" is an indicator, not a percent of one.
  const whole = directory.match(column.label)
  if (whole.kind === 'certain' && whole.indicator.kind === 'ratio')
    return { ...whole, role: column.role === 'percent' ? 'value' : (column.role ?? 'value'), isGuess: false }
  if (column.rest === '') return { kind: 'unknown' }
  const role = column.role ?? 'value'
  const joined = directory.match(column.rest)
  if (joined.kind === 'certain') return { ...joined, role, isGuess: false }
  if (joined.kind === 'ignored') return joined
  const rests = column.parts.map((part) => readHeaderPart(part).rest).filter((rest) => rest !== '')
  for (const rest of rests.toReversed()) {
    const alone = rests.length > 1 ? directory.match(rest) : joined
    if (alone.kind === 'certain') return { ...alone, role, isGuess: false }
  }
  const { words } = readLabel(column.rest)
  const speaksOfNew = readLabel(title).words.has('MOI')
  // What has a target, or a figure of the period alone beside the one since the year began, is counted anew each year.
  const isFlow = columns.some(
    (other) => other.rest === column.rest && (other.role === 'target' || other.role === 'increment'),
  )
  if (speaksOfNew && isFlow && (words.has('DV') || words.has('CDCS'))) {
    const guessed = directory.matchWords(new Set([...words, 'MOI']))
    if (guessed.kind === 'certain') return { ...guessed, role, isGuess: true }
  }
  return joined
}

/** Heads of the column that says whose or what a row is. */
export function isNameColumn(column: TableColumn): boolean {
  const folded = foldText(column.parts.at(-1) ?? '')
  // "CĐCS" under "TH tháng 7" is a figure of unions, and no list of them.
  if (folded === 'cdcs' && column.parts.length > 1 && column.role !== null) return false
  return /^(?:ten )?(?:cac )?(?:don vi|dia phuong|dia ban|huyen|cong doan|ldld|noi dung|chi tieu bao cao|ten chi tieu|danh muc|cdcs|cap tren)(?:$|[ ,/(]+(?:bao cao|truc thuoc|cap tren|huyen|thi|thanh pho|tp|cap|nganh|xa|phuong|cac|co so|chi tieu))/.test(
    folded,
  )
}
