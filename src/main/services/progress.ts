import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { Output, ParsedInput } from '#shared/contract/index.ts'
import type { PlanRow } from '#shared/contract/plans.ts'
import type { MeasuredRow } from '#shared/contract/results.ts'
import { clockOf } from '#shared/domain/overview/clock.ts'
import { bandsOn } from '#shared/domain/results/bands.ts'
import { indicatorsOfCut } from '#shared/domain/results/cuts.ts'
import type { ShownRows } from '#shared/domain/results/progress.ts'
import { startOfReportingYear } from '#shared/domain/results/reporting-year.ts'
import { subtreeOf } from '#shared/domain/units/tree.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import { ok } from '#shared/kit/result.ts'
import { readBands } from '../db/queries/campaigns.ts'
import { readIndicators } from '../db/queries/indicators.ts'
import { remember } from '../db/remembered.ts'
import type { ReadStore } from '../db/store.ts'
import { windowOf } from './figures.ts'
import { findPlan } from './lookup.ts'
import { compareRows, comparedDay, planAround } from './progress/compare.ts'
import { basisMatters, type Counted, countedPlan, countProgress, placeUnits, yearStartOf } from './progress/count.ts'
import { measureRows } from './progress/measure.ts'
import { silentUnits } from './progress/silent.ts'
import { partsOfPlan, periodOf, wholesOf } from './progress/periods.ts'
import type { QueryContext } from './service.ts'

/** Made in some milliseconds from the rows that are held, while each of a large province is as large as they are. */
const MOST_ANSWERS = 1

type View = ParsedInput<'progress.get'>
type Answer = Output<'progress.get'>

export function readProgress({ store, today }: QueryContext, input: View): AppResult<Answer> {
  const plan = findPlan(store, input.plan)
  if (!plan.ok) return plan
  const only = input.cut === null ? null : indicatorsOfCut(input.cut, readIndicators(store))
  if (only?.length === 0) return fail('CUT_UNKNOWN', { text: input.cut ?? '' })
  const asOf = input.asOf ?? today()
  const unitsOn = input.view === 'now' ? today() : null
  const view = { ...input, asOf, unitsOn, only: only === null ? null : new Set(only.map(({ code }) => code)) }
  const answer = remember(
    store.sqlite,
    `progress ${plan.value.id} ${JSON.stringify({ ...view, only: input.cut })}`,
    () => viewOf(store, plan.value, view),
    MOST_ANSWERS,
  )
  if (input.unit === null) return ok(answer)
  const { tree } = placeUnits(store, windowOf(store, plan.value), view)
  const unit = tree.units.find(({ code }) => code === input.unit)
  if (unit === undefined) return fail('UNIT_UNKNOWN', { code: input.unit })
  const below = new Set(subtreeOf(tree, unit.id).map(({ code }) => code))
  return ok({ ...answer, rows: answer.rows.filter((row) => row.level === 'unit' && below.has(row.unit ?? '')) })
}

/** Progress of a plan as of a day, with the units as they stood on it (on the plan's last day once it is over). */
export function progressOf(store: ReadStore, plan: PlanRow, asOf: IsoDate): Answer {
  return viewOf(store, plan, { asOf, by: null, view: 'then', compare: null, unitsOn: null, only: null })
}

interface AskedView extends Pick<View, 'by' | 'view' | 'compare'> {
  readonly asOf: IsoDate
  readonly unitsOn: IsoDate | null
  readonly only: ReadonlySet<string> | null
}

const SHOWN: Readonly<Record<NonNullable<View['by']>, ShownRows>> = {
  unit: { units: true, groups: null, total: false },
  group: { units: false, groups: 'groups', total: true },
  type: { units: false, groups: 'types', total: true },
  assigner: { units: 'roots', groups: null, total: true },
  period: { units: 'roots', groups: null, total: true },
}

function viewOf(store: ReadStore, plan: PlanRow, view: AskedView): Answer {
  const { asOf, by, compare } = view
  const bands = bandsOn(readBands(store), asOf)
  const show = by === null ? {} : { show: SHOWN[by] }
  const counted = countProgress(store, countedPlan(store, plan), { ...view, ...show })
  const measured = (from: PlanRow, of: Counted, day: IsoDate, period: MeasuredRow['period']): MeasuredRow[] =>
    measureRows(of.rows, {
      days: from,
      asOf: day,
      bands,
      indicators: of.indicators,
      period,
      yearFrom: yearStartOf(countedPlan(store, from)),
    })
  let rows: readonly MeasuredRow[] = measured(plan, counted, asOf, null)
  if (by === 'assigner' || by === 'period') rows = wholesOf(rows)
  if (by === 'period') {
    const parts = partsOfPlan(store, plan).flatMap((part) => {
      const of = countProgress(store, countedPlan(store, part), { ...view, show: SHOWN.period })
      return wholesOf(measured(part, of, asOf, periodOf(part)))
    })
    rows = [...rows, ...parts]
  }
  const on = compare === null ? null : comparedDay(compare, asOf, plan)
  if (on !== null) {
    const around = planAround(store, plan, on)
    const counting = { ...view, asOf: on, ...show }
    const before = [...countProgress(store, around, counting).rows]
    const isPart = basisMatters(countedPlan(store, plan))
    if (isPart && rows.some(({ basis }) => basis === 'cumulative')) {
      const year = { plan: null, window: { ...around.window, from: startOfReportingYear(on, around.window.calendar) } }
      before.push(...countProgress(store, year, counting).rows.map((row) => ({ ...row, basis: 'cumulative' as const })))
    }
    rows = compareRows(rows, before, { asOf: on, plan: around.plan?.code ?? null, basisMatters: isPart })
  }
  const clock = clockOf(plan, asOf)
  return {
    plan: plan.code,
    planName: plan.name,
    from: plan.from,
    to: plan.to,
    asOf,
    view: view.view,
    unitsOn: counted.unitsOn,
    elapsed: clock.elapsed,
    daysLeft: clock.daysLeft,
    comparedOn: on,
    rows: [...rows],
    findings: [...counted.findings],
    silent: silentUnits(counted, plan, asOf),
  }
}
