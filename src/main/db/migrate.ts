import fs from 'node:fs'
import path from 'node:path'
import type { SqliteDatabase } from './load-sqlite.ts'
import { installRecording } from './recording.ts'
import { rebuildSearch } from './search-index.ts'

export interface Migration {
  readonly version: number
  readonly name: string
  readonly sql: string
}

/** Reads `0001_name.sql`, `0002_…` from a folder; numbers must run from 1 without a gap. */
export function readMigrations(folder: string): Migration[] {
  const migrations = fs
    .readdirSync(folder)
    .filter((name) => /^\d{4}_[a-z0-9_]+\.sql$/.test(name))
    .toSorted()
    .map((name) => ({
      version: Number(name.slice(0, 4)),
      name: name.slice(5, -4),
      sql: fs.readFileSync(path.join(folder, name), 'utf8'),
    }))
  migrations.forEach((migration, index) => {
    if (migration.version !== index + 1) throw new Error(`migrations: ${index + 1} is missing before ${migration.name}`)
  })
  return migrations
}

export function readSchemaVersion(sqlite: SqliteDatabase): number {
  return Number(sqlite.pragma('user_version', { simple: true }))
}

/**
 * Brings a file from its `user_version` to the newest. All steps run in one transaction with foreign
 * keys off (a rebuilt parent table must not empty its children; the pragma does nothing inside a
 * transaction, so it is set around it) and are checked before the commit: on failure the file is as it was.
 * The caller has made a backup. Throws when a step fails: a migration that fails is a bug.
 */
export function migrate(sqlite: SqliteDatabase, migrations: readonly Migration[]): void {
  const from = readSchemaVersion(sqlite)
  const steps = migrations.filter((migration) => migration.version > from)
  if (steps.length === 0) return
  sqlite.pragma('foreign_keys = OFF')
  try {
    sqlite
      .transaction(() => {
        for (const step of steps) {
          sqlite.exec(step.sql)
          sqlite.pragma(`user_version = ${step.version}`)
        }
        installRecording(sqlite)
        if (hasSearch(sqlite)) rebuildSearch(sqlite)
        const broken: unknown = sqlite.pragma('foreign_key_check')
        if (Array.isArray(broken) && broken.length > 0)
          throw new Error(`migration breaks references: ${JSON.stringify(broken)}`)
      })
      .exclusive()
  } finally {
    sqlite.pragma('foreign_keys = ON')
  }
}

/** Files of the first versions, and of tests that go only so far, have no index yet. */
function hasSearch(sqlite: SqliteDatabase): boolean {
  return sqlite.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'search_entries'`).get() !== undefined
}
