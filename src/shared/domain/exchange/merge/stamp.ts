/** One edit, named by where it was made: the site, and its count at the moment the edit was found. */
export interface Dot {
  readonly site: string
  readonly count: number
}

/**
 * Which edits a row holds. Two rows with the same cells may hold different edits (a value that was changed and changed
 * back), and only this tells which of two sites has seen the other.
 */
export interface Stamp {
  /** Up to which count of each site the row has everything that was ever said of it. */
  readonly knows: Readonly<Record<string, number>>
  /** The edit a cell holds that `cells` does not name: mostly the birth of the row. */
  readonly born: Dot
  readonly cells: Readonly<Record<string, Dot>>
  /** Edits that were met and not decided: they count as unseen although `knows` goes beyond them. '' is the row. */
  readonly open: Readonly<Record<string, readonly Dot[]>>
  /** The removal, of a row that is gone. */
  readonly gone: Dot | null
  /**
   * Further edits that said the same as the one a cell holds (two people typed the same number; '' two removals): who
   * overwrites the cell must have seen them too.
   */
  readonly twins: Readonly<Record<string, readonly Dot[]>>
}

/** Column name that stands for a row as a whole. */
export const WHOLE_ROW = ''

export function newStamp(site: string, count: number): Stamp {
  return { knows: { [site]: count }, born: { site, count }, cells: {}, open: {}, gone: null, twins: {} }
}

export function dotOf(stamp: Stamp, column: string): Dot {
  if (column === WHOLE_ROW) return stamp.gone ?? stamp.born
  return Object.hasOwn(stamp.cells, column) ? (stamp.cells[column] ?? stamp.born) : stamp.born
}

export function isSameDot(a: Dot, b: Dot): boolean {
  return a.site === b.site && a.count === b.count
}

/** Whether somebody with this stamp has seen the edit of a cell, and dealt with it. */
export function hasSeen(stamp: Stamp, column: string, dot: Dot): boolean {
  const upTo = Object.hasOwn(stamp.knows, dot.site) ? (stamp.knows[dot.site] ?? 0) : 0
  if (upTo < dot.count) return false
  // An edit of a row that waits may be named by any of its cells.
  const open = column === WHOLE_ROW ? Object.values(stamp.open).flat() : openDots(stamp, column)
  return !open.some((one) => isSameDot(one, dot))
}

export function openDots(stamp: Stamp, column: string): readonly Dot[] {
  return Object.hasOwn(stamp.open, column) ? (stamp.open[column] ?? []) : []
}

/** All edits a cell, or ('') the row, stands for. */
export function dotsOf(stamp: Stamp, column: string): readonly Dot[] {
  const twins = Object.hasOwn(stamp.twins, column) ? (stamp.twins[column] ?? []) : []
  return [dotOf(stamp, column), ...twins]
}

/** Whether somebody with this stamp has dealt with everything the other's cell stands for. */
export function hasSeenAll(stamp: Stamp, column: string, other: Stamp): boolean {
  return dotsOf(other, column).every((dot) => hasSeen(stamp, column, dot))
}

/** `twins` without those of some columns. */
export function withoutTwins(twins: Stamp['twins'], columns: readonly string[]): Stamp['twins'] {
  return Object.fromEntries(Object.entries(twins).filter(([column]) => !columns.includes(column)))
}

/** Of two edits that say the same, the one every site chooses. */
export function chooseDot(a: Dot, b: Dot): Dot {
  if (a.site !== b.site) return a.site > b.site ? a : b
  return a.count >= b.count ? a : b
}

/** The stamp after edits of this site to some cells. An edit answers what was open of its cell. */
export function editCells(stamp: Stamp, columns: readonly string[], dot: Dot): Stamp {
  if (columns.length === 0) return stamp
  const cells = { ...stamp.cells }
  for (const column of columns) cells[column] = dot
  return {
    ...stamp,
    knows: joinKnows(stamp.knows, { [dot.site]: dot.count }),
    cells,
    twins: withoutTwins(stamp.twins, columns),
  }
}

export function joinKnows(
  a: Readonly<Record<string, number>>,
  b: Readonly<Record<string, number>>,
): Record<string, number> {
  const joined: Record<string, number> = { ...a }
  for (const [site, count] of Object.entries(b)) joined[site] = Math.max(joined[site] ?? 0, count)
  return joined
}

/** Short keys: a survey carries fifty thousand of them. */
interface Written {
  readonly k: Readonly<Record<string, number>>
  readonly b: readonly [string, number]
  readonly c?: Readonly<Record<string, readonly [string, number]>>
  readonly o?: Readonly<Record<string, readonly (readonly [string, number])[]>>
  readonly g?: readonly [string, number]
  readonly t?: Readonly<Record<string, readonly (readonly [string, number])[]>>
}

/** A survey has one stamp for thousands of rows. */
const texts = new WeakMap<Stamp, string>()

export function writeStamp(stamp: Stamp): string {
  const known = texts.get(stamp)
  if (known !== undefined) return known
  const text = stampText(stamp)
  texts.set(stamp, text)
  return text
}

function stampText({ knows, born, cells, open, gone, twins }: Stamp): string {
  const pair = ({ site, count }: Dot): readonly [string, number] => [site, count]
  // Sorted, so that equal stamps are equal texts.
  const sorted = <T>(record: Readonly<Record<string, T>>): [string, T][] =>
    Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1))
  const written: Written = {
    k: Object.fromEntries(sorted(knows)),
    b: pair(born),
    ...(Object.keys(cells).length === 0
      ? {}
      : { c: Object.fromEntries(sorted(cells).map(([column, dot]) => [column, pair(dot)])) }),
    ...(Object.keys(open).length === 0
      ? {}
      : { o: Object.fromEntries(sorted(open).map(([column, dots]) => [column, dots.map(pair)])) }),
    ...(gone === null ? {} : { g: pair(gone) }),
    ...(Object.keys(twins).length === 0
      ? {}
      : { t: Object.fromEntries(sorted(twins).map(([column, dots]) => [column, dots.map(pair)])) }),
  }
  return JSON.stringify(written)
}

/** Null for text that is no stamp: it may come out of a file. */
export function readStamp(text: string): Stamp | null {
  let read: unknown
  try {
    read = JSON.parse(text)
  } catch {
    return null
  }
  if (!isRecord(read) || !isRecord(read['k'])) return null
  const born = readDot(read['b'])
  if (born === null || !Object.values(read['k']).every(isCount)) return null
  if (!Object.keys(read['k']).every(isSite)) return null
  const cells: [string, Dot][] = []
  for (const [column, pair] of entriesOf(read['c'])) {
    const dot = readDot(pair)
    if (dot === null || !isColumn(column)) return null
    cells.push([column, dot])
  }
  const open = readDotLists(read['o'])
  const twins = readDotLists(read['t'])
  if (open === null || twins === null) return null
  const gone = read['g'] === undefined ? null : readDot(read['g'])
  if (read['g'] !== undefined && gone === null) return null
  return {
    knows: Object.fromEntries(Object.entries(read['k']).map(([site, count]) => [site, Number(count)])),
    born,
    cells: Object.fromEntries(cells),
    open,
    gone,
    twins,
  }
}

function readDotLists(value: unknown): Record<string, readonly Dot[]> | null {
  const lists: [string, readonly Dot[]][] = []
  for (const [column, pairs] of entriesOf(value)) {
    const dots = Array.isArray(pairs) ? pairs.map(readDot) : [null]
    if (!isColumn(column) || dots.includes(null)) return null
    lists.push([column, dots.filter((dot) => dot !== null)])
  }
  return Object.fromEntries(lists)
}

/** Names come out of a file: none may be a name objects have of themselves. */
function isColumn(name: string): boolean {
  return /^(?:|[a-z][a-z0-9_]{0,59})$/.test(name)
}

function isSite(name: string): boolean {
  return /^[0-9A-Za-z][0-9A-Za-z:._-]{0,149}$/.test(name)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function entriesOf(value: unknown): [string, unknown][] {
  return isRecord(value) ? Object.entries(value) : []
}

function isCount(value: unknown): boolean {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}

function readDot(value: unknown): Dot | null {
  if (!Array.isArray(value) || value.length !== 2) return null
  const [site, count] = value as readonly unknown[]
  return typeof site === 'string' && isSite(site) && isCount(count) ? { site, count: Number(count) } : null
}
