import path from 'node:path'
import { expect, test } from 'vitest'
import { migrate, readMigrations } from '#main/db/migrate.ts'
import { APPLICATION_ID } from '#main/db/stray-files.ts'
import { openSqlite } from '#main/db/load-sqlite.ts'
import { openTestBackend } from '#tests/support/backend.ts'
import { RESOURCES } from '#tests/support/resources.ts'
import { makeTempFolder } from '#tests/support/temp-folder.ts'

test('a file of the first version gets the same stages and reasons as a new one, accounted for by its history', async () => {
  const { call } = await openTestBackend()
  const fresh = { stages: await call('stages.list', {}), reasons: await call('reasons.list', {}) }

  const older = path.join(makeTempFolder(), 'cũ.chitieu-db')
  const sqlite = openSqlite(older)
  migrate(sqlite, readMigrations(path.join(RESOURCES, 'migrations')).slice(0, 1))
  sqlite.pragma(`application_id = ${APPLICATION_ID}`)
  sqlite.exec(`
    INSERT INTO operations (id, sequence, kind, label, origin, who, at) VALUES ('o', 1, 'file.create', 'Lập', 'test', '', '2024-01-01');
    UPDATE write_context SET operation_id = 'o';
    INSERT INTO unit_types (id, code, name, short_name, group_title, level, sort_order)
      VALUES ('t', 'LDLD_TINH', 'LĐLĐ tỉnh', 'LĐLĐ tỉnh', 'LĐLĐ tỉnh', 'province', 10);
    INSERT INTO units (id, code, name, short_name, name_folded, sort_key, type_id, sort_order)
      VALUES ('u', 'TINH', 'LĐLĐ tỉnh Cũ', 'LĐLĐ tỉnh Cũ', 'ldld tinh cu', 'x', 't', 0);
    UPDATE write_context SET operation_id = NULL;`)
  sqlite.close()

  const opened = await openTestBackend({ province: 'none' })
  await opened.call('file.open', { file: older })
  const withoutIds = (rows: readonly { readonly id: string }[]) => rows.map(({ id: _, ...row }) => row)
  expect(withoutIds(await opened.call('stages.list', {}))).toEqual(withoutIds(fresh.stages))
  expect(withoutIds(await opened.call('reasons.list', {}))).toEqual(withoutIds(fresh.reasons))
  expect(await opened.call('file.verify', {})).toMatchObject({ ok: true })
  // Bringing a file up to date is no step of the clerk's, so there is nothing to take back.
  expect(await opened.call('history.steps', {})).toMatchObject({ undo: null, redo: null })
})
