import type { Atom } from './flow.ts'

/** An atom on its page, `y` points below the head of the page's text. */
export interface PlacedAtom {
  readonly atom: Atom
  readonly y: number
}

/** Pages of a section whose text may be `room` points high. Atoms that stand together move together. */
export function paginate(atoms: readonly Atom[], room: number): PlacedAtom[][] {
  const pages: PlacedAtom[][] = [[]]
  let y = 0
  let gap = 0
  const page = (): PlacedAtom[] => pages.at(-1) ?? []
  atoms.forEach((atom, index) => {
    const isFirst = page().length === 0
    // At the head of the first page the room above a paragraph stays; after the end of a page it is dropped.
    const above = isFirst ? (pages.length === 1 ? atom.before : 0) : gap + atom.before
    const needed = chainHeight(atoms, index, room)
    const fits = y + above + needed <= room + 0.01
    if (!fits && !isFirst) {
      pages.push([])
      y = 0
      const { repeat } = atom
      if (repeat !== null && repeat !== atom) {
        page().push({ atom: repeat, y })
        y += repeat.height
      }
    } else y += above
    page().push({ atom, y })
    y += atom.height
    gap = atom.after
  })
  return pages.filter((placed) => placed.length > 0)
}

/** Height of an atom and all that must stand on its page with it; alone where that is more than a page. */
function chainHeight(atoms: readonly Atom[], from: number, room: number): number {
  const first = atoms[from]
  if (first === undefined) return 0
  let high = first.height
  for (let at = from; atoms[at]?.keepNext === true; at += 1) {
    const next = atoms[at + 1]
    if (next === undefined) break
    high += (atoms[at]?.after ?? 0) + next.before + next.height
    if (high > room) return first.height
  }
  return high
}
