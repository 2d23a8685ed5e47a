import { describe, expect, test } from 'vitest'
import { openProvince } from '#tests/support/province.ts'
import { openTestBackend, type TestBackend } from '#tests/support/backend.ts'

// What progress shows of one plan: by units, groups, types, assigners and periods, beside another day, in the units of
// then and of now, and the rows behind each number.

const HALF = '2024-06-30'

async function filled(): Promise<TestBackend> {
  const opened = await openProvince()
  const { call } = opened
  await call('targets.setMany', {
    plan: '2024',
    cells: [
      { unit: 'H1', indicator: 'DV_MOI', assigner: 'BCH', value: 100 },
      { unit: 'H2', indicator: 'DV_MOI', assigner: 'BCH', value: 50 },
      { unit: 'NGD', indicator: 'DV_MOI', assigner: 'BCH', value: 20 },
      { unit: 'TINH', indicator: 'DV_MOI', assigner: 'TLĐ', value: 150 },
    ],
  })
  await call('reports.addMany', {
    entries: [
      { unit: 'H1', indicator: 'DV_MOI', asOf: '2024-03-31', value: 30, source: 'Báo cáo quý I' },
      { unit: 'H1', indicator: 'DV_MOI', asOf: HALF, value: 60, source: 'Báo cáo 6 tháng' },
      { unit: 'H2', indicator: 'DV_MOI', asOf: HALF, value: 10 },
      { unit: 'NGD', indicator: 'DV_MOI', asOf: HALF, value: 20 },
      { unit: 'H1', indicator: 'DV_MOI', from: '2023-01-01', asOf: '2023-06-30', value: 40 },
      { unit: 'H1', indicator: 'DV_MOI', from: '2023-01-01', asOf: '2023-12-31', value: 90 },
    ],
  })
  return opened
}

describe('progress', () => {
  test('keeps the documented row and tells time gone, pace, band and the other targets of the figure', async () => {
    const { call } = await filled()
    const { rows, elapsed, daysLeft } = await call('progress.get', { plan: '2024', asOf: HALF })
    expect(elapsed).toBe(49.7)
    expect(daysLeft).toBe(184)
    const row = rows.find(
      ({ unit, indicator, assignerCode }) => unit === 'H1' && indicator === 'DV_MOI' && assignerCode === 'BCH',
    )
    expect(row).toMatchObject({
      level: 'unit',
      target: 100,
      result: 60,
      percentText: '60%',
      remaining: 40,
      rank: 2,
      elapsed: 49.7,
      pace: 'pace',
      band: { code: 'DUNG' },
      neededPerMonth: 7,
    })
    const total = rows.find(({ level, assignerCode }) => level === 'unit' && assignerCode === 'TLD')
    expect(total).toMatchObject({ unit: 'TINH', target: 150, result: 90, percentText: '60%' })
    expect(total?.others.map(({ assignerCode, target }) => [assignerCode, target])).toEqual([['BCH', 170]])
  })

  test('by group, type, assigner and cut', async () => {
    const { call, refuse } = await filled()
    const by = async (view: 'group' | 'type' | 'assigner') =>
      (await call('progress.get', { plan: '2024', asOf: HALF, by: view })).rows.filter(
        ({ indicator }) => indicator === 'DV_MOI',
      )
    const groups = (await by('group')).filter(({ assignerCode }) => assignerCode === 'BCH')
    expect(groups.map(({ level, unit, target, result }) => [level, unit, target, result])).toEqual([
      ['group', 'LDLD_HUYEN', 150, 70],
      ['group', 'CD_NGANH', 20, 20],
      ['total', null, 170, 90],
    ])
    const types = (await by('type')).filter(({ assignerCode }) => assignerCode === 'BCH')
    expect(types.map(({ unit, result }) => [unit, result])).toEqual([
      ['LDLD_TINH', 90],
      ['LDLD_HUYEN', 70],
      ['CD_NGANH', 20],
      [null, 90],
    ])
    expect((await by('assigner')).map(({ assignerCode, target, result }) => [assignerCode, target, result])).toEqual(
      expect.arrayContaining([
        ['TLD', 150, 90],
        ['BCH', 170, 90],
      ]),
    )
    await call('reports.add', { unit: 'H1', indicator: 'DV_MOI_NNN', asOf: HALF, value: 45 })
    const cut = await call('progress.get', { plan: '2024', asOf: HALF, cut: 'ngoài nhà nước' })
    expect(new Set(cut.rows.map(({ indicator }) => indicator))).toEqual(new Set(['DV_MOI_NNN']))
    expect(cut.rows[0]).toMatchObject({ parent: 'DV_MOI' })
    expect(await refuse('progress.get', { plan: '2024', asOf: HALF, cut: 'cái gì' })).toBe('CUT_UNKNOWN')
  })

  test('beside the same day of the year before, and beside any day of the plan', async () => {
    const { call } = await filled()
    const lastYear = await call('progress.get', { plan: '2024', asOf: HALF, compare: 'last-year' })
    const of = (rows: typeof lastYear.rows, unit: string) =>
      rows.find((row) => row.unit === unit && row.indicator === 'DV_MOI')?.compared
    expect(lastYear.comparedOn).toBe('2023-06-30')
    // No plan was made for 2023: results are there all the same.
    expect(of(lastYear.rows, 'H1')).toMatchObject({ plan: null, result: 40, change: 20, changePercent: 50 })
    expect(of(lastYear.rows, 'H2')).toMatchObject({ result: null, change: null })
    // Looked at long after it is over, the plan shows its last day, and beside it that day a year before.
    const late = await call('progress.get', { plan: '2024', asOf: '2025-03-15', compare: 'last-year' })
    expect(late.comparedOn).toBe('2023-12-31')
    expect(of(late.rows, 'H1')).toMatchObject({ result: 90, resultAsOf: '2023-12-31', change: -30 })
    const early = await call('progress.get', { plan: '2024', asOf: '2023-12-15' })
    expect(early.silent).toEqual([])
    const week = await call('progress.get', { plan: '2024', asOf: HALF, compare: '2024-04-30' })
    expect(of(week.rows, 'H1')).toMatchObject({ plan: '2024', asOf: '2024-04-30', target: 100, result: 30, change: 30 })
    // The number beside it opens what it rests on as well, in the plan of its own time.
    const behind = { plan: '2024', asOf: HALF, unit: 'H1', indicator: 'DV_MOI' }
    const sumOf = (reports: readonly { readonly use: string; readonly value: number }[]) =>
      reports.filter(({ use }) => use === 'counted').reduce((sum, { value }) => sum + value, 0)
    const then = await call('progress.sources', { ...behind, compare: 'last-year' })
    expect(then).toMatchObject({ plan: null, asOf: '2023-06-30', result: 40, targets: [] })
    expect(sumOf(then.reports)).toBe(40)
    const april = await call('progress.sources', { ...behind, compare: '2024-04-30' })
    expect(april).toMatchObject({ plan: '2024', asOf: '2024-04-30', result: 30, targets: [{ value: 100 }] })
    expect(sumOf(april.reports)).toBe(30)
  })

  test('every number opens what it rests on', async () => {
    const { call, refuse } = await filled()
    const own = await call('progress.sources', { plan: '2024', asOf: HALF, unit: 'H1', indicator: 'DV_MOI' })
    expect(own.result).toBe(60)
    expect(own.reports.map(({ value, use, source }) => [value, use, source])).toEqual([
      [30, 'covered', 'Báo cáo quý I'],
      [60, 'counted', 'Báo cáo 6 tháng'],
    ])
    expect(own.targets).toMatchObject([{ unit: 'H1', value: 100, inForce: true }])
    const used = await call('progress.sources', {
      plan: '2024',
      asOf: HALF,
      unit: 'H1',
      indicator: 'DV_MOI',
      covered: false,
    })
    expect(used.reports.map(({ value }) => value)).toEqual([60])
    expect([own.coveredCount, used.coveredCount]).toEqual([1, 1])
    const whole = await call('progress.sources', { plan: '2024', asOf: HALF, indicator: 'DV_MOI' })
    const counted = whole.reports.filter(({ use }) => use === 'counted')
    expect(counted.reduce((sum, { value }) => sum + value, 0)).toBe(whole.result)

    // A sum over units opens theirs, and is the number its row shows.
    const sumOf = async (sum: 'group' | 'type' | 'total', unit: string | null) => {
      const { name, result, reports } = await call('progress.sources', {
        plan: '2024',
        asOf: HALF,
        indicator: 'DV_MOI',
        unit,
        sum,
      })
      const told = reports.filter(({ use }) => use === 'counted')
      expect(told.reduce((added, { value }) => added + value, 0)).toBe(result)
      return [name, result, told.map((report) => report.unit)]
    }
    const groups = await call('progress.get', { plan: '2024', asOf: HALF, by: 'group' })
    const districts = groups.rows.find(({ unit, indicator }) => unit === 'LDLD_HUYEN' && indicator === 'DV_MOI')
    expect(await sumOf('group', 'LDLD_HUYEN')).toEqual([districts?.name, 70, ['H1', 'H2']])
    expect(await sumOf('type', 'CD_NGANH')).toMatchObject({ 1: 20 })
    expect(await sumOf('total', null)).toMatchObject({ 0: 'TỔNG CỘNG', 1: 90 })
    expect(
      await refuse('progress.sources', { plan: '2024', asOf: HALF, indicator: 'DV_MOI', unit: 'KHONG', sum: 'group' }),
    ).toBe('UNIT_UNKNOWN')
  })

  test('a typed figure, a correction and an undo are seen by the next question', async () => {
    const { call } = await filled()
    const result = async (): Promise<number | null | undefined> =>
      (await call('progress.get', { plan: '2024', asOf: HALF })).rows.find(
        ({ unit, indicator, assignerCode }) => unit === 'H2' && indicator === 'DV_MOI' && assignerCode === 'BCH',
      )?.result
    expect(await result()).toBe(10)
    await call('reports.add', { unit: 'H2', indicator: 'DV_MOI', asOf: HALF, value: 12 })
    expect(await result()).toBe(12)
    await call('reports.add', { unit: 'H2', indicator: 'DV_MOI', asOf: '2024-05-31', value: 11 })
    expect(await result()).toBe(12)
    await call('history.undo', {})
    await call('history.undo', {})
    expect(await result()).toBe(10)
  })

  test('bands are the office’s own, with days', async () => {
    const { call } = await filled()
    const bandAt = async (): Promise<string | undefined> =>
      (await call('progress.get', { plan: '2024', asOf: HALF })).rows.find(({ unit }) => unit === 'H1')?.band?.name
    expect(await bandAt()).toBe('Đúng tiến độ')
    await call('bands.set', {
      bands: [
        { code: 'KHA', name: 'Khá', measure: 'percent', bound: 50, above: true, tone: 'pace', validFrom: '2024-01-01' },
        { code: 'CHAM', name: 'Chậm', measure: 'pace', bound: 0, tone: 'behind' },
      ],
    })
    expect(await bandAt()).toBe('Khá')
    await call('history.undo', {})
    expect(await bandAt()).toBe('Đúng tiến độ')
  })
})

describe('over a reform', () => {
  test('units as then and units as now have the same total; a merged unit’s figures are its successor’s, a split one’s stay whole', async () => {
    const opened = await openTestBackend({ today: '2025-10-05' })
    const { call } = opened
    for (const code of ['H1', 'H2', 'H3'])
      await call('units.add', { code, name: `Liên đoàn Lao động huyện ${code}`, type: 'LDLD_HUYEN', parent: 'TINH' })
    for (const [code, from] of [
      ['X1', '2025-07-01'],
      ['X2', '2025-07-01'],
      ['X3', '2025-07-01'],
    ] as const)
      await call('units.add', { code, name: `Công đoàn xã ${code}`, type: 'CD_XA', parent: 'TINH', validFrom: from })
    await call('plans.add', { code: '2024', kind: 'year', from: '2024-01-01', to: '2024-12-31' })
    for (const [unit, target, result] of [
      ['H1', 100, 60],
      ['H2', 50, 20],
      ['H3', 30, 30],
    ] as const) {
      await call('targets.set', { plan: '2024', unit, indicator: 'DV_MOI', assigner: 'BCH', value: target })
      await call('reports.add', { unit, indicator: 'DV_MOI', from: '2024-01-01', asOf: '2024-12-31', value: result })
    }
    await call('units.change', {
      change: { kind: 'merge', from: ['H1', 'H2'], into: { unit: 'X1' }, on: '2025-07-01' },
    })
    await call('units.change', {
      change: { kind: 'split', from: 'H3', into: [{ unit: 'X2' }, { unit: 'X3' }], rest: 'X2', on: '2025-07-01' },
    })
    const then = await call('progress.get', { plan: '2024', asOf: '2024-12-31', view: 'then' })
    const now = await call('progress.get', { plan: '2024', asOf: '2024-12-31', view: 'now' })
    const total = (rows: typeof then.rows): readonly (number | null | undefined)[] => {
      const row = rows.find(({ level, indicator }) => level === 'total' && indicator === 'DV_MOI')
      return [row?.target, row?.result]
    }
    expect(total(then.rows)).toEqual([180, 110])
    expect(total(now.rows)).toEqual([180, 110])
    expect(then.unitsOn).toBe('2024-12-31')
    expect(now.unitsOn).toBe('2025-10-05')
    const units = (rows: typeof then.rows) =>
      rows.flatMap(({ level, indicator, unit, depth, target, result }) =>
        level === 'unit' && depth === 1 && indicator === 'DV_MOI' ? [[unit, target, result]] : [],
      )
    expect(units(then.rows)).toEqual([
      ['H1', 100, 60],
      ['H2', 50, 20],
      ['H3', 30, 30],
    ])
    expect(units(now.rows)).toEqual(
      expect.arrayContaining([
        ['X1', 150, 80],
        ['H3', 30, 30],
      ]),
    )
    expect(units(now.rows)).toHaveLength(2)
    const behind = await call('progress.sources', {
      plan: '2024',
      asOf: '2024-12-31',
      unit: 'X1',
      indicator: 'DV_MOI',
      view: 'now',
    })
    expect(behind.result).toBe(80)
    expect(behind.reports.filter(({ use }) => use === 'counted').map(({ unit, value }) => [unit, value])).toEqual([
      ['H1', 60],
      ['H2', 20],
    ])
  })
})
