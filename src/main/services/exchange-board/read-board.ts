import type { Output, ParsedInput } from '#shared/contract/index.ts'
import { fail, type AppResult } from '#shared/contract/errors.ts'
import {
  boardCell,
  BOARD_STATES,
  isQuestionOpen,
  isReportOf,
  type BoardCell,
  type BoardPeriod,
  type BoardQuestion,
  type BoardReport,
  type BoardState,
} from '#shared/domain/exchange/board/board.ts'
import type { UnitRow } from '#shared/contract/units.ts'
import { groupBy } from '#shared/kit/group-by.ts'
import { ok } from '#shared/kit/result.ts'
import { readUnits } from '../../db/queries/units.ts'
import type { ReadStore } from '../../db/store.ts'
import type { QueryContext } from '../service.ts'
import { unitsThatOwe } from '../report-import/reporting.ts'
import { readOwnSite, rootUnit } from '../exchange/site.ts'
import { findPeriod, lastPeriods } from './periods.ts'
import { wordState } from './text.ts'

/** Units and periods with where each stands. */
export function readBoard(
  { store, today }: QueryContext,
  input: ParsedInput<'board.get'>,
): AppResult<Output<'board.get'>> {
  const asOf = input.asOf ?? today()
  const periods: BoardPeriod[] = []
  for (const text of input.periods) {
    const period = findPeriod(store, text)
    if (!period.ok) return period
    if (!periods.some(({ code }) => code === period.value.code)) periods.push(period.value)
  }
  if (periods.length === 0) periods.push(...lastPeriods(store, input.kind, input.last, asOf))
  const wanted = input.unit
  if (wanted !== null && !readUnits(store, null).some(({ code }) => code === wanted))
    return fail('UNIT_UNKNOWN', { code: wanted })
  const facts = readFacts(store, periods)
  const expected = reportingUnits(store, periods)
  const units = expected.units.filter(({ code }) => wanted === null || code === wanted)
  const counts = new Map(periods.map(({ code }) => [code, emptyCounts()]))
  const rows = units.map((unit) => ({
    unit: unit.code,
    name: unit.name,
    type: unit.type,
    cells: periods.flatMap((period) => {
      if (!expected.owes(unit, period)) return []
      const own = boardCell(period, facts.reportsOf(unit), facts.questions.get(unit.id) ?? [], asOf)
      const isCovered = own.report === null && expected.partsReported(unit, period, facts)
      const cell: BoardCell = isCovered ? { ...own, state: 'received', daysLate: 0 } : own
      const count = counts.get(period.code)
      if (count !== undefined) count[cell.state] += 1
      return [describe(period, cell, facts.packages.get(unit.code) ?? [])]
    }),
  }))
  return ok({
    asOf,
    periods: periods.map((period) => ({
      code: period.code,
      name: period.name,
      kind: period.kind,
      from: period.from,
      to: period.to,
      dueOn: period.dueOn,
      counts: counts.get(period.code) ?? emptyCounts(),
    })),
    rows,
  })
}

function emptyCounts(): Record<BoardState, number> {
  return Object.fromEntries(BOARD_STATES.map((state) => [state, 0])) as Record<BoardState, number>
}

interface Expected {
  /** In the order of the tree. */
  readonly units: readonly UnitRow[]
  readonly owes: (unit: UnitRow, period: BoardPeriod) => boolean
  /** Whether each part of the unit has reported for the period, which then speaks for the unit as well. */
  readonly partsReported: (unit: UnitRow, period: BoardPeriod, facts: Facts) => boolean
}

/** Who owes a report on any of the periods' last days, as "chưa báo cáo" has it; a file of one unit sees that unit alone. */
function reportingUnits(store: ReadStore, periods: readonly BoardPeriod[]): Expected {
  const own = readOwnSite(store)?.unit
  const owing = new Map<string, ReadonlySet<string>>()
  const parts = new Map<string, ReadonlyMap<string | null, readonly UnitRow[]>>()
  const isOneUnit = own !== undefined && own !== rootUnit(store).code
  for (const period of periods) {
    const { expected, all } = unitsThatOwe(store, period.to)
    const units = isOneUnit ? all.filter(({ code }) => code === own) : expected
    owing.set(period.code, new Set(units.map(({ id }) => id)))
    parts.set(
      period.code,
      groupBy(all, ({ parent }) => parent),
    )
  }
  const partsReported: Expected['partsReported'] = (unit, period, facts) => {
    const below = parts.get(period.code)?.get(unit.code) ?? []
    const has = (part: UnitRow): boolean =>
      facts.reportsOf(part).some((report) => isReportOf(period, report)) || partsReported(part, period, facts)
    return below.length > 0 && below.every(has)
  }
  return {
    units: readUnits(store, null).filter(({ id }) => [...owing.values()].some((ids) => ids.has(id))),
    owes: (unit, period) => owing.get(period.code)?.has(unit.id) === true,
    partsReported,
  }
}

interface PackageRow {
  readonly direction: 'in' | 'out'
  /** The unit on the other side. */
  readonly unit: string
  readonly from: string | null
  readonly until: string | null
  readonly at: string
}

interface Facts {
  readonly reportsOf: (unit: UnitRow) => readonly BoardReport[]
  readonly questions: ReadonlyMap<string, readonly BoardQuestion[]>
  readonly packages: ReadonlyMap<string, readonly PackageRow[]>
}

function readFacts(store: ReadStore, periods: readonly BoardPeriod[]): Facts {
  const from = periods.reduce((first, period) => (period.countsFrom < first ? period.countsFrom : first), '9999-12-31')
  const to = periods.reduce((last, period) => (period.to > last ? period.to : last), '')
  const reports = groupBy(
    store.sqlite
      .prepare<[string, string], BoardReport>(
        // A report without a figure says nothing.
        `SELECT id, unit_id AS unitId, from_date AS "from", as_of AS asOf, received_on AS receivedOn, status, source
         FROM reports r WHERE as_of BETWEEN ? AND ? AND status <> 'draft'
           AND EXISTS (SELECT 1 FROM report_values v WHERE v.report_id = r.id)`,
      )
      .all(from, to),
    (report) => report.unitId,
  )
  const questions = groupBy(
    store.sqlite
      .prepare<
        [string, string],
        { unitId: string; asOf: string; answer: string | null; corrected: number | null; closedOn: string | null }
      >(
        `SELECT unit_id AS unitId, as_of AS asOf, answer, corrected, closed_on AS closedOn
         FROM returned_cells WHERE as_of BETWEEN ? AND ?`,
      )
      .all(from, to)
      .map((row): BoardQuestion => ({ unitId: row.unitId, asOf: row.asOf, isOpen: isQuestionOpen(row) })),
    (question) => question.unitId,
  )
  const packages = groupBy(
    store.sqlite
      .prepare<[], PackageRow>(
        `SELECT direction, CASE direction WHEN 'out' THEN to_unit ELSE from_unit END AS unit, period_from AS "from",
           period_to AS until, at FROM packages
         WHERE direction = 'out' AND kind IN ('report-form', 'return') OR direction = 'in' AND kind = 'report' AND state = 'applied'
         ORDER BY at DESC`,
      )
      .all(),
    (row) => row.unit,
  )
  return {
    reportsOf: (unit) => (reports.get(unit.id) ?? []).map((report) => cameBy(store, report, packages.get(unit.code))),
    questions,
    packages,
  }
}

/**
 * A report that came in a file was received when the file was; the unit's own file says when it was typed there. One
 * that was here before and was only corrected by a file keeps the day it was received.
 */
function cameBy({ sqlite }: ReadStore, report: BoardReport, packages: readonly PackageRow[] = []): BoardReport {
  const first = packages.findLast(({ direction, until }) => direction === 'in' && until === report.asOf)
  if (first === undefined) return report
  const born = sqlite
    .prepare<[string], string>(
      `SELECT o.kind FROM changes c JOIN operations o ON o.id = c.operation_id
       WHERE c.table_name = 'reports' AND c.row_id = ? AND c.column_name = '' AND c.after IS NOT NULL
       ORDER BY c.sequence LIMIT 1`,
    )
    .pluck()
    .get(report.id)
  return born === 'exchange.apply' ? { ...report, receivedOn: dayOf(first.at) } : report
}

/** The office's day of a moment. */
function dayOf(iso: string): string {
  const at = new Date(iso)
  const pad = (value: number): string => String(value).padStart(2, '0')
  return `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}`
}

function describe(
  period: BoardPeriod,
  cell: BoardCell,
  packages: readonly PackageRow[],
): Output<'board.get'>['rows'][number]['cells'][number] {
  const { report } = cell
  const out = packages.find(
    ({ direction, until }) => direction === 'out' && until !== null && isReportOf(period, { asOf: until }),
  )
  return {
    period: period.code,
    state: cell.state,
    stateText: wordState(cell),
    dueOn: period.dueOn,
    receivedOn: report?.receivedOn ?? null,
    daysLate: cell.daysLate,
    asOf: report?.asOf ?? null,
    report: report?.id ?? null,
    source: report?.source ?? null,
    sentOn: out?.at.slice(0, 10) ?? null,
    questions: cell.questions,
    openQuestions: cell.openQuestions,
  }
}
