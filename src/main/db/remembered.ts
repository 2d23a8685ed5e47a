import type { SqliteDatabase } from './load-sqlite.ts'

interface Remembered {
  revision: string
  readonly answers: Map<string, unknown>
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
  if (sqlite.inTransaction) return make()
  const revision = readRevision(sqlite)
  let memory = held.get(sqlite)
  if (memory === undefined || memory.revision !== revision) {
    memory = { revision, answers: new Map() }
    held.set(sqlite, memory)
  }
  const { answers } = memory
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
