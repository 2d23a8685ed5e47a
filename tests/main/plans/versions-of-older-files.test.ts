import path from 'node:path'
import { expect, test } from 'vitest'
import { migrate, readMigrations } from '#main/db/migrate.ts'
import { openSqlite } from '#main/db/load-sqlite.ts'
import { RESOURCES } from '#tests/support/resources.ts'

const MIGRATIONS = readMigrations(path.join(RESOURCES, 'migrations'))
const HERE = MIGRATIONS.findIndex(({ name }) => name === 'plan_versions')

/** A file as it was before versions, with plans in every state, brought to the newest. */
function openOlderFile(): ReturnType<typeof openSqlite> {
  const sqlite = openSqlite(':memory:')
  sqlite.pragma('foreign_keys = ON')
  migrate(sqlite, MIGRATIONS.slice(0, HERE))
  sqlite.exec(`INSERT INTO operations (id, sequence, kind, label, origin, who, at) VALUES ('o', 1, 't', '', '', '', '');
    UPDATE write_context SET operation_id = 'o';`)
  const add = sqlite.prepare(
    `INSERT INTO plans (id, code, kind, name, from_date, to_date, status) VALUES (?, ?, 'year', ?, '2024-01-01', '2024-12-31', ?)`,
  )
  for (const [at, status] of ['draft', 'consulting', 'issued', 'closed'].entries())
    add.run(`01a20071-4459-7043-a409-17a3b83ec2b${at}`, `P${at}`, `Kế hoạch ${at}`, status)
  sqlite.exec('UPDATE write_context SET operation_id = NULL')
  migrate(sqlite, MIGRATIONS)
  return sqlite
}

test('every plan of an older file has its one version, issued where the plan was', () => {
  const sqlite = openOlderFile()
  const rows = sqlite
    .prepare(
      'SELECT p.code, v.number, v.name, v.state FROM plan_versions v JOIN plans p ON p.id = v.plan_id ORDER BY 1',
    )
    .all()
  expect(rows).toEqual([
    { code: 'P0', number: 1, name: 'Phương án A', state: 'chosen' },
    { code: 'P1', number: 1, name: 'Phương án A', state: 'chosen' },
    { code: 'P2', number: 1, name: 'Phương án A', state: 'issued' },
    { code: 'P3', number: 1, name: 'Phương án A', state: 'issued' },
  ])
  sqlite.close()
})

test('two copies of one file get the same rows', () => {
  const ids = [openOlderFile(), openOlderFile()].map((sqlite) => {
    const found = sqlite.prepare('SELECT id FROM plan_versions ORDER BY id').all()
    sqlite.close()
    return found
  })
  expect(ids[0]).toEqual(ids[1])
  expect(ids[0]).toContainEqual({ id: '01a20071-4459-8043-a409-17a3b83ec2b0' })
})

test('SQLite itself refuses to write into what was issued', () => {
  const sqlite = openOlderFile()
  sqlite.exec(`UPDATE write_context SET operation_id = 'o'; PRAGMA foreign_keys = OFF;`)
  const insert = sqlite.prepare(
    `INSERT INTO targets (id, plan_id, unit_id, indicator_id, assigner_id, kind, basis, value, version)
     SELECT ?, id, 'u', 'i', 'a', 'assigned', 'cumulative', 1, 1 FROM plans WHERE code = ?`,
  )
  insert.run('t', 'P0')
  expect(() => insert.run('x', 'P2')).toThrow('issued version')
  sqlite.exec(`UPDATE plan_versions SET state = 'issued' WHERE plan_id = (SELECT id FROM plans WHERE code = 'P0')`)
  for (const statement of [
    `UPDATE targets SET value = 2 WHERE id = 't'`,
    `UPDATE targets SET note = 'x' WHERE id = 't'`,
    `DELETE FROM targets WHERE id = 't'`,
    `UPDATE plan_versions SET reason = 'x' WHERE state = 'issued'`,
  ])
    expect(() => sqlite.exec(statement)).toThrow('issued version')
  // A lock is no number.
  sqlite.exec(`UPDATE targets SET locked = 1 WHERE id = 't'`)
  sqlite.close()
})
