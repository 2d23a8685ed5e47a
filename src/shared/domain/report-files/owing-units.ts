/** A unit of the tree of one day, parents before children. */
export interface OwingUnit {
  readonly code: string
  readonly parent: string | null
  /** Grassroots unions report to the union above them, which reports for them unless they have targets themselves. */
  readonly isGrassroots: boolean
  /** It has targets of the year, or has reported before: somebody waits for its report. */
  readonly isWaitedFor: boolean
}

/**
 * Which units owe a report of their own. Those right under the root always do; below them, those somebody waits for. A
 * unit nobody waits for whose parts are waited for only holds them together: its parts owe, it does not.
 */
export function owingUnits<U extends OwingUnit>(units: readonly U[], root: string): readonly U[] {
  const children = new Map<string, U[]>()
  for (const unit of units)
    if (unit.parent !== null) children.set(unit.parent, [...(children.get(unit.parent) ?? []), unit])
  const partsOf = (unit: U): readonly U[] => children.get(unit.code) ?? []
  const hasWaitedFor = (unit: U): boolean => partsOf(unit).some((part) => part.isWaitedFor || hasWaitedFor(part))
  const owing = new Set<U>()
  const visit = (unit: U, isAsked: boolean): void => {
    const holdsOnly = !unit.isWaitedFor && hasWaitedFor(unit)
    if (!holdsOnly && (isAsked || unit.isWaitedFor)) owing.add(unit)
    for (const part of partsOf(unit)) visit(part, holdsOnly && isAsked && !part.isGrassroots)
  }
  for (const unit of units) if (unit.parent === root) visit(unit, true)
  // In the order of the tree, whoever was found first.
  return units.filter((unit) => owing.has(unit))
}
