import type { Output, ParsedInput } from '#shared/contract/index.ts'
import type { AppResult } from '#shared/contract/errors.ts'
import type { PlanRow } from '#shared/contract/plans.ts'
import { buildProgress } from '#shared/domain/results/progress.ts'
import { isWithinOneYear } from '#shared/domain/results/as-of.ts'
import { startOfReportingYear } from '#shared/domain/results/reporting-year.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import { ok } from '#shared/kit/result.ts'
import { readAssigners } from '../db/queries/targets.ts'
import { readPlanTree } from '../db/queries/unit-tree.ts'
import type { ReadStore } from '../db/store.ts'
import { gatherFigures, windowOf } from './figures.ts'
import { findPlan } from './lookup.ts'
import { readTargetsIn } from './plan-facts.ts'
import type { QueryContext } from './service.ts'

export function readProgress(
  { store, today }: QueryContext,
  input: ParsedInput<'progress.get'>,
): AppResult<Output<'progress.get'>> {
  const plan = findPlan(store, input.plan)
  if (!plan.ok) return plan
  return ok(progressOf(store, plan.value, input.asOf ?? today()))
}

/** Progress of a plan as of a day, with the units as they stood on it (on the plan's last day once it is over). */
export function progressOf(store: ReadStore, plan: PlanRow, asOf: IsoDate): Output<'progress.get'> {
  const window = windowOf(store, plan)
  const inside = asOf < plan.from ? plan.from : asOf < plan.to ? asOf : plan.to
  const placed = readPlanTree(store, inside, plan.from)
  const { tree, types } = placed
  const { figures, entriesOf, indicators } = gatherFigures(store, tree, window, asOf)
  const { rows, findings } = buildProgress({
    tree,
    unitTypes: types,
    indicators,
    assigners: readAssigners(store).map(({ code, shortName, sortOrder }) => ({ code, name: shortName, sortOrder })),
    targets: readTargetsIn(store, plan, placed, asOf).map((target) => ({
      ...target,
      assigner: target.assignerCode,
    })),
    figures,
    entriesOf,
    window,
    day: asOf,
    basisMatters: isWithinOneYear(window) && window.from !== startOfReportingYear(window.from, window.calendar),
  })
  const roots = new Set(tree.roots.map((root) => root.id))
  const children = tree.units.filter((unit) => unit.parentId !== null && roots.has(unit.parentId))
  // A level told last year, or counted in the survey, is no report of this plan's days.
  const isOfPlan = (row: (typeof rows)[number]): boolean => row.resultAsOf !== null && row.resultAsOf >= plan.from
  const speaking = new Set(rows.flatMap((row) => (row.level === 'unit' && isOfPlan(row) ? [row.unit] : [])))
  const asked = new Set(rows.flatMap((row) => (row.level === 'unit' && row.target !== null ? [row.unit] : [])))
  return {
    plan: plan.code,
    planName: plan.name,
    asOf,
    rows: rows.map((row) => ({ ...row, notes: [...row.notes] })),
    findings: [...findings],
    silent: children
      .filter((unit) => asked.has(unit.code) && !speaking.has(unit.code))
      .map((unit) => ({ unit: unit.code, name: unit.name })),
  }
}
