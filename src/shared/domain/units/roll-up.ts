import type { TreeUnit, UnitTree } from './tree.ts'

/**
 * What a unit shows of a figure: its own entry if it has one, else the sum of its children valid that day.
 * With both it keeps its own, and the screen shows the difference between the two.
 */
export interface RolledFigure<T> {
  readonly figure: T | null
  readonly own: T | null
  readonly ofChildren: T | null
}

/**
 * Carries figures up the tree in one pass. `own` answers a unit's own entry (null: it has none); `sum` adds
 * the children's figures, which are never an empty list. Every unit of the tree is in the answer.
 */
export function rollUp<U extends TreeUnit, T>(
  tree: UnitTree<U>,
  own: (unit: U) => T | null,
  sum: (figures: readonly T[]) => T,
): ReadonlyMap<string, RolledFigure<T>> {
  const rolled = new Map<string, RolledFigure<T>>()
  // Parents stand before their children in `units`, so backwards every child is ready before its parent.
  for (let at = tree.units.length - 1; at >= 0; at -= 1) {
    const unit = tree.units[at]
    if (unit === undefined) continue
    const figures: T[] = []
    for (const child of tree.childrenOf(unit.id)) {
      const figure = rolled.get(child.id)?.figure ?? null
      if (figure !== null) figures.push(figure)
    }
    const ownFigure = own(unit)
    const ofChildren = figures.length === 0 ? null : sum(figures)
    rolled.set(unit.id, { figure: ownFigure ?? ofChildren, own: ownFigure, ofChildren })
  }
  return rolled
}
