import type { IndicatorRow } from '#shared/contract/indicators.ts'
import type { PackageContent } from '#shared/domain/exchange/content.ts'
import type { FormFacts, FormIndicator } from '#shared/domain/exchange/form/form-kind.ts'
import { allowsDecimals } from '#shared/domain/indicators/indicator.ts'
import { isQuestionOpen } from '#shared/domain/exchange/board/board.ts'
import { periodOf, PERIOD_KINDS, type PeriodKind, type ReportingPeriod } from '#shared/domain/report-files/calendar.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import { legalForms } from '../../db/schema/index.ts'
import { asc } from '../../db/orm.ts'
import { readIndicators } from '../../db/queries/indicators.ts'
import { readPlans } from '../../db/queries/plans.ts'
import { readAssigners } from '../../db/queries/targets.ts'
import { readPlanTree } from '../../db/queries/unit-tree.ts'
import { readUnits } from '../../db/queries/units.ts'
import type { ReadStore } from '../../db/store.ts'
import { withDueDay } from '../exchange-board/periods.ts'
import { officeCalendar, startOfYearOf } from '../figures.ts'
import { readTargetsIn } from '../plan-facts.ts'

/** Names and figures a form shows beside its content, as they stand now. */
export function gatherFormFacts(store: ReadStore, { head, tables }: PackageContent): FormFacts {
  const period = head.period === null ? null : nameOfPeriod(store, head.period)
  const plans = readPlans(store)
  const plan = plans.find(({ code }) => code === head.plan) ?? null
  const yearFrom = head.period === null ? null : startOfYearOf(store, head.period.to)
  const year = plans.find(
    (row) => row.kind === 'year' && head.period !== null && row.from <= head.period.to && head.period.to <= row.to,
  )
  const units = readUnits(store, null)
  const unitId = units.find(({ code }) => code === head.to.unit)?.id ?? null
  const targets =
    year === undefined || head.period === null || unitId === null
      ? {}
      : readOwnTargets(store, year, head.period.to, unitId)
  const earlier =
    yearFrom === null || head.period === null || unitId === null
      ? {}
      : readEarlier(store, unitId, yearFrom, head.period.to)
  const commitment = (tables['commitments'] ?? [])[0]?.cells['due_on']
  return {
    office: head.from.name.toLocaleUpperCase('vi'),
    dueOn: typeof commitment === 'string' && commitment !== '' ? commitment : (period?.dueOn ?? null),
    period: period === null ? null : { code: period.code, name: period.name },
    planName: plan?.name ?? null,
    indicators: markAsked(store, readIndicators(store), {
      targets,
      earlier,
      from: yearFrom,
      to: head.period?.to ?? null,
    }),
    assigners: readAssigners(store).map(({ code, shortName }) => ({ code, name: shortName })),
    legalForms: store.db
      .select({ code: legalForms.code, name: legalForms.name })
      .from(legalForms)
      .orderBy(asc(legalForms.sortOrder))
      .all(),
    units: units.map(({ code, name }) => ({ code, name })),
    targets,
    earlier,
    yearFrom,
  }
}

/** The period of the calendar that has these days; of one that has not, the month its last day lies in. */
function nameOfPeriod(
  store: Pick<ReadStore, 'db'>,
  { from, to }: { readonly from: string; readonly to: string },
): { readonly code: string; readonly name: string; readonly dueOn: string } | null {
  const calendar = officeCalendar(store)
  const kinds: readonly PeriodKind[] = PERIOD_KINDS
  const fitting = kinds
    .map((kind) => periodOf(kind, to, calendar))
    .filter((period): period is ReportingPeriod => period !== null && period.to === to)
  const period = fitting.find((one) => one.from === from) ?? fitting.find(({ kind }) => kind === 'month') ?? fitting[0]
  return period === undefined ? null : withDueDay(store, period)
}

function readOwnTargets(
  store: ReadStore,
  plan: { readonly id: string; readonly from: string; readonly to: string },
  day: IsoDate,
  unitId: string,
): Record<string, number> {
  const found: Record<string, number> = {}
  for (const target of readTargetsIn(store, plan, readPlanTree(store, day, plan.from), day))
    // With several assigners the first in their order is shown: the office's own.
    if (target.unitId === unitId && target.kind === 'assigned' && target.value !== null)
      found[target.indicator] ??= target.value
  return found
}

/** What the unit reported last before the period's last day: of a flow within its year, of a level whenever. */
function readEarlier(
  store: Pick<ReadStore, 'sqlite'>,
  unitId: string,
  yearFrom: IsoDate,
  before: IsoDate,
): Record<string, { value: number; asOf: string }> {
  const rows = store.sqlite
    .prepare<[string, string, string], { code: string; value: number; asOf: string }>(
      `SELECT i.code, v.value, r.as_of AS asOf FROM reports r
       JOIN report_values v ON v.report_id = r.id JOIN indicators i ON i.id = v.indicator_id
       WHERE r.unit_id = ? AND r.as_of < ? AND r.status IN ('received', 'accepted') AND r.basis = 'cumulative'
         AND (r.from_date = ? OR i.kind IN ('stock', 'ratio'))
       ORDER BY r.as_of`,
    )
    .all(unitId, before, yearFrom)
  return Object.fromEntries(rows.map(({ code, value, asOf }) => [code, { value, asOf }]))
}

interface AskedFor {
  readonly targets: Readonly<Record<string, number>>
  readonly earlier: Readonly<Record<string, unknown>>
  readonly from: IsoDate | null
  readonly to: IsoDate | null
}

/**
 * What a report is asked for: what the unit has a target for or told before, and what any unit tells this year; of a
 * province that has neither, everything that is counted and not computed.
 */
function markAsked(
  store: Pick<ReadStore, 'sqlite'>,
  indicators: readonly IndicatorRow[],
  { targets, earlier, from, to }: AskedFor,
): FormIndicator[] {
  const told = new Set(
    store.sqlite
      .prepare<[string, string], string>(
        `SELECT DISTINCT i.code FROM report_values v JOIN reports r ON r.id = v.report_id
         JOIN indicators i ON i.id = v.indicator_id WHERE r.as_of BETWEEN ? AND ?`,
      )
      .pluck()
      .all(from ?? '0001-01-01', to ?? '9999-12-31'),
  )
  const isCounted = ({ kind }: IndicatorRow): boolean => kind === 'flow' || kind === 'loss' || kind === 'stock'
  const wanted = indicators.filter(
    (row) => isCounted(row) && (row.code in targets || row.code in earlier || told.has(row.code)),
  )
  const asked = new Set((wanted.length > 0 ? wanted : indicators.filter(isCounted)).map(({ code }) => code))
  return indicators
    .filter(({ validTo }) => validTo === null || to === null || validTo >= to)
    .map((row) => ({
      code: row.code,
      name: row.name,
      unitLabel: row.unitLabel,
      isAsked: asked.has(row.code),
      mayBeNegative: row.kind === 'net',
      isWhole: !allowsDecimals(row),
    }))
}

/** Questions that are still open travel in a return form; the others were answered. */
export function openQuestionsOnly(content: PackageContent): PackageContent {
  const rows = content.tables['returned_cells']
  if (content.head.kind !== 'return' || rows === undefined) return content
  const open = rows.filter(({ cells }) =>
    isQuestionOpen({
      answer: typeof cells['answer'] === 'string' ? cells['answer'] : null,
      corrected: typeof cells['corrected'] === 'number' ? cells['corrected'] : null,
      closedOn: typeof cells['closed_on'] === 'string' ? cells['closed_on'] : null,
    }),
  )
  return { ...content, tables: { ...content.tables, returned_cells: open } }
}
