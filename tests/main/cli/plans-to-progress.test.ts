import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCli } from '#main/hosts/cli/main.ts'
import { makeKeptFolder, makeTempFolder } from '#tests/support/temp-folder.ts'

interface Run {
  readonly code: number
  readonly value: unknown
  readonly error: string
}

type Line = (...argv: readonly string[]) => Promise<Run>

/** Runs command lines against one data file, under --json, as whoever checks the program from outside does. */
function openLine(folder = makeTempFolder()): Line {
  const db = path.join(folder, 'tỉnh.chitieu-db')
  return async (...argv) => {
    let out = ''
    let error = ''
    const code = await runCli([...argv, '--db', db, '--json'], {
      out: (text) => {
        out += text
      },
      error: (text) => {
        error += text
      },
    })
    return { code, value: JSON.parse(out), error }
  }
}

async function openProvinceLine(): Promise<Line> {
  const line = openLine()
  await line('init', '--name', 'Liên đoàn Lao động tỉnh Thử Nghiệm')
  for (const [code, name] of [
    ['H1', 'LĐLĐ huyện Một'],
    ['H2', 'LĐLĐ huyện Hai'],
    ['H3', 'LĐLĐ huyện Ba'],
  ] as const) {
    await line('units', 'add', '--code', code, '--name', name, '--type', 'LDLD_HUYEN', '--parent', 'TINH')
  }
  await line('plans', 'add', '--code', '2024', '--kind', 'year', '--from', '2024-01-01', '--to', '31/12/2024')
  return line
}

describe('from the plan to its progress on the command line', () => {
  test('plans are listed with their codes and dates', async () => {
    const line = await openProvinceLine()
    expect((await line('plans', 'list')).value).toEqual([
      {
        code: '2024',
        kind: 'year',
        name: 'Kế hoạch năm 2024',
        from: '2024-01-01',
        to: '2024-12-31',
        parent: null,
        status: 'draft',
        note: null,
      },
    ])
  })

  test('indicators are listed with kind and unit', async () => {
    const line = await openProvinceLine()
    const { value } = await line('indicators', 'list')
    expect(value).toContainEqual(expect.objectContaining({ code: 'DV_MOI', kind: 'flow', unitLabel: 'người' }))
  })

  test('numbers are read as people type them, and the word before them is kept', async () => {
    const line = await openProvinceLine()
    const target = ['targets', 'set', '--unit', 'TINH', '--assigner', 'BCH LĐLĐ tỉnh'] as const
    expect((await line(...target, '--indicator', 'DV_MOI', '10.800')).value).toMatchObject({ value: 10_800 })
    expect((await line(...target, '--indicator', 'CDCS_MOI', '1,000')).value).toMatchObject({ value: 1000 })
    expect((await line(...target, '--indicator', 'TL_TAPHOP', '65,7%')).value).toMatchObject({ value: 65.7 })
    expect((await line(...target, '--indicator', 'DVUT_GT', '--kind', 'cam kết', '-')).value).toMatchObject({
      kind: 'pledged',
      value: null,
    })
    const report = [
      'report',
      'add',
      '--unit',
      'TINH',
      '--indicator',
      'DV_MOI',
      '--from',
      '1/1/2024',
      '--as-of',
      '30/6/2024',
    ] as const
    const added = await line(...report, '--basis', 'cumulative', '--qualifier', 'hơn', '7.000')
    expect(added).toMatchObject({
      code: 0,
      value: { value: 7000, qualifier: '≥', qualifierWord: 'hơn', from: '2024-01-01', asOf: '2024-06-30' },
    })
    expect((await line(...report, '--basis', 'lũy kế', 'hơn 7.001')).value).toMatchObject({
      value: 7001,
      qualifierWord: 'hơn',
      corrected: 7000,
    })
  })

  test('allocate answers total and units, writes them, and --dry-run does not', async () => {
    const line = await openProvinceLine()
    const allocate = [
      'allocate',
      '--indicator',
      'DV_MOI',
      '--assigner',
      'BCH',
      '--total',
      '1.000',
      '--by',
      'equal',
    ] as const
    const dry = await line(...allocate, '--lock', 'H1=500', '--floor', '100', '--cap', 'H2=200', '--dry-run')
    expect(dry.value).toMatchObject({
      total: 1000,
      units: [
        { unit: 'H1', name: 'LĐLĐ huyện Một', value: 500, weight: 1 },
        { unit: 'H2', value: 200 },
        { unit: 'H3', value: 300 },
      ],
    })
    expect((await line('targets', 'list')).value).toEqual([])
    const done = await line(...allocate)
    expect(done.value).toMatchObject({ units: [{ value: 334 }, { value: 333 }, { value: 333 }] })
    expect((await line('targets', 'list', '--unit', 'H1')).value).toMatchObject([
      { unit: 'H1', value: 334, assigner: 'BCH LĐLĐ tỉnh' },
    ])
  })

  test('progress answers the rows of every level with percent, remaining and rank', async () => {
    const line = await openProvinceLine()
    await line('allocate', '--indicator', 'DV_MOI', '--assigner', 'BCH LĐLĐ tỉnh', '--total', '30', '--by', 'equal')
    const report = [
      'report',
      'add',
      '--indicator',
      'DV_MOI',
      '--from',
      '2024-01-01',
      '--as-of',
      '2024-06-30',
      '--basis',
      'cumulative',
    ] as const
    await line(...report, '--unit', 'H1', '5')
    await line(...report, '--unit', 'H2', '12')
    await line(...report, '--unit', 'H3', '5')
    const { value } = await line('progress', '--plan', '2024', '--as-of', '30/6/2024')
    const { rows, ...head } = value as { rows: Record<string, unknown>[] }
    expect(head).toMatchObject({ plan: '2024', asOf: '2024-06-30', findings: [], silent: [] })
    const shown = rows.map((row) => [
      row.level,
      row.unit,
      row.target,
      row.result,
      row.percent,
      row.percentText,
      row.remaining,
      row.rank,
    ])
    expect(shown).toEqual([
      ['unit', 'TINH', 30, 22, 73.3, '73,3%', 8, 1],
      ['group', 'LDLD_HUYEN', 30, 22, 73.3, '73,3%', 8, null],
      ['unit', 'H1', 10, 5, 50, '50%', 5, 2],
      ['unit', 'H2', 10, 12, 120, '120%', 0, 1],
      ['unit', 'H3', 10, 5, 50, '50%', 5, 2],
      ['total', null, 30, 22, 73.3, '73,3%', 8, null],
    ])
    expect(rows[0]).toMatchObject({
      indicator: 'DV_MOI',
      assigner: 'BCH LĐLĐ tỉnh',
      kind: 'assigned',
      basis: 'cumulative',
      qualifier: null,
    })
  })
})

describe('what is refused', () => {
  const { folder, remove } = makeKeptFolder()
  const line = openLine(folder)
  afterAll(remove)
  beforeAll(async () => {
    await line('init', '--name', 'Liên đoàn Lao động tỉnh Thử Nghiệm')
    await line('plans', 'add', '--code', '2024', '--kind', 'year', '--from', '2024-01-01', '--to', '2024-12-31')
  })

  const set = ['targets', 'set', '--unit', 'TINH', '--indicator', 'DV_MOI', '--assigner', 'BCH'] as const
  const add = [
    'report',
    'add',
    '--unit',
    'TINH',
    '--indicator',
    'DV_MOI',
    '--from',
    '2024-01-01',
    '--basis',
    'cumulative',
  ] as const
  const share = ['allocate', '--indicator', 'DV_MOI', '--assigner', 'BCH', '--total', '10', '--by', 'equal'] as const
  test.each<[string, readonly string[]]>([
    ['NUMBER_INVALID', [...set, 'nhiều']],
    ['NUMBER_INVALID', [...set, 'hơn 5']],
    ['VALUE_NOT_WHOLE', [...set, '5,5']],
    ['ARGUMENT_MISSING', [...set]],
    ['OPTION_CHOICE', [...set, '--kind', 'hứa', '5']],
    ['OPTION_MISSING', ['targets', 'set', '--unit', 'TINH', '--indicator', 'DV_MOI', '5']],
    ['UNIT_UNKNOWN', ['targets', 'list', '--unit', 'H9']],
    ['PLAN_UNKNOWN', ['progress', '--plan', '1999']],
    ['DATE_INVALID', ['progress', '--as-of', '31/6/2024']],
    ['OPTION_CHOICE', ['plans', 'add', '--code', 'x', '--kind', 'tuần', '--from', '2024-01-01', '--to', '2024-01-07']],
    ['QUALIFIER_UNKNOWN', [...add, '--as-of', '2024-06-30', '--qualifier', 'chắc', '5']],
    ['REPORT_DATES_REVERSED', [...add, '--as-of', '2023-06-30', '5']],
    ['OPTION_CHOICE', [...share, '--lock', '5']],
    ['NUMBER_INVALID', [...share, '--floor', 'TINH=nhiều']],
    ['ALLOCATION_NO_UNITS', [...share]],
    ['OPTION_CHOICE', ['allocate', '--indicator', 'DV_MOI', '--assigner', 'BCH', '--total', '10', '--by', 'luck']],
  ])('%s: %j', async (code, argv) => {
    const run = await line(...argv)
    expect(run.code).toBe(1)
    const { error } = run.value as { error: { code: string; message: string } }
    expect(error.code).toBe(code)
    expect(run.error).toBe(`${error.message}\n`)
  })
})
