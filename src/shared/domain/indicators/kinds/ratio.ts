import { latestLevel } from '../../results/as-of.ts'
import { addRatios, type Figure, latestDay, notesOf, ratioFigure } from '../../results/figure.ts'
import type { FormulaContext, KindRule } from './kind-rule.ts'
import type { Indicator } from '../indicator.ts'

/** One number of another, in percent: Σ numerator ÷ Σ denominator over the units that have both. */
export const ratioRule: KindRule = {
  kind: 'ratio',
  accepts: ['cumulative'],
  unreportedIsZero: false,
  // Children before rolled-up parts: a child with members but no workers must not count in the numerator alone.
  sources: ['own-parts', 'children', 'rolled-parts'],
  read: (entries, window, day) => latestLevel(entries, day < window.to ? day : window.to),
  derive: divide,
  add: addRatios,
}

function divide({ formula }: Indicator, context: FormulaContext): Figure | null {
  if (formula === null) return null
  if ('enterprises' in formula) {
    const counted = context.enterprises(formula.enterprises.minWorkers)
    return counted === null ? null : ratioFigure(counted, null, [])
  }
  if (!('numerator' in formula)) return null
  const numerator = context.part(formula.numerator)
  const denominator = context.part(formula.denominator)
  if (numerator === null || denominator === null) return null
  const both = [numerator, denominator]
  const quotient = { numerator: numerator.amount, denominator: denominator.amount }
  return ratioFigure(quotient, latestDay(both), notesOf(both))
}
