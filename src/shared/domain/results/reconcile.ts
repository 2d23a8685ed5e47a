import { addDays, type IsoDate } from '../../kit/dates.ts'
import { addDecimals } from '../../kit/fraction.ts'
import { codesOfFormula, type Indicator, type NetFormula } from '../indicators/indicator.ts'
import { ruleOf } from '../indicators/kinds/index.ts'
import { netOf } from '../indicators/kinds/net.ts'
import type { TreeUnit, UnitTree } from '../units/tree.ts'
import { countedInWindow, type CountWindow, latestLevel } from './as-of.ts'
import { figureOfReport, type Figure } from './figure.ts'
import type { Figures } from './figures.ts'
import type { EntriesByUnit } from './inherit.ts'
import { compare, type Reconciliation, type Side } from './reconcile-pair.ts'

export interface ReconcileInput {
  readonly tree: UnitTree
  readonly indicators: readonly Indicator[]
  readonly figures: Figures
  readonly entriesOf: (code: string) => EntriesByUnit
  readonly window: CountWindow
  readonly day: IsoDate
}

/** Every check of §4: parts, nets, levels, ratios, own against children, parts against wholes. */
export function reconcileFigures(input: ReconcileInput): readonly Reconciliation[] {
  return input.tree.units.flatMap((unit) =>
    input.indicators.flatMap((indicator) => [
      ...checkParts(input, unit, indicator),
      ...checkNet(input, unit, indicator),
      ...checkStock(input, unit, indicator),
      ...checkRatio(input, unit, indicator),
      ...checkChildren(input, unit, indicator),
      ...checkNets(input, unit, indicator),
      ...checkAbove(input, unit, indicator),
    ]),
  )
}

function toldBy({ entriesOf, window, day }: ReconcileInput, unit: TreeUnit, indicator: Indicator): Figure | null {
  const entries = entriesOf(indicator.code).get(unit.id)
  return entries === undefined ? null : figureOfReport(ruleOf(indicator.kind).read(entries, window, day))
}

function shownBy({ figures, window }: ReconcileInput, unit: TreeUnit, code: string): Figure | null {
  return figures.of(code, window.basis).get(unit.id)?.figure ?? null
}

function checkParts(input: ReconcileInput, unit: TreeUnit, indicator: Indicator): readonly Reconciliation[] {
  const { formula } = indicator
  if (formula === null || !('parts' in formula) || formula.parts.length === 0) return []
  const whole = toldBy(input, unit, indicator)
  if (whole === null) return []
  const parts = formula.parts.map((code) => {
    const part = input.indicators.find((other) => other.code === code)
    return part === undefined ? null : toldBy(input, unit, part)
  })
  const known = parts.filter((part) => part !== null)
  // A whole without its parts is complete; with some of them the others are 0 or forgotten.
  if (known.length === 0) return []
  const untold = formula.parts.filter((_, at) => parts[at] === null)
  const computed = ruleOf('flow').add(known)
  return [
    compare('parts', unit, indicator, {
      told: sideOf(whole, [indicator.code]),
      computed: sideOf(computed, formula.parts),
      from: input.window.from,
      asOf: whole.asOf,
      untold,
    }),
  ]
}

function checkNet(input: ReconcileInput, unit: TreeUnit, indicator: Indicator): readonly Reconciliation[] {
  const { formula } = indicator
  if (indicator.kind !== 'net' || formula === null || !('plus' in formula)) return []
  const told = toldBy(input, unit, indicator)
  const computed = netOf(formula, { part: (code) => shownBy(input, unit, code) })
  if (told === null || computed === null) return []
  return [
    compare('net', unit, indicator, {
      told: sideOf(told, [indicator.code]),
      computed: sideOf(computed, codesOfFormula(formula)),
      from: input.window.from,
      asOf: told.asOf,
    }),
  ]
}

/** DV_TONG(t1) = DV_TONG(t0) + MOI − GIAM + chuyển đến − chuyển đi, t0 the last level before the window or its first. */
function checkStock(input: ReconcileInput, unit: TreeUnit, indicator: Indicator): readonly Reconciliation[] {
  const { formula } = indicator
  if (formula === null || !('balance' in formula)) return []
  const levels = input.entriesOf(indicator.code).get(unit.id) ?? []
  const last = input.day < input.window.to ? input.day : input.window.to
  const closing = latestLevel(levels, last)
  if (closing.amount === null || closing.asOf === null) return []
  const before = latestLevel(levels, addDays(input.window.from, -1))
  const first = before.asOf === null ? earliestLevel(input, levels) : before
  if (first.amount === null || first.asOf === null || first.asOf >= closing.asOf) return []
  const moved = moveBetween(input, unit, formula.balance, first.asOf, closing.asOf)
  if (moved === null) return []
  const expected = addDecimals(first.amount.value, moved.value)
  const isExact = first.amount.qualifier === null && moved.isExact
  return [
    compare('stock', unit, indicator, {
      told: { value: closing.amount.value, qualifier: closing.amount.qualifier, codes: [indicator.code] },
      computed: { value: expected, qualifier: isExact ? null : '≈', codes: codesOfFormula(formula.balance) },
      from: null,
      asOf: closing.asOf,
      untold: moved.untold,
      opening: { value: first.amount.value, on: first.asOf },
    }),
  ]
}

function earliestLevel(input: ReconcileInput, levels: readonly Parameters<typeof latestLevel>[0][number][]) {
  const days = levels.map(({ asOf }) => asOf).filter((asOf) => asOf >= input.window.from)
  const first = days.toSorted()[0]
  return latestLevel(levels, first ?? '')
}

/** What came minus what went from the day after `since` to `until`; null where nothing at all was told of it. */
function moveBetween(
  input: ReconcileInput,
  unit: TreeUnit,
  { plus, minus, optional }: NetFormula,
  since: IsoDate,
  until: IsoDate,
): { readonly value: number; readonly isExact: boolean; readonly untold: readonly string[] } | null {
  const { calendar } = input.window
  const window: CountWindow = {
    from: addDays(since, 1),
    to: until,
    basis: 'increment',
    ...(calendar === undefined ? {} : { calendar }),
  }
  let value = 0
  let isExact = true
  let isTold = false
  const untold: string[] = []
  for (const [codes, sign] of [
    [plus, 1],
    [minus, -1],
  ] as const) {
    for (const code of codes) {
      const amount = countedBelow(input, unit, code, window)
      if (amount === null) {
        if (optional?.includes(code) !== true) untold.push(code)
        continue
      }
      isTold = true
      isExact &&= amount.isExact
      value = addDecimals(value, sign * amount.value)
    }
  }
  return isTold ? { value, isExact, untold } : null
}

/** The unit's own count, that of its parts, or the sum of the units below it. */
function countedBelow(
  input: ReconcileInput,
  unit: TreeUnit,
  code: string,
  window: CountWindow,
): { readonly value: number; readonly isExact: boolean } | null {
  const own = input.entriesOf(code).get(unit.id)
  const { amount } = own === undefined ? { amount: null } : countedInWindow(own, window, window.to)
  if (amount !== null) return { value: amount.value, isExact: amount.qualifier === null }
  const formula = input.indicators.find((indicator) => indicator.code === code)?.formula ?? null
  const parts = formula !== null && 'parts' in formula ? formula.parts : []
  const ofParts = parts.map((part) => countedBelow(input, unit, part, window))
  if (ofParts.length > 0 && ofParts.every((part) => part !== null)) return sumCounts(ofParts)
  return sumCounts(input.tree.childrenOf(unit.id).map((child) => countedBelow(input, child, code, window)))
}

function sumCounts(
  counts: readonly ({ readonly value: number; readonly isExact: boolean } | null)[],
): { readonly value: number; readonly isExact: boolean } | null {
  const known = counts.filter((count) => count !== null)
  if (known.length === 0) return null
  return {
    value: known.reduce((sum, count) => addDecimals(sum, count.value), 0),
    isExact: known.every((count) => count.isExact),
  }
}

/** Told ratios are printed with one decimal, so a difference of a tenth of a point is none. */
const RATIO_ROOM = 0.1

function checkRatio(input: ReconcileInput, unit: TreeUnit, indicator: Indicator): readonly Reconciliation[] {
  const { formula } = indicator
  if (indicator.kind !== 'ratio' || formula === null) return []
  const told = toldBy(input, unit, indicator)
  if (told === null) return []
  const computed = ruleOf('ratio').derive(indicator, {
    part: (code) => shownBy(input, unit, code),
    // What a round of the survey says is the figure itself; a told one stands above it and is held against it here.
    enterprises: () => null,
  })
  if (computed === null) return []
  const row = compare('ratio', unit, indicator, {
    told: sideOf(told, [indicator.code]),
    computed: sideOf(computed, codesOfFormula(formula)),
    from: null,
    asOf: told.asOf,
  })
  return [{ ...row, agrees: row.agrees || Math.abs(row.difference ?? 0) <= RATIO_ROOM }]
}

function checkChildren(input: ReconcileInput, unit: TreeUnit, indicator: Indicator): readonly Reconciliation[] {
  if (indicator.kind === 'ratio') return []
  const figure = input.figures.of(indicator.code, input.window.basis).get(unit.id)
  const own = figure?.own ?? null
  const ofChildren = figure?.ofChildren ?? null
  if (own === null || ofChildren === null) return []
  return [
    compare('children', unit, indicator, {
      told: sideOf(own, [indicator.code]),
      computed: sideOf(ofChildren, [indicator.code]),
      from: indicator.kind === 'stock' ? null : input.window.from,
      asOf: own.asOf,
    }),
  ]
}

/** A unit that told new members and no loss has no net: the sum of nets leaves it out, the net of the sums does not. */
function checkNets(input: ReconcileInput, unit: TreeUnit, indicator: Indicator): readonly Reconciliation[] {
  const { formula } = indicator
  if (indicator.kind !== 'net' || formula === null || !('plus' in formula)) return []
  const {
    figure = null,
    own = null,
    ofChildren = null,
  } = input.figures.of(indicator.code, input.window.basis).get(unit.id) ?? {}
  // Its own word is held against both elsewhere.
  if (figure === null || own !== null || ofChildren === null) return []
  const codes = codesOfFormula(formula)
  const told = input.tree
    .childrenOf(unit.id)
    .map((child) => codes.filter((code) => shownBy(input, child, code) !== null))
  const untold = codes.filter(
    (code) =>
      formula.optional?.includes(code) !== true && told.some((known) => known.length > 0 && !known.includes(code)),
  )
  return [
    compare('nets', unit, indicator, {
      told: sideOf(figure, codes),
      computed: sideOf(ofChildren, [indicator.code]),
      from: input.window.from,
      asOf: figure.asOf,
      untold,
    }),
  ]
}

function checkAbove(input: ReconcileInput, unit: TreeUnit, indicator: Indicator): readonly Reconciliation[] {
  const bounded: [part: string, whole: string][] = []
  const { formula, parent } = indicator
  // Outstanding members admitted may have been introduced years before; a part is told by its parent alone.
  if (parent !== null && indicator.kind !== 'ratio') bounded.push([indicator.code, parent])
  if (formula !== null && 'numerator' in formula) bounded.push([formula.numerator, formula.denominator])
  const isOwn = (code: string): boolean =>
    (input.figures.of(code, input.window.basis).get(unit.id)?.own ?? null) !== null
  return bounded.flatMap(([part, whole]) => {
    // What is only summed from below is told there.
    if (!isOwn(part) && !isOwn(whole)) return []
    const small = shownBy(input, unit, part)
    const large = shownBy(input, unit, whole)
    // Of days that differ a part may well be ahead of its whole.
    if (small === null || large === null || small.asOf !== large.asOf) return []
    if (small.amount.value <= large.amount.value) return []
    return [
      compare('above', unit, indicator, {
        told: sideOf(small, [part]),
        computed: sideOf(large, [whole]),
        from: null,
        asOf: small.asOf,
      }),
    ]
  })
}

function sideOf(figure: Figure | null, codes: readonly string[]): Side {
  return { value: figure?.amount.value ?? null, qualifier: figure?.amount.qualifier ?? null, codes }
}
