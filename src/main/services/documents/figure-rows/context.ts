import type { FigureRow } from '#shared/contract/document-drafts.ts'
import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { IndicatorRow } from '#shared/contract/indicators.ts'
import type { PlanRow } from '#shared/contract/plans.ts'
import { codesOfFormula } from '#shared/domain/indicators/indicator.ts'
import type { TreeUnit } from '#shared/domain/units/tree.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import { ok } from '#shared/kit/result.ts'
import { readIndicators } from '../../../db/queries/indicators.ts'
import { readPlans } from '../../../db/queries/plans.ts'
import { type PlanTree, readPlanTree } from '../../../db/queries/unit-tree.ts'
import { readShortNames } from '../../../db/queries/document-rows.ts'
import type { ReadStore } from '../../../db/store.ts'

/** Of which document a figure is asked. */
export interface FigureScope {
  readonly plan: string
  /** Code of the unit the document speaks for. */
  readonly unit: string
  readonly asOf: IsoDate
}

export interface RowContext {
  readonly store: ReadStore
  readonly plan: PlanRow
  readonly day: IsoDate
  readonly planTree: PlanTree
  readonly scope: TreeUnit
  readonly indicators: ReadonlyMap<string, IndicatorRow>
  readonly shortName: (unit: TreeUnit) => string
}

export type Rows = readonly FigureRow[]

export function openContext(store: ReadStore, { plan: code, unit, asOf }: FigureScope): AppResult<RowContext> {
  const plan = readPlans(store).find((row) => row.code === code)
  if (plan === undefined) return fail('PLAN_UNKNOWN', { code })
  const onTree = asOf < plan.from ? plan.from : asOf > plan.to ? plan.to : asOf
  const planTree = readPlanTree(store, onTree, plan.from)
  const scope = planTree.tree.units.find((candidate) => candidate.code === unit)
  if (scope === undefined) return fail('UNIT_UNKNOWN', { code: unit })
  const names = readShortNames(store)
  return ok({
    store,
    plan,
    day: asOf,
    planTree,
    scope,
    indicators: new Map(readIndicators(store).map((indicator) => [indicator.code, indicator])),
    shortName: (candidate) => names.get(candidate.id) ?? candidate.name,
  })
}

/**
 * The units a figure's unit stands for: one unit, the units of a group, or all direct children of the document's unit.
 */
export function membersOf({ planTree, scope }: RowContext, code: string): readonly TreeUnit[] {
  const { tree, types } = planTree
  const children = tree.childrenOf(scope.id)
  if (code === 'TOTAL') return children
  const unit = tree.units.find((candidate) => candidate.code === code)
  if (unit !== undefined) return [unit]
  const type = types.find((candidate) => candidate.code === code)
  return children.filter((child) => child.typeId === type?.id)
}

/** The codes a figure of this indicator is computed from, itself among them. */
export function codesBehind({ indicators }: RowContext, code: string): readonly string[] {
  const codes = new Set<string>()
  const add = (one: string): void => {
    if (codes.has(one)) return
    codes.add(one)
    for (const part of codesOfFormula(indicators.get(one)?.formula ?? null)) add(part)
  }
  add(code)
  return [...codes]
}
