import type { SqliteDatabase } from './load-sqlite.ts'

interface Remembered {
  readonly revision: string
  /** Of the newest recorded change. */
  readonly sequence: number
  readonly answers: Map<string, unknown>
  /** What no report changes. */
  readonly facts: Map<string, unknown>
}

const held = new WeakMap<SqliteDatabase, Remembered>()
/** Of one kind (the key's first word): a view of a large province holds some megabytes. */
const MOST_OF_KIND = 4

/**
 * What the file holds now, as text that changes with every committed write: the first number counts what other
 * connections committed, the second what this one wrote.
 */
export function readRevision(sqlite: SqliteDatabase): string {
  const written = sqlite.prepare<[], { n: number }>('SELECT total_changes() AS n').get()?.n ?? 0
  return `${String(sqlite.pragma('data_version', { simple: true }))} ${written}`
}

/**
 * Answers from before when nothing was written since, else makes it anew. `key` names the question with everything
 * it depends on besides the file. Answers are shared by whoever asks, so nobody may change them. Inside an open
 * transaction nothing is remembered, for it may be taken back. `most`: how many answers of a kind are held.
 */
export function remember<T>(sqlite: SqliteDatabase, key: string, make: () => T, most = MOST_OF_KIND): T {
  return sqlite.inTransaction ? make() : hold(bringUpToDate(sqlite).answers, key, make, most)
}

/**
 * The same for what reports say nothing about (units, targets, surveys), which stays when nothing but reports was written:
 * figures are typed all day, and each of them would have the whole plan read anew.
 */
export function rememberFacts<T>(sqlite: SqliteDatabase, key: string, make: () => T, most = MOST_OF_KIND): T {
  return sqlite.inTransaction ? make() : hold(bringUpToDate(sqlite).facts, key, make, most)
}

function bringUpToDate(sqlite: SqliteDatabase): Remembered {
  const revision = readRevision(sqlite)
  const before = held.get(sqlite)
  if (before?.revision === revision) return before
  const sequence = readSequence(sqlite)
  const stays = before !== undefined && toldReportsOnly(sqlite, before.sequence, sequence)
  const memory = { revision, sequence, answers: new Map(), facts: stays ? before.facts : new Map() }
  held.set(sqlite, memory)
  return memory
}

function readSequence(sqlite: SqliteDatabase): number {
  return sqlite.prepare<[], { last: number | null }>('SELECT MAX(sequence) AS last FROM changes').get()?.last ?? 0
}

/** So many changes are looked through; after more than that everything is read anew. */
const MOST_CHANGES = 5000

/** Whether what was written since is recorded and is of reports alone. */
function toldReportsOnly(sqlite: SqliteDatabase, since: number, now: number): boolean {
  if (now <= since || now - since > MOST_CHANGES) return false
  const other = sqlite.prepare<[number]>(
    `SELECT 1 FROM changes WHERE sequence > ? AND +table_name NOT IN ('reports', 'report_values') LIMIT 1`,
  )
  return other.get(since) === undefined
}

function hold<T>(answers: Map<string, unknown>, key: string, make: () => T, most: number): T {
  if (answers.has(key)) {
    const known = answers.get(key) as T
    // Asked for last stands last; the first one is let go when there are too many.
    answers.delete(key)
    answers.set(key, known)
    return known
  }
  const made = make()
  answers.set(key, made)
  const alike = [...answers.keys()].filter((other) => kindOf(other) === kindOf(key))
  const [oldest] = alike
  if (alike.length > most && oldest !== undefined) answers.delete(oldest)
  return made
}

function kindOf(key: string): string {
  return key.slice(0, key.indexOf(' ') + 1)
}
