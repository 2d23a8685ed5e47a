import path from 'node:path'
import { expect, test } from 'vitest'
import { runCli } from '#main/hosts/cli/main.ts'
import { makeTempFolder } from '#tests/support/temp-folder.ts'

function openLine(): (...argv: readonly string[]) => Promise<{ code: number; value: unknown }> {
  const db = path.join(makeTempFolder(), 'tỉnh.chitieu-db')
  return async (...argv) => {
    let out = ''
    const code = await runCli([...argv, '--db', db, '--json'], { out: (text) => (out += text), error: () => undefined })
    return { code, value: JSON.parse(out) }
  }
}

test('unions are founded, listed, counted and ended on the command line', async () => {
  const line = openLine()
  await line('init', '--name', 'Liên đoàn Lao động tỉnh Thử Nghiệm')
  const found = await line(
    ...['unions', 'found', '--name', 'CĐCS Công ty Đại Lộc', '--on', '5/2/2024', '--decision', '12/QĐ-LĐLĐ'],
    ...['--unit', 'TINH', '--members', '4', '--chair', 'Trần Yến'],
  )
  expect(found).toMatchObject({
    code: 0,
    value: {
      name: 'CĐCS Công ty Đại Lộc',
      unit: 'TINH',
      decisionOn: '2024-02-05',
      members: 4,
      state: 'active',
      warnings: [{ code: 'FEW_MEMBERS' }],
    },
  })
  await line('unions', 'found', '--name', 'CĐCS Nơi nhận', '--on', '2020-01-01', '--unit', 'TINH', '--members', '20')
  expect((await line('unions', 'list', '--search', 'dai loc')).value).toMatchObject([{ name: 'CĐCS Công ty Đại Lộc' }])
  expect((await line('unions', 'list', '--as-of', '2024-01-01', '--state', 'future')).value).toHaveLength(1)
  expect(await line('unions', 'found', '--on', '2024-01-01', '--enterprise', '0100109106')).toMatchObject({
    code: 1,
    value: { error: { code: 'ENTERPRISE_NOT_FOUND' } },
  })
  expect(
    await line(
      ...['unions', 'end', '--union', 'cdcs cong ty dai loc', '--on', '30/6/2024', '--reason', 'KT_SAP_NHAP'],
      ...['--to', 'CĐCS Nơi nhận'],
    ),
  ).toEqual({ code: 0, value: { ended: 1, membersMoved: 4 } })
  expect((await line('unions', 'list', '--state', 'active')).value).toMatchObject([
    { name: 'CĐCS Nơi nhận', members: 24 },
  ])
  expect((await line('unions', 'counts', '--from', '2024-01-01', '--to', '2024-06-30')).value).toMatchObject({
    total: { opening: 1, founded: 1, ended: 1, closing: 1 },
  })
  expect(await line('unions', 'end', '--union', 'không có', '--on', '2024-06-30')).toMatchObject({
    value: { error: { code: 'UNION_UNKNOWN' } },
  })
})
