import type { IsoDate } from '../../kit/dates.ts'
import type { Indicator } from '../indicators/indicator.ts'
import { countUnions, type CountingRules, type UnionCounts } from '../unions/counts.ts'
import type { UnionFacts } from '../unions/union.ts'
import { type TreeUnit, type UnitTree } from '../units/tree.ts'
import type { Figures } from './figures.ts'
import type { CountWindow } from './as-of.ts'
import { compare, type Reconciliation } from './reconcile-pair.ts'

/** What decisions say of an indicator: the indicators of the catalogue that unions are counted by. */
const COUNTED: Readonly<Record<string, (counts: UnionCounts) => number>> = {
  CDCS_MOI: (counts) => counts.founded,
  CDCS_GIAM: (counts) => counts.ended,
  CDCS_GIAM_TN: (counts) => counts.endedNatural,
  CDCS_GIAM_SX: (counts) => counts.endedRestructuring,
  CDCS_TONG: (counts) => counts.closing,
  CDCS_TONG_ND: (counts) => counts.closingOccupational,
}

export interface UnionReconcileInput {
  readonly tree: UnitTree
  readonly indicators: readonly Indicator[]
  readonly figures: Figures
  readonly window: CountWindow
  readonly day: IsoDate
  /** Unions by the code of the unit that manages them. */
  readonly unionsOf: (unitCode: string) => readonly UnionFacts[]
  /** Whether unions that continue others count as new. */
  readonly continued: boolean
}

/**
 * Foundings and endings counted from decisions against what each unit tells, on the last day the unit's own report
 * speaks of: a decision of the week after is no mistake of the report. A unit that tells nothing while decisions were
 * made is shown with nothing beside their number, on the day asked for.
 */
export function reconcileUnions(input: UnionReconcileInput): readonly Reconciliation[] {
  const { tree, indicators, window, day } = input
  const last = day < window.to ? day : window.to
  const checks = indicators.flatMap((indicator) => {
    const count = countOf(indicator)
    return count === null ? [] : [{ indicator, ...count }]
  })
  // Who keeps no book of unions yet has nothing to hold reports against.
  if (!tree.units.some(({ code }) => input.unionsOf(code).length > 0)) return []
  return tree.units.flatMap((unit) => {
    const managed = managedBelow(input, unit)
    return checks.flatMap(({ indicator, rules, read }): Reconciliation[] => {
      const figure = input.figures.of(indicator.code, window.basis).get(unit.id)
      const own = figure?.own ?? null
      // What is only summed from below is reconciled there.
      if (own === null && (figure?.ofChildren ?? null) !== null) return []
      if (own === null && tree.childrenOf(unit.id).length > 0 && unit.parentId === null) return []
      const on = own?.asOf ?? last
      const counts = countUnions(managed, window.from, on, { continued: input.continued, ...rules })
      const counted = read(counts)
      if (own === null && (counted === 0 || indicator.kind === 'stock' || indicator.parent !== null)) return []
      // A unit none of whose unions is in the book: its foundings are missed, its level is not known here.
      if (managed.length === 0 && indicator.kind === 'stock') return []
      return [
        compare('unions', unit, indicator, {
          told: {
            value: own?.amount.value ?? null,
            qualifier: own?.amount.qualifier ?? null,
            codes: [indicator.code],
          },
          computed: { value: counted, qualifier: null, codes: [] },
          from: indicator.kind === 'stock' ? null : window.from,
          asOf: on,
        }),
      ]
    })
  })
}

/** The unions a number of theirs is made of: those that make it larger by themselves. */
export function unionsCounted(
  input: Pick<UnionReconcileInput, 'tree' | 'unionsOf' | 'continued' | 'window'>,
  unit: TreeUnit,
  indicator: Indicator,
  on: IsoDate,
): readonly UnionFacts[] {
  const count = countOf(indicator)
  if (count === null) return []
  const rules = { continued: input.continued, ...count.rules }
  return managedBelow(input, unit).filter((union) => count.read(countUnions([union], input.window.from, on, rules)) > 0)
}

type Count = { readonly rules: Pick<CountingRules, 'minWorkers'>; readonly read: (counts: UnionCounts) => number }

function countOf({ code, parent, cut }: Indicator): Count | null {
  const known = Object.hasOwn(COUNTED, code) ? COUNTED[code] : undefined
  if (known !== undefined) return { rules: { minWorkers: null }, read: known }
  if (parent !== 'CDCS_MOI' || cut === null) return null
  if (cut.sector === 'non_state') return { rules: { minWorkers: null }, read: (counts) => counts.foundedNonState }
  const { minWorkers } = cut
  return minWorkers === undefined ? null : { rules: { minWorkers }, read: (counts) => counts.foundedFromSize ?? 0 }
}

function managedBelow(
  { tree, unionsOf }: Pick<UnionReconcileInput, 'tree' | 'unionsOf'>,
  unit: TreeUnit,
): readonly UnionFacts[] {
  const found = [...unionsOf(unit.code)]
  const visit = (id: string): void => {
    for (const child of tree.childrenOf(id)) {
      found.push(...unionsOf(child.code))
      visit(child.id)
    }
  }
  visit(unit.id)
  return found
}
