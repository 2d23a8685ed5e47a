import fs from 'node:fs'
import { drizzle, type BetterSQLite3Database } from './orm.ts'
import type { NewId } from '../ids.ts'
import { SqliteError, type SqliteDatabase } from './load-sqlite.ts'
import { createCounter } from './operation-counts.ts'
import { recordBirthsTogether } from './recording.ts'
import { preparePacking } from './report-packs.ts'
import { prepareSearch } from './search-index.ts'
import { updateTogether, type RowUpdate } from './update-together.ts'

/** A handle that reads. Services of queries get no more than this. */
export interface ReadStore {
  readonly file: string
  readonly db: BetterSQLite3Database
  /** For statements drizzle cannot say or would be slow at; read only. */
  readonly sqlite: SqliteDatabase
}

export interface OperationInfo {
  /** What was done, as a stable word: 'units.add', 'survey.import'. */
  readonly kind: string
  /** As it stands in the list of steps: "Nhập 420 doanh nghiệp từ bhxh.xlsx". */
  readonly label: string
  /** The operation this one takes back, for undo and redo. */
  readonly undoes?: string
  /** Stays in the history even when it changed nothing: an undo that had to keep everything is still a step. */
  readonly always?: boolean
}

/** What the body of a write gets: the same connection, inside the transaction. */
export interface Transaction {
  readonly db: BetterSQLite3Database
  readonly sqlite: SqliteDatabase
  readonly newId: NewId
  readonly operationId: string
  /** ISO time the operation carries. */
  readonly at: string
  /** Runs a body that inserts thousands of rows into these tables; their births are recorded together at its end. */
  insertMany<T>(tables: readonly string[], body: () => T): T
  /** Sets the same columns of thousands of rows at once (update-together.ts says of which). */
  updateMany(table: string, columns: readonly string[], rows: readonly RowUpdate[]): void
}

/** A handle that may also write, one operation at a time. */
export interface Store extends ReadStore {
  /**
   * Runs `body` in one short synchronous transaction as one recorded operation. All or nothing:
   * when `body` throws, nothing of it stays. An operation that in the end changed nothing leaves no trace.
   * `body` must not await: decide and stage before.
   */
  write<T>(operation: OperationInfo, body: (tx: Transaction) => Synchronous<T>): T
  /** Runs `body` as `write` would and takes everything back: what would come of it. Nothing is left of it. */
  rehearse<T>(body: (tx: Pick<Transaction, 'sqlite'>) => Synchronous<T>): T
  /**
   * Says that what is read from here on is what the next write is decided upon. When another program wrote in
   * between, that write throws SQLITE_BUSY_SNAPSHOT instead of putting a decision of yesterday on the data of today;
   * the backend then asks the service again.
   */
  look(): void
  /** Writes that went through on this connection. */
  readonly written: () => number
  close(): void
}

/** Without a write for so long the log is folded into the file. */
const REST_MS = 700

export type Synchronous<T> = T extends PromiseLike<unknown> ? never : T

export interface WriterIdentity {
  readonly origin: string
  readonly who: () => string
  readonly clock: () => Date
  readonly newId: NewId
}

export function createReadStore(file: string, sqlite: SqliteDatabase): ReadStore {
  return { file, sqlite, db: drizzle({ client: sqlite }) }
}

export function createStore(file: string, sqlite: SqliteDatabase, identity: WriterIdentity): Store {
  const db = drizzle({ client: sqlite })
  const setContext = sqlite.prepare('UPDATE write_context SET operation_id = ?')
  const insertOperation = sqlite.prepare(
    `INSERT INTO operations (id, sequence, kind, label, origin, who, at, undoes)
     SELECT ?, COALESCE(MAX(sequence), 0) + 1, ?, ?, ?, ?, ?, ? FROM operations`,
  )
  const keepSearch = prepareSearch(sqlite)
  const keepPacks = preparePacking(sqlite)
  const countChanges = createCounter(sqlite)
  const removeChanges = sqlite.prepare('DELETE FROM changes WHERE operation_id = ?')
  const removeOperation = sqlite.prepare('DELETE FROM operations WHERE id = ?')

  let folding: ReturnType<typeof setTimeout> | undefined
  /** What was written is durable in the log already; it goes into the file when the clerk rests, not when they wait. */
  function foldSoon(): void {
    clearTimeout(folding)
    folding = setTimeout(() => {
      try {
        if (sqlite.open && !sqlite.inTransaction) sqlite.pragma('wal_checkpoint(PASSIVE)')
      } catch {
        // A full or missing drive: the next write finds it too and says so to somebody.
      }
    }, REST_MS)
    folding.unref()
  }

  const readVersion = (): unknown => sqlite.pragma('data_version', { simple: true })
  const place = placeOf(file)
  let seen = readVersion()
  let written = 0

  function write<T>(operation: OperationInfo, body: (tx: Transaction) => Synchronous<T>): T {
    // SQLite goes on writing into a file that was deleted or replaced under it, and nobody would find it again.
    if (placeOf(file) !== place) throw new SqliteError('the data file was moved', 'SQLITE_READONLY_DBMOVED')
    const operationId = identity.newId()
    const at = identity.clock().toISOString()
    const value = sqlite
      .transaction((): T => {
        // Counts what other connections committed, not this one.
        if (readVersion() !== seen) throw new SqliteError('decided on older data', 'SQLITE_BUSY_SNAPSHOT')
        insertOperation.run(
          operationId,
          operation.kind,
          operation.label,
          identity.origin,
          identity.who(),
          at,
          operation.undoes ?? null,
        )
        setContext.run(operationId)
        const made = body({
          db,
          sqlite,
          newId: identity.newId,
          operationId,
          at,
          insertMany: (tables, insert) => recordBirthsTogether(sqlite, tables, insert),
          updateMany: (table, columns, rows) => updateTogether(sqlite, table, columns, rows),
        })
        setContext.run(null)
        keepPacks()
        if (countChanges(operationId)) keepSearch(operationId)
        else if (operation.always !== true) {
          removeChanges.run(operationId)
          removeOperation.run(operationId)
        }
        return made
      })
      .immediate()
    written++
    foldSoon()
    return value
  }

  function rehearse<T>(body: (tx: Pick<Transaction, 'sqlite'>) => Synchronous<T>): T {
    sqlite.exec('BEGIN IMMEDIATE')
    try {
      const operationId = identity.newId()
      insertOperation.run(operationId, 'rehearsal', '', identity.origin, '', '', null)
      setContext.run(operationId)
      return body({ sqlite })
    } finally {
      sqlite.exec('ROLLBACK')
    }
  }

  const look = (): void => {
    seen = readVersion()
  }
  const close = (): void => {
    clearTimeout(folding)
    sqlite.close()
  }
  return { file, sqlite, db, write, rehearse, look, written: () => written, close }
}

/** Which file a name means: its number on its drive, and '' when there is none. */
function placeOf(file: string): string {
  const stat = fs.statSync(file, { throwIfNoEntry: false, bigint: true })
  return stat === undefined ? '' : `${stat.dev}:${stat.ino}`
}

/** Whether a write was refused because another program wrote since the last `look`. */
export function isStale(thrown: unknown): boolean {
  return thrown instanceof SqliteError && thrown.code === 'SQLITE_BUSY_SNAPSHOT'
}
