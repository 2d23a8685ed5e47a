import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
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

beforeAll(async () => {
  await line('init', '--name', 'Liên đoàn Lao động tỉnh Thử')
  await line('plans', 'add', '--code', '2024', '--kind', 'year', '--from', '2024-01-01', '--to', '2024-12-31')
})

test('a side indicator of money is defined, given a target, reported in another unit of money and counted', async () => {
  const added = await line(
    ...['indicators', 'add', '--code', 'QUA_TET', '--name', 'Kinh phí quà Tết', '--unit-label', 'triệu đồng'],
    ...['--kind', 'phát sinh', '--side', '--from', '1/1/2024'],
  )
  expect(added).toMatchObject({ code: 'QUA_TET', kind: 'flow', side: true, validFrom: '2024-01-01', parent: null })
  await line('targets', 'set', '--unit', 'TINH', '--indicator', 'QUA_TET', '--assigner', 'BCH-TINH', '100 tỷ')
  await line('report', 'add', '--unit', 'TINH', '--indicator', 'QUA_TET', '--as-of', '30/6/2024', 'hơn 96,4 tỷ đồng')
  expect(await line('progress', '--as-of', '30/6/2024')).toMatchObject({
    rows: expect.arrayContaining([
      expect.objectContaining({
        unit: 'TINH',
        indicator: 'QUA_TET',
        target: 100_000,
        result: 96_400,
        percentText: '≥96,4%',
      }),
    ]),
  })
})

test('every property: kinds by what offices call them, cuts, parents, formulas', async () => {
  expect(
    await line(
      ...['indicators', 'add', '--code', 'DV_NN20', '--name', 'ĐV mới ngoài NN từ 20 LĐ', '--unit-label', 'người'],
      ...['--parent', 'DV_MOI', '--sector', 'ngoài nhà nước', '--min-workers', '20'],
    ),
  ).toMatchObject({ kind: 'flow', parent: 'DV_MOI', cut: { sector: 'non_state', minWorkers: 20 }, side: false })
  const add = (code: string, ...rest: readonly string[]) =>
    line('indicators', 'add', '--code', code, '--name', `Chỉ tiêu ${code}`, '--unit-label', 'người', ...rest)
  expect(await add('A1', '--kind', 'giảm', '--parts', 'DV_GIAM, DV_CHUYENDI')).toMatchObject({
    kind: 'loss',
    formula: { parts: ['DV_GIAM', 'DV_CHUYENDI'] },
  })
  expect(await add('A2', '--kind', 'tăng thực tế', '--plus', 'DV_MOI', '--minus', 'DV_GIAM')).toMatchObject({
    formula: { plus: ['DV_MOI'], minus: ['DV_GIAM'] },
  })
  expect(await add('A3', '--kind', 'stock', '--plus', 'DV_MOI', '--minus', 'DV_GIAM')).toMatchObject({
    formula: { balance: { plus: ['DV_MOI'], minus: ['DV_GIAM'] } },
  })
  expect(await add('A4', '--kind', 'tỷ lệ', '--numerator', 'DV_TONG', '--denominator', 'LD_TONG')).toMatchObject({
    formula: { numerator: 'DV_TONG', denominator: 'LD_TONG' },
  })
  expect(await add('A5', '--kind', 'ratio', '--enterprises', '30')).toMatchObject({
    formula: { enterprises: { minWorkers: 30, having: 'union' } },
  })
  expect(await add('A6', '--kind', 'flow', '--plus', 'DV_MOI')).toMatchObject({
    error: { code: 'INDICATOR_FORMULA_WRONG' },
  })
  expect(await add('A7', '--kind', 'ratio', '--numerator', 'DV_TONG')).toMatchObject({
    error: { code: 'OPTION_MISSING' },
  })
  expect(await add('A1')).toMatchObject({ error: { code: 'INDICATOR_CODE_TAKEN' } })
  expect(await add('A8', '--kind', 'mức')).toMatchObject({ error: { code: 'OPTION_CHOICE' } })
})

test('what is not named stays when one is edited; a dash clears', async () => {
  await line('indicators', 'edit', 'DV_NN20', '--name', 'Tên mới', '--side', 'có', '--parent', '-')
  expect(await line('indicators', 'list')).toContainEqual(
    expect.objectContaining({
      code: 'DV_NN20',
      name: 'Tên mới',
      shortName: 'Tên mới',
      parent: null,
      cut: { sector: 'non_state', minWorkers: 20 },
      side: true,
    }),
  )
  expect(await line('indicators', 'edit', 'KHONG_CO', '--name', 'x')).toMatchObject({
    error: { code: 'INDICATOR_UNKNOWN' },
  })
})
