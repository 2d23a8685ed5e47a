import { describe, expect, test } from 'vitest'
import { openProvince } from '#tests/support/province.ts'
import type { TestBackend } from '#tests/support/backend.ts'

// "Đơn vị tại thời điểm" and "quy đổi về đơn vị hiện hành" are two ways to lay out the same numbers: whatever became of
// the units, TỔNG CỘNG of a day is one. The reform comes in the middle of the year and the year is long over today.

const DAYS = ['2024-02-29', '2024-06-30', '2024-07-01', '2024-09-30', '2025-03-01']

async function filled(): Promise<TestBackend> {
  const opened = await openProvince()
  const { call } = opened
  const target = (unit: string, value: number) => ({ unit, indicator: 'DV_MOI', assigner: 'BCH', value })
  await call('targets.setMany', {
    plan: '2024',
    cells: [target('H1', 100), target('H2', 80), target('H3', 60), target('NGD', 50)],
  })
  const report = (unit: string, asOf: string, value: number, indicator = 'DV_MOI') => ({ unit, indicator, asOf, value })
  await call('reports.addMany', {
    entries: [
      report('H1', '2024-02-29', 7),
      report('H2', '2024-02-29', 8),
      report('H1', '2024-06-30', 40),
      report('H2', '2024-06-30', 50),
      report('H3', '2024-06-30', 30),
      report('NGD', '2024-06-30', 25),
      report('H3', '2024-06-30', 800, 'DV_TONG'),
      report('NGD', '2024-06-30', 300, 'DV_TONG'),
    ],
  })
  return opened
}

/** Target and result of TỔNG CỘNG, with results of units without a target, by indicator. */
async function totalsOf({ call }: TestBackend, asOf: string, view: 'then' | 'now') {
  const { rows } = await call('progress.get', { plan: '2024', asOf, view })
  return rows
    .filter(({ level }) => level === 'total')
    .map(({ indicator, target, result, resultWithoutTarget }) => [indicator, target, result, resultWithoutTarget])
}

/** Days on which the two views do not agree, or show nothing. */
async function daysApart(province: TestBackend): Promise<string[]> {
  const apart: string[] = []
  for (const asOf of DAYS) {
    const then = await totalsOf(province, asOf, 'then')
    const now = await totalsOf(province, asOf, 'now')
    if (then.length === 0 || JSON.stringify(then) !== JSON.stringify(now)) apart.push(asOf)
  }
  return apart
}

describe('a day read in the units of today has the totals of its own units', () => {
  test('after a split: what the whole had reported keeps a row', async () => {
    const province = await filled()
    await province.call('units.change', {
      change: {
        kind: 'split',
        from: 'H3',
        on: '2024-07-01',
        into: [
          { newUnit: { code: 'A', name: 'Công đoàn cơ sở A', type: 'CDCS' } },
          { newUnit: { code: 'B', name: 'Công đoàn cơ sở B', type: 'CDCS' } },
        ],
      },
    })
    const increment = { indicator: 'DV_MOI', from: '2024-07-01', basis: 'increment' as const }
    await province.call('reports.add', { unit: 'A', ...increment, asOf: '2024-09-30', value: 11 })
    expect(await daysApart(province)).toEqual([])
    const { rows } = await province.call('progress.get', { plan: '2024', asOf: '2024-09-30', view: 'now' })
    expect(rows.find(({ unit, indicator }) => unit === 'H3' && indicator === 'DV_MOI')).toMatchObject({
      name: 'Liên đoàn Lao động huyện Ba (đến 30/6/2024)',
      result: 30,
    })
  })

  test('after an end without a successor', async () => {
    const province = await filled()
    await province.call('units.change', { change: { kind: 'end', unit: 'NGD', on: '2024-07-01' } })
    expect(await daysApart(province)).toEqual([])
    expect(await totalsOf(province, '2024-07-01', 'now')).toContainEqual(['DV_TONG', null, 1100, null])
  })

  test('after a merger whose unit was itself split later', async () => {
    const province = await filled()
    await province.call('units.change', {
      change: {
        kind: 'merge',
        from: ['H1', 'H2'],
        on: '2024-07-01',
        into: { newUnit: { code: 'X', name: 'Công đoàn Mới', type: 'LDLD_HUYEN' } },
        figures: 'follow',
      },
    })
    const increment = { indicator: 'DV_MOI', basis: 'increment' as const }
    await province.call('reports.add', { unit: 'X', ...increment, from: '2024-07-01', asOf: '2024-07-31', value: 5 })
    await province.call('units.change', {
      change: {
        kind: 'split',
        from: 'X',
        on: '2024-09-01',
        into: [
          { newUnit: { code: 'A', name: 'Công đoàn A', type: 'LDLD_HUYEN' } },
          { newUnit: { code: 'B', name: 'Công đoàn B', type: 'LDLD_HUYEN' } },
        ],
      },
    })
    expect(await daysApart(province)).toEqual([])
  })

  test('after a new name and a move to another unit', async () => {
    const province = await filled()
    await province.call('units.add', { code: 'C1', name: 'Công đoàn cơ sở Một', type: 'CDCS', parent: 'H1' })
    await province.call('reports.add', { unit: 'C1', indicator: 'CDCS_MOI', asOf: '2024-06-30', value: 1 })
    await province.call('units.change', {
      change: { kind: 'rename', unit: 'H1', name: 'Liên đoàn Lao động thị xã Một', on: '2024-03-01' },
    })
    await province.call('units.change', {
      change: { kind: 'transfer', units: ['C1'], into: 'H2', on: '2024-07-01' },
    })
    expect(await daysApart(province)).toEqual([])
  })
})
