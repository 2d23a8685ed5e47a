import path from 'node:path'
import { expect, test } from 'vitest'
import { runCli } from '#main/hosts/cli/main.ts'
import { makeTempFolder } from '#tests/support/temp-folder.ts'

test('money is typed in any unit and summed exactly in the indicator’s own', async () => {
  const db = path.join(makeTempFolder(), 'tiền.chitieu-db')
  const line = async (...argv: readonly string[]): Promise<{ code: number; value: unknown }> => {
    let out = ''
    const code = await runCli([...argv, '--db', db, '--json'], { out: (text) => (out += text), error: () => undefined })
    return { code, value: JSON.parse(out) }
  }
  await line('init', '--name', 'Liên đoàn Lao động tỉnh Thử Nghiệm')
  for (const code of ['H1', 'H2', 'H3'])
    await line(
      'units',
      'add',
      '--code',
      code,
      '--name',
      `LĐLĐ huyện ${code}`,
      '--type',
      'LDLD_HUYEN',
      '--parent',
      'TINH',
    )
  await line('plans', 'add', '--code', '2024', '--kind', 'year', '--from', '2024-01-01', '--to', '2024-12-31')
  const report = (unit: string, text: string) =>
    line(
      ...['report', 'add', '--unit', unit, '--indicator', 'THAMHOI_TIEN', '--from', '2024-01-01'],
      ...['--as-of', '2024-06-30', '--basis', 'cumulative', text],
    )
  expect(await report('H1', 'hơn 96,4 tỷ đồng')).toMatchObject({
    code: 0,
    value: { value: 96_400, qualifierWord: 'hơn' },
  })
  expect(await report('H2', '900 triệu')).toMatchObject({ value: { value: 900 } })
  expect(await report('H3', '500.000 đồng')).toMatchObject({ value: { value: 0.5 } })
  expect(await report('H3', '12 người')).toMatchObject({ code: 1, value: { error: { code: 'NUMBER_INVALID' } } })
  await line(
    'targets',
    'set',
    '--plan',
    '2024',
    '--unit',
    'H1',
    '--indicator',
    'THAMHOI_TIEN',
    '--assigner',
    'BCH',
    '100 tỷ',
  )
  const { value } = await line('progress', '--plan', '2024', '--as-of', '2024-06-30')
  const rows = (
    value as { rows: { unit: string | null; indicator: string; result: number | null; target: number | null }[] }
  ).rows
  const of = (unit: string) => rows.find((row) => row.unit === unit && row.indicator === 'THAMHOI_TIEN')
  expect(of('H1')).toMatchObject({ target: 100_000, result: 96_400 })
  expect(of('TINH')).toMatchObject({ result: 97_300.5 })
})
