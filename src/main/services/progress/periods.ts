import type { MeasuredRow } from '#shared/contract/results.ts'
import type { PlanRow } from '#shared/contract/plans.ts'
import { readPlans } from '../../db/queries/plans.ts'
import type { ReadStore } from '../../db/store.ts'

/**
 * The plans one is parted into, by date, each followed by its own parts: years of a term (also those that lie in its
 * days without being hung under it), campaigns of a year, phases of a campaign.
 */
export function partsOfPlan(store: Pick<ReadStore, 'db'>, plan: PlanRow): readonly PlanRow[] {
  const plans = readPlans(store)
  const visit = (whole: PlanRow, seen: readonly string[]): readonly PlanRow[] =>
    plans
      .filter((row) => !seen.includes(row.code) && isPartOf(row, whole))
      .toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.code < b.code ? -1 : 1))
      .flatMap((row) => [row, ...(whole.kind === 'term' ? [] : visit(row, [...seen, row.code]))])
  return visit(plan, [plan.code])
}

function isPartOf(row: PlanRow, whole: PlanRow): boolean {
  if (whole.kind !== 'term') return row.parent === whole.code
  return row.kind === 'year' && (row.parent === whole.code || (row.from >= whole.from && row.to <= whole.to))
}

/** What a row of a part is told by. */
export function periodOf({ code, name, from, to }: PlanRow): NonNullable<MeasuredRow['period']> {
  return { plan: code, name, from, to }
}

/** The root's row where it has one, else the total: what stands for the whole of a plan. */
export function isWhole(row: Pick<MeasuredRow, 'level' | 'depth'>): boolean {
  return row.level === 'total' || (row.level === 'unit' && row.depth === 0)
}

/** Of each figure under each target the root's own row, else the total. */
export function wholesOf<
  Row extends Pick<MeasuredRow, 'level' | 'depth' | 'indicator' | 'assignerCode' | 'kind' | 'basis'>,
>(rows: readonly Row[]): readonly Row[] {
  const chosen = new Map<string, Row>()
  for (const row of rows) {
    if (!isWhole(row)) continue
    const key = `${row.indicator}|${row.assignerCode ?? ''}|${row.kind ?? ''}|${row.assignerCode === null ? '' : row.basis}`
    // The root stands before the total in every block.
    if (!chosen.has(key)) chosen.set(key, row)
  }
  const targeted = new Set([...chosen.values()].flatMap((row) => (row.assignerCode === null ? [] : [row.indicator])))
  // What stands under no target is the sum of units whose result stands under the root's already.
  return [...chosen.values()].filter((row) => row.assignerCode !== null || !targeted.has(row.indicator))
}
