import type { PlanRow } from '#shared/contract/plans.ts'
import type { IndicatorRow } from '#shared/contract/indicators.ts'
import { type CountWindow, isWithinOneYear } from '#shared/domain/results/as-of.ts'
import { buildProgress, type Progress, type ProgressInput, type ShownRows } from '#shared/domain/results/progress.ts'
import { groupTargets } from '#shared/domain/results/progress-block.ts'
import { startOfReportingYear } from '#shared/domain/results/reporting-year.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import { readExclusions } from '../../db/queries/campaigns.ts'
import { readNumberInForce } from '../../db/queries/plan-versions.ts'
import { readIndicators } from '../../db/queries/indicators.ts'
import { readAssigners } from '../../db/queries/targets.ts'
import { type PlanTree, readPlanTree, readPresentTree } from '../../db/queries/unit-tree.ts'
import { remember, rememberFacts } from '../../db/remembered.ts'
import type { ReadStore } from '../../db/store.ts'
import { gatherFigures, type GatheredFigures, numberOfTree, windowOf } from '../figures.ts'
import { readTargetsIn } from '../plan-facts.ts'
import { figuresSettledOn, unitsSettledOn } from '../settled-day.ts'

/** What of a plan is counted. */
export interface CountedPlan {
  /** Null: days no plan was made for; results alone are counted. */
  readonly plan: PlanRow | null
  readonly window: CountWindow
}

export interface Counting {
  readonly asOf: IsoDate
  /** The day whose units are shown; null: those of the day asked for. */
  readonly unitsOn: IsoDate | null
  readonly show?: ShownRows
  /** Indicators by code; null: all. */
  readonly only?: ReadonlySet<string> | null
}

const MOST_WHOLES = 24
/** Every row of a large province, some megabytes each: the day that is looked at and one it is held against. */
const MOST_ROWS = 2
/** The plans of a term by period, or of the overview with its campaigns. */
const MOST_PLANS = 8

export interface Counted extends Progress {
  readonly placed: PlanTree
  readonly unitsOn: IsoDate
  readonly indicators: readonly IndicatorRow[]
}

/** First day of the reporting year a campaign or phase lies in; null for plans that count from their own first day. */
export function yearStartOf({ plan, window }: CountedPlan): IsoDate | null {
  const isPart = plan !== null && (plan.kind === 'campaign' || plan.kind === 'phase')
  return isPart && isWithinOneYear(window) ? startOfReportingYear(window.to, window.calendar) : null
}

/** Whether a figure of the plan's own days is another than one of the year up to them: not where the year begins with it. */
export function basisMatters({ window }: Pick<CountedPlan, 'window'>): boolean {
  return isWithinOneYear(window) && window.from !== startOfReportingYear(window.from, window.calendar)
}

export function countedPlan(store: Pick<ReadStore, 'db' | 'sqlite'>, plan: PlanRow): CountedPlan {
  return { plan, window: windowOf(store, plan) }
}

/** The units figures of a day are read in: as they stood then, or as they are on a later day. */
export function placeUnits(store: ReadStore, window: CountWindow, { asOf, unitsOn }: Counting): PlanTree {
  const inside = dayInside(window, asOf)
  const then = unitsSettledOn(store, inside, window.from)
  const now = unitsOn === null || unitsOn <= inside ? null : unitsOn
  return rememberFacts(store.sqlite, `tree ${then} ${window.from} ${now ?? ''}`, () =>
    now === null
      ? readPlanTree(store, then, window.from)
      : readPresentTree(store, { day: then, shownOn: now, planFrom: window.from }),
  )
}

function dayInside({ from, to }: CountWindow, day: IsoDate): IsoDate {
  return day < from ? from : day < to ? day : to
}

/** What units reported, in the units the counting shows. */
export function gatherCounted(
  store: ReadStore,
  { window }: CountedPlan,
  counting: Counting,
): { readonly placed: PlanTree; readonly gathered: GatheredFigures } {
  const placed = placeUnits(store, window, counting)
  return { placed, gathered: gatherFigures(store, placed.tree, window, counting.asOf) }
}

/** Every row of a plan on a day, with the units as wanted. Days between two reports share one answer. */
export function countProgress(store: ReadStore, counted: CountedPlan, counting: Counting): Counted {
  const { plan, window } = counted
  const { asOf, unitsOn } = counting
  const inside = dayInside(window, asOf)
  const shown = unitsOn === null || unitsOn <= inside ? inside : unitsOn
  const settled = figuresSettledOn(store, window, asOf < window.to ? asOf : window.to)
  const key = JSON.stringify([
    plan?.id ?? window,
    settled,
    placeUnits(store, window, counting).tree.on,
    unitsOn === shown ? unitsOn : null,
    plan === null ? null : readNumberInForce(store, plan.id, asOf),
    counting.show ?? null,
    counting.only == null ? null : [...counting.only],
  ])
  const count = (): Omit<Counted, 'unitsOn'> => countRows(store, counted, counting)
  // The few rows of the whole are held longer: a term by period needs those of every year in it.
  const rows =
    counting.show?.units === 'roots' && counting.show.groups === null
      ? remember(store.sqlite, `wholes ${key}`, count, MOST_WHOLES)
      : remember(store.sqlite, `rows ${key}`, count, MOST_ROWS)
  return { ...rows, unitsOn: shown }
}

function countRows(store: ReadStore, counted: CountedPlan, counting: Counting): Omit<Counted, 'unitsOn'> {
  const { plan, window } = counted
  const { placed, gathered } = gatherCounted(store, counted, counting)
  const { asOf, only } = counting
  const matters = basisMatters(counted)
  const asked = plan === null ? NOT_ASKED : readAsked(store, plan, { placed, asOf, basisMatters: matters })
  const unranked = plan === null ? [] : readExclusions(store, plan.id).map(({ unitId }) => unitId)
  const shown = gathered.indicators.filter(({ code }) => only === undefined || only === null || only.has(code))
  const progress = buildProgress({
    tree: placed.tree,
    unitTypes: placed.types,
    indicators: shown,
    assigners: asked.assigners,
    targets: asked.targets,
    grouped: asked.grouped,
    figures: gathered.figures,
    entriesOf: gathered.entriesOf,
    window,
    day: asOf,
    basisMatters: matters,
    unranked: new Set(unranked),
    ...(counting.show === undefined ? {} : { show: counting.show }),
  })
  return { ...progress, placed, indicators: gathered.indicators }
}

type AskedTargets = Pick<ProgressInput, 'assigners' | 'targets'> & Required<Pick<ProgressInput, 'grouped'>>

const NOT_ASKED: AskedTargets = { assigners: [], targets: [], grouped: new Map() }

/** The targets of a plan in the units of a tree, put into columns and summed up the tree; no report changes them. */
function readAsked(
  store: ReadStore,
  plan: PlanRow,
  { placed, asOf, basisMatters }: { placed: PlanTree; asOf: IsoDate; basisMatters: boolean },
): AskedTargets {
  const { tree } = placed
  const inForce = readNumberInForce(store, plan.id, asOf)
  const make = (): AskedTargets => {
    // Of the rows as they are stored no more than is counted with: they are held for every plan that is looked at.
    const targets = readTargetsIn(store, plan, placed, asOf).map((told) => ({
      unitId: placed.tree.byId.get(told.unitId)?.id ?? told.unitId,
      indicator: told.indicator,
      assigner: told.assignerCode,
      kind: told.kind,
      basis: told.basis,
      value: told.value,
    }))
    const assigners = readAssigners(store).map(({ code, shortName, sortOrder }) => ({
      code,
      name: shortName,
      sortOrder,
    }))
    const indicators = readIndicators(store)
    return { assigners, targets, grouped: groupTargets({ tree, indicators, assigners, targets, basisMatters }) }
  }
  const key = `counted ${plan.id} ${inForce} ${numberOfTree(tree)} ${basisMatters}`
  return rememberFacts(store.sqlite, key, make, MOST_PLANS)
}
