import type { SUM_LEVELS } from '#shared/contract/results.ts'
import { type ShownRows, topmostByType } from '#shared/domain/results/progress.ts'
import { groupByType, type TreeUnit } from '#shared/domain/units/tree.ts'
import type { PlanTree } from '../../db/queries/unit-tree.ts'
import type { ReadStore } from '../../db/store.ts'
import { type CountedPlan, type Counting, countProgress } from './count.ts'

interface AskedSum {
  readonly sum: (typeof SUM_LEVELS)[number]
  /** Code of the unit type; of TỔNG CỘNG null. */
  readonly unit: string | null
  readonly indicator: string
  /** Null: as the first target of the column is. */
  readonly basis: CountedPlan['window']['basis'] | null
}

interface SummedUnits {
  readonly name: string
  readonly units: readonly TreeUnit[]
  /** As the row of the sum shows it. */
  readonly result: number | null
  readonly qualifierWord: string | null
  readonly basis: CountedPlan['window']['basis']
}

const ROWS: Readonly<Record<AskedSum['sum'], ShownRows>> = {
  group: { units: true, groups: 'groups', total: false },
  type: { units: true, groups: 'types', total: false },
  total: { units: true, groups: null, total: true },
}

/**
 * The units a group, a type or TỔNG CỘNG adds up: in a column with targets those that have one, since the others are
 * shown apart. Null where there is no such sum.
 */
export function summedUnits(
  store: ReadStore,
  counted: CountedPlan,
  counting: Counting,
  placed: PlanTree,
  { sum, unit, indicator, basis }: AskedSum,
): SummedUnits | null {
  const { rows } = countProgress(store, counted, { ...counting, show: ROWS[sum], only: new Set([indicator]) })
  const level = sum === 'total' ? 'total' : 'group'
  const told = rows.filter((row) => row.level === level && (sum === 'total' || row.unit === unit))
  // Under several assigners a sum has several rows; the first is the one the table begins with.
  const row = told.find((one) => one.target !== null && (basis === null || one.basis === basis)) ?? told[0]
  if (row === undefined) return null
  const { tree, types } = placed
  const direct = tree.roots.flatMap(({ id }) => tree.childrenOf(id))
  const groups = sum === 'type' ? topmostByType(tree, types) : groupByType(direct, types)
  const members = sum === 'total' ? direct : (groups.find(({ type }) => type.code === unit)?.units ?? [])
  const targeted = new Set(
    rows
      .filter(
        ({ level: of, target, assignerCode, kind }) =>
          of === 'unit' && target !== null && assignerCode === row.assignerCode && kind === row.kind,
      )
      .map(({ unit: code }) => code),
  )
  const counts = members.filter(({ code }) => targeted.has(code))
  return {
    name: row.name,
    // A province whose own target alone is known is its own total.
    units: counts.length > 0 ? counts : row.target !== null && sum === 'total' ? tree.roots : members,
    result: row.result,
    qualifierWord: row.qualifierWord,
    basis: row.basis,
  }
}
