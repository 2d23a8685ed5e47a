import { describe, expect, test } from 'vitest'
import { openProvince } from '#tests/support/province.ts'
import type { TestBackend } from '#tests/support/backend.ts'

// Phases that hold units to their own days and to the year's total side by side: ranked, compared and told apart, and
// what an opening was read from is said.

async function filled(): Promise<TestBackend> {
  const opened = await openProvince()
  const { call } = opened
  const report = (unit: string, asOf: string, value: number) => ({ unit, indicator: 'DV_MOI', asOf, value })
  await call('reports.addMany', {
    entries: [
      report('H1', '2024-05-31', 100),
      report('H1', '2024-07-31', 180),
      report('H2', '2024-06-30', 50),
      report('H2', '2024-07-31', 70),
      report('H3', '2024-07-20', 33),
      { ...report('H1', '2023-06-30', 60), from: '2023-01-01' },
      { ...report('H1', '2023-07-31', 75), from: '2023-01-01' },
    ],
  })
  const target = (unit: string, phase: number, value: number, basis: 'increment' | 'cumulative') => ({
    unit,
    phase,
    indicator: 'DV_MOI',
    value,
    basis,
  })
  await call('campaigns.open', {
    preset: 'DOT-CAO-DIEM',
    year: 2024,
    phaseTargets: [
      target('H1', 1, 80, 'increment'),
      target('H2', 1, 250, 'cumulative'),
      target('H3', 1, 30, 'increment'),
      target('H1', 2, 300, 'cumulative'),
    ],
  })
  return opened
}

describe('a phase', () => {
  test('has one ranking for its own days and one for the year’s total', async () => {
    const { call } = await filled()
    const { rankings } = await call('campaigns.report', { campaign: '2024-CD', asOf: '2024-07-31' })
    const first = rankings.filter(({ plan }) => plan === '2024-CD-1')
    expect(
      first.map(({ basis, rows }) => [basis, ...rows.map(({ unit, rank, result }) => [unit, rank, result])]),
    ).toEqual(
      expect.arrayContaining([
        ['increment', ['H3', 1, 33], ['H1', 2, 80]],
        ['cumulative', ['H2', 1, 70]],
      ]),
    )
  })

  test('opens its numbers as they were counted: over its own days, or over the year', async () => {
    const { call } = await filled()
    const sourcesOf = (unit: string, basis: 'increment' | 'cumulative' | null) =>
      call('progress.sources', { plan: '2024-CD-1', asOf: '2024-07-31', unit, indicator: 'DV_MOI', basis })
    const told = ({ reports }: Awaited<ReturnType<typeof sourcesOf>>) =>
      reports.filter(({ use }) => use !== 'covered').map(({ value, use }) => [value, use])
    const days = await sourcesOf('H1', 'increment')
    expect(days.result).toBe(80)
    expect(told(days)).toEqual([
      [100, 'opening'],
      [180, 'counted'],
    ])
    const year = await sourcesOf('H2', 'cumulative')
    expect(year.result).toBe(70)
    expect(told(year)).toEqual([[70, 'counted']])
    // Nobody says which: as the plan's targets are.
    const second = await call('progress.sources', {
      plan: '2024-CD-2',
      asOf: '2024-08-31',
      unit: 'H1',
      indicator: 'DV_MOI',
    })
    expect(second.result).toBe(180)
  })

  test('says how it ended once its days are over, and urges nobody on', async () => {
    const { call } = await filled()
    const { rows } = await call('progress.get', { plan: '2024-CD-1', asOf: '2024-07-31' })
    const bandOf = (unit: string) => rows.find((row) => row.unit === unit && row.target !== null)?.band?.name
    expect([bandOf('H1'), bandOf('H2'), bandOf('H3')]).toEqual(['Hoàn thành', 'Chưa hoàn thành', 'Vượt chỉ tiêu'])
  })

  test('says which report an opening was read from', async () => {
    const { call } = await filled()
    const { sentences } = await call('campaigns.report', { campaign: '2024-CD', asOf: '2024-07-31' })
    expect(sentences).toContain(
      'Số đầu kỳ của Giai đoạn 1 (trước ngày 1/7/2024) về ĐV mới: theo báo cáo gần nhất của Liên đoàn Lao động huyện Một (đến 31/5/2024); tính là 0 vì chưa có báo cáo nào của Liên đoàn Lao động huyện Ba.',
    )
  })

  test('before its first day has no leader and no word for its pace', async () => {
    const { call } = await filled()
    const { phases, sentences } = await call('campaigns.report', { campaign: '2024-CD', asOf: '2024-06-30' })
    expect(phases[0]?.rows.filter(({ basis, band }) => basis === 'increment' && band !== null)).toEqual([])
    expect(sentences.filter((sentence) => sentence.startsWith('Dẫn đầu') && sentence.includes('(0%)'))).toEqual([])
  })

  test('is compared by its own days, the year’s total by the year', async () => {
    const { call } = await filled()
    const { rows } = await call('progress.get', { plan: '2024-CD-1', asOf: '2024-07-31', compare: 'last-year' })
    const own = rows.find((row) => row.unit === 'H1' && row.basis === 'increment')
    expect(own?.compared).toMatchObject({ asOf: '2023-07-31', result: 15, resultAsOf: '2023-07-31', change: 65 })
    // What July brought must not stand beside what the year had.
    const year = await call('progress.get', { plan: '2024-CD-2', asOf: '2024-08-31', compare: 'last-year' })
    expect(year.rows.find((row) => row.unit === 'H1' && row.basis === 'cumulative')?.compared).toMatchObject({
      asOf: '2023-08-31',
      result: 75,
      resultAsOf: '2023-07-31',
      change: 105,
    })
  })

  test('opens the rows behind the number it shows: of its own days, or of the year where the target is the year’s', async () => {
    const { call } = await filled()
    const behind = async (unit: string, plan: string, basis?: 'increment' | 'cumulative') => {
      const asOf = plan === '2024-CD-1' ? '2024-07-31' : '2024-08-31'
      const {
        result,
        reports,
        basis: counted,
      } = await call('progress.sources', {
        plan,
        asOf,
        unit,
        indicator: 'DV_MOI',
        ...(basis === undefined ? {} : { basis }),
      })
      const sumOf = (used: string): number =>
        reports.filter(({ use }) => use === used).reduce((sum, { value }) => sum + value, 0)
      return [counted, result, sumOf('counted') - sumOf('opening')]
    }
    expect(await behind('H1', '2024-CD-2')).toEqual(['cumulative', 180, 180])
    expect(await behind('TINH', '2024-CD-2')).toEqual(['cumulative', 283, 283])
    expect(await behind('H1', '2024-CD-2', 'increment')).toEqual(['increment', null, 0])
    expect(await behind('H1', '2024-CD-1')).toEqual(['increment', 80, 80])
    expect(await behind('H2', '2024-CD-1', 'cumulative')).toEqual(['cumulative', 70, 70])
  })
})
