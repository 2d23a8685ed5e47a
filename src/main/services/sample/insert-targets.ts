import { defaultBasis } from '#shared/domain/targets/target.ts'
import { allocationInput } from '#shared/contract/targets.ts'
import { assigners, indicators, plans, targets, units } from '../../db/schema/index.ts'
import { insertFirstVersion } from '../../db/queries/plan-versions.ts'
import type { Store, Transaction } from '../../db/store.ts'
import { allocateWithin } from '../allocation.ts'
import { filled, idsByCode, inPieces } from './known-codes.ts'
import type { SampleData } from './sample-data.ts'

type TargetRow = typeof targets.$inferInsert

/** Plans, and the targets that somebody set by hand; what is spread over the units comes from `insertAllocations`. */
export function insertPlans(tx: Transaction, data: SampleData, rootUnitId: string): void {
  const idByCode = new Map<string, string>()
  for (const { from, to, parent, ...plan } of data.plans.plans) {
    const id = tx.newId()
    const parentId = parent === null ? null : (idByCode.get(parent) ?? null)
    idByCode.set(plan.code, id)
    tx.db
      .insert(plans)
      .values({ ...plan, id, fromDate: from, toDate: to, parentId, ownerUnitId: rootUnitId })
      .run()
  }
  inPieces([...targetsByHand(tx, data), ...targetsOf2023(tx, data)], (piece) =>
    tx.db.insert(targets).values(piece).run(),
  )
  // Behind the targets: an issued version takes none.
  for (const { code, status } of data.plans.plans) insertFirstVersion(tx, idByCode.get(code) ?? '', status)
}

function targetsByHand(tx: Transaction, data: SampleData): TargetRow[] {
  const codes = knownCodes(tx)
  const kindOfPlan = new Map(data.plans.plans.map((plan) => [plan.code, plan.kind]))
  return data.plans.targets.flatMap(({ plan, unit, assigner, kind, basis, values }) =>
    Object.entries(values).map(([indicator, value]) => ({
      id: tx.newId(),
      planId: codes.plan(plan),
      unitId: codes.unit(unit),
      indicatorId: codes.indicator(indicator),
      assignerId: codes.assigner(assigner),
      kind,
      basis: basis ?? defaultBasis(kindOfPlan.get(plan) ?? 'year'),
      value,
    })),
  )
}

/** The closed year: numbers as its annex had them, and their sums as the province's own. */
function targetsOf2023(tx: Transaction, data: SampleData): TargetRow[] {
  const codes = knownCodes(tx)
  const sums = new Map<string, number>()
  const row = (unit: string, indicator: string, value: number): TargetRow => ({
    id: tx.newId(),
    planId: codes.plan('2023'),
    unitId: codes.unit(unit),
    indicatorId: codes.indicator(indicator),
    assignerId: codes.assigner('BCH'),
    kind: 'assigned',
    basis: 'cumulative',
    value,
  })
  const ofUnits = data.targets2023.flatMap(({ unit = '', ...cells }) =>
    Object.entries(cells).flatMap(([indicator, cell]) => {
      const text = filled(cell)
      if (text === null) return []
      sums.set(indicator, (sums.get(indicator) ?? 0) + Number(text))
      return [row(unit, indicator, Number(text))]
    }),
  )
  return [...ofUnits, ...[...sums].map(([indicator, sum]) => row(ROOT, indicator, sum))]
}

/** Code of the sample's root unit in units.csv. */
const ROOT = 'TINH'

function knownCodes(tx: Transaction): Record<'plan' | 'unit' | 'indicator' | 'assigner', (code: string) => string> {
  return {
    plan: idsByCode(tx, plans),
    unit: idsByCode(tx, units),
    indicator: idsByCode(tx, indicators),
    assigner: idsByCode(tx, assigners),
  }
}

/**
 * Spreads the year's totals over the units by the same code the clerk uses, so that every number has its record
 * and can say why. Runs before the later survey rounds are in, as the plan was made on the first one.
 */
export function insertAllocations(tx: Transaction, store: Store, data: SampleData): void {
  for (const allocation of data.allocations) {
    const done = allocateWithin(tx, store, allocationInput.parse(allocation))
    if (!done.ok) throw new Error(`sample allocation of ${allocation.indicator}: ${done.error.message}`)
  }
}
