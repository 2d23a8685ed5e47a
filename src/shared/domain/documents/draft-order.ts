import type { DraftSection } from './draft-sections.ts'

interface Placed extends Pick<DraftSection, 'key' | 'part'> {
  readonly level: number
}

/** Parts a clerk may put elsewhere; an annex only among annexes. */
export function canMove({ part }: Pick<Placed, 'part'>): boolean {
  return part === 'heading' || part === 'article' || part === 'closing' || part === 'annex'
}

export function canDrop({ part }: Pick<Placed, 'part'>): boolean {
  return canMove({ part })
}

/** Where a part stands among the others, whatever the clerk's order says. */
const RANK: Readonly<Record<DraftSection['part'], number>> = {
  subject: 0,
  addressees: 1,
  lead: 2,
  heading: 3,
  article: 3,
  closing: 3,
  recipients: 4,
  annex: 5,
}

/**
 * The sections in the order the clerk gave them. What he has not seen yet (a section that appears only with the
 * figures of another day) stands after the one it follows as composed; what is gone is passed over.
 */
export function orderSections<T extends Placed>(composed: readonly T[], order: readonly string[] | null): T[] {
  if (order === null) return byRank(composed)
  const byKey = new Map(composed.map((section) => [section.key, section]))
  const placed = order.flatMap((key) => byKey.get(key) ?? [])
  composed.forEach((section, index) => {
    if (placed.includes(section)) return
    const before = composed.slice(0, index).findLast((earlier) => placed.includes(earlier))
    placed.splice(before === undefined ? 0 : placed.indexOf(before) + 1, 0, section)
  })
  return byRank(placed)
}

function byRank<T extends Placed>(sections: readonly T[]): T[] {
  return sections.toSorted((a, b) => RANK[a.part] - RANK[b.part])
}

/** A section with everything under its heading: "II." with its "1.", "2.". From, to (not included). */
function spanOf(sections: readonly Placed[], at: number): readonly [number, number] {
  const section = sections[at]
  let end = at + 1
  if (section !== undefined && section.level > 0) while ((sections[end]?.level ?? 0) > section.level) end += 1
  return [at, end]
}

/**
 * The keys after one section has changed places with its neighbour of the same level, each with all that stands under
 * it; null where there is none in that direction.
 */
export function moveSection(
  sections: readonly Placed[],
  key: string,
  direction: 'up' | 'down',
): readonly string[] | null {
  const at = sections.findIndex((section) => section.key === key)
  const section = sections[at]
  if (section === undefined || !canMove(section)) return null
  const [from, to] = spanOf(sections, at)
  const sibling = direction === 'down' ? to : findBefore(sections, from)
  const other = sections[sibling]
  // "2." does not leave its "II.".
  if (other === undefined || RANK[other.part] !== RANK[section.part] || depthOf(other) !== depthOf(section)) return null
  const [start, end] = spanOf(sections, sibling)
  const keys = sections.map((one) => one.key)
  const mine = keys.slice(from, to)
  const theirs = keys.slice(start, end)
  return direction === 'down'
    ? [...keys.slice(0, from), ...theirs, ...mine, ...keys.slice(end)]
    : [...keys.slice(0, start), ...mine, ...theirs, ...keys.slice(to)]
}

/** The neighbour above: the last section before that does not stand deeper. */
function findBefore(sections: readonly Placed[], from: number): number {
  const section = sections[from]
  return section === undefined
    ? -1
    : sections.slice(0, from).findLastIndex((other) => depthOf(other) <= depthOf(section))
}

/** A closing sentence or an article stands beside "I.", under nothing. */
function depthOf({ level }: Placed): number {
  return Math.max(1, level)
}

/** Keys of everything that goes when a section is dropped: itself and what stands under it. */
export function withUnder(sections: readonly Placed[], key: string): readonly string[] {
  const at = sections.findIndex((section) => section.key === key)
  if (at < 0) return []
  const [from, to] = spanOf(sections, at)
  return sections.slice(from, to).map((section) => section.key)
}
