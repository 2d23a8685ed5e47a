import type { IndicatorRow } from '#shared/contract/indicators.ts'
import type { PlanRow } from '#shared/contract/plans.ts'
import { codesOfFormula } from '#shared/domain/indicators/indicator.ts'
import { createFigures, type EnterpriseCount, type Figures } from '#shared/domain/results/figures.ts'
import { type EntriesByUnit, inheritEntries } from '#shared/domain/results/inherit.ts'
import {
  calendarOf,
  type CalendarStart,
  DEFAULT_CALENDAR,
  reportingYearsIn,
  startOfReportingYear,
} from '#shared/domain/results/reporting-year.ts'
import { defaultBasis } from '#shared/domain/targets/target.ts'
import type { AskedYear } from '#shared/domain/results/compact.ts'
import type { CountWindow } from '#shared/domain/results/as-of.ts'
import { takeoversIn } from '#shared/domain/units/organisation.ts'
import type { UnitTree } from '#shared/domain/units/tree.ts'
import { addDays, type IsoDate } from '#shared/kit/dates.ts'
import { readDatedUnits, readRelations } from '../db/queries/dated-units.ts'
import { readIndicators } from '../db/queries/indicators.ts'
import { readPlans } from '../db/queries/plans.ts'
import { readCountedEntries } from '../db/queries/counted-reports.ts'
import { readLevelEntries } from '../db/queries/level-reports.ts'
import { readCalendarRows } from '../db/queries/report-files.ts'
import { readCoverage, readRatioRound } from '../db/queries/survey-counts.ts'
import { remember, rememberFacts } from '../db/remembered.ts'
import type { ReadStore } from '../db/store.ts'
import { figuresSettledOn } from './settled-day.ts'
import { readSettings } from './settings.ts'

export interface GatheredFigures {
  readonly figures: Figures
  readonly entriesOf: (indicatorCode: string) => EntriesByUnit
  readonly indicators: readonly IndicatorRow[]
}

const NO_ENTRIES: EntriesByUnit = new Map()

/**
 * Reads what units reported up to a day, ready to be asked for any indicator of the window. `only`: no others than
 * these and what they are computed from will be asked for. Of one tree, days between two reports share the answer.
 */
export function gatherFigures(
  store: Pick<ReadStore, 'db' | 'sqlite'>,
  tree: UnitTree,
  window: CountWindow,
  day: IsoDate,
  only: readonly string[] | null = null,
): GatheredFigures {
  const settled = figuresSettledOn(store, window, day < window.to ? day : window.to)
  const key = `figures ${numberOfTree(tree)} ${settled} ${JSON.stringify([window, only])}`
  return remember(store.sqlite, key, () => readFigures(store, tree, window, settled, only))
}

const treeNumbers = new WeakMap<UnitTree, number>()
let lastTree = 0

/** Trees are made once and never changed, so that a number tells them apart as long as they live. */
export function numberOfTree(tree: UnitTree): number {
  const known = treeNumbers.get(tree)
  if (known !== undefined) return known
  lastTree += 1
  treeNumbers.set(tree, lastTree)
  return lastTree
}

function readFigures(
  store: Pick<ReadStore, 'db' | 'sqlite'>,
  tree: UnitTree,
  window: CountWindow,
  day: IsoDate,
  only: readonly string[] | null,
): GatheredFigures {
  const all = rememberFacts(store.sqlite, 'indicators all', () => readIndicators(store))
  const indicators = only === null ? all : neededFor(only, all)
  const last = day < window.to ? day : window.to
  const dated = rememberFacts(store.sqlite, 'dated units', () => readDatedUnits(store))
  const relations = rememberFacts(store.sqlite, 'relations', () => readRelations(store))
  const takeovers = takeoversIn(dated, relations, tree)
  const heirs = new Map(takeovers.flatMap(({ heirId, sourceIds }) => sourceIds.map((id) => [id, heirId] as const)))
  const years = yearsToRead(window, last)
  const days = years.flatMap((year) => year.days)
  const opening = window.from < last ? window.from : last
  const counted = readCountedEntries(store, { years, opening, indicators, takeovers })
  const statedSince = years.reduce((first, year) => (year.from < first ? year.from : first), last)
  const levels = readLevelEntries(store, { day: last, indicators, statedSince })
  const idByCode = new Map(indicators.map((indicator) => [indicator.code, indicator.id]))
  const kinds = new Map(indicators.map((indicator) => [indicator.code, indicator.kind]))
  // What a unit reported before it was merged is a part of what its successor has.
  const inherited = new Map<string, EntriesByUnit>()
  const entriesOf: GatheredFigures['entriesOf'] = (code) => {
    const id = idByCode.get(code) ?? ''
    const reported = counted.get(id) ?? levels.get(id) ?? NO_ENTRIES
    const kind = kinds.get(code)
    if (takeovers.length === 0 || kind === undefined) return reported
    const known = inherited.get(code) ?? inheritEntries(reported, takeovers, kind, window.calendar, days)
    inherited.set(code, known)
    return known
  }
  const figures = createFigures({
    tree,
    indicators: new Map(indicators.map((indicator) => [indicator.code, indicator])),
    entriesOf,
    enterprisesOf: (minWorkers) => countEnterprises(store, tree, heirs, minWorkers, last),
    window,
    day,
  })
  return { figures, entriesOf, indicators }
}

/** The indicators with those their formulas read, and what these read in turn. */
function neededFor(codes: readonly string[], all: readonly IndicatorRow[]): readonly IndicatorRow[] {
  const byCode = new Map(all.map((indicator) => [indicator.code, indicator]))
  const needed = new Set<string>()
  const take = (code: string): void => {
    if (needed.has(code)) return
    needed.add(code)
    for (const part of codesOfFormula(byCode.get(code)?.formula ?? null)) take(part)
  }
  for (const code of codes) take(code)
  return all.filter(({ code }) => needed.has(code))
}

/**
 * The reporting years a window touches and the days counting looks at in each: its end or the day asked for, and
 * where the window opens inside a year the day before it. Counts never look behind the start of their year.
 */
function yearsToRead(window: CountWindow, last: IsoDate): readonly AskedYear[] {
  const opening = window.from <= last ? window.from : last
  return reportingYearsIn(opening, last, window.calendar).map(({ from, to }) => ({
    from,
    days: [last < to ? last : to, ...(opening > from ? [addDays(opening, -1)] : [])],
  }))
}

function countEnterprises(
  store: Pick<ReadStore, 'sqlite'>,
  tree: UnitTree,
  heirs: ReadonlyMap<string, string>,
  minWorkers: number,
  day: IsoDate,
): ReadonlyMap<string, EnterpriseCount> | null {
  const round = readRatioRound(store, day)
  if (round === null) return null
  const rootId = tree.roots[0]?.id ?? ''
  const counts = new Map<string, EnterpriseCount>()
  for (const { unitId, enterprises, withUnion } of readCoverage(store, round.id, minWorkers, day)) {
    // An enterprise whose place is not known, or whose unit is not there that day, still counts for the province.
    const id = placeIn(tree, heirs, unitId) ?? rootId
    const before = counts.get(id) ?? { enterprises: 0, withUnion: 0 }
    counts.set(id, { enterprises: before.enterprises + enterprises, withUnion: before.withUnion + withUnion })
  }
  return counts
}

/** The unit itself, or who took it over by the tree's day. */
function placeIn(tree: UnitTree, heirs: ReadonlyMap<string, string>, unitId: string | null): string | null {
  const seen = new Set<string>()
  for (let at = unitId; at !== null && !seen.has(at); at = heirs.get(at) ?? null) {
    if (tree.byId.has(at)) return at
    seen.add(at)
  }
  return null
}

/** The calendar and window a plan counts in. */
export function windowOf(store: Pick<ReadStore, 'db'>, plan: PlanRow): CountWindow {
  return { from: plan.from, to: plan.to, basis: defaultBasis(plan.kind), calendar: calendarOfPlan(store, plan) }
}

/** Of the plan itself when it is a year, else of the year it belongs to or holds, else the office's own. */
function calendarOfPlan(store: Pick<ReadStore, 'db'>, plan: PlanRow): CalendarStart {
  const plans = readPlans(store)
  for (let at: PlanRow | undefined = plan; at !== undefined;) {
    if (at.kind === 'year') return calendarOf(at.from)
    const parent: string | null = at.parent
    at = plans.find((row) => row.code === parent)
  }
  const year = plans.find((row) => row.kind === 'year' && row.parent === plan.code)
  return year === undefined ? officeCalendar(store) : calendarOf(year.from)
}

/**
 * Every calendar in use: the office's own and those of the year plans. The usual one, which a file has unasked, is not in
 * use where all year plans run otherwise: an increment over 1 December would be counted by none of them.
 */
export function readCalendars(store: Pick<ReadStore, 'db'>): readonly CalendarStart[] {
  const ofPlans = readPlans(store).flatMap((plan) => (plan.kind === 'year' ? [calendarOf(plan.from)] : []))
  const office = officeCalendar(store)
  return [...new Set(office === DEFAULT_CALENDAR && ofPlans.length > 0 ? ofPlans : [office, ...ofPlans])]
}

/**
 * How the office counts its years: as it set them, else as every row of its own reporting calendar that still holds has them. Whoever says
 * "1/12" in the one place need not say it in the other.
 */
export function officeCalendar(store: Pick<ReadStore, 'db'>): CalendarStart {
  const { yearStart } = readSettings(store)
  if (/^\d\d-\d\d$/.test(yearStart) && yearStart !== DEFAULT_CALENDAR) return yearStart
  const [own, ...others] = new Set(
    readCalendarRows(store).flatMap((row) => (row.validTo === null ? [row.yearStart] : [])),
  )
  return own !== undefined && others.length === 0 ? own : DEFAULT_CALENDAR
}

/**
 * The day a cumulative figure of a day counts from when nobody says: the first of the year plan the day lies in, that of
 * the office's own calendar before others; without a plan, of the office's reporting year.
 */
export function startOfYearOf(store: Pick<ReadStore, 'db'>, day: IsoDate): IsoDate {
  const office = officeCalendar(store)
  const around = readPlans(store).filter((plan) => plan.kind === 'year' && plan.from <= day && day <= plan.to)
  const plan = around.find(({ from }) => calendarOf(from) === office) ?? around[0]
  return plan?.from ?? startOfReportingYear(day, office)
}
