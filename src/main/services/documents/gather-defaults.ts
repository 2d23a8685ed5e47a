import type { AppResult } from '#shared/contract/errors.ts'
import type { PlanRow } from '#shared/contract/plans.ts'
import type { ReportPeriod } from '#shared/domain/documents/facts.ts'
import type { UnitTree } from '#shared/domain/units/tree.ts'
import { usualDay } from '#shared/domain/wording/report-period.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import { ok } from '#shared/kit/result.ts'
import type { DocumentType } from '../../documents/catalogue.ts'
import { readPlans } from '../../db/queries/plans.ts'
import type { ReadStore } from '../../db/store.ts'
import { ownUnit } from '../exchange/site.ts'
import { findPlan } from '../lookup.ts'
import { byDate } from './gather-phases.ts'
import type { GatheredRegistry } from './registry.ts'

// What a document speaks of where nobody said it: which plan, whose, of which day.

/**
 * A report speaks of the survey as known on its day. A plan is written from what was known when it began; where
 * the survey came later, from the newest there is.
 */
export function surveyFor(
  type: DocumentType,
  asked: IsoDate | null,
  plan: PlanRow,
  today: IsoDate,
  gather: (day: IsoDate) => GatheredRegistry,
): GatheredRegistry {
  if (asked !== null) return gather(asked)
  if (type.speaksOf === 'day') return gather(defaultDay(type, plan, today))
  const known = gather(plan.from)
  return known.fact === null ? gather(today) : known
}

/** Lists speak of what is known on the day; those of a plan of what is known now, unless a day is asked for. */
export function listDay(type: DocumentType, asked: IsoDate | null, plan: PlanRow, today: IsoDate): IsoDate {
  if (asked !== null) return asked
  return type.speaksOf === 'day' ? defaultDay(type, plan, today) : today
}

/**
 * The unit whose file this is: in the province's the province, and for what a unit itself issues the first of its
 * direct children. A unit that was not there on the day yet, after a merger, leaves it to the province as well.
 */
export function defaultUnit(
  store: ReadStore,
  type: DocumentType,
  tree: UnitTree,
): UnitTree['units'][number] | undefined {
  const [root] = tree.roots
  const own = tree.byId.get(ownUnit(store).id)
  if (own !== undefined && own.id !== root?.id) return own
  if (root === undefined || type.ofUnit !== true) return root
  return tree.childrenOf(root.id)[0] ?? root
}

/** A plan of several years speaks of the newest term, a campaign of the newest campaign; where there is none, of the year. */
export function defaultPlan(store: ReadStore, type: DocumentType): AppResult<PlanRow> {
  const newest = readPlans(store)
    .filter((plan) => plan.kind === type.planKind)
    .toSorted(byDate)
    .at(-1)
  return newest === undefined ? findPlan(store, null) : ok(newest)
}

/** A report speaks of today, but not of days after the plan; a plan speaks of its beginning. */
export function defaultDay(
  type: DocumentType,
  plan: PlanRow,
  today: IsoDate,
  period: ReportPeriod | null = null,
): IsoDate {
  const usual = type.periodic === true && period !== null ? usualDay(period, plan) : null
  if (usual !== null) return usual
  return type.speaksOf === 'plan' ? plan.from : clamp(today, plan.from, plan.to)
}

export function clamp(day: IsoDate, from: IsoDate, to: IsoDate): IsoDate {
  if (day < from) return from
  return day > to ? to : day
}
