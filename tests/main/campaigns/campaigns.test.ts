import { describe, expect, test } from 'vitest'
import { openProvince } from '#tests/support/province.ts'

// Campaigns: opened from presets with phases that count differently, ranked with ties, closed with a report.

describe('opening', () => {
  test('Workers’ Month and the peak month are presets; their days are those of the year', async () => {
    const { call } = await openProvince()
    const presets = await call('campaigns.presets', {})
    expect(presets.map(({ code, from, to }) => [code, from, to])).toEqual([
      ['THANG-CONG-NHAN', '05-01', '05-31'],
      ['THANG-CAO-DIEM', '07-01', '07-31'],
      ['DOT-CAO-DIEM', '07-01', '10-30'],
    ])
    const opened = await call('campaigns.open', {
      preset: 'THANG-CONG-NHAN',
      year: 2024,
      targets: [
        { indicator: 'CDCS_MOI', value: 10 },
        { indicator: 'DV_MOI', value: 500 },
      ],
    })
    expect(opened).toMatchObject({ code: '2024-CD', parent: '2024', from: '2024-05-01', to: '2024-05-31', phases: [] })
    // The second campaign of a year has a code that no phase of the first can have.
    expect(await call('campaigns.open', { preset: 'THANG-CAO-DIEM', year: 2024 })).toMatchObject({ code: '2024-CD2' })
    const targets = await call('targets.list', { plan: '2024-CD' })
    expect(targets.map(({ unit, indicator, basis, value }) => [unit, indicator, basis, value])).toEqual(
      expect.arrayContaining([
        ['TINH', 'CDCS_MOI', 'increment', 10],
        ['TINH', 'DV_MOI', 'increment', 500],
      ]),
    )
  })

  test('is one step: undone, the campaign, its phases and its targets are gone', async () => {
    const { call } = await openProvince()
    await call('campaigns.open', {
      preset: 'DOT-CAO-DIEM',
      year: 2024,
      phaseTargets: [{ phase: 1, indicator: 'DV_MOI', value: 5000 }],
    })
    expect((await call('plans.list', {})).map(({ code }) => code)).toEqual([
      '2024',
      '2024-CD',
      '2024-CD-1',
      '2024-CD-2',
    ])
    await call('history.undo', {})
    expect((await call('plans.list', {})).map(({ code }) => code)).toEqual(['2024'])
  })

  test('refuses what could not be: a phase outside, a phase that is not there, no days, a preset nobody made', async () => {
    const { call, refuse } = await openProvince()
    const days = { from: '2024-07-01', to: '2024-07-31' }
    expect(await refuse('campaigns.open', { ...days, phases: [{ from: '2024-08-01', to: '2024-08-31' }] })).toBe(
      'PHASE_OUTSIDE',
    )
    expect(
      await refuse('campaigns.open', {
        preset: 'DOT-CAO-DIEM',
        phaseTargets: [{ phase: 3, indicator: 'DV_MOI', value: 1 }],
      }),
    ).toBe('PHASE_UNKNOWN')
    expect(await refuse('campaigns.open', {})).toBe('CAMPAIGN_WITHOUT_DAYS')
    expect(await refuse('campaigns.open', { preset: 'KHONG-CO' })).toBe('PRESET_UNKNOWN')
    expect(await refuse('campaigns.report', {})).toBe('CAMPAIGN_NONE')
    expect(await refuse('campaigns.report', { campaign: '2024' })).toBe('PLAN_NOT_CAMPAIGN')
    expect((await call('plans.list', {})).map(({ code }) => code)).toEqual(['2024'])
  })

  test('an office’s own preset stands beside the usual ones, and a changed usual one comes back', async () => {
    const { call } = await openProvince()
    const month = { code: 'THANG-CAO-DIEM', name: 'Tháng 10', from: '10-01', to: '10-31', phases: [] }
    await call('campaigns.savePreset', month)
    expect((await call('campaigns.presets', {})).find(({ code }) => code === month.code)?.from).toBe('10-01')
    await call('campaigns.removePreset', { code: month.code })
    expect((await call('campaigns.presets', {})).find(({ code }) => code === month.code)?.from).toBe('07-01')
  })
})

describe('the report', () => {
  test('ranks with ties, and tells of each unit without a rank why', async () => {
    const { call } = await openProvince()
    await call('units.add', { code: 'H4', name: 'Liên đoàn Lao động huyện Bốn', type: 'LDLD_HUYEN', parent: 'TINH' })
    const target = (unit: string, value: number | null) => ({ unit, indicator: 'DV_MOI', value })
    await call('campaigns.open', {
      from: '2024-07-01',
      to: '2024-07-31',
      targets: [target('H1', 100), target('H2', 100), target('H3', 50), target('H4', 0)],
    })
    const july = { indicator: 'DV_MOI', from: '2024-07-01', asOf: '2024-07-31', basis: 'increment' } as const
    await call('reports.addMany', {
      entries: [
        { ...july, unit: 'H1', value: 80 },
        { ...july, unit: 'H2', value: 80 },
        { ...july, unit: 'H3', value: 30 },
      ],
    })
    const report = async () => await call('campaigns.report', { asOf: '2024-07-31' })
    const [ranking] = (await report()).rankings
    expect(ranking?.rows.map(({ unit, rank, tied, percentText }) => [unit, rank, tied, percentText])).toEqual([
      ['H1', 1, true, '80%'],
      ['H2', 1, true, '80%'],
      ['H3', 3, false, '60%'],
    ])
    expect(ranking?.excluded.map(({ unit, why }) => [unit, why])).toEqual([
      ['H4', 'zero'],
      ['NGD', 'noTarget'],
    ])
    await call('campaigns.exclude', { plan: '2024-CD', units: ['H2'], reason: 'mới thành lập trong tháng' })
    const after = (await report()).rankings[0]
    expect(after?.rows.map(({ unit, rank, tied }) => [unit, rank, tied])).toEqual([
      ['H1', 1, false],
      ['H3', 2, false],
    ])
    expect(after?.excluded.find(({ unit }) => unit === 'H2')?.sentence).toContain('mới thành lập trong tháng')
    // Progress of the campaign leaves the unit out of its ranks as well, and keeps its figures.
    const { rows } = await call('progress.get', { plan: '2024-CD', asOf: '2024-07-31' })
    expect(rows.find(({ unit, assignerCode }) => unit === 'H2' && assignerCode === 'BCH')).toMatchObject({
      rank: null,
      result: 80,
    })
    await call('campaigns.include', { plan: '2024-CD', units: ['H2'] })
    expect((await report()).rankings[0]?.rows).toHaveLength(3)
  })

  test('is sơ kết while the campaign runs and tổng kết from its last day on', async () => {
    const { call } = await openProvince()
    await call('campaigns.open', { preset: 'THANG-CAO-DIEM', year: 2024 })
    const on = async (asOf: string) => await call('campaigns.report', { asOf })
    expect(await on('2024-06-20')).toMatchObject({ verdict: 'interim', clock: { state: 'waiting', daysLeft: 11 } })
    expect(await on('2024-07-30')).toMatchObject({ verdict: 'interim', clock: { state: 'running', daysLeft: 1 } })
    expect(await on('2024-07-31')).toMatchObject({ verdict: 'final', clock: { state: 'over', elapsed: 100 } })
  })
})
