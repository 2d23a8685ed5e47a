import { latestLevel } from '../../results/as-of.ts'
import { addFigures } from '../../results/figure.ts'
import type { KindRule } from './kind-rule.ts'

/** A level on a day: the latest one reported on or before it. */
export const stockRule: KindRule = {
  kind: 'stock',
  accepts: ['cumulative'],
  unreportedIsZero: false,
  sources: ['children'],
  // A plan that has ended is judged by the level on its last day.
  read: (entries, window, day) => latestLevel(entries, day < window.to ? day : window.to),
  derive: () => null,
  add: addFigures,
}
