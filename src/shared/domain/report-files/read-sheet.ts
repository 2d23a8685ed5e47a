import type { ForeignSheet } from '../exchange/foreign-sheet.ts'
import { yearOf } from '../../kit/dates.ts'
import type { CalendarStart } from '../results/reporting-year.ts'
import { checkPercents } from './check-percents.ts'
import { checkAcross, checkHidden } from './check-sheet.ts'
import { chooseShape, columnHasFigures, headerCell } from './choose-shape.ts'
import { findTables } from './find-header.ts'
import type { UnitFinder } from './find-unit.ts'
import type { IndicatorDirectory } from './match-indicator.ts'
import { readUnitsDown } from './read-consolidated.ts'
import { splitSentences } from './split-sentences.ts'
import { joinedLines, linesOf, readUnit } from './title-lines.ts'
import { unitRows } from './unit-rows.ts'
import { readForm } from './read-form.ts'
import { readPeriod, textsBelow } from './read-period.ts'
import { readWide } from './read-wide.ts'
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
import { readColumns, readIndicatorColumns } from './table-columns.ts'
import { ofDay, ofMonth } from './wanted-columns.ts'

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
  const read = readGrid(makeReportGrid(sheet), context)
  if (read !== null) return read
  const split = splitSentences(sheet)
  if (split === null) return null
  const grid = makeReportGrid(split.sheet)
  return readGrid(
    { ...grid, address: (row, column) => grid.address(row, split.columns.get(row.number) ?? column) },
    context,
  )
}

function readGrid(grid: ReportGrid, context: ReadingContext): ReadSheet | null {
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
    const period = readPeriod(
      grid,
      table,
      [...titleLines, ...joinedLines(grid, table)],
      columns,
      context,
      carried?.period ?? null,
    )
    const unit = readUnit(grid, titleLines, textsBelow(grid, table), context, carried?.unit ?? null)
    const shape = chooseShape(grid, table, columns, context, titleLines)
    if (shape === null) continue
    if (unit.kind === 'unit' && unit.source === 'title') carried = { unit, period }
    else carried ??= { unit, period }
    const reportYear = period.asOf === null ? null : yearOf(period.asOf)
    const add = (of: UnitRef, cell: string | null, lines: ReadReport['lines']): void => {
      const report: ReadReport = {
        sheet: grid.name,
        shape: shape.shape === 'wide' ? 'form' : shape.shape === 'unitsByRows' ? 'unitsDown' : shape.shape,
        unit: of,
        unitCell: cell,
        period,
        lines,
      }
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
        ofMonth(ofDay(columns, period.asOf), period.asOf).filter(({ column }) => column !== shape.labels),
        context.indicators,
        shape.title,
      )
      const wanted = read.known.filter(
        ({ column }) => reportYear === null || column.years.length === 0 || column.years.includes(reportYear),
      )
      // Said once of an indicator: at its target, or where it has none at its first column.
      const guessed = wanted.filter(({ isGuess }) => isGuess)
      const told = ({ column, indicator }: (typeof guessed)[number]): boolean => {
        const own = guessed.filter((other) => other.indicator === indicator)
        return (own.find((other) => other.column.role === 'target') ?? own[0])?.column === column
      }
      for (const { column, indicator } of guessed.filter(told))
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
      const taken = readUnitsDown(grid, table, shape.labels, wanted, context)
      findings.push(...taken.findings)
      questions.push(...taken.questions)
      for (const row of taken.rows) add(row.unit, row.cell, row.lines)
      const asked = new Set<string>()
      for (const { column, match } of read.unread) {
        // CT, KQ and % of one label are one question.
        if (!columnHasFigures(grid, table, column.column) || asked.has(column.rest)) continue
        asked.add(column.rest)
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
        else unmatched.push({ sheet: grid.name, cell, text, key: context.indicators.keyOf(column.rest), figures: [] })
      }
    } else if (shape.shape === 'wide') {
      const { known } = readIndicatorColumns(columns, context.indicators, shape.title)
      const read = readWide(grid, table, known)
      if (read.lines.length === 0) continue
      const own = unit.kind === 'unit' ? unit.unit : null
      findings.push(...read.findings.map((finding) => ({ ...finding, unit: own, unitText: unit.text })))
      add(unit, null, read.lines)
    } else if (shape.shape === 'unitsByRows') {
      for (const block of unitRows(grid, table, shape.names, context.units)) {
        const read = readForm(
          grid,
          { body: block.rows },
          { labels: shape.labels, measure: shape.measure, wanted: shape.wanted(period.asOf) },
          context.indicators,
        )
        const own = block.unit.kind === 'unit' ? block.unit.unit : null
        findings.push(...read.findings.map((finding) => ({ ...finding, unit: own, unitText: block.unit.text })))
        questions.push(...read.questions)
        unmatched.push(...read.unmatched)
        if (block.unit.kind !== 'unit' && read.lines.length > 0)
          questions.push({
            kind: 'unit',
            sheet: grid.name,
            cell: block.cell,
            text: block.unit.text,
            key: block.unit.text,
            choices: block.unit.kind === 'several' ? block.unit.units.map(({ code }) => code) : [],
            under: null,
            figures: [],
          })
        if (read.lines.length > 0) add(block.unit, block.cell, read.lines)
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
        {
          labels: shape.labels,
          measure: shape.measure,
          wanted: shape.wanted(period.asOf),
          movements: shape.movements,
          money: shape.money,
        },
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
