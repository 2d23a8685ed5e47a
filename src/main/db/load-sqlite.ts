/**
 * The one place that loads better-sqlite3. Everything else opens data files through `openSqlite` and takes
 * its types from here.
 *
 * better-sqlite3 13 ships binaries for N-API 10: Node >= 22.14 and Electron >= 35 load them as they are.
 * An older runtime (the Electron 33 used where the official one cannot be downloaded: N-API 9) does not
 * refuse that binary, it crashes with it. There the set-up has built a second one, which lies in the
 * runtime's own resources so that a packaged program finds it as well.
 */
import { createRequire } from 'node:module'
import path from 'node:path'
import Sqlite from 'better-sqlite3'

export type SqliteDatabase = Sqlite.Database
export type SqliteOptions = Omit<Sqlite.Options, 'nativeBinding'>

/** Thrown by the driver; `code` is SQLite's own name, e.g. `SQLITE_CONSTRAINT_CHECK`, `SQLITE_BUSY`, `SQLITE_NOTADB`. */
export const SqliteError = Sqlite.SqliteError

const OLDEST_NAPI_OF_SHIPPED_BINARY = 10

/**
 * Opens an SQLite file (created when it is not there, unless `fileMustExist`), or `':memory:'`.
 * Sets no pragma: durability and foreign keys are the opener's business, see open.ts.
 * Throws `SqliteError` or `TypeError` (folder not there) as the driver does.
 */
export function openSqlite(file: string, options: SqliteOptions = {}): SqliteDatabase {
  const binding = findNativeBinding()
  return new Sqlite(file, binding === undefined ? options : { ...options, nativeBinding: binding })
}

/** Absolute path of the binary built for this runtime; undefined where the shipped one fits. */
function findNativeBinding(): string | undefined {
  if (Number(process.versions.napi) >= OLDEST_NAPI_OF_SHIPPED_BINARY) return undefined
  // Beside the executable, in every kind of process: main, utility, worker thread. (process.resourcesPath says
  // the same but is unknown to Node's types, and only Linux has a runtime this old.)
  const resources = path.join(path.dirname(process.execPath), 'resources')
  return path.join(resources, 'napi9', `better_sqlite3-${readDriverVersion()}.node`)
}

function readDriverVersion(): string {
  // `require` and not `import … with { type: 'json' }`: the bundler drops the attribute on external imports.
  const manifest: unknown = createRequire(import.meta.url)('better-sqlite3/package.json')
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest) return String(manifest.version)
  throw new Error('better-sqlite3/package.json has no version')
}
