import type { ForeignRow } from '../exchange/foreign-sheet.ts'
import { foldText } from '../text/fold.ts'
import { FIGURE_ROLES, readHeaderPart, type ColumnRole } from './column-role.ts'
import { hasFigure, type TableSpan } from './find-header.ts'
import type { KnownIndicator } from './match-indicator.ts'
import { statedMoney } from './read-figure.ts'
import { figuresOf, readRowCells, type WantedCell } from './read-row.ts'
import type { ReadingContext } from './read-sheet.ts'
import type { ReportGrid } from './report-grid.ts'
import type { FileFinding, FileQuestion, ReadLine, UnitRef } from './report-model.ts'
import { readRowRoles } from './row-roles.ts'
import type { ColumnMeaning } from './table-columns.ts'
import { addAmounts, type Amounts, compareTotals, type Wanted } from './typed-totals.ts'
import { isPartOfUnit, readUnitParts } from './unit-parts.ts'

/** A unit's row of a consolidated table. */
export interface UnitRow {
  readonly unit: UnitRef
  readonly cell: string
  readonly lines: readonly ReadLine[]
}

export interface ConsolidatedReading {
  readonly rows: readonly UnitRow[]
  readonly findings: readonly FileFinding[]
  readonly questions: readonly FileQuestion[]
}

const TOTAL =
  /^(?:tong(?! cong (?:ty|doan)| cuc| lien)(?: cong| so| hop| chung)?|cong(?! (?:doan|ty|an|chuc|thuong|nghiep))|toan (?:tinh|thanh pho|nganh|huyen|don vi|dia ban|ldld)|luy ke toan tinh)(?:\b.*)?$/
/** "Cộng I", "Cộng khối huyện": not of the whole table. */
const OF_A_GROUP = /nhom|khoi|muc|huyen|nganh|^(?:tong )?cong [ivx\d]+\b|\b[ivx]+$/
const ROMAN = /^[IVX]{1,5}[.)]?$/
const GROUP =
  /^(?:cac |khoi |nhom |cong doan cac (?!kcn|khu cong nghiep)|ldld cac |lien doan lao dong cac |don vi truc thuoc|truc thuoc)/

/**
 * Reads a table whose rows are units. Totals and group totals that somebody typed are held against the rows they
 * stand for and are never taken themselves.
 */
export function readUnitsDown(
  grid: ReportGrid,
  { body }: Pick<TableSpan, 'body'>,
  labels: number,
  columns: readonly ColumnMeaning[],
  { units: finder, indicators: directory }: Pick<ReadingContext, 'units' | 'indicators'>,
): ConsolidatedReading {
  const usual = groupColumns(columns)
  // "CT", "LK", "%" as rows of each unit: a row without a name goes on with the one above.
  const roles = readRowRoles(grid, body, labels, [...usual.values()].flat())
  const rows: UnitRow[] = []
  const findings: FileFinding[] = []
  const questions: FileQuestion[] = []
  const all: Amounts = new Map()
  const totals: { row: ForeignRow; amounts: Amounts; wanted: Wanted }[] = []
  let group: { row: ForeignRow; sum: Amounts; count: number } | null = null
  const closeGroup = (): void => {
    if (group !== null && group.count > 0) findings.push(...compareTotals(grid, group.row, group.sum, usual))
    group = null
  }
  const nameOf = (row: ForeignRow): string => grid.text(row, labels) || (labels > 0 ? grid.text(row, labels - 1) : '')
  const isSum = (name: string): boolean => {
    const found = finder.inCell(name)
    return found.kind === 'unit' ? found.isRoot : TOTAL.test(sumText(name))
  }
  const lastSum = body.findLast((row) => isSum(nameOf(row)))
  const indexOf = (row: ForeignRow): string => (labels > 0 ? grid.text(row, labels - 1).trim() : '')
  /** Whether a row with a Roman number stands over rows of others, or over one of the very unit it seems to name. */
  const headsRows = (row: ForeignRow, unitId: string): boolean => {
    const below = body.slice(body.indexOf(row) + 1)
    const end = below.findIndex((other) => ROMAN.test(indexOf(other)) || isSum(nameOf(other)))
    const own = end < 0 ? below : below.slice(0, end)
    const isSame = (other: ForeignRow): boolean => {
      const found = finder.inCell(nameOf(other))
      return found.kind === 'unit' && found.unit.id === unitId
    }
    return own.some((other) => isSame(other) || (!hasFigure(grid, row) && /^\d/.test(indexOf(other))))
  }
  let head: ForeignRow | null = null
  let headSum: Amounts = all
  /** A total of everything stood above: sums below it are of groups. */
  let hasWhole = false
  for (const row of body) {
    const role = roles?.get(row) ?? null
    const continued: ForeignRow | null = role !== null && nameOf(row) === '' ? head : null
    head = continued ?? row
    const byIndicator = role === null ? usual : withRole(usual, role)
    const label = grid.text(head, labels)
    const index = labels > 0 ? grid.text(head, labels - 1) : ''
    const name = nameOf(head)
    if (!/\p{L}/u.test(name)) continue
    const folded = sumText(name)
    const found = finder.inCell(name)
    const isRoot = found.kind === 'unit' && found.isRoot
    if (isSum(name)) {
      if (continued !== null) {
        totals.push({ row, amounts: headSum, wanted: byIndicator })
        continue
      }
      // A subtotal stands under its group, the total under or over everything.
      const ofGroup: { row: ForeignRow; sum: Amounts; count: number } | null = group
      if (
        ofGroup !== null &&
        ofGroup.count > 0 &&
        !isRoot &&
        !/toan|\+/.test(folded) &&
        (OF_A_GROUP.test(folded) || row !== lastSum || hasWhole)
      ) {
        findings.push(...compareTotals(grid, row, ofGroup.sum, byIndicator))
        headSum = ofGroup.sum
        group = null
      } else {
        totals.push({ row, amounts: all, wanted: byIndicator })
        headSum = all
        hasWhole = true
      }
      continue
    }
    const before = rows.at(-1)
    if (found.kind === 'none' && before !== undefined && isPartOfUnit(name)) {
      const part = readUnitParts(grid, row, name, before.lines, byIndicator, directory)
      const of = before.unit.kind === 'unit' ? before.unit.unit : null
      findings.push(...part.findings.map((finding) => ({ ...finding, unit: of, unitText: before.unit.text })))
      questions.push(...part.questions)
      rows[rows.length - 1] = { ...before, lines: joinLines(before.lines, part.lines) }
      continue
    }
    // "3 | Các CĐCS trực thuộc | 20": numbered among the units it is one of them.
    const isNumbered = /^\d{1,3}[.)]?$/.test(index.trim()) && rows.length > 0 && hasFigure(grid, row)
    // "III | CÔNG ĐOÀN KHU KINH TẾ" over the one union of that kind.
    const isOverUnit = found.kind === 'unit' && ROMAN.test(index.trim()) && headsRows(row, found.unit.id)
    const isGroup =
      isOverUnit ||
      (found.kind !== 'unit' &&
        !isNumbered &&
        (GROUP.test(foldText(name)) ||
          (/^(?:[IVX]{1,5}|[A-D])[.)]?$/.test(index.trim()) && !hasFigure(grid, row)) ||
          /^[IVX]{1,5}[.)] /.test(name)))
    if (isGroup || (found.kind !== 'unit' && ROMAN.test(index.trim()))) {
      closeGroup()
      group = { row, sum: new Map(), count: 0 }
      continue
    }
    if (!hasFigure(grid, row) && found.kind !== 'unit') continue
    // "Cùng kỳ năm 2023", "So với cùng kỳ (%)" under the total.
    if (found.kind === 'none' && isComparison(name)) continue
    // "Huyện đảo Cồn Cỏ | 0 | 0 | chưa báo cáo": the zeros are the office's, not the unit's; its sums hold them.
    const isSilent = row.values.some((_, column) =>
      /chua (?:co )?(?:bao cao|gui|nop)/.test(foldText(grid.text(row, column))),
    )
    const unit: UnitRef =
      found.kind === 'unit'
        ? { kind: 'unit', unit: found.unit, source: 'row', text: name }
        : found.kind === 'several'
          ? found
          : { kind: 'unknown', text: name }
    const own = unit.kind === 'unit' ? unit.unit : null
    const lines: ReadLine[] = []
    for (const [indicator, wanted] of byIndicator) {
      const read = readRowCells(grid, row, indicator, wanted)
      findings.push(...read.findings.map((finding) => ({ ...finding, unit: own, unitText: name })))
      if (Object.keys(read.cells).length === 0) continue
      lines.push({
        indicator,
        label: indicator.name,
        row: row.number,
        hidden: row.hidden,
        cells: read.cells,
        measure: null,
        isLearned: false,
      })
      addAmounts(all, indicator, read.cells, wanted)
      if (group !== null) addAmounts(group.sum, indicator, read.cells, wanted)
    }
    if (group !== null && continued === null) group.count++
    // A unit whose row is empty has reported nothing: it is silent, and so named.
    if (lines.length === 0 || isSilent) continue
    const cell = grid.address(head, label === '' ? labels - 1 : labels)
    const begun = continued === null ? -1 : rows.findIndex((other) => other.cell === cell)
    const first = rows[begun]
    if (first !== undefined) {
      rows[begun] = { ...first, lines: joinLines(first.lines, lines) }
      continue
    }
    if (unit.kind !== 'unit')
      questions.push({
        kind: 'unit',
        sheet: grid.name,
        cell,
        text: name,
        key: name,
        choices: unit.kind === 'several' ? unit.units.map(({ code }) => code) : [],
        under: null,
        figures: figuresOf(grid, row, labels + 1),
      })
    if (
      rows.some((other) => other.unit.kind === 'unit' && unit.kind === 'unit' && other.unit.unit.id === unit.unit.id)
    ) {
      findings.push({
        kind: 'repeated',
        sheet: grid.name,
        cell,
        unit: own,
        unitText: name,
        indicator: null,
        role: null,
        stated: null,
        computed: null,
        text: name,
      })
      continue
    }
    rows.push({ unit, cell, lines })
  }
  closeGroup()
  for (const { row, amounts, wanted } of totals) findings.push(...compareTotals(grid, row, amounts, wanted))
  // Nor has one of which the table holds its target alone.
  return { rows: rows.filter(({ lines }) => lines.some(hasResult)), findings, questions }
}

function hasResult({ cells }: ReadLine): boolean {
  return (cells.cumulative ?? cells.value ?? cells.increment) !== undefined
}

/** Figures of a row that says itself what they are. */
function withRole(usual: Wanted, role: ColumnRole): Wanted {
  return new Map(
    [...usual].map(([indicator, wanted]) => [
      indicator,
      wanted.map((cell) => (cell.role === 'value' ? { ...cell, role } : cell)),
    ]),
  )
}

/** Lines of one unit told over several rows. */
function joinLines(before: readonly ReadLine[], more: readonly ReadLine[]): readonly ReadLine[] {
  const isOf = (line: ReadLine) => (other: ReadLine) => other.indicator.code === line.indicator.code
  return [
    ...before.map((line) => ({ ...line, cells: { ...more.find(isOf(line))?.cells, ...line.cells } })),
    ...more.filter((line) => !before.some(isOf(line))),
  ]
}

function isComparison(name: string): boolean {
  const { role } = readHeaderPart(name)
  return role === 'comparison' || role === 'percent' || role === 'remaining'
}

/** "III. Tổng cộng" → "tong cong". */
function sumText(name: string): string {
  return foldText(name).replace(/^[\d.\s)ivx-]*(?=tong|cong|toan)/, '')
}

export function groupColumns(columns: readonly ColumnMeaning[]): Wanted {
  const byIndicator = new Map<KnownIndicator, WantedCell[]>()
  for (const { column, indicator, role } of columns) {
    const wanted = byIndicator.get(indicator) ?? []
    wanted.push({ column: column.column, role, money: statedMoney(column.label) })
    byIndicator.set(indicator, wanted)
  }
  return byIndicator
}

export function isFigureRole(role: ColumnRole | null): role is ColumnRole {
  return role !== null && FIGURE_ROLES.includes(role)
}

export function isTotalLabel(label: string): boolean {
  return TOTAL.test(foldText(label))
}
