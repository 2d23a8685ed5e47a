import type { ForeignSheet } from '../exchange/foreign-sheet.ts'
import { addDays, yearOf } from '../../kit/dates.ts'
import type { CalendarStart } from '../results/reporting-year.ts'
import { checkPercents } from './check-percents.ts'
import { findTables, hasFigure, type TableSpan } from './find-header.ts'
import type { UnitFinder, UnitFinding } from './find-unit.ts'
import type { IndicatorDirectory } from './match-indicator.ts'
import { isSigningLine, type NamedPeriod, readDayInName, readPeriodText, yearInText } from './period-text.ts'
import { isFigureRole, isTotalLabel, readUnitsDown } from './read-consolidated.ts'
import { mainCell, readForm, wantedColumns } from './read-form.ts'
import { makeReportGrid, type ReportGrid } from './report-grid.ts'
import type {
  FileFinding,
  FileQuestion,
  ReadPeriod,
  ReadReport,
  ReadSheet,
  UnitRef,
  UnmatchedItem,
} from './report-model.ts'
import { isNameColumn, readColumns, readIndicatorColumns, type TableColumn } from './table-columns.ts'

export interface ReadingContext {
  readonly indicators: IndicatorDirectory
  readonly units: UnitFinder
  /** Name of the file, with its ending. */
  readonly fileName: string
  readonly yearStart: CalendarStart
  /** The year a period without one is of, when nothing in the file says it. */
  readonly yearHint: number | null
}

/** Null: nothing on the sheet reads as a report. */
export function readSheet(sheet: ForeignSheet, context: ReadingContext): ReadSheet | null {
  const grid = makeReportGrid(sheet)
  const namesSomething = (label: string): boolean =>
    label.length < 120 &&
    (context.indicators.match(label).kind === 'certain' || context.units.inCell(label).kind === 'unit')
  const reports: ReadReport[] = []
  const findings: FileFinding[] = []
  const questions: FileQuestion[] = []
  const unmatched: UnmatchedItem[] = []
  let carried: { unit: UnitRef; period: ReadPeriod } | null = null
  const tables = findTables(grid, namesSomething)
  for (const table of tables) {
    const titleLines = linesOf(grid, table)
    const columns = readColumns(grid, table)
    const period = readPeriod(grid, table, titleLines, columns, context, carried?.period ?? null)
    const unit = readUnit(grid, titleLines, context, carried?.unit ?? null)
    const shape = chooseShape(grid, table, columns, context, titleLines)
    if (shape === null) continue
    if (unit.kind === 'unit' && unit.source === 'title') carried = { unit, period }
    else carried ??= { unit, period }
    const reportYear = period.asOf === null ? null : yearOf(period.asOf)
    const add = (of: UnitRef, cell: string | null, lines: ReadReport['lines']): void => {
      const report: ReadReport = { sheet: grid.name, shape: shape.shape, unit: of, unitCell: cell, period, lines }
      const at = reports.findIndex((other) => isContinued(other, report))
      const before = reports[at]
      // A second table of the same unit and day goes on with the first.
      if (before === undefined) reports.push(report)
      else {
        const more = lines.filter(
          ({ indicator }) => !before.lines.some((line) => line.indicator.code === indicator.code),
        )
        reports[at] = { ...before, lines: [...before.lines, ...more] }
      }
    }
    if (shape.shape === 'unitsDown') {
      const read = readIndicatorColumns(
        columns.filter(({ column }) => column !== shape.labels),
        context.indicators,
        shape.title,
      )
      const wanted = read.known.filter(
        ({ column }) => reportYear === null || column.years.length === 0 || column.years.includes(reportYear),
      )
      for (const { column, indicator, isGuess } of wanted)
        if (isGuess && column.role === 'target')
          findings.push({
            kind: 'guessed',
            sheet: grid.name,
            cell: headerCell(grid, table, column),
            unit: null,
            unitText: null,
            indicator,
            role: null,
            stated: null,
            computed: null,
            text: column.label,
          })
      const taken = readUnitsDown(grid, table, shape.labels, wanted, context.units)
      findings.push(...taken.findings)
      questions.push(...taken.questions)
      for (const row of taken.rows) add(row.unit, row.cell, row.lines)
      for (const { column, match } of read.unread) {
        if (!columnHasFigures(grid, table, column.column)) continue
        const text = column.label
        const cell = headerCell(grid, table, column)
        if (match.kind === 'unsure')
          questions.push({
            kind: 'indicator',
            sheet: grid.name,
            cell,
            text,
            key: context.indicators.keyOf(column.rest),
            choices: match.choices.map(({ code }) => code),
            under: null,
            figures: [],
          })
        else unmatched.push({ sheet: grid.name, cell, text, figures: [] })
      }
    } else if (shape.shape === 'unitsAcross') {
      for (const block of shape.blocks) {
        const read = readForm(
          grid,
          table,
          { labels: shape.labels, measure: shape.measure, wanted: block.wanted },
          context.indicators,
        )
        const own = block.unit.kind === 'unit' ? block.unit.unit : null
        findings.push(...read.findings.map((finding) => ({ ...finding, unit: own, unitText: block.unit.text })))
        if (block === shape.blocks[0]) {
          questions.push(...read.questions)
          unmatched.push(...read.unmatched)
        }
        if (block.unit.kind !== 'unit')
          questions.push({
            kind: 'unit',
            sheet: grid.name,
            cell: block.cell,
            text: block.unit.text,
            key: block.unit.text,
            choices: [],
            under: null,
            figures: [],
          })
        add(block.unit, block.cell, read.lines)
      }
      findings.push(...checkAcross(grid, table, shape, context))
    } else {
      const read = readForm(
        grid,
        table,
        { labels: shape.labels, measure: shape.measure, wanted: shape.wanted(reportYear) },
        context.indicators,
      )
      if (read.lines.length === 0 && read.questions.length === 0) continue
      const own = unit.kind === 'unit' ? unit.unit : null
      findings.push(...read.findings.map((finding) => ({ ...finding, unit: own, unitText: unit.text })))
      questions.push(...read.questions)
      unmatched.push(...read.unmatched)
      add(unit, null, read.lines)
    }
  }
  if (reports.length === 0 && questions.length === 0) return null
  for (const report of reports) findings.push(...checkPercents(report), ...checkHidden(report))
  return { sheet: grid.name, hidden: grid.hidden, reports, findings, questions, unmatched }
}

function isContinued(a: ReadReport, b: ReadReport): boolean {
  return (
    a.shape === b.shape &&
    a.unit.kind === 'unit' &&
    b.unit.kind === 'unit' &&
    a.unit.unit.id === b.unit.unit.id &&
    a.period.asOf === b.period.asOf
  )
}

/** Lines above a table, without those that say where and when a paper was signed. */
function linesOf(grid: ReportGrid, { above }: TableSpan): readonly string[] {
  return above.flatMap((row) =>
    row.values.flatMap((_, column) => {
      const text = grid.text(row, column)
      return /\p{L}/u.test(text) ? [text] : []
    }),
  )
}

function readUnit(
  grid: ReportGrid,
  lines: readonly string[],
  { units, fileName }: ReadingContext,
  carried: UnitRef | null,
): UnitRef {
  const tries: readonly (readonly [UnitFinding, 'title' | 'sheet' | 'file'])[] = [
    ...lines.map((line) => [units.inLine(line), 'title'] as const),
    [units.inName(grid.name), 'sheet'],
    [units.inName(fileName), 'file'],
  ]
  const own = tries.find(([found]) => found.kind === 'unit' && !found.isRoot)
  if (own !== undefined && own[0].kind === 'unit') {
    const [found, source] = own
    // A workbook's second sheet may keep the first one's title; what a table on the same sheet had stays its own.
    if (source !== 'title' && carried !== null) return carried
    return { kind: 'unit', unit: found.unit, source, text: found.text }
  }
  if (carried !== null) return carried
  const several = tries.find(([found]) => found.kind === 'several')
  if (several !== undefined && several[0].kind === 'several')
    return { kind: 'several', units: several[0].units, text: several[0].text }
  const root = tries.find(([found]) => found.kind === 'unit')
  if (root !== undefined && root[0].kind === 'unit')
    return { kind: 'unit', unit: root[0].unit, source: root[1], text: root[0].text }
  const title = lines.find(
    (line) => !/^(?:cộng hòa|độc lập|báo cáo|tổng hợp|biểu|\()/iu.test(line) && !isSigningLine(line),
  )
  return { kind: 'unknown', text: title ?? '' }
}

function readPeriod(
  grid: ReportGrid,
  table: TableSpan,
  lines: readonly string[],
  columns: readonly TableColumn[],
  { fileName, yearStart, yearHint }: ReadingContext,
  carried: ReadPeriod | null,
): ReadPeriod {
  const bare = fileName.replace(/\.[a-z]{3,4}$/i, '')
  const all = [...lines, grid.name, bare, ...textsBelow(grid, table)]
  const year = all.map(yearInText).find((found) => found !== null) ?? yearHint
  const titles = lines.filter((line) => !isSigningLine(line))
  const told = (found: NamedPeriod, source: ReadPeriod['source'], text: string): ReadPeriod => ({
    from: found.from,
    asOf: found.asOf,
    basis: found.basis ?? basisOfSpan(found, yearStart),
    source,
    text,
  })
  const best = (texts: readonly string[]): { found: NamedPeriod; text: string } | null =>
    texts.reduce<{ found: NamedPeriod; text: string } | null>((so, text) => {
      const found = readPeriodText(text, year, yearStart)
      return found !== null && (so === null || found.strength > so.found.strength) ? { found, text } : so
    }, null)
  const title = best(titles)
  if (title !== null && title.found.strength > 1) {
    const named = told(title.found, 'title', title.text)
    return named
  }
  const inHeader = best(columns.map(({ label }) => label).filter((label) => /\d/.test(label)))
  if (inHeader !== null && inHeader.found.strength >= 4) return told(inHeader.found, 'header', inHeader.text)
  if (carried?.asOf != null) return carried
  const dayInName = readDayInName(bare)
  if (dayInName !== null) return { from: null, asOf: dayInName, basis: 'cumulative', source: 'file', text: bare }
  for (const [text, source] of [
    [grid.name, 'sheet'],
    [bare, 'file'],
  ] as const) {
    const found = readPeriodText(text, year, yearStart)
    // "T6" in a name says up to when, not that the figures are of that month alone.
    if (found !== null && found.strength > 1)
      return { ...told(found, source, text), basis: found.kind === 'month' ? null : found.basis }
  }
  if (inHeader !== null && inHeader.found.strength > 1) return told(inHeader.found, 'header', inHeader.text)
  if (title !== null) return told(title.found, 'title', title.text)
  return { from: null, asOf: null, basis: null, source: null, text: null }
}

function basisOfSpan({ from, asOf }: NamedPeriod, yearStart: CalendarStart): ReadPeriod['basis'] {
  if (from === null) return 'cumulative'
  // "từ 01/12/2023 đến 31/5/2024" begins a year of its own, whatever the office's calendar.
  const isYearStart = from.slice(5) === yearStart || from.slice(5) === '01-01' || from.slice(5) === '12-01'
  // January alone begins the year and is both; "từ ngày 01/01 đến 31/01" is as good as cumulative.
  return isYearStart && (from.slice(5) !== '12-01' || asOf > addDays(from, 31) || yearStart === '12-01')
    ? 'cumulative'
    : 'increment'
}

function textsBelow(grid: ReportGrid, { below }: TableSpan): string[] {
  return below.flatMap((row) => row.values.map((_, column) => grid.text(row, column)).filter((text) => text !== ''))
}

type Shape =
  | {
      readonly shape: 'form'
      readonly labels: number
      readonly measure: number | null
      readonly wanted: (year: number | null) => ReturnType<typeof wantedColumns>
    }
  | { readonly shape: 'unitsDown'; readonly labels: number; readonly title: string }
  | {
      readonly shape: 'unitsAcross'
      readonly labels: number
      readonly measure: number | null
      readonly blocks: readonly { unit: UnitRef; cell: string; wanted: ReturnType<typeof wantedColumns> }[]
      readonly total: ReturnType<typeof wantedColumns>
    }

/** What the rows of a table are, told by what their labels and its header name. */
function chooseShape(
  grid: ReportGrid,
  table: TableSpan,
  columns: readonly TableColumn[],
  { indicators, units }: ReadingContext,
  lines: readonly string[],
): Shape | null {
  const rows = table.body.filter((row) => hasFigure(grid, row))
  const counts = columns.slice(0, 8).map(({ column }) => {
    const texts = rows.map((row) => grid.text(row, column)).filter((text) => /\p{L}{2}/u.test(text))
    return {
      column,
      texts: texts.length,
      indicators: texts.filter((text) => ['certain', 'ignored'].includes(indicators.match(text).kind)).length,
      likely: texts.filter((text) => indicators.match(text).kind === 'unsure').length,
      units: texts.filter((text) => units.inCell(text).kind !== 'none').length,
    }
  })
  const labels = counts.reduce<(typeof counts)[number] | null>(
    (best, next) =>
      next.indicators * 2 + next.likely > (best === null ? 0 : best.indicators * 2 + best.likely) ? next : best,
    null,
  )
  const names = counts.reduce<(typeof counts)[number] | null>(
    (best, next) => (next.units > (best?.units ?? 0) ? next : best),
    null,
  )
  const title = lines.filter((line) => !isSigningLine(line)).join(' ')
  const measure = columns.find(({ role }) => role === 'measure')?.column ?? null
  const acrossBlocks = unitBlocks(grid, table, columns, units)
  if (acrossBlocks.blocks.length >= 2 && labels !== null)
    return { shape: 'unitsAcross', labels: labels.column, measure, ...acrossBlocks }
  const headed = readIndicatorColumns(columns, indicators, title).known.length
  const nameColumn = columns.find(
    (column) => isNameColumn(column) && counts.some((count) => count.column === column.column && count.texts > 0),
  )
  if (names !== null && names.units > 0 && names.units >= (labels?.indicators ?? 0) && headed > 0)
    return { shape: 'unitsDown', labels: names.column, title }
  if (labels !== null && (labels.indicators > 0 || labels.likely > 1)) {
    const figures = wantedColumns(columns, labels.column, null)
    const isBare = figures.length === 0
    const first = isBare
      ? columns.find(({ column }) => column > labels.column && columnHasFigures(grid, table, column))
      : undefined
    if (isBare && first === undefined) return null
    return {
      shape: 'form',
      labels: labels.column,
      measure,
      wanted: (year) =>
        first === undefined ? wantedColumns(columns, labels.column, year) : [{ column: first.column, role: 'value' }],
    }
  }
  if (nameColumn !== undefined && headed > 0) return { shape: 'unitsDown', labels: nameColumn.column, title }
  return null
}

/** Columns that stand under units' names, each with what it holds of them. */
function unitBlocks(grid: ReportGrid, table: TableSpan, columns: readonly TableColumn[], units: UnitFinder) {
  const blocks: {
    unit: UnitRef
    cell: string
    wanted: { column: number; role: NonNullable<TableColumn['role']> }[]
  }[] = []
  const total: { column: number; role: NonNullable<TableColumn['role']> }[] = []
  for (const column of columns) {
    const role = isFigureRole(column.role) ? column.role : column.role === null ? 'value' : null
    if (role === null) continue
    const named = column.parts.map((part) => units.inCell(part)).find((found) => found.kind === 'unit' && !found.isRoot)
    if (named?.kind === 'unit') {
      const known = blocks.find(({ unit }) => unit.kind === 'unit' && unit.unit.id === named.unit.id)
      if (known === undefined)
        blocks.push({
          unit: { kind: 'unit', unit: named.unit, source: 'column', text: named.text },
          cell: headerCell(grid, table, column),
          wanted: [{ column: column.column, role }],
        })
      else known.wanted.push({ column: column.column, role })
    } else if (column.parts.some((part) => isTotalLabel(part))) total.push({ column: column.column, role })
  }
  return { blocks, total }
}

function checkAcross(
  grid: ReportGrid,
  table: TableSpan,
  shape: Extract<Shape, { shape: 'unitsAcross' }>,
  context: ReadingContext,
): FileFinding[] {
  if (shape.total.length === 0) return []
  const sums = new Map<string, number>()
  for (const block of shape.blocks)
    for (const line of readForm(
      grid,
      table,
      { labels: shape.labels, measure: shape.measure, wanted: block.wanted },
      context.indicators,
    ).lines)
      for (const cell of Object.values(line.cells))
        if (cell !== undefined)
          sums.set(
            `${line.indicator.code}|${cell.role}`,
            (sums.get(`${line.indicator.code}|${cell.role}`) ?? 0) + cell.value,
          )
  const stated = readForm(
    grid,
    table,
    { labels: shape.labels, measure: shape.measure, wanted: shape.total },
    context.indicators,
  )
  return stated.lines.flatMap((line) =>
    Object.values(line.cells).flatMap((cell): FileFinding[] => {
      const ours = cell === undefined ? undefined : sums.get(`${line.indicator.code}|${cell.role}`)
      if (
        cell === undefined ||
        ours === undefined ||
        ours === cell.value ||
        cell.role === 'percent' ||
        line.indicator.kind === 'ratio'
      )
        return []
      return [
        {
          kind: 'total',
          sheet: grid.name,
          cell: cell.address,
          unit: null,
          unitText: null,
          indicator: line.indicator,
          role: cell.role,
          stated: cell.value,
          computed: ours,
          text: cell.text,
        },
      ]
    }),
  )
}

function checkHidden({ sheet, unit, lines }: ReadReport): FileFinding[] {
  return lines.flatMap((line): FileFinding[] => {
    const cell = mainCell(line)
    if (!line.hidden || cell === undefined) return []
    return [
      {
        kind: 'hiddenRow',
        sheet,
        cell: cell.address,
        unit: unit.kind === 'unit' ? unit.unit : null,
        unitText: unit.text,
        indicator: line.indicator,
        role: cell.role,
        stated: cell.value,
        computed: null,
        text: cell.text,
      },
    ]
  })
}

function columnHasFigures(grid: ReportGrid, { body }: TableSpan, column: number): boolean {
  return body.some((row) => grid.isNumber(row, column) || /^\D{0,14}\d/.test(grid.text(row, column)))
}

function headerCell(grid: ReportGrid, { header }: TableSpan, { column }: TableColumn): string {
  const row = header.find((line) => grid.text(line, column) !== '') ?? header[0]
  return row === undefined ? '' : grid.address(row, column)
}
