import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCli } from '#main/hosts/cli/main.ts'
import { makeKeptFolder } from '#tests/support/temp-folder.ts'

const { folder, remove } = makeKeptFolder()
afterAll(remove)

async function line(...argv: readonly string[]): Promise<{ code: number; out: string; error: string }> {
  let out = ''
  let error = ''
  const code = await runCli([...argv, '--db', path.join(folder, 'mẫu.chitieu-db')], {
    out: (text) => void (out += text),
    error: (text) => void (error += text),
  })
  return { code, out, error }
}

interface Row {
  readonly id: string
  readonly mst: string
  readonly name: string
  readonly unit: string
  readonly workers: number | null
  readonly members: number | null
  readonly hasUnion: boolean | null
  readonly stage: string | null
  readonly foundedOn: string | null
  readonly foundedText: string | null
}

async function list(...argv: readonly string[]): Promise<readonly Row[]> {
  const { code, out, error } = await line('enterprises', 'list', '--json', ...argv)
  if (code !== 0) throw new Error(error)
  return JSON.parse(out) as Row[]
}

let all: readonly Row[] = []
beforeAll(async () => {
  await line('init', '--sample')
  all = await list()
})

describe('enterprises list', () => {
  test('filters by conditions that must all hold, by column names and by titles', async () => {
    const wanted = all.filter(({ workers, hasUnion }) => (workers ?? 0) >= 25 && hasUnion !== true)
    expect(wanted.length).toBeGreaterThan(5)
    const mine = await list('--filter', 'workers>=25', '--filter', 'union=no')
    expect(mine.map(({ mst }) => mst)).toEqual(wanted.map(({ mst }) => mst))
    expect(await list('--filter', 'Lao động >= 25', '--filter', 'có CĐCS = chưa')).toEqual(mine)
    const between = await list('--filter', 'workers between 20 and 50')
    expect(between.map(({ mst }) => mst)).toEqual(
      all.filter(({ workers }) => workers !== null && workers >= 20 && workers <= 50).map(({ mst }) => mst),
    )
    const named = await list('--filter', 'name~thuy san')
    expect(named.length).toBeGreaterThan(0)
    expect(named.every(({ name }) => /thủy sản/i.test(name))).toBe(true)
    expect((await list('--filter', 'phone empty', '--limit', '3')).length).toBeLessThanOrEqual(3)
  })

  test('asks conditions of the very rows it prints', async () => {
    const asked: readonly (readonly [string, (row: Row) => boolean])[] = [
      ['members<5', ({ members }) => members !== null && members < 5],
      ['members=0', ({ members }) => members === 0],
      ['members empty', ({ members }) => members === null],
      ['union empty', ({ hasUnion }) => hasUnion === null],
      ['union=no', ({ hasUnion }) => hasUnion !== true],
      ['stage!=KHAO_SAT', ({ stage }) => stage !== 'KHAO_SAT'],
      ['foundedOn filled', ({ foundedOn, foundedText }) => foundedOn !== null || foundedText !== null],
    ]
    for (const [condition, holds] of asked)
      expect([condition, ...(await list('--filter', condition)).map(({ mst }) => mst)]).toEqual([
        condition,
        ...all.filter(holds).map(({ mst }) => mst),
      ])
  })

  test('sorts by several columns and pages', async () => {
    const sorted = await list('--sort', 'workers:desc,name')
    const sizes = sorted.map(({ workers }) => workers ?? -1)
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a))
    expect(await list('--sort', '-workers', '--sort', 'name')).toEqual(sorted)
    expect(await list('--sort', 'Lao động giảm dần', '--sort', 'Tên doanh nghiệp')).toEqual(sorted)
    expect(await list('--sort', '-workers', '--sort', 'name', '--offset', '10', '--limit', '5')).toEqual(
      sorted.slice(10, 15),
    )
  })

  test('of an earlier day and of a unit with everything below it', async () => {
    const unit = all[0]?.unit ?? ''
    expect(await list('--unit', unit)).toEqual(all.filter((row) => row.unit === unit))
    const early = await list('--as-of', '31/1/2024')
    expect(early.every((row) => (row as unknown as { surveyedOn: string }).surveyedOn <= '2024-01-31')).toBe(true)
  })

  test('refuses a column nobody knows with the columns there are, and a value that is none', async () => {
    const unknown = await line('enterprises', 'list', '--json', '--filter', 'lương>=5')
    expect(unknown.code).toBe(1)
    expect(JSON.parse(unknown.out)).toMatchObject({ error: { code: 'REGISTRY_COLUMN_UNKNOWN' } })
    expect(unknown.error).toMatch(/“lương”.*workers \(Lao động\)/s)
    const wrong = await line('enterprises', 'list', '--filter', 'workers>=nhiều')
    expect([wrong.code, wrong.error]).toEqual([1, expect.stringContaining('“nhiều” không phải là số')])
    expect((await line('enterprises', 'list', '--sort', 'lương')).code).toBe(1)
  })
})

test('enterprises stage: by MST or by conditions, as one step; funnel counts it', async () => {
  const before = JSON.parse((await line('enterprises', 'funnel', '--json')).out) as {
    stages: { code: string; enterprises: number }[]
  }
  const [first, second] = all
  const named = await line(
    'enterprises',
    'stage',
    first?.mst ?? '',
    second?.mst ?? '',
    '--stage',
    'BAO_CAO_BTV',
    '--on',
    '1/10/2024',
    '--json',
  )
  expect(JSON.parse(named.out)).toEqual({ changed: 2, unchanged: 0 })
  const filtered = await line('enterprises', 'stage', '--stage', 'BAO_CAO_BTV', '--filter', 'workers>=1000', '--json')
  expect(JSON.parse(filtered.out)).toMatchObject({
    changed: all.filter(({ workers }) => (workers ?? 0) >= 1000).length,
  })
  const after = JSON.parse((await line('enterprises', 'funnel', '--json')).out) as typeof before
  const count = (funnel: typeof before): number =>
    funnel.stages.find(({ code }) => code === 'BAO_CAO_BTV')?.enterprises ?? -1
  expect(count(after)).toBeGreaterThan(count(before) + 2)
  await line('undo')
  expect((await list('--filter', 'stage=BAO_CAO_BTV')).length).toBe(count(before) + 2)
  const nobody = await line('enterprises', 'stage', '--stage', 'BAO_CAO_BTV', '--json')
  expect(JSON.parse(nobody.out)).toMatchObject({ error: { code: 'ENTERPRISES_NONE_NAMED' } })
  expect((await line('enterprises', 'funnel')).out).toContain('Chưa vào giai đoạn nào')
})

test('enterprises duplicates and judge', async () => {
  const [first, second] = all
  const pairs = JSON.parse((await line('enterprises', 'duplicates', '--json')).out) as unknown[]
  expect(Array.isArray(pairs)).toBe(true)
  const joined = await line('enterprises', 'judge', first?.mst ?? '', second?.mst ?? '', '--verdict', 'same', '--json')
  expect(JSON.parse(joined.out)).toMatchObject({ kept: { mst: first?.mst } })
  expect((await list()).length).toBe(all.length - 1)
  await line('undo')
  expect((await list()).length).toBe(all.length)
  const unknown = await line('enterprises', 'judge', '1', '2', '--verdict', 'same', '--json')
  expect(JSON.parse(unknown.out)).toMatchObject({ error: { code: 'ENTERPRISE_NOT_FOUND' } })
  expect((await line('enterprises', 'duplicates')).out).toMatch(/cặp/)
})
