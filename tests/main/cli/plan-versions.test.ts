import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCli } from '#main/hosts/cli/main.ts'
import { makeKeptFolder } from '#tests/support/temp-folder.ts'

// A plan from two drafts to its adjustment, by command lines alone and under --json.

interface Run {
  readonly code: number
  readonly value: unknown
}

const kept = makeKeptFolder()
let db = ''

async function line(...argv: readonly string[]): Promise<Run> {
  let out = ''
  const code = await runCli([...argv, '--db', db, '--json'], {
    out: (text) => {
      out += text
    },
    error: () => undefined,
  })
  return { code, value: JSON.parse(out) }
}

async function set(unit: string, value: number, ...more: readonly string[]): Promise<Run> {
  return line('targets', 'set', '--unit', unit, '--indicator', 'DV_MOI', '--assigner', 'BCH', String(value), ...more)
}

/** What progress holds a unit against as of a day. */
async function targetOn(unit: string, asOf: string): Promise<unknown> {
  const { value } = await line('progress', '--as-of', asOf)
  const { rows } = value as { rows: { unit: string; assigner: string; target: number }[] }
  return rows.find((row) => row.unit === unit && row.assigner !== null)?.target
}

describe('versions of a plan on the command line', () => {
  beforeAll(async () => {
    db = path.join(kept.folder, 'phương án.chitieu-db')
    await line('init', '--name', 'Liên đoàn Lao động tỉnh Thử Nghiệm')
    for (const code of ['H1', 'H2'])
      await line('units', 'add', '--code', code, '--name', `LĐLĐ ${code}`, '--type', 'LDLD_HUYEN', '--parent', 'TINH')
    await line('plans', 'add', '--code', '2024', '--kind', 'year', '--from', '2024-01-01', '--to', '2024-12-31')
    await set('H1', 40)
    await set('H2', 30)
  })

  afterAll(() => kept.remove())

  test('a draft is copied, edited by its letter, listed and compared', async () => {
    expect((await line('plans', 'copy')).value).toMatchObject({ number: 2, name: 'Phương án B', state: 'draft' })
    expect((await set('H1', 55, '--version', 'B', '--note', 'Khu công nghiệp mới')).value).toMatchObject({
      version: 2,
      value: 55,
      note: 'Khu công nghiệp mới',
    })
    expect((await line('targets', 'list', '--unit', 'H1')).value).toMatchObject([{ version: 1, value: 40 }])
    expect((await line('targets', 'list', '--unit', 'H1', '--version', '2')).value).toMatchObject([{ value: 55 }])
    const compared = (await line('plans', 'compare', 'A', 'B')).value
    expect(compared).toMatchObject({ plan: '2024', a: { number: 1 }, b: { number: 2 }, differing: 1 })
    const { rows } = compared as { rows: Record<string, unknown>[] }
    expect(rows.map(({ level, unit, a, b, difference, percent }) => [level, unit, a, b, difference, percent])).toEqual([
      ['unit', 'TINH', 70, 85, 15, 121.4],
      ['group', 'LDLD_HUYEN', 70, 85, 15, 121.4],
      ['unit', 'H1', 40, 55, 15, 137.5],
      ['total', null, 70, 85, 15, 121.4],
    ])
  })

  test('locks keep numbers, and an allocation over one unit leaves the other', async () => {
    expect((await line('targets', 'lock', '--version', 'B', '--unit', 'H1')).value).toEqual({ changed: 1 })
    expect((await set('H1', 1, '--version', 'B')).value).toMatchObject({ error: { code: 'TARGET_LOCKED' } })
    expect((await line('targets', 'unlock', '--version', 'B')).value).toEqual({ changed: 1 })
    const spread = ['--indicator', 'DV_MOI', '--assigner', 'BCH', '--by', 'equal', '--version', 'B', '--only', 'H2']
    expect((await line('allocate', ...spread, '--total', '33')).value).toMatchObject({
      units: [{ unit: 'H2', value: 33 }],
    })
  })

  test('the plan is issued by a draft, then takes numbers by a decision only', async () => {
    expect((await line('plans', 'choose', '--version', 'B')).value).toMatchObject({ state: 'chosen' })
    expect((await line('plans', 'rename', '--version', 'A', '--name', 'Phương án thấp')).code).toBe(0)
    expect((await line('plans', 'issue', '--decision', '12/KH-LĐLĐ', '--date', '15/1/2024')).value).toMatchObject({
      number: 2,
      state: 'issued',
      decisionNumber: '12/KH-LĐLĐ',
      decidedOn: '2024-01-15',
    })
    expect(await set('H1', 1)).toMatchObject({ code: 1, value: { error: { code: 'PLAN_ISSUED' } } })
    const adjust = ['plans', 'adjust', '--decision', '45/QĐ-LĐLĐ', '--reason', 'Bổ sung', '--effective', '1/7/2024']
    expect((await line(...adjust, '--set', 'H1:DV_MOI')).value).toMatchObject({ error: { code: 'OPTION_CHOICE' } })
    expect((await line(...adjust, '--set', 'H1:DV_MOI=60')).value).toMatchObject({ error: { code: 'OPTION_MISSING' } })
    const adjusted = await line(...adjust, '--assigner', 'BCH', '--set', 'H1:DV_MOI=60', '--issue')
    expect(adjusted.value).toMatchObject({ number: 3, state: 'adjusted', effectiveOn: '2024-07-01', basedOn: 2 })
    expect([await targetOn('H1', '2024-06-30'), await targetOn('H1', '2024-07-01')]).toEqual([55, 60])
    expect((await line('targets', 'list', '--unit', 'H1', '--as-of', '2024-06-30')).value).toMatchObject([
      { value: 55 },
    ])
    const versions = (await line('plans', 'versions', '--as-of', '2024-06-30')).value as Record<string, unknown>[]
    expect(versions.map(({ number, state, inForce }) => [number, state, inForce])).toEqual([
      [1, 'draft', false],
      [2, 'issued', true],
      [3, 'adjusted', false],
    ])
    expect((await line('plans', 'drop', '--version', '2')).value).toMatchObject({ error: { code: 'VERSION_ISSUED' } })
    expect((await line('plans', 'drop', '--version', 'Phương án thấp')).value).toEqual({
      removed: 'Phương án thấp',
      current: 'Điều chỉnh lần 1',
    })
  })
})
