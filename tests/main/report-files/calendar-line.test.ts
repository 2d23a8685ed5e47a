import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { CalendarRow, MissingAnswer } from '#shared/contract/periods.ts'
import { runCli } from '#main/hosts/cli/main.ts'
import { makeKeptFolder } from '#tests/support/temp-folder.ts'

const { folder, remove } = makeKeptFolder()
const db = path.join(folder, 'tỉnh.chitieu-db')
afterAll(remove)

async function line(...argv: readonly string[]): Promise<unknown> {
  let out = ''
  await runCli([...argv, '--db', db, '--json'], { out: (text) => (out += text), error: () => undefined })
  return JSON.parse(out)
}

test('a reporting year from 1 December is set on the command line, for all kinds or for one', async () => {
  await line('init', '--name', 'Liên đoàn Lao động tỉnh Thử')
  await line('units', 'add', '--code', 'HA', '--name', 'LĐLĐ huyện A', '--type', 'LDLD_HUYEN', '--parent', 'TINH')
  const usual = (await line('periods', 'calendar')) as { rows: CalendarRow[]; usual: boolean }
  expect(usual.usual).toBe(true)
  expect(await line('periods', 'calendar', '--year-start', '31/2')).toMatchObject({ error: { code: 'DATE_INVALID' } })
  const set = (await line('periods', 'calendar', '--year-start', '1/12', '--due', '3')) as typeof usual
  expect(set.usual).toBe(false)
  expect(set.rows.map(({ kind }) => kind).toSorted()).toEqual(usual.rows.map(({ kind }) => kind).toSorted())
  expect(set.rows.every(({ yearStart, dueDays }) => yearStart === '12-01' && dueDays === 3)).toBe(true)
  const half = (await line('missing', '--kind', 'half', '--as-of', '2024-06-10')) as MissingAnswer
  expect(half).toMatchObject({ period: { from: '2023-12-01', to: '2024-05-31' }, dueOn: '2024-06-03' })
  // A code is of that calendar wherever it is typed.
  expect(await line('periods', 'close', '2024-6T')).toMatchObject({ from: '2023-12-01', to: '2024-05-31' })
  expect(await line('periods', 'reopen', '2024-6T', '--reason', 'sửa số')).toMatchObject({ from: '2023-12-01' })
  const later = (await line('periods', 'calendar', '--kind', 'tháng', '--due', '10')) as typeof usual
  expect(later.rows.find(({ kind }) => kind === 'month')).toMatchObject({ dueDays: 10, yearStart: '12-01' })
  expect(later.rows).toHaveLength(set.rows.length)
  expect(await line('periods', 'calendar', '--kind', 'month')).toMatchObject({ error: { code: 'OPTION_MISSING' } })
})

test('from a day on: what was due before stays as it was', async () => {
  type Calendar = { readonly rows: CalendarRow[] }
  const changed = (await line('periods', 'calendar', '--kind', 'tháng', '--due', '2', '--from', '1/1/2025')) as Calendar
  expect(
    changed.rows
      .filter(({ kind }) => kind === 'month')
      .map(({ dueDays, validFrom, validTo }) => [dueDays, validFrom, validTo]),
  ).toEqual([
    [10, null, '2024-12-31'],
    [2, '2025-01-01', null],
  ])
  const due = async (asOf: string) =>
    ((await line('missing', '--kind', 'month', '--as-of', asOf)) as MissingAnswer).dueOn
  expect(await due('2024-12-15')).toBe('2024-12-10')
  expect(await due('2025-02-15')).toBe('2025-02-02')
  // Said again it changes the row that begins that day.
  const again = (await line('periods', 'calendar', '--kind', 'tháng', '--due', '4', '--from', '1/1/2025')) as Calendar
  expect(again.rows).toHaveLength(changed.rows.length)
})
