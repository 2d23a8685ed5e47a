import { type AppResult } from '#shared/contract/errors.ts'
import type { Output, ParsedInput } from '#shared/contract/index.ts'
import type { ComparedTarget } from '#shared/contract/plan-versions.ts'
import { TOTAL_NAME } from '#shared/domain/results/progress.ts'
import { compareTables, isDifferent } from '#shared/domain/targets/compare-tables.ts'
import { buildTargetTable, type TargetTableRow } from '#shared/domain/targets/target-table.ts'
import { TARGET_KINDS } from '#shared/domain/targets/target.ts'
import { ok } from '#shared/kit/result.ts'
import { readIndicators } from '../db/queries/indicators.ts'
import { readAssigners, readTargets, type StoredTarget } from '../db/queries/targets.ts'
import { readUnitTree } from '../db/queries/unit-tree.ts'
import { findVersion } from './find-version.ts'
import { findPlan, matchAssigner } from './lookup.ts'
import { publishVersion } from './plan-version-rows.ts'
import type { QueryContext } from './service.ts'

/** Phương án A against phương án B, or an adjustment against what it changes. */
export function compareVersions(
  { store, today }: QueryContext,
  input: ParsedInput<'plans.compare'>,
): AppResult<Output<'plans.compare'>> {
  const plan = findPlan(store, input.plan)
  if (!plan.ok) return plan
  const a = findVersion(store, plan.value, input.a, today())
  if (!a.ok) return a
  const b = findVersion(store, plan.value, input.b, today())
  if (!b.ok) return b
  const { tree, types } = readUnitTree(store, plan.value.from)
  const indicators = readIndicators(store)
  const codes = indicators.map(({ code }) => code)
  const nameOf = new Map(indicators.map(({ code, shortName }) => [code, shortName]))
  const inA = readTargets(store, plan.value.id, a.value.number)
  const inB = readTargets(store, plan.value.id, b.value.number)
  const assigners = readAssigners(store)
  const only = input.assigner === null ? null : (matchAssigner(assigners, input.assigner)?.id ?? '')
  const tableOf = (targets: readonly StoredTarget[]): readonly TargetTableRow[] =>
    buildTargetTable(tree, types, indicators, targets, TOTAL_NAME)

  const wanted = (row: StoredTarget): boolean =>
    (only === null || row.assignerId === only) && (input.kind === null || row.kind === input.kind)

  const rows: ComparedTarget[] = []
  for (const { id, code, shortName } of assigners) {
    if (only !== null && only !== id) continue
    for (const kind of TARGET_KINDS) {
      if (input.kind !== null && input.kind !== kind) continue
      const ofSet = (row: StoredTarget): boolean => row.assignerId === id && row.kind === kind
      const [left, right] = [inA.filter(ofSet), inB.filter(ofSet)]
      if (left.length === 0 && right.length === 0) continue
      for (const row of compareTables(tableOf(left), tableOf(right), codes)) {
        const indicatorName = nameOf.get(row.indicator) ?? row.indicator
        rows.push({ ...row, indicatorName, assigner: shortName, assignerCode: code, kind })
      }
    }
  }
  return ok({
    plan: plan.value.code,
    a: publishVersion(store, plan.value, a.value, today()),
    b: publishVersion(store, plan.value, b.value, today()),
    rows: input.onlyDifferent ? rows.filter((row) => row.level === 'total' || isDifferent(row)) : rows,
    differing: countDiffering(inA.filter(wanted), inB.filter(wanted)),
  })
}

/** Targets that are another number in the other version, or only in one of them; sums are not counted again. */
function countDiffering(a: readonly StoredTarget[], b: readonly StoredTarget[]): number {
  const keyOf = (row: StoredTarget): string => [row.unitId, row.indicatorId, row.assignerId, row.kind].join('|')
  const inB = new Map(b.map((row) => [keyOf(row), row.value]))
  const inA = new Set(a.map(keyOf))
  const changed = a.filter((row) => inB.get(keyOf(row)) !== row.value).length
  return changed + b.filter((row) => !inA.has(keyOf(row))).length
}
