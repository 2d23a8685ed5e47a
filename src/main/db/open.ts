import fs from 'node:fs'
import path from 'node:path'
import { fail, type AppError, type AppResult } from '#shared/contract/errors.ts'
import { err, ok } from '#shared/kit/result.ts'
import { isUsableName, removeBeside, replaceWith, startBeside } from './beside-file.ts'
import { openSqlite, SqliteError, type SqliteDatabase } from './load-sqlite.ts'
import { migrate, readMigrations, readSchemaVersion, type Migration } from './migrate.ts'
import { preparePacks } from './report-packs.ts'
import { isSharedFolder, networkFolderOf } from './shared-folder.ts'
import { createReadStore, createStore, type ReadStore, type Store, type WriterIdentity } from './store.ts'
import { APPLICATION_ID, describeUnreadable, refuseForeignHeader, settleStrayFiles } from './stray-files.ts'

/**
 * Pages each connection keeps itself, in KB. The system keeps the file's pages in its own cache for both of them, so
 * that more of it here (16 MB is the library's default) is the same pages in memory three times.
 */
const PAGE_CACHE_KB = 4000

/** 64 MB: more than the largest single step writes. */
const MOST_LOG_PAGES = 16_000
const LOG_BYTES = 16_000_000

export interface OpenOptions {
  readonly resources: string
  readonly identity: WriterIdentity
}

/** Why a data file cannot be made here, or null: its name must do, its folder be there and local, the file not yet. */
export function refuseNewDataFile(file: string): AppError | null {
  const shared = refuseSharedFolder(file)
  if (shared) return shared
  const name = path.basename(file)
  return isUsableName(name) ? refusePlace(file) : fail('FILE_NAME_INVALID', { file: name }).error
}

function refusePlace(file: string): AppError | null {
  const shared = refuseSharedFolder(file)
  if (shared) return shared
  const folder = path.dirname(path.resolve(file))
  if (!isFolder(folder)) return fail('FOLDER_MISSING', { folder }).error
  if (fs.existsSync(file)) return fail('DATA_FILE_EXISTS', { file: path.basename(file) }).error
  return null
}

function isFolder(folder: string): boolean {
  try {
    return fs.statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true
  } catch {
    // No rights on the way to it, or a name no file system takes: not there for the clerk.
    return false
  }
}

/** Makes a new empty data file. The file must not be there yet; its folder must. */
export function createDataFile(file: string, options: OpenOptions): AppResult<Store> {
  const refused = refusePlace(file)
  if (refused) return err(refused)
  const made = guard(file, () =>
    openOrClose(
      () => openSqlite(file),
      (sqlite) => {
        sqlite.pragma(`application_id = ${APPLICATION_ID}`)
        preparePragmas(sqlite)
        migrate(sqlite, readMigrations(path.join(options.resources, 'migrations')))
        preparePacks(sqlite)
        return ok(createStore(file, sqlite, options.identity))
      },
    ),
  )
  // Nothing of ours was there to be read only: it is the folder that takes no file.
  return !made.ok && made.error.code === 'DATA_FILE_READ_ONLY'
    ? fail('FOLDER_READ_ONLY', { folder: path.dirname(path.resolve(file)) })
    : made
}

/** Opens an existing data file for reading and writing; migrates it after a backup when it is older. */
export function openDataFile(file: string, options: OpenOptions): AppResult<Store> {
  const refused = refuseSharedFolder(file) ?? refuseMissing(file) ?? refuseForeignHeader(file)
  if (refused) return err(refused)
  const migrations = readMigrations(path.join(options.resources, 'migrations'))
  return guard(file, () => {
    const damaged = settleStrayFiles(file)
    if (damaged) return err(damaged)
    return openOrClose(
      () => openSqlite(file, { fileMustExist: true }),
      (sqlite) => {
        const problem = refuseForeign(file, sqlite, migrations)
        if (problem) return err(problem)
        preparePragmas(sqlite)
        if (readSchemaVersion(sqlite) < migrations.length) {
          backUpBeforeMigration(sqlite, file)
          migrate(sqlite, migrations)
        }
        preparePacks(sqlite)
        return ok(createStore(file, sqlite, options.identity))
      },
    )
  })
}

/** Opens an existing data file on a connection that cannot write. The file must already be of this version. */
export function openForReading(file: string, resources: string): AppResult<ReadStore & { close(): void }> {
  const refused = refuseMissing(file) ?? refuseForeignHeader(file)
  if (refused) return err(refused)
  const migrations = readMigrations(path.join(resources, 'migrations'))
  return guard(file, () =>
    openOrClose(
      () => openSqlite(file, { readonly: true, fileMustExist: true }),
      (sqlite) => {
        const problem = refuseForeign(file, sqlite, migrations)
        if (problem) return err(problem)
        sqlite.pragma('busy_timeout = 5000')
        sqlite.pragma('query_only = ON')
        sqlite.pragma(`cache_size = -${PAGE_CACHE_KB}`)
        return ok({ ...createReadStore(file, sqlite), close: () => sqlite.close() })
      },
    ),
  )
}

/** A connection whose preparing fails is closed again: on Windows an open one keeps the file locked. */
function openOrClose<T>(open: () => SqliteDatabase, prepare: (sqlite: SqliteDatabase) => AppResult<T>): AppResult<T> {
  const sqlite = open()
  let prepared: AppResult<T> | null = null
  try {
    prepared = prepare(sqlite)
    return prepared
  } finally {
    if (!prepared?.ok) sqlite.close()
  }
}

function preparePragmas(sqlite: SqliteDatabase): void {
  sqlite.pragma('journal_mode = WAL')
  // better-sqlite3 opens WAL files with NORMAL: a power cut may then drop edits the screen called saved.
  sqlite.pragma('synchronous = FULL')
  sqlite.pragma('foreign_keys = ON')
  // REPLACE must not remove a row unseen by the recording triggers.
  sqlite.pragma('recursive_triggers = ON')
  sqlite.pragma('busy_timeout = 5000')
  // Every statement with a trigger keeps a journal of its own; in a file it is a third of the time of an import.
  sqlite.pragma('temp_store = MEMORY')
  sqlite.pragma(`cache_size = -${PAGE_CACHE_KB}`)
  // The log is folded into the file when nothing is being written (store.ts). Only what writes without a rest, an import
  // piece by piece, has to do it in between; the log is cut to the size of a day's work afterwards.
  sqlite.pragma(`wal_autocheckpoint = ${MOST_LOG_PAGES}`)
  sqlite.pragma(`journal_size_limit = ${LOG_BYTES}`)
}

function refuseMissing(file: string): AppError | null {
  const name = path.basename(file)
  try {
    const stat = fs.statSync(file, { throwIfNoEntry: false })
    if (stat === undefined) return fail('DATA_FILE_MISSING', { file: name }).error
    if (stat.isDirectory()) return fail('FILE_IS_FOLDER', { file: name }).error
    // A pipe or a device would be waited on for ever.
    return stat.isFile() ? null : fail('DATA_FILE_FOREIGN', { file: name }).error
  } catch (thrown) {
    return describeUnreadable(thrown, file)
  }
}

function refuseSharedFolder(file: string): AppError | null {
  const network = networkFolderOf(file)
  if (network !== null) return fail('DATA_FOLDER_SHARED', { folder: network }).error
  const folder = path.dirname(path.resolve(file))
  return isSharedFolder(folder) ? fail('DATA_FOLDER_SHARED', { folder }).error : null
}

function refuseForeign(file: string, sqlite: SqliteDatabase, migrations: readonly Migration[]): AppError | null {
  const name = path.basename(file)
  if (Number(sqlite.pragma('application_id', { simple: true })) !== APPLICATION_ID)
    return fail('DATA_FILE_FOREIGN', { file: name }).error
  if (readSchemaVersion(sqlite) > migrations.length) return fail('DATA_FILE_NEWER', { file: name }).error
  return null
}

function backUpBeforeMigration(sqlite: SqliteDatabase, file: string): void {
  const target = `${file}.truoc-nang-cap-${readSchemaVersion(sqlite)}.bak`
  const beside = startBeside(target)
  try {
    sqlite.prepare('VACUUM INTO ?').run(beside)
    replaceWith(beside, target)
  } finally {
    removeBeside(beside)
  }
}

function guard<T>(file: string, body: () => AppResult<T>): AppResult<T> {
  try {
    return body()
  } catch (thrown) {
    const known = describeSqliteFailure(thrown, file)
    if (known) return err(known)
    throw thrown
  }
}

/** The driver's failures that a clerk can do something about; null for the rest, which are bugs. */
export function describeSqliteFailure(thrown: unknown, file: string): AppError | null {
  if (!(thrown instanceof SqliteError)) return null
  const name = path.basename(file)
  const code = thrown.code
  if (code.startsWith('SQLITE_NOTADB')) return fail('DATA_FILE_FOREIGN', { file: name }).error
  if (code === 'SQLITE_READONLY_DBMOVED') return fail('DATA_FILE_MOVED', { file: name }).error
  if (code.startsWith('SQLITE_CORRUPT')) return fail('DATA_FILE_DAMAGED', { file: name }).error
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
    return fail('DATA_FILE_BUSY', { file: name }).error
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN') || code.startsWith('SQLITE_PERM'))
    return fail('DATA_FILE_READ_ONLY', { file: name }).error
  // Out of room while writing; the other failures are of the drive itself.
  if (/^SQLITE_(?:FULL|IOERR_(?:WRITE|SHMSIZE|SHMMAP|SHMOPEN|TRUNCATE))/.test(code)) return fail('DISK_FULL').error
  if (code.startsWith('SQLITE_IOERR')) return fail('DATA_FILE_UNREACHABLE', { file: name }).error
  return null
}
