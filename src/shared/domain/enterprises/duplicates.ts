import { rootOfTaxCode } from '../survey/tax-code.ts'

/** An enterprise as far as it may be another one. */
export interface DuplicateCandidate {
  readonly id: string
  readonly taxCode: string | null
  /** Folded name, its legal form normalised (survey/enterprise-name.ts). */
  readonly nameKey: string
  readonly unit: string | null
  readonly ward: string | null
  readonly phone: string | null
}

export type DuplicateReason = 'taxRoot' | 'namePlace' | 'nameOtherTaxCode' | 'similarName' | 'samePhone'

export interface DuplicatePair {
  readonly first: string
  readonly second: string
  readonly reasons: readonly DuplicateReason[]
  /** How alike the names are, in percent. */
  readonly likeness: number
}

/** Words that stand in every other name and tell nobody apart. */
const COMMON_WORDS = new Set(
  'cong ty tnhh mtv 2tv cp dntn htx lhhtx hkd chi nhanh vpdd tm dv sx xd dt vn xnk va hd doanh nghiep tong tap doan nha may xi nghiep ho kinh'.split(
    ' ',
  ),
)
const STRENGTH: Readonly<Record<DuplicateReason, number>> = {
  taxRoot: 4,
  namePlace: 5,
  nameOtherTaxCode: 3,
  similarName: 2,
  samePhone: 1,
}
/** Names at least so alike, in percent, are worth a look in one place; with the same telephone fewer do. */
const ALIKE = 80
const ALIKE_WITH_PHONE = 50
/** A word more enterprises of a place share than this does not bring two together. */
const CROWD = 60

/** Key of a pair, whichever way round it is named. */
export function pairKey(one: string, other: string): string {
  return one < other ? `${one}|${other}` : `${other}|${one}`
}

/**
 * Pairs that may be one enterprise, the surest first (domain: duplicates; semantics: survey). `judged` are those
 * somebody decided about before.
 */
export function findDuplicatePairs(
  candidates: readonly DuplicateCandidate[],
  judged: ReadonlySet<string>,
): readonly DuplicatePair[] {
  const found = new Map<string, { one: DuplicateCandidate; other: DuplicateCandidate; reasons: Set<DuplicateReason> }>()
  const add = (one: DuplicateCandidate, other: DuplicateCandidate, reason: DuplicateReason): void => {
    const key = pairKey(one.id, other.id)
    if (one.id === other.id || judged.has(key)) return
    const known = found.get(key) ?? { one, other, reasons: new Set() }
    known.reasons.add(reason)
    found.set(key, known)
  }
  const cores = new Map(candidates.map((row) => [row.id, coreOf(row.nameKey)]))
  const core = (row: DuplicateCandidate): string => cores.get(row.id) ?? ''
  const pairsOf = new Map<string, Uint32Array>()
  const pairs = (row: DuplicateCandidate): Uint32Array => {
    const name = core(row)
    const known = pairsOf.get(name) ?? letterPairs(name)
    pairsOf.set(name, known)
    return known
  }
  const areAlike = (one: DuplicateCandidate, other: DuplicateCandidate, least: number): boolean => {
    const a = pairs(one)
    const b = pairs(other)
    // Names of very different lengths cannot be.
    return 200 * Math.min(a.length, b.length) >= least * (a.length + b.length) && comparePairs(a, b) >= least
  }

  // A company with its branches: each is compared with the first, not with every other.
  for (const group of groups(candidates, ({ taxCode }) => (taxCode === null ? null : rootOfTaxCode(taxCode))))
    joinToFirst(
      group.toSorted((a, b) => ((a.taxCode ?? '') < (b.taxCode ?? '') ? -1 : 1)),
      (one, other) => add(one, other, 'taxRoot'),
    )
  for (const group of groups(candidates, ({ nameKey }) => nameKey || null)) {
    const eachPlace = groups(group, ({ unit }) => unit ?? '')
    for (const place of eachPlace)
      joinToFirst(place, (one, other) => add(one, other, haveOtherCodes(one, other) ? 'nameOtherTaxCode' : 'namePlace'))
    joinToFirst(
      group.filter(({ taxCode }) => taxCode !== null),
      (one, other) => {
        if (haveOtherCodes(one, other)) add(one, other, 'nameOtherTaxCode')
      },
    )
  }
  for (const group of groups(candidates, ({ phone }) => digitsOf(phone)))
    eachPair(group, CROWD, (one, other) => {
      if (areAlike(one, other, ALIKE_WITH_PHONE)) add(one, other, 'samePhone')
    })
  for (const place of groups(candidates, ({ ward, unit }) => (ward ?? unit) || null))
    for (const block of blocksOf(place, core))
      eachPair(block, CROWD, (one, other) => {
        if (one.nameKey !== other.nameKey && areAlike(one, other, ALIKE)) add(one, other, 'similarName')
      })
  return [...found.values()]
    .map(({ one, other, reasons }) => ({
      first: one.id,
      second: other.id,
      reasons: [...reasons].toSorted((a, b) => STRENGTH[b] - STRENGTH[a]),
      likeness: comparePairs(pairs(one), pairs(other)),
    }))
    .toSorted(
      (a, b) =>
        strengthOf(b) - strengthOf(a) ||
        (a.first < b.first ? -1 : a.first > b.first ? 1 : a.second < b.second ? -1 : 1),
    )
}

function strengthOf({ reasons, likeness }: DuplicatePair): number {
  return reasons.reduce((sum, reason) => sum + STRENGTH[reason] * 100, 0) + likeness
}

/** Both have an MST and not of one company. */
function haveOtherCodes(one: DuplicateCandidate, other: DuplicateCandidate): boolean {
  if (one.taxCode === null || other.taxCode === null) return false
  return (rootOfTaxCode(one.taxCode) ?? one.taxCode) !== (rootOfTaxCode(other.taxCode) ?? other.taxCode)
}

/** What is left of a name when its form and the common words are taken away; all of it when nothing is left. */
export function coreOf(nameKey: string): string {
  const words = nameKey.split(' ').filter((word) => !COMMON_WORDS.has(word))
  return words.length === 0 ? nameKey : words.join(' ')
}

/** How alike two names are, in percent: letters taken in pairs, spaces aside (Dice). 100: the same but for spaces. */
export function likenessOf(one: string, other: string): number {
  return comparePairs(letterPairs(one), letterPairs(other))
}

/** The letter pairs of a name as numbers, in order, so that two names are compared in one walk. */
function letterPairs(name: string): Uint32Array {
  const bare = name.replaceAll(' ', '')
  const pairs = new Uint32Array(Math.max(0, bare.length - 1))
  for (let at = 0; at < pairs.length; at++) {
    const pair = bare.charCodeAt(at) * 65_536 + bare.charCodeAt(at + 1)
    // Put in its place at once: for so few numbers that is quicker than sorting them.
    let place = at
    for (; place > 0 && (pairs[place - 1] ?? 0) > pair; place--) pairs[place] = pairs[place - 1] ?? 0
    pairs[place] = pair
  }
  return pairs
}

function comparePairs(a: Uint32Array, b: Uint32Array): number {
  const both = a.length + b.length
  if (a.length === 0 || b.length === 0) return 0
  let shared = 0
  for (let at = 0, against = 0; at < a.length && against < b.length;) {
    const one = a[at] ?? 0
    const other = b[against] ?? 0
    if (one === other) shared++
    if (one <= other) at++
    if (other <= one) against++
  }
  return Math.floor((200 * shared) / both)
}

function digitsOf(phone: string | null): string | null {
  const digits = (phone ?? '').replace(/\D/g, '').replace(/^84(?=\d{9}$)/, '0')
  return digits.length >= 8 ? digits : null
}

/**
 * Rows of a place whose names share one of their two rarest words, or their letters at the beginning: only those are
 * compared, for a place may have thousands.
 */
function blocksOf(
  rows: readonly DuplicateCandidate[],
  core: (row: DuplicateCandidate) => string,
): readonly (readonly DuplicateCandidate[])[] {
  const named = rows.map((row) => ({
    row,
    words: [...new Set(core(row).split(' '))].filter((word) => word.length > 1),
  }))
  const often = new Map<string, number>()
  for (const { words } of named) for (const word of words) often.set(word, (often.get(word) ?? 0) + 1)
  const blocks = new Map<string, DuplicateCandidate[]>()
  for (const { row, words } of named) {
    const rarest = words.toSorted((a, b) => (often.get(a) ?? 0) - (often.get(b) ?? 0)).slice(0, 2)
    const keys = [...rarest, `^${core(row).replaceAll(' ', '').slice(0, 6)}`]
    for (const key of keys) {
      const block = blocks.get(key)
      if (block === undefined) blocks.set(key, [row])
      else block.push(row)
    }
  }
  return [...blocks.values()].filter((block) => block.length > 1)
}

/** Groups of two and more; rows without a key are in none. */
function groups(
  rows: readonly DuplicateCandidate[],
  keyOf: (row: DuplicateCandidate) => string | null,
): readonly (readonly DuplicateCandidate[])[] {
  const byKey = new Map<string, DuplicateCandidate[]>()
  for (const row of rows) {
    const key = keyOf(row)
    if (key === null) continue
    const group = byKey.get(key)
    if (group === undefined) byKey.set(key, [row])
    else group.push(row)
  }
  return [...byKey.values()].filter((group) => group.length > 1)
}

function joinToFirst(
  group: readonly DuplicateCandidate[],
  join: (one: DuplicateCandidate, other: DuplicateCandidate) => void,
): void {
  const [first, ...others] = group
  if (first !== undefined) for (const other of others) join(first, other)
}

function eachPair(
  group: readonly DuplicateCandidate[],
  most: number,
  join: (one: DuplicateCandidate, other: DuplicateCandidate) => void,
): void {
  if (group.length > most) return
  group.forEach((one, at) => {
    for (const other of group.slice(at + 1)) join(one, other)
  })
}
