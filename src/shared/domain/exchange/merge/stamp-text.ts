import type { ContentValue } from '../content.ts'
import { isSameDot, type Dot, type Hand, type Knows, type OtherEdit, type Stamp, WHOLE_ROW } from './stamp.ts'

type Pair = readonly [site: string, count: number]
/** A pair with the value, left out where it is not known, and who wrote it when. */
type Waiting = readonly [site: string, count: number, value?: readonly [ContentValue], by?: string, at?: string]

/** Short keys: a survey carries fifty thousand of them. */
interface Written {
  readonly k: Knows
  readonly b: Pair
  /** Edits of shown values, by cell. */
  readonly d?: Readonly<Record<string, readonly Pair[]>>
  /** Edits that wait. */
  readonly w?: Readonly<Record<string, readonly Waiting[]>>
  readonly l?: Readonly<Record<string, Knows>>
  readonly h?: Readonly<Record<string, readonly [by: string | null, at: string | null]>>
  /** The row is gone. */
  readonly x?: 1
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

function stampText({ knows, born, gone, shown, others, lags, hands }: Stamp): string {
  const pair = ({ site, count }: Dot): Pair => [site, count]
  const written: Written = {
    k: sorted(knows, (count) => count),
    b: pair(born),
    ...(isEmpty(shown) ? {} : { d: sorted(shown, (dots) => dots.toSorted(byName).map(pair)) }),
    ...(isEmpty(others) ? {} : { w: sorted(others, (edits) => edits.toSorted(byName).map(waitingText)) }),
    ...(isEmpty(lags) ? {} : { l: sorted(lags, (known) => sorted(known, (count) => count)) }),
    ...(isEmpty(hands) ? {} : { h: sorted(hands, ({ by, at }) => [by, at] as const) }),
    ...(gone ? { x: 1 } : {}),
  }
  return JSON.stringify(written)
}

function waitingText({ site, count, value, by, at }: OtherEdit): Waiting {
  if (value === undefined) return [site, count]
  return by === undefined || by === null ? [site, count, [value]] : [site, count, [value], by, at ?? '']
}

function isEmpty(record: Readonly<Record<string, unknown>>): boolean {
  for (const name in record) if (Object.hasOwn(record, name)) return false
  return true
}

/** Equal stamps are equal texts. */
function sorted<T, R>(record: Readonly<Record<string, T>>, map: (value: T) => R): Record<string, R> {
  return Object.fromEntries(
    Object.entries(record)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, value]) => [name, map(value)]),
  )
}

function byName(a: Dot, b: Dot): number {
  if (a.site !== b.site) return a.site < b.site ? -1 : 1
  return a.count - b.count
}

/** Null for text that is no stamp: it may come out of a file. */
export function readStamp(text: string): Stamp | null {
  let read: unknown
  try {
    read = JSON.parse(text)
  } catch {
    return null
  }
  if (!isRecord(read)) return null
  const knows = readKnows(read['k'])
  const born = readDot(read['b'])
  if (knows === null || born === null) return null
  const shown = readLists(read['d'], readDot)
  const others = readLists(read['w'], readWaiting)
  const lags = readRecord(read['l'], readKnows)
  const hands = readRecord(read['h'], readHand)
  if (shown === null || others === null || lags === null || hands === null) return null
  const stamp: Stamp = { knows, born, gone: read['x'] === 1, shown, others, lags, hands }
  const isFirst = ['c', 'o', 'g', 't'].some((key) => read[key] !== undefined)
  return isFirst ? readFirst(read, stamp) : stamp
}

/**
 * A stamp as the first versions wrote it: one edit for each cell, further ones that said the same ("t"), and those that
 * were met and not decided ("o") without what they said. An edit of a cell then did not speak for the row.
 */
function readFirst(read: Readonly<Record<string, unknown>>, stamp: Stamp): Stamp | null {
  const cells = readRecord(read['c'], readDot)
  const open = readLists(read['o'], readDot)
  const twins = readLists(read['t'], readDot)
  const gone = read['g'] === undefined ? null : readDot(read['g'])
  if (cells === null || open === null || twins === null || (read['g'] !== undefined && gone === null)) return null
  const shown: Record<string, readonly Dot[]> = {}
  const columns = new Set([...Object.keys(cells), ...Object.keys(twins)].filter((column) => column !== WHOLE_ROW))
  for (const column of columns) shown[column] = [cells[column] ?? stamp.born, ...(twins[column] ?? [])]
  const same = twins[WHOLE_ROW] ?? []
  shown[WHOLE_ROW] = unique(gone === null ? [stamp.born, ...Object.values(cells), ...same] : [gone, ...same])
  const others = Object.fromEntries(
    Object.entries(open).map(([column, dots]) => [column, dots.map((dot) => ({ ...dot, value: undefined }))]),
  )
  return { ...stamp, gone: gone !== null, shown, others }
}

function unique(dots: readonly Dot[]): Dot[] {
  return dots.filter((dot, at) => dots.findIndex((other) => isSameDot(dot, other)) === at)
}

function readRecord<T>(value: unknown, read: (one: unknown) => T | null): Record<string, T> | null {
  const entries: [string, T][] = []
  for (const [name, one] of isRecord(value) ? Object.entries(value) : []) {
    const made = read(one)
    if (made === null || !isColumn(name)) return null
    entries.push([name, made])
  }
  return Object.fromEntries(entries)
}

function readLists<T>(value: unknown, read: (one: unknown) => T | null): Record<string, readonly T[]> | null {
  return readRecord(value, (list) => {
    if (!Array.isArray(list)) return null
    const made = list.map(read)
    return made.includes(null) ? null : made.filter((one) => one !== null)
  })
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

function isCount(value: unknown): boolean {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}

function readKnows(value: unknown): Knows | null {
  if (!isRecord(value)) return null
  const entries = Object.entries(value)
  if (!entries.every(([site, count]) => isSite(site) && isCount(count))) return null
  return Object.fromEntries(entries.map(([site, count]) => [site, Number(count)]))
}

function readDot(value: unknown): Dot | null {
  if (!Array.isArray(value) || value.length !== 2) return null
  const [site, count] = value as readonly unknown[]
  return typeof site === 'string' && isSite(site) && isCount(count) ? { site, count: Number(count) } : null
}

function readWaiting(value: unknown): OtherEdit | null {
  if (!Array.isArray(value) || value.length > 5) return null
  const [site, count, said, by, at] = value as readonly unknown[]
  const dot = readDot([site, count])
  if (dot === null) return null
  if (said === undefined) return { ...dot, value: undefined }
  if (!Array.isArray(said) || said.length !== 1) return null
  const [cell] = said as readonly unknown[]
  const isValue = cell === null || typeof cell === 'string' || (typeof cell === 'number' && Number.isFinite(cell))
  if (!isValue) return null
  const edit: OtherEdit = { ...dot, value: cell }
  return typeof by === 'string' ? { ...edit, by, at: typeof at === 'string' && at !== '' ? at : null } : edit
}

function readHand(value: unknown): Hand | null {
  if (!Array.isArray(value) || value.length !== 2) return null
  const [by, at] = value as readonly unknown[]
  const text = (one: unknown): string | null => (typeof one === 'string' ? one.slice(0, 500) : null)
  return { by: text(by), at: text(at) }
}
