import type { Indicator } from '../indicators/indicator.ts'
import { foldText } from '../text/fold.ts'

const NON_STATE = new Set(['non state', 'non-state', 'non_state', 'nnn', 'ngoai nha nuoc', 'ngoai khu vuc nha nuoc'])

/**
 * The "trong đó" indicators a cut means: "non_state" or "ngoài nhà nước", a size of enterprises ("25", "≥25", ">= 25
 * lao động"), or the code of an indicator, for all its parts. Empty when it means nothing known.
 */
export function indicatorsOfCut<I extends Indicator>(cut: string, indicators: readonly I[]): readonly I[] {
  const folded = foldText(cut)
  if (NON_STATE.has(folded)) return indicators.filter((indicator) => indicator.cut?.sector === 'non_state')
  const size = /^(?:≥|>=|tu)?\s*(\d+)\s*(?:lao dong|ld)?(?: tro len)?$/.exec(folded)?.[1]
  if (size !== undefined) return indicators.filter((indicator) => indicator.cut?.minWorkers === Number(size))
  const whole = indicators.find(({ code }) => code === cut || foldText(code) === folded)
  return whole === undefined ? [] : indicators.filter(({ parent }) => parent === whole.code)
}
