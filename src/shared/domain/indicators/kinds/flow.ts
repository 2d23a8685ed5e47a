import { countedInWindow } from '../../results/as-of.ts'
import { addFigures, type Figure } from '../../results/figure.ts'
import type { FormulaContext, KindRule } from './kind-rule.ts'
import type { Indicator } from '../indicator.ts'

/** Counted over a period: what was founded, who was admitted. */
export const flowRule: KindRule = {
  kind: 'flow',
  accepts: ['cumulative', 'increment'],
  unreportedIsZero: true,
  // Not over rolled-up parts: of two children one may report the whole and the other the parts.
  sources: ['own-parts', 'children'],
  read: countedInWindow,
  derive: sumOfParts,
  add: addFigures,
}

/** The whole from its parts, when the unit reported every one of them. */
export function sumOfParts({ formula }: Indicator, context: FormulaContext): Figure | null {
  if (formula === null || !('parts' in formula) || formula.parts.length === 0) return null
  const parts: Figure[] = []
  for (const code of formula.parts) {
    const part = context.part(code)
    if (part === null) return null
    parts.push(part)
  }
  return addFigures(parts)
}
