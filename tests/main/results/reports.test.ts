import { describe, expect, test } from 'vitest'
import { openTestBackend } from '#tests/support/backend.ts'
import { openProvince } from '#tests/support/province.ts'
import { surveyInto } from '#tests/support/survey.ts'

const DV = { unit: 'H1', indicator: 'DV_MOI', from: '2024-01-01' } as const

describe('a report', () => {
  test('is kept with its word, its period and what it states', async () => {
    const { call } = await openProvince()
    const added = await call('reports.add', {
      ...DV,
      asOf: '2024-06-30',
      value: 7000,
      qualifier: 'hơn',
      statedPercent: 66,
    })
    expect(added).toMatchObject({
      unit: 'H1',
      unitName: 'Liên đoàn Lao động huyện Một',
      from: '2024-01-01',
      asOf: '2024-06-30',
      basis: 'cumulative',
      value: 7000,
      qualifier: '≥',
      qualifierWord: 'hơn',
      statedPercent: 66,
      corrected: null,
      findings: [],
    })
    expect(await call('reports.list', { unit: 'H1', indicator: 'DV_MOI', plan: '2024' })).toHaveLength(1)
    expect(await call('reports.list', { unit: 'H2' })).toEqual([])
  })

  test('the same again is a correction, and history keeps the first', async () => {
    const { call } = await openProvince()
    const first = await call('reports.add', { ...DV, asOf: '2024-06-30', value: 70 })
    const second = await call('reports.add', { ...DV, asOf: '2024-06-30', value: 75, qualifier: 'gần' })
    expect(second).toMatchObject({ id: first.id, value: 75, corrected: 70 })
    expect(await call('reports.list', {})).toHaveLength(1)
    const steps = await call('history.list', { limit: 10 })
    expect(steps.filter((step) => step.kind === 'reports.add')).toHaveLength(2)
  })

  test('without a first day begins with the year plan it lies in', async () => {
    const { call } = await openProvince()
    await call('plans.add', { code: '2026', kind: 'year', from: '2025-12-01', to: '2026-11-30' })
    const { from: _, ...open } = DV
    expect((await call('reports.add', { ...open, asOf: '2024-06-30', value: 1 })).from).toBe('2024-01-01')
    expect((await call('reports.add', { ...open, asOf: '2026-06-30', value: 1 })).from).toBe('2025-12-01')
    expect((await call('reports.add', { ...open, asOf: '2020-06-30', value: 1 })).from).toBe('2020-01-01')
  })

  test('without a first day begins with the office’s year, said in the settings or in its reporting calendar', async () => {
    const { call, refuse } = await openTestBackend()
    await call('units.add', { code: 'H1', name: 'Liên đoàn Lao động huyện Một', type: 'LDLD_HUYEN', parent: 'TINH' })
    const half = { unit: 'H1', indicator: 'DV_MOI', asOf: '2024-05-31', value: 60 }
    expect(await call('reports.add', half)).toMatchObject({ from: '2024-01-01' })
    for (const kind of ['month', 'half', 'year'] as const)
      await call('calendar.save', { kind, yearStart: '12-01', dueDays: 5 })
    expect(await call('reports.add', half)).toMatchObject({ from: '2023-12-01' })
    const over = { ...half, basis: 'increment' as const, from: '2023-11-20', asOf: '2023-12-20' }
    expect(await refuse('reports.add', over)).toBe('REPORT_CROSSES_YEAR')
    // Of two year plans around the day the one that runs as the office does.
    await call('plans.add', { code: '2024', kind: 'year', from: '2023-12-01', to: '2024-11-30' })
    await call('plans.add', { code: '2024L', kind: 'year', from: '2024-01-01', to: '2024-12-31' })
    expect(await call('reports.add', { ...half, asOf: '2024-06-30' })).toMatchObject({ from: '2023-12-01' })
  })

  test('is refused when it could not be counted once', async () => {
    const { call, refuse } = await openProvince()
    const increment = { ...DV, basis: 'increment', value: 5 } as const
    await call('reports.add', { ...increment, from: '2024-02-01', asOf: '2024-02-29' })
    await call('reports.add', { ...DV, asOf: '2024-06-30', value: 60 })
    expect(await refuse('reports.add', { ...increment, from: '2024-02-29', asOf: '2024-03-31' })).toBe(
      'REPORT_OVERLAPS',
    )
    expect(await refuse('reports.add', { ...increment, from: '2024-12-15', asOf: '2025-01-15' })).toBe(
      'REPORT_CROSSES_YEAR',
    )
    expect(await refuse('reports.add', { ...increment, from: '2024-06-15', asOf: '2024-07-15' })).toBe(
      'REPORT_CROSSES_CUMULATIVE',
    )
    expect(await refuse('reports.add', { ...increment, from: '2024-08-01', asOf: '2024-07-15' })).toBe(
      'REPORT_DATES_REVERSED',
    )
    expect(
      await refuse('reports.add', { ...increment, indicator: 'DV_TONG', from: '2024-07-01', asOf: '2024-07-31' }),
    ).toBe('REPORT_LEVEL_NOT_INCREMENT')
    expect(await refuse('reports.add', { ...DV, asOf: '2024-07-31', value: 61, qualifier: 'chắc' })).toBe(
      'QUALIFIER_UNKNOWN',
    )
    expect(await refuse('reports.add', { ...DV, asOf: '2024-07-31', value: 61.5 })).toBe('VALUE_NOT_WHOLE')
    expect(await refuse('reports.add', { ...DV, asOf: '2024-07-31', value: -1 })).toBe('VALUE_NEGATIVE')
    await call('units.update', {
      id: (await call('units.list', { asOf: null })).find((unit) => unit.code === 'H1')?.id ?? '',
      patch: { validTo: '2024-06-30' },
    })
    expect(await refuse('reports.add', { ...DV, asOf: '2024-07-31', value: 61 })).toBe('UNIT_NOT_ACTIVE')
  })

  test('over New Year is taken once a plan runs from December', async () => {
    const { call } = await openProvince()
    await call('plans.add', { code: '2025', kind: 'year', from: '2024-12-01', to: '2025-11-30' })
    const increment = { ...DV, basis: 'increment', value: 5, from: '2024-12-15', asOf: '2025-01-15' } as const
    expect((await call('reports.add', increment)).value).toBe(5)
    const progress = await call('progress.get', { plan: '2025', asOf: '2025-01-31' })
    expect(progress.rows.find((row) => row.unit === 'H1')?.result).toBe(5)
    // The calendar year 2024 ends inside it and must not take any of it.
    expect((await call('progress.get', { plan: '2024', asOf: '2025-01-31' })).rows).toEqual([])
  })

  test('over 1 December is refused where all plans begin there, and taken with a sentence beside a calendar year', async () => {
    const { call, refuse } = await openTestBackend({ name: 'Liên đoàn Lao động tỉnh Thử Nghiệm' })
    await call('units.add', { code: 'H1', name: 'Liên đoàn Lao động huyện Một', type: 'LDLD_HUYEN', parent: 'TINH' })
    await call('plans.add', { code: '2024', kind: 'year', from: '2023-12-01', to: '2024-11-30' })
    const over = { ...DV, basis: 'increment', value: 5, from: '2024-11-15', asOf: '2024-12-15' } as const
    expect(await refuse('reports.add', over)).toBe('REPORT_CROSSES_YEAR')
    await call('plans.add', { code: '2024-L', kind: 'year', from: '2024-01-01', to: '2024-12-31' })
    const { findings } = await call('reports.add', over)
    expect(findings).toEqual([
      {
        kind: 'crosses-other-year',
        message:
          'Số phát sinh vắt qua 1/12/2024, ngày đầu của một năm báo cáo đang dùng, nên kế hoạch theo năm ấy không cộng số này.',
      },
    ])
    const counted = async (plan: string): Promise<number | null | undefined> =>
      (await call('progress.get', { plan, asOf: '2024-12-20' })).rows.find((row) => row.unit === 'H1')?.result
    expect(await counted('2024-L')).toBe(5)
    expect(await counted('2024')).toBeUndefined()
  })

  test('that falls, or that no plan counts, or whose percent is wrong, is taken with a sentence', async () => {
    const { call } = await openProvince()
    await call('targets.set', { unit: 'H1', indicator: 'DV_MOI', assigner: 'BCH', value: 356 })
    await call('reports.add', { ...DV, asOf: '2024-03-31', value: 170 })
    const fallen = await call('reports.add', { ...DV, asOf: '2024-06-30', value: 168, statedPercent: 54.5 })
    expect(fallen.findings).toEqual([
      {
        kind: 'cumulative-falls',
        message: 'Số lũy kế giảm: đến 31/3/2024 là 170, đến 30/6/2024 chỉ còn 168. Hãy kiểm tra lại.',
      },
      {
        kind: 'percent',
        message: 'Tỷ lệ nêu trong báo cáo là 54,5%, tính lại là 47,2%.',
        stated: 54.5,
        computed: 47.2,
      },
    ])
    const uncounted = await call('reports.add', { ...DV, from: '2024-04-01', asOf: '2024-09-30', value: 9 })
    expect(uncounted.findings.map((finding) => finding.kind)).toEqual(['not-from-year-start'])
  })

  test('many at once are checked against each other and written all or none', async () => {
    const { call, refuse } = await openProvince()
    const increment = { ...DV, basis: 'increment', value: 5 } as const
    const entries = [
      { ...increment, asOf: '2024-01-31' },
      { ...increment, from: '2024-01-31', asOf: '2024-02-29' },
    ]
    expect(await refuse('reports.addMany', { entries })).toBe('REPORT_OVERLAPS')
    expect(await call('reports.list', {})).toEqual([])
    const two = await call('reports.addMany', {
      entries: [
        { ...DV, asOf: '2024-01-31', value: 1 },
        { ...DV, unit: 'H2', asOf: '2024-01-31', value: 2 },
      ],
    })
    expect(two.entries.map((entry) => [entry.unit, entry.value])).toEqual([
      ['H1', 1],
      ['H2', 2],
    ])
  })

  test('can be taken away again', async () => {
    const { call, refuse } = await openProvince()
    const { id } = await call('reports.add', { ...DV, asOf: '2024-01-31', value: 1 })
    await call('reports.remove', { id })
    expect(await call('reports.list', {})).toEqual([])
    expect(await refuse('reports.remove', { id })).toBe('ROW_UNKNOWN')
  })
})

describe('progress', () => {
  test('names who has a target and has not reported', async () => {
    const { call } = await openProvince()
    await call('targets.allocate', { indicator: 'DV_MOI', assigner: 'BCH', total: 40, by: 'equal' })
    await call('reports.add', { ...DV, asOf: '2024-03-31', value: 0 })
    await call('reports.add', { ...DV, unit: 'H2', asOf: '2024-09-30', value: 9 })
    const progress = await call('progress.get', { asOf: '2024-06-30' })
    expect(progress).toMatchObject({ plan: '2024', planName: 'Kế hoạch năm 2024', asOf: '2024-06-30' })
    expect(progress.silent.map((unit) => unit.unit)).toEqual(['H2', 'H3', 'NGD'])
    expect(progress.rows.find((row) => row.unit === 'H1')).toMatchObject({ result: 0, reported: true })
  })

  test('defaults to the newest year plan and today', async () => {
    const { call } = await openProvince()
    await call('reports.add', { ...DV, asOf: '2024-10-05', value: 3 })
    await call('reports.add', { ...DV, asOf: '2024-10-06', value: 4 })
    const progress = await call('progress.get', {})
    expect(progress.asOf).toBe('2024-10-05')
    expect(progress.rows.find((row) => row.unit === 'H1')?.result).toBe(3)
  })

  test('of a year that is over shows its units and its last figures', async () => {
    const { call } = await openProvince()
    await call('targets.allocate', { indicator: 'DV_MOI', assigner: 'BCH', total: 40, by: 'equal' })
    await call('reports.add', { ...DV, asOf: '2024-12-31', value: 10 })
    const units = await call('units.list', { asOf: null })
    for (const unit of units.filter((row) => row.parent !== null))
      await call('units.update', { id: unit.id, patch: { validTo: '2025-06-30' } })
    const progress = await call('progress.get', { plan: '2024', asOf: '2025-09-30' })
    expect(progress.rows.find((row) => row.unit === 'H1')).toMatchObject({
      target: 10,
      result: 10,
      percentText: '100%',
    })
  })

  test('of a campaign counts from the report before it', async () => {
    const { call } = await openProvince()
    await call('plans.add', { code: '2024-CD-1', kind: 'phase', from: '2024-07-01', to: '2024-07-31', parent: '2024' })
    await call('targets.set', { plan: '2024-CD-1', unit: 'H1', indicator: 'DV_MOI', assigner: 'BCH', value: 50 })
    await call('reports.add', { ...DV, asOf: '2024-06-15', value: 100 })
    await call('reports.add', { ...DV, asOf: '2024-07-31', value: 140 })
    await call('reports.add', { ...DV, asOf: '2024-09-30', value: 900 })
    const row = (await call('progress.get', { plan: '2024-CD-1', asOf: '2024-12-31' })).rows.find(
      (candidate) => candidate.unit === 'H1',
    )
    expect(row).toMatchObject({ basis: 'increment', target: 50, result: 40, percentText: '80%' })
    expect(row?.notes).toEqual([{ code: 'OPENING_FROM_EARLIER', wanted: '2024-06-30', used: '2024-06-15' }])
  })

  test('of a ratio counts only inside the frozen round, with unions founded since', async () => {
    const { call, file } = await openProvince()
    surveyInto(file, { on: '2023-11-30', frozen: true }, [
      { name: 'A', unit: 'H1', workers: 20, hasUnion: true },
      { name: 'B', unit: 'H1', workers: 25, hasUnion: false },
      { name: 'C', unit: 'H2', workers: 30 },
      { name: 'D', unit: 'H2', workers: 19, hasUnion: true },
      { name: 'E', unit: null, workers: 40, hasUnion: false },
    ])
    surveyInto(file, { on: '2024-06-30' }, [
      { name: 'B', unit: 'H1', workers: 18, hasUnion: true },
      { name: 'Mới', unit: 'H2', workers: 100, hasUnion: true },
    ])
    for (const unit of ['TINH', 'H1', 'H2'])
      await call('targets.set', { unit, indicator: 'TL_DN_CDCS_20', assigner: 'BCH', value: 100 })
    const resultsOn = async (asOf: string): Promise<(number | null)[]> => {
      const { rows } = await call('progress.get', { asOf })
      return ['TINH', 'H1', 'H2'].map((unit) => rows.find((row) => row.unit === unit)?.result ?? null)
    }
    expect(await resultsOn('2024-06-29')).toEqual([25, 50, 0])
    expect(await resultsOn('2024-06-30')).toEqual([50, 100, 0])
    expect(await resultsOn('2023-11-29')).toEqual([null, null, null])
  })

  test('two reporting years stand side by side and are never mixed', async () => {
    const { call } = await openProvince()
    await call('plans.add', { code: '2024-12', kind: 'year', from: '2023-12-01', to: '2024-11-30' })
    await call('reports.add', { ...DV, asOf: '2024-05-31', value: 10 })
    await call('reports.add', { ...DV, from: '2023-12-01', asOf: '2024-05-31', value: 12 })
    const resultOf = async (plan: string): Promise<number | null | undefined> =>
      (await call('progress.get', { plan, asOf: '2024-06-30' })).rows.find((row) => row.unit === 'H1')?.result
    expect(await resultOf('2024')).toBe(10)
    expect(await resultOf('2024-12')).toBe(12)
  })
})
