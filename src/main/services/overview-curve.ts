import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { Output, ParsedInput } from '#shared/contract/index.ts'
import type { PlanRow } from '#shared/contract/plans.ts'
import { curveDays, yearBefore } from '#shared/domain/overview/clock.ts'
import { growsFromNothing } from '#shared/domain/overview/key-figures.ts'
import type { CountWindow } from '#shared/domain/results/as-of.ts'
import type { Figures } from '#shared/domain/results/figures.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import { ok } from '#shared/kit/result.ts'
import { readIndicators } from '../db/queries/indicators.ts'
import { remember } from '../db/remembered.ts'
import type { ReadStore } from '../db/store.ts'
import { gatherFigures, windowOf } from './figures.ts'
import { findPlan } from './lookup.ts'
import { placeUnits } from './progress/count.ts'
import type { QueryContext } from './service.ts'

/** Asks what the province has of an indicator on a day; `yearsBack` moves the plan's days by whole years. */
export type ResultOf = (indicator: string, day: IsoDate, yearsBack: 0 | 1) => number | null

/**
 * Answers with the units as they are on the plan's newest day, who have what those before them reported; the year
 * before with those of then. Each day is gathered once, of the wanted indicators alone.
 */
export function resultsOn(store: ReadStore, plan: PlanRow, asOf: IsoDate, wanted: readonly string[]): ResultOf {
  const now = windowOf(store, plan)
  const before: CountWindow = { ...now, from: yearBefore(now.from), to: yearBefore(now.to) }
  const trees = [
    placeUnits(store, now, { asOf, unitsOn: null }).tree,
    placeUnits(store, before, { asOf: before.to, unitsOn: null }).tree,
  ] as const
  const known = new Map<string, Figures>()
  return (indicator, day, yearsBack) => {
    const window = yearsBack === 0 ? now : before
    const tree = trees[yearsBack]
    const key = `${day} ${yearsBack}`
    const figures = known.get(key) ?? gatherFigures(store, tree, window, day, wanted).figures
    known.set(key, figures)
    const [root] = tree.roots
    if (root === undefined) return null
    return figures.of(indicator, window.basis).get(root.id)?.figure?.amount.value ?? null
  }
}

/** How one figure grew over the plan's days up to a day, and over the same days of the year before to their end. */
export function readCurve(
  { store, today }: QueryContext,
  input: ParsedInput<'overview.curve'>,
): AppResult<Output<'overview.curve'>> {
  const found = findPlan(store, input.plan)
  if (!found.ok) return found
  const plan = found.value
  const indicator = readIndicators(store).find(({ code }) => code === input.indicator)
  if (indicator === undefined) return fail('INDICATOR_UNKNOWN', { code: input.indicator })
  const asOf = input.asOf ?? today()
  const drawn = (): Output<'overview.curve'> => {
    const resultOf = resultsOn(store, plan, asOf, [indicator.code])
    const through = (days: readonly IsoDate[], last: IsoDate, yearsBack: 0 | 1) =>
      [...new Set([...days.filter((day) => day < last), last])].map((day) => ({
        day,
        value: resultOf(indicator.code, day, yearsBack),
      }))
    const days = curveDays(plan)
    const last = asOf < plan.to ? asOf : plan.to
    return {
      curve: last < plan.from ? [] : through(days, last, 0),
      // A level of the year before says nothing about how this one grows.
      curveBefore: growsFromNothing(indicator.kind) ? through(days.map(yearBefore), yearBefore(plan.to), 1) : [],
    }
  }
  return ok(remember(store.sqlite, `curve ${plan.id} ${asOf} ${indicator.code}`, drawn))
}
