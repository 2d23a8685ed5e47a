import path from 'node:path'
import { expect, test } from 'vitest'
import { openSqlite } from '#main/db/load-sqlite.ts'
import { migrate, readMigrations } from '#main/db/migrate.ts'
import { APPLICATION_ID } from '#main/db/stray-files.ts'
import { openTestBackend } from '#tests/support/backend.ts'
import { RESOURCES } from '#tests/support/resources.ts'
import { makeTempFolder } from '#tests/support/temp-folder.ts'

const ENTERPRISE = '0192c7a0-1234-7abc-8def-0123456789ab'

test('a file from before gets roles, forms, side indicators and a charge for every officer, all accounted for', async () => {
  const { call } = await openTestBackend()
  const fresh = {
    roles: await call('committeeRoles.list', {}),
    forms: await call('commendationForms.list', {}),
    side: (await call('indicators.list', {})).filter(({ side }) => side).map(({ code }) => code),
  }

  const older = path.join(makeTempFolder(), 'cũ.chitieu-db')
  const sqlite = openSqlite(older)
  migrate(sqlite, readMigrations(path.join(RESOURCES, 'migrations')).slice(0, 13))
  sqlite.pragma(`application_id = ${APPLICATION_ID}`)
  sqlite.exec(`
    INSERT INTO operations (id, sequence, kind, label, origin, who, at) VALUES ('o', 99, 'file.create', 'Lập', 'test', '', '2024-01-01');
    UPDATE write_context SET operation_id = 'o';
    INSERT INTO unit_types (id, code, name, short_name, group_title, level, sort_order)
      VALUES ('t', 'LDLD_TINH', 'LĐLĐ tỉnh', 'LĐLĐ tỉnh', 'LĐLĐ tỉnh', 'province', 10);
    INSERT INTO units (id, code, name, short_name, name_folded, sort_key, type_id, sort_order)
      VALUES ('u', 'TINH', 'LĐLĐ tỉnh Cũ', 'LĐLĐ tỉnh Cũ', 'ldld tinh cu', 'x', 't', 0);
    INSERT INTO indicators (id, code, name, short_name, unit_label, kind, sort_order) VALUES
      ('i1', 'HNNLD', 'Hội nghị', 'HN', 'đơn vị', 'flow', 10), ('i2', 'DV_MOI', 'Đoàn viên', 'ĐV', 'người', 'flow', 20);
    INSERT INTO people (id, full_name, name_folded, sort_key) VALUES ('p', 'Lê An', 'le an', 'x');
    INSERT INTO enterprises (id, name, name_folded, sort_key, match_key, unit_id, officer_id)
      VALUES ('${ENTERPRISE}', 'Công ty Cũ', 'cong ty cu', 'x', 'cu', 'u', 'p');
    UPDATE write_context SET operation_id = NULL;`)
  sqlite.close()

  const opened = await openTestBackend({ province: 'none' })
  await opened.call('file.open', { file: older })
  expect(await opened.call('committeeRoles.list', {})).toEqual(fresh.roles)
  expect(await opened.call('commendationForms.list', {})).toEqual(fresh.forms)
  const indicators = await opened.call('indicators.list', {})
  expect(indicators.map(({ code, side }) => [code, side])).toEqual([
    ['HNNLD', true],
    ['DV_MOI', false],
  ])
  expect(fresh.side).toContain('HNNLD')
  // Nobody knows since when.
  expect(await opened.call('assignments.list', {})).toMatchObject([
    { person: 'Lê An', enterprise: 'Công ty Cũ', role: 'lead', validFrom: null, state: 'current' },
  ])
  expect(await opened.call('file.verify', {})).toMatchObject({ ok: true })
  expect(await opened.call('history.steps', {})).toMatchObject({ undo: null })
})
