import { type Amount, addAmounts, exactAmount, subtractAmounts } from '../../results/amount.ts'
import { countedInWindow } from '../../results/as-of.ts'
import { addFigures, type Figure, latestDay, notesOf } from '../../results/figure.ts'
import type { FormulaContext, KindRule } from './kind-rule.ts'
import type { Indicator, NetFormula } from '../indicator.ts'

/** Flow − loss (± transfers): "tăng thực tế". */
export const netRule: KindRule = {
  kind: 'net',
  accepts: ['cumulative', 'increment'],
  unreportedIsZero: false,
  // Over what the row shows of flow and loss, so that the three columns of a table always agree.
  sources: ['rolled-parts', 'children'],
  read: countedInWindow,
  derive: ({ formula }: Indicator, context: FormulaContext): Figure | null =>
    formula !== null && 'plus' in formula ? netOf(formula, context) : null,
  add: addFigures,
}

/** Null while a part that is not optional is unreported: new members without losses are no net increase. */
export function netOf(formula: NetFormula, context: Pick<FormulaContext, 'part'>): Figure | null {
  const used: Figure[] = []
  let amount: Amount = exactAmount(0)
  for (const [codes, combine] of [
    [formula.plus, addAmounts],
    [formula.minus, subtractAmounts],
  ] as const) {
    for (const code of codes) {
      const part = context.part(code)
      if (part === null) {
        if (formula.optional?.includes(code) === true) continue
        return null
      }
      used.push(part)
      amount = combine(amount, part.amount)
    }
  }
  return { amount, quotient: null, asOf: latestDay(used), notes: notesOf(used) }
}
