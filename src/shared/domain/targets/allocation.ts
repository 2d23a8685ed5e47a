import { err, ok, type Result } from '../../kit/result.ts'
import {
  addFractions,
  compareFractions,
  decimalFraction,
  divideFractions,
  floorFraction,
  type Fraction,
  fraction,
  multiplyFractions,
  subtractFractions,
  ZERO,
} from '../../kit/fraction.ts'

// Spreading a total over units by weights, so that the sum is exact (semantics "Allocation"):
// find λ with Σ clamp(λ·wᵢ, floorᵢ, capᵢ) = total − locked; take the floor of each; give the missing ones
// by largest fraction to units below their cap, ties by sort_order. Weight 0 gets its floor.
//
// Example: 10 over weights 3, 2, 1 → λ = 10/6, shares 5, 3⅓, 1⅔ → 5 + 3 + 1 = 9, one is missing and goes
// to the share with ⅔ → 5, 3, 2.

export interface AllocationUnit {
  /** Any key the caller knows the unit by. */
  readonly unit: string
  /** Decides ties: the unit listed first gets the missing one. */
  readonly sortOrder: number
  /** Not negative; decimals are taken as written. */
  readonly weight: number
  /** Integers; a missing floor is 0, a missing cap none. */
  readonly floor?: number
  readonly cap?: number | null
  /** The unit keeps this number, outside floors, caps and weights. */
  readonly locked?: number | null
}

/** What decided a unit's number. `share` = its weight alone. */
export type ShareReason = 'locked' | 'weight-zero' | 'floor' | 'cap' | 'share'

/** One unit's line in the record that answers "vì sao số này". */
export interface AllocationShare {
  readonly unit: string
  readonly value: number
  readonly weight: number
  readonly floor: number
  readonly cap: number | null
  readonly reason: ShareReason
  /** The share before rounding. */
  readonly exact: Fraction
  /** It received one of the missing ones for its large fraction. */
  readonly raised: boolean
}

export interface Allocation {
  readonly total: number
  readonly locked: number
  /** What was left to spread: total − locked. */
  readonly rest: number
  readonly sumOfWeights: Fraction
  /** Units per unit of weight; null when the rest was covered by floors alone. */
  readonly lambda: Fraction | null
  /** In the order the units were given. */
  readonly shares: readonly AllocationShare[]
}

/** `shortfall`: by how many the demand misses what can be given, always above zero. */
export type AllocationRefusal =
  | { readonly code: 'NO_UNITS'; readonly shortfall: number }
  | { readonly code: 'ALL_WEIGHTS_ZERO'; readonly shortfall: number }
  | { readonly code: 'LOCKED_ABOVE'; readonly shortfall: number; readonly locked: number }
  | { readonly code: 'FLOORS_ABOVE'; readonly shortfall: number; readonly floors: number; readonly rest: number }
  | { readonly code: 'CAPS_BELOW'; readonly shortfall: number; readonly caps: number; readonly rest: number }
  | { readonly code: 'FLOOR_ABOVE_CAP'; readonly shortfall: number; readonly unit: string }

interface FreeUnit {
  readonly index: number
  readonly unit: string
  readonly sortOrder: number
  readonly weight: Fraction
  readonly floor: Fraction
  readonly cap: Fraction | null
}

/**
 * Spreads `total` (an integer, not negative) over `units`. The values sum to it exactly, locked ones are kept,
 * every other lies between its floor and cap. The answer does not depend on the order of `units` except where
 * two have the same fraction and the same sort_order. Wrong numbers in the input are a bug and throw.
 */
export function allocate(total: number, units: readonly AllocationUnit[]): Result<Allocation, AllocationRefusal> {
  checkInput(total, units)
  const reversed = units.find((unit) => unit.locked == null && unit.cap != null && (unit.floor ?? 0) > unit.cap)
  if (reversed !== undefined) {
    const shortfall = (reversed.floor ?? 0) - (reversed.cap ?? 0)
    return err({ code: 'FLOOR_ABOVE_CAP', shortfall, unit: reversed.unit })
  }
  const locked = units.reduce((sum, unit) => sum + (unit.locked ?? 0), 0)
  if (locked > total) return err({ code: 'LOCKED_ABOVE', shortfall: locked - total, locked })
  const rest = total - locked
  const free = units.flatMap((unit, index) => (unit.locked == null ? [freeUnit(unit, index)] : []))
  const solved = solve(rest, free)
  if (!solved.ok) return solved

  const values = roundToSum(rest, free, solved.value.shares)
  const byIndex = new Map(free.map((unit, at) => [unit.index, at]))
  return ok({
    total,
    locked,
    rest,
    sumOfWeights: sumOf(free.map((unit) => unit.weight)),
    lambda: solved.value.lambda,
    shares: units.map((unit, index): AllocationShare => {
      const at = byIndex.get(index)
      const shared = { unit: unit.unit, weight: unit.weight, floor: unit.floor ?? 0, cap: unit.cap ?? null }
      if (at === undefined) {
        const value = unit.locked ?? 0
        return { ...shared, value, reason: 'locked', exact: decimalFraction(value), raised: false }
      }
      const exact = solved.value.shares[at] ?? ZERO
      const { value, raised } = values[at] ?? { value: 0, raised: false }
      return { ...shared, value, reason: reasonOf(free[at], exact, solved.value.lambda), exact, raised }
    }),
  })
}

function checkInput(total: number, units: readonly AllocationUnit[]): void {
  const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0
  if (!isCount(total)) throw new Error(`the total must be a whole number, not ${total}`)
  for (const unit of units) {
    if (!Number.isFinite(unit.weight) || unit.weight < 0)
      throw new Error(`wrong weight of ${unit.unit}: ${unit.weight}`)
    for (const bound of [unit.floor, unit.cap, unit.locked]) {
      if (bound != null && !isCount(bound)) throw new Error(`wrong bound of ${unit.unit}: ${bound}`)
    }
  }
}

function freeUnit(unit: AllocationUnit, index: number): FreeUnit {
  return {
    index,
    unit: unit.unit,
    sortOrder: unit.sortOrder,
    weight: decimalFraction(unit.weight),
    floor: decimalFraction(unit.floor ?? 0),
    cap: unit.cap == null ? null : decimalFraction(unit.cap),
  }
}

interface Solution {
  readonly lambda: Fraction | null
  readonly shares: readonly Fraction[]
}

/**
 * λ, exactly. S(λ) = Σ clamp(λ·wᵢ, floorᵢ, capᵢ) is a rising line with a bend wherever a unit leaves its floor
 * or reaches its cap. Walking the bends in order finds the straight piece the rest falls on; there λ is one
 * division. No bisection: the answer is the same fraction on every machine.
 */
function solve(rest: number, free: readonly FreeUnit[]): Result<Solution, AllocationRefusal> {
  const wanted = decimalFraction(rest)
  const floors = sumOf(free.map((unit) => unit.floor))
  const atFloors = compareFractions(floors, wanted)
  if (atFloors > 0) {
    const sum = Number(floors.numerator)
    return err({ code: 'FLOORS_ABOVE', shortfall: sum - rest, floors: sum, rest })
  }
  if (atFloors === 0) return ok({ lambda: null, shares: free.map((unit) => unit.floor) })
  if (free.length === 0) return err({ code: 'NO_UNITS', shortfall: rest })
  const weighted = free.filter((unit) => unit.weight.numerator > 0n)
  if (weighted.length === 0) {
    return err({ code: 'ALL_WEIGHTS_ZERO', shortfall: rest - Number(floors.numerator) })
  }
  if (weighted.every((unit) => unit.cap !== null)) {
    const reach = sumOf(free.map((unit) => (unit.weight.numerator > 0n ? (unit.cap ?? unit.floor) : unit.floor)))
    if (compareFractions(reach, wanted) < 0) {
      const caps = Number(reach.numerator)
      return err({ code: 'CAPS_BELOW', shortfall: rest - caps, caps, rest })
    }
  }

  const bends = weighted
    .flatMap((unit) => [
      { at: divideFractions(unit.floor, unit.weight), weight: unit.weight, bound: unit.floor, entering: true },
      ...(unit.cap === null
        ? []
        : [{ at: divideFractions(unit.cap, unit.weight), weight: unit.weight, bound: unit.cap, entering: false }]),
    ])
    .sort((a, b) => compareFractions(a.at, b.at))
  // On the current piece S(λ) = fixed + slope·λ. It begins with everybody at the floor.
  let fixed = floors
  let slope = ZERO
  for (const bend of bends) {
    const here = addFractions(fixed, multiplyFractions(slope, bend.at))
    if (compareFractions(here, wanted) >= 0) break
    fixed = bend.entering ? subtractFractions(fixed, bend.bound) : addFractions(fixed, bend.bound)
    slope = bend.entering ? addFractions(slope, bend.weight) : subtractFractions(slope, bend.weight)
  }
  const lambda = divideFractions(subtractFractions(wanted, fixed), slope)
  return ok({ lambda, shares: free.map((unit) => clampShare(unit, lambda)) })
}

function clampShare(unit: FreeUnit, lambda: Fraction): Fraction {
  if (unit.weight.numerator === 0n) return unit.floor
  const share = multiplyFractions(lambda, unit.weight)
  if (compareFractions(share, unit.floor) <= 0) return unit.floor
  if (unit.cap !== null && compareFractions(share, unit.cap) >= 0) return unit.cap
  return share
}

/**
 * Whole numbers that sum to the rest. The missing ones are fewer than the units with a fraction, and a unit
 * with a fraction is below its (whole) cap, so handing them out by largest fraction always succeeds.
 */
function roundToSum(
  rest: number,
  free: readonly FreeUnit[],
  shares: readonly Fraction[],
): readonly { value: number; raised: boolean }[] {
  const rounded = shares.map((share) => {
    const whole = floorFraction(share)
    return { value: Number(whole), fraction: subtractFractions(share, fraction(whole)) }
  })
  let missing = rest - rounded.reduce((sum, share) => sum + share.value, 0)
  const raised = new Set<number>()
  const byFraction = rounded
    .map((share, at) => ({
      at,
      fraction: share.fraction,
      sortOrder: free[at]?.sortOrder ?? 0,
      unit: free[at]?.unit ?? '',
    }))
    .filter((share) => share.fraction.numerator > 0n)
    .sort(
      (a, b) =>
        compareFractions(b.fraction, a.fraction) ||
        a.sortOrder - b.sortOrder ||
        (a.unit < b.unit ? -1 : a.unit > b.unit ? 1 : 0),
    )
  for (const share of byFraction) {
    if (missing === 0) break
    raised.add(share.at)
    missing -= 1
  }
  return rounded.map((share, at) => ({ value: share.value + (raised.has(at) ? 1 : 0), raised: raised.has(at) }))
}

function reasonOf(unit: FreeUnit | undefined, exact: Fraction, lambda: Fraction | null): ShareReason {
  if (unit === undefined) return 'share'
  if (unit.weight.numerator === 0n) return 'weight-zero'
  if (lambda === null) return 'floor'
  const share = multiplyFractions(lambda, unit.weight)
  const against = compareFractions(share, exact)
  if (against < 0) return 'floor'
  return against > 0 ? 'cap' : 'share'
}

function sumOf(fractions: readonly Fraction[]): Fraction {
  return fractions.reduce(addFractions, ZERO)
}
