import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCli } from '#main/hosts/cli/main.ts'
import { makeKeptFolder, makeTempFolder } from '#tests/support/temp-folder.ts'

interface Run {
  readonly code: number
  readonly value: never
  readonly text: string
}

type Line = (...argv: readonly string[]) => Promise<Run>

async function openLine(folder = makeTempFolder()): Promise<Line> {
  const db = path.join(folder, 'tỉnh.chitieu-db')
  const line = async (...argv: readonly string[]): Promise<Run> => {
    let out = ''
    let error = ''
    const code = await runCli([...argv, '--db', db, '--json'], {
      out: (text) => (out += text),
      error: (text) => (error += text),
    })
    return { code, value: JSON.parse(out) as never, text: error }
  }
  await line('init', '--name', 'Liên đoàn Lao động tỉnh Thử Nghiệm')
  for (const [code, name] of [
    ['H1', 'Liên đoàn Lao động huyện Một'],
    ['H2', 'Liên đoàn Lao động huyện Hai'],
    ['H3', 'Liên đoàn Lao động huyện Ba'],
  ] as const)
    await line('units', 'add', '--code', code, '--name', name, '--type', 'LDLD_HUYEN', '--parent', 'TINH')
  await line('units', 'add', '--code', 'CS', '--name', 'CĐCS Trường Một', '--type', 'CDCS', '--parent', 'H1')
  await line('plans', 'add', '--code', '2025', '--kind', 'year', '--from', '2025-01-01', '--to', '2025-12-31')
  for (const [unit, value] of [
    ['H1', '100'],
    ['H2', '50'],
  ] as const)
    await line('targets', 'set', '--unit', unit, '--indicator', 'DV_MOI', '--assigner', 'BCH', value)
  return line
}

interface Listed {
  readonly code: string
  readonly name: string
  readonly parent: string | null
}

describe('the units of the command line', () => {
  test('are merged after a look at the totals, and a list of an earlier day is as it was', async () => {
    const line = await openLine()
    const merge = [
      'units',
      'merge',
      '--from',
      'H1',
      '--from',
      'H2',
      '--new-name',
      'Công đoàn xã Bốn',
      '--on',
      '1/7/2025',
    ]
    const decided = [...merge, '--decision', '12/QĐ-LĐLĐ', '--decision-date', '27/6/2025']
    const looked = await line(...decided, '--dry-run')
    expect(looked.code).toBe(0)
    expect(looked.value).toMatchObject({ dryRun: true, balanced: true })
    const listOn = async (day: string): Promise<readonly Listed[]> =>
      (await line('units', 'list', '--as-of', day)).value
    expect((await listOn('2025-07-01')).map(({ code }) => code)).toEqual(['TINH', 'H1', 'CS', 'H2', 'H3'])

    const merged = await line(...decided)
    expect(merged.code).toBe(0)
    expect(merged.value).toMatchObject({
      dryRun: false,
      totals: expect.arrayContaining([
        expect.objectContaining({ indicator: 'DV_MOI', before: 150, after: 150, difference: 0 }),
      ]),
      units: expect.arrayContaining([expect.objectContaining({ code: 'X-BON', effect: 'created' })]),
    })
    expect((await listOn('2025-06-30')).map(({ code }) => code)).toEqual(['TINH', 'H1', 'CS', 'H2', 'H3'])
    const now = await listOn('2025-07-01')
    expect(now.map(({ code }) => code).toSorted()).toEqual(['CS', 'H3', 'TINH', 'X-BON'])
    expect(now.find(({ code }) => code === 'CS')?.parent).toBe('X-BON')
    expect((await line('undo')).code).toBe(0)
    expect((await listOn('2025-07-01')).map(({ code }) => code)).toEqual(['TINH', 'H1', 'CS', 'H2', 'H3'])
  })

  test('are split, moved, renamed and ended', async () => {
    const line = await openLine()
    const split = ['units', 'split', '--from', 'H1', '--new-name', 'Công đoàn xã Năm', '--new-name', 'Công đoàn xã Sáu']
    const parts = ['--child', 'CS=X-SAU', '--rest', '1', '--target', 'DV_MOI:1=60', '--target', 'DV_MOI:X-SAU=40']
    expect((await line(...split, ...parts, '--on', '2025-07-01')).value).toMatchObject({ balanced: true })
    expect((await line('units', 'transfer', '--unit', 'CS', '--into', 'H2', '--on', '2025-08-01')).code).toBe(0)
    const renamed = await line('units', 'rename', 'H3', '--name', 'Công đoàn phường Ba', '--on', '2025-08-01')
    expect(renamed.value).toMatchObject({ units: [{ code: 'H3', effect: 'renamed' }] })
    expect((await line('units', 'end', 'H3', '--on', '2025-09-01')).code).toBe(0)
    const units: readonly Listed[] = (await line('units', 'list', '--as-of', '2025-09-01')).value
    expect(units.map(({ code, parent }) => [code, parent])).toEqual([
      ['TINH', null],
      ['H2', 'TINH'],
      ['CS', 'H2'],
      ['X-NAM', 'TINH'],
      ['X-SAU', 'TINH'],
    ])
    const before: readonly Listed[] = (await line('units', 'list', '--as-of', '2025-07-31')).value
    expect(before.find(({ code }) => code === 'H3')?.name).toBe('Liên đoàn Lao động huyện Ba')
  })

  test('a change tells of its own targets only, not of another change of the same day', async () => {
    const line = await openLine()
    const merged = await line('units', 'merge', '--from', 'H1', '--into', 'H2', '--on', '2025-07-01')
    expect(merged.value).toMatchObject({
      targets: [
        { unit: 'H1', before: 100, after: null },
        { unit: 'H2', before: 50, after: 150 },
      ],
    })
    const rename = ['units', 'rename', 'H3', '--name', 'Công đoàn phường Ba', '--on', '2025-07-01', '--dry-run']
    expect((await line(...rename)).value).toMatchObject({ balanced: true, targets: [] })
  })
})

// One file for all of them: a refusal writes nothing.
describe('what the command line refuses', () => {
  const { folder, remove } = makeKeptFolder()
  let line: Line
  beforeAll(async () => {
    line = await openLine(folder)
  })
  afterAll(remove)

  test.for<[readonly string[], string]>([
    [['units', 'merge', '--from', 'H1', '--into', 'H2'], 'OPTION_MISSING'],
    [['units', 'merge', '--from', 'H1', '--on', '2025-07-01'], 'OPTION_MISSING'],
    [['units', 'merge', '--from', 'H1', '--into', 'H9', '--on', '2025-07-01'], 'UNIT_UNKNOWN'],
    [['units', 'merge', '--from', 'H1', '--into', 'CS', '--on', '2025-07-01'], 'UNIT_CHANGE_INTO_BELOW'],
    [['units', 'merge', '--from', 'TINH', '--into', 'H1', '--on', '2025-07-01'], 'UNIT_CHANGE_ROOT'],
    [['units', 'merge', '--from', 'H1', '--into', 'H2', '--on', '31/6/2025'], 'DATE_INVALID'],
    [['units', 'merge', '--from', 'H1', '--into', 'H2', '--on', '2025-07-01', '--targets', 'x'], 'OPTION_CHOICE'],
    [['search', 'mot', '--limit', '0'], 'LIMIT_INVALID'],
    [['history', '--limit', '1,5'], 'LIMIT_INVALID'],
    [['undo', '999'], 'HISTORY_STEP_UNKNOWN'],
    [['units', 'end', 'H1', '--on', '2025-07-01'], 'UNIT_CHANGE_LEFT'],
    [['units', 'end', 'H1', '--into', 'H1', '--on', '2025-07-01'], 'UNIT_CHANGE_INTO_ITSELF'],
    [['units', 'transfer', '--into', 'H1', '--on', '2025-07-01'], 'UNIT_CHANGE_NOTHING'],
    [['units', 'split', '--from', 'H1', '--new-name', 'Xã A', '--on', '2025-07-01'], 'UNIT_CHANGE_REST'],
    [
      ['units', 'split', '--from', 'H1', '--into', 'H2', '--rest', 'H7', '--on', '2025-07-01'],
      'UNIT_CHANGE_RECEIVER_UNKNOWN',
    ],
  ])('%j is refused: %s', async ([argv, code]) => {
    const run = await line(...argv)
    expect(run.code).toBe(1)
    expect(run.value).toMatchObject({ error: { code } })
    expect(run.text).not.toBe('')
  })
})
