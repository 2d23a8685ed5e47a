import { judgedPercent } from '../results/percent.ts'
import type { Measure } from './facts.ts'

/** Whether a target is reached, by the numbers: 9.996 of 10.000 is printed "100%" and has 4 left to do. */
export function hasReached({ result, target, percent }: Measure): boolean {
  return percent !== null && (judgedPercent(result?.value ?? null, target, result?.qualifier ?? null) ?? 0) >= 100
}
