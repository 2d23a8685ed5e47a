import type { ContentValue } from '../content.ts'

/** One edit, named by where it was made: the site, and its count at the moment the edit was found. */
export interface Dot {
  readonly site: string
  readonly count: number
}

/** Up to which count of each site something holds all edits. */
export type Knows = Readonly<Record<string, number>>

/** Who wrote something, and when (ISO time). */
export interface Hand {
  readonly by: string | null
  readonly at: string | null
}

/** An edit that stands beside what is shown, until somebody decides. */
export interface OtherEdit extends Dot, Partial<Hand> {
  /** Undefined: that there is such an edit was heard, what it says was not (files of the first versions). */
  readonly value: ContentValue | undefined
}

/**
 * The edits a row is made of. A cell holds every edit that nobody has written over after having seen it: mostly one;
 * several that say the same; or several that differ, of which this side shows one and the others wait for a decision.
 * An edit is gone from a cell only where another was written by somebody who had it before his eyes. That makes the
 * merge a union of what is left at both sides, which comes out the same whatever comes first or twice (docs/adr/0040).
 */
export interface Stamp {
  /** Up to which count of each site the row has everything that was ever said of it. */
  readonly knows: Knows
  /** The edit of the row itself and of each cell with a value that `shown` does not name: its birth. */
  readonly born: Dot
  /** The row is shown as removed. */
  readonly gone: boolean
  /** Edits the shown value stands for, by cell; '' is whether the row is there. */
  readonly shown: Readonly<Record<string, readonly Dot[]>>
  /** Edits that say something else. */
  readonly others: Readonly<Record<string, readonly OtherEdit[]>>
  /** What is known of single cells, where that is less: rows came in between that said nothing of them. */
  readonly lags: Readonly<Record<string, Knows>>
  /** Who wrote shown values that came from elsewhere, by cell; '' is for all that are not named. */
  readonly hands: Readonly<Record<string, Hand>>
}

/** Column name that stands for a row as a whole. */
export const WHOLE_ROW = ''

/** What the cell '' says. */
export const THERE = 'there'
export const GONE = 'gone'

export function newStamp(site: string, count: number): Stamp {
  return { knows: { [site]: count }, born: { site, count }, gone: false, shown: {}, others: {}, lags: {}, hands: {} }
}

export function isSameDot(a: Dot, b: Dot): boolean {
  return a.site === b.site && a.count === b.count
}

export function holdsDot(dots: readonly Dot[], dot: Dot): boolean {
  return dots.some((one) => isSameDot(one, dot))
}

export function covers(knows: Knows, { site, count }: Dot): boolean {
  return Object.hasOwn(knows, site) && (knows[site] ?? 0) >= count
}

export function joinKnows(a: Knows, b: Knows): Record<string, number> {
  const joined: Record<string, number> = { ...a }
  for (const [site, count] of Object.entries(b)) joined[site] = Math.max(joined[site] ?? 0, count)
  return joined
}

/** Edits a shown value stands for. An empty cell nobody ever wrote in stands for none. */
export function shownDots(stamp: Stamp, column: string, value: ContentValue): readonly Dot[] {
  const named = Object.hasOwn(stamp.shown, column) ? stamp.shown[column] : undefined
  if (named !== undefined) return named
  return value === null ? [] : [stamp.born]
}

export function othersOf(stamp: Stamp, column: string): readonly OtherEdit[] {
  return Object.hasOwn(stamp.others, column) ? (stamp.others[column] ?? []) : []
}

export function knowsOf(stamp: Stamp, column: string): Knows {
  return Object.hasOwn(stamp.lags, column) ? (stamp.lags[column] ?? stamp.knows) : stamp.knows
}

export function presenceOf(stamp: Stamp): typeof THERE | typeof GONE {
  return stamp.gone ? GONE : THERE
}

export function handOf(stamp: Stamp, column: string): Hand | null {
  return (
    (Object.hasOwn(stamp.hands, column) ? stamp.hands[column] : undefined) ??
    (Object.hasOwn(stamp.hands, WHOLE_ROW) ? stamp.hands[WHOLE_ROW] : undefined) ??
    null
  )
}
