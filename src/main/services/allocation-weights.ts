import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { IndicatorRow } from '#shared/contract/indicators.ts'
import type { PlanRow } from '#shared/contract/plans.ts'
import type { AllocationInput } from '#shared/contract/targets.ts'
import { reportingYearOf } from '#shared/domain/results/reporting-year.ts'
import type { TreeUnit } from '#shared/domain/units/tree.ts'
import { assertNever } from '#shared/kit/assert-never.ts'
import { addDays } from '#shared/kit/dates.ts'
import { ok } from '#shared/kit/result.ts'
import { ownValue } from '#shared/kit/own-value.ts'
import { readWorkforce, type UnitWorkforce } from '../db/queries/survey-counts.ts'
import type { DatedTree } from '../db/queries/unit-tree.ts'
import type { ReadStore } from '../db/store.ts'
import { gatherFigures, windowOf } from './figures.ts'

interface WeightFacts {
  readonly plan: PlanRow
  readonly indicator: IndicatorRow
  readonly dated: DatedTree
  readonly children: readonly TreeUnit[]
}

/**
 * The weight of every child, by unit id. The survey's figures are the current ones, that is of the newest
 * observation, whenever the plan begins: a plan is spread by what is known when it is spread.
 */
export function readWeights(
  store: ReadStore,
  input: AllocationInput,
  facts: WeightFacts,
): AppResult<ReadonlyMap<string, number>> {
  switch (input.by) {
    case 'equal':
      return ok(new Map(facts.children.map((child) => [child.id, 1])))
    case 'hand':
      return readHandWeights(input, facts.children)
    case 'nonmembers':
      return ok(sumWorkforce(store, input.threshold, facts, (unit) => unit.nonmembers))
    case 'workers':
      return ok(sumWorkforce(store, input.threshold, facts, (unit) => unit.workers))
    case 'enterprises':
      return ok(sumWorkforce(store, input.threshold, facts, (unit) => unit.withoutUnion))
    case 'previous':
      return ok(readPreviousResults(store, facts))
    default:
      return assertNever(input.by)
  }
}

function readHandWeights(
  input: AllocationInput,
  children: readonly TreeUnit[],
): AppResult<ReadonlyMap<string, number>> {
  // A locked unit needs none: it keeps its number whatever its weight.
  const missing = children.find(
    (child) => !Object.hasOwn(input.weights, child.code) && !Object.hasOwn(input.locks, child.code),
  )
  if (missing !== undefined) return fail('ALLOCATION_WEIGHT_MISSING', { name: missing.name })
  return ok(new Map(children.map((child) => [child.id, ownValue(input.weights, child.code) ?? 0])))
}

/** Σ over the enterprises placed in each child or anywhere below it. */
function sumWorkforce(
  store: ReadStore,
  threshold: number,
  { dated, children }: WeightFacts,
  pick: (unit: UnitWorkforce) => number,
): ReadonlyMap<string, number> {
  const parentOf = new Map(dated.all.map((unit) => [unit.id, unit.parentId]))
  const weights = new Map(children.map((child) => [child.id, 0]))
  for (const workforce of readWorkforce(store, threshold, dated.tree.on)) {
    // Upwards to the child it belongs to. Parents whether valid that day or not: an enterprise stays where it
    // was placed although the unit in between has ended.
    let at = workforce.unitId
    while (at !== null && !weights.has(at)) at = parentOf.get(at) ?? null
    if (at !== null) weights.set(at, (weights.get(at) ?? 0) + pick(workforce))
  }
  return weights
}

/** Last year's final result of the indicator: as of the last day of the reporting year before the plan. */
function readPreviousResults(
  store: ReadStore,
  { plan, indicator, dated, children }: WeightFacts,
): ReadonlyMap<string, number> {
  const { calendar } = windowOf(store, plan)
  const year = reportingYearOf(addDays(plan.from, -1), calendar)
  const window = { ...year, basis: 'cumulative' as const, ...(calendar === undefined ? {} : { calendar }) }
  const { figures } = gatherFigures(store, dated.tree, window, year.to)
  const results = figures.of(indicator.code, 'cumulative')
  return new Map(children.map((child) => [child.id, Math.max(0, results.get(child.id)?.figure?.amount.value ?? 0)]))
}
