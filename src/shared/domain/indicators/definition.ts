import { codesOfFormula, type Indicator, type IndicatorFormula, formulaFits } from './indicator.ts'
import { moneyScaleOf } from './money.ts'

/** What of an indicator is decided when it is defined. */
export type IndicatorDefinition = Pick<Indicator, 'code' | 'unitLabel' | 'kind' | 'formula' | 'parent'>

/**
 * shape    the formula is none of this kind's
 * empty    a formula that names nothing
 * unknown  names a code the catalogue does not have
 * itself   names the indicator it computes
 * loop     what it names is computed from it again: it would find nothing there
 * ratio    a percentage cannot be added or taken off
 * twice    the same indicator twice, or on both sides: nothing would be left to see of it
 * beside   may be unreported, but is not counted at all
 * same     a ratio of one number to itself
 * money    amounts on another scale (đồng beside triệu đồng) would be added as they stand
 * within   it would be a part of its own part
 */
export type DefinitionFault =
  | { readonly what: 'shape' | 'empty' | 'itself' | 'same' }
  | { readonly what: 'unknown'; readonly code: string }
  | { readonly what: 'loop' | 'ratio' | 'twice' | 'beside' | 'money' | 'within'; readonly other: Indicator }

/**
 * The first thing that keeps an indicator from being counted as it is defined, or null. `others` are the rest of the
 * catalogue: without the row that is changed, whatever code it had.
 */
export function findDefinitionFault(
  indicator: IndicatorDefinition,
  others: readonly Indicator[],
): DefinitionFault | null {
  const byCode = new Map(others.map((other) => [other.code, other]))
  return faultOfFormula(indicator, byCode) ?? faultOfParent(indicator, byCode)
}

function faultOfFormula(
  indicator: IndicatorDefinition,
  byCode: ReadonlyMap<string, Indicator>,
): DefinitionFault | null {
  const { formula } = indicator
  if (formula === null) return null
  if (!formulaFits(indicator.kind, formula)) return { what: 'shape' }
  const codes = codesOfFormula(formula)
  if (codes.length === 0 && !('enterprises' in formula)) return { what: 'empty' }
  for (const code of codes) {
    if (code === indicator.code) return { what: 'itself' }
    const other = byCode.get(code)
    if (other === undefined) return { what: 'unknown', code }
    if (!('balance' in formula) && leadsTo(other, indicator.code, byCode)) return { what: 'loop', other }
  }
  return faultOfTerms(indicator, formula, byCode)
}

function faultOfTerms(
  indicator: IndicatorDefinition,
  formula: IndicatorFormula,
  byCode: ReadonlyMap<string, Indicator>,
): DefinitionFault | null {
  if ('enterprises' in formula) return null
  if ('numerator' in formula) return formula.numerator === formula.denominator ? { what: 'same' } : null
  const { terms, optional } = termsOf(formula)
  const seen = new Set<string>()
  for (const code of terms) {
    const other = byCode.get(code)
    if (other === undefined) continue
    if (other.kind === 'ratio') return { what: 'ratio', other }
    if (seen.has(code)) return { what: 'twice', other }
    if (moneyScaleOf(other.unitLabel) !== moneyScaleOf(indicator.unitLabel)) return { what: 'money', other }
    seen.add(code)
  }
  const beside = optional.find((code) => !seen.has(code))
  const other = beside === undefined ? undefined : byCode.get(beside)
  return other === undefined ? null : { what: 'beside', other }
}

/** What is added and taken off, and what of it may be unreported. */
function termsOf(formula: Exclude<IndicatorFormula, { numerator: string } | { enterprises: unknown }>): {
  readonly terms: readonly string[]
  readonly optional: readonly string[]
} {
  if ('parts' in formula) return { terms: formula.parts, optional: [] }
  const net = 'balance' in formula ? formula.balance : formula
  return { terms: [...net.plus, ...net.minus], optional: net.optional ?? [] }
}

/** Whether computing `from` comes to need `code`. A balance is only held against its movements, never computed. */
function leadsTo(from: Indicator, code: string, byCode: ReadonlyMap<string, Indicator>): boolean {
  const seen = new Set<string>()
  const open = [from]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.formula === null || 'balance' in next.formula || seen.has(next.code)) continue
    seen.add(next.code)
    for (const named of codesOfFormula(next.formula)) {
      if (named === code) return true
      const other = byCode.get(named)
      if (other !== undefined) open.push(other)
    }
  }
  return false
}

function faultOfParent(indicator: IndicatorDefinition, byCode: ReadonlyMap<string, Indicator>): DefinitionFault | null {
  if (indicator.parent === null) return null
  const parent = byCode.get(indicator.parent)
  if (parent === undefined) return { what: 'unknown', code: indicator.parent }
  // Money spent may stand under the visits it was spent on; two amounts of money are compared as they stand.
  const scales = [moneyScaleOf(parent.unitLabel), moneyScaleOf(indicator.unitLabel)]
  if (!scales.includes(null) && scales[0] !== scales[1]) return { what: 'money', other: parent }
  const seen = new Set<string>()
  for (let at: Indicator | undefined = parent; at !== undefined;) {
    if (at.parent === indicator.code) return { what: 'within', other: parent }
    if (seen.has(at.code)) return null
    seen.add(at.code)
    at = at.parent === null ? undefined : byCode.get(at.parent)
  }
  return null
}
