import { describe, expect, test } from 'vitest'
import type { Input } from '#shared/contract/index.ts'
import type { TestBackend } from '#tests/support/backend.ts'
import { openProvince } from './some-province.ts'

type Change = Input<'units.change'>['change']

const MERGE: Change = {
  kind: 'merge',
  on: '2025-07-01',
  from: ['A', 'B'],
  into: { newUnit: { name: 'Công đoàn phường Hòa Sơn' } },
  decisionNumber: '12/QĐ-LĐLĐ',
  decidedOn: '2025-06-27',
  decidedBy: 'Ban Thường vụ LĐLĐ tỉnh',
}

async function figuresOn({ call }: TestBackend, asOf: string) {
  const { rows } = await call('progress.get', { plan: '2025', asOf })
  const of = (unit: string, indicator: string) => {
    const row = rows.find((candidate) => candidate.unit === unit && candidate.indicator === indicator)
    return row === undefined ? null : [row.target, row.result]
  }
  const total = (indicator: string) => {
    const row = rows.find((candidate) => candidate.level === 'total' && candidate.indicator === indicator)
    return row === undefined ? null : [row.target, row.result]
  }
  return { of, total }
}

/** Everything in the file that undoing has to bring back. */
async function dataOf({ call }: TestBackend) {
  return {
    units: await call('units.list', { asOf: null }),
    dayBefore: await call('units.list', { asOf: '2025-06-30' }),
    now: await call('units.list', { asOf: '2025-10-05' }),
    enterprises: (await call('enterprises.list', { limit: 1000 })).rows,
    before: await call('progress.get', { plan: '2025', asOf: '2025-06-30' }),
    after: await call('progress.get', { plan: '2025', asOf: '2025-10-05' }),
    targets: await call('targets.list', { plan: '2025' }),
    contents: await call('units.contents', { unit: 'A', on: '2025-06-30' }),
    history: await call('units.history', { unit: 'A' }),
  }
}

describe('merging two districts into a new ward', () => {
  test('shows equal totals first and writes nothing', async () => {
    const province = await openProvince()
    const before = await dataOf(province)
    const report = await province.call('units.previewChange', { change: MERGE })
    expect(report).toMatchObject({ balanced: true, problem: null, moved: { units: 2, enterprises: 3, unions: 0 } })
    expect(report.totals.map(({ label, before: was, after }) => [label, was, after])).toEqual([
      ['Doanh nghiệp', 5, 5],
      ['Lao động trong doanh nghiệp', 710, 710],
      ['Đoàn viên trong doanh nghiệp', 470, 470],
      ['Công đoàn cơ sở', 0, 0],
      ['Đoàn viên của công đoàn cơ sở', 0, 0],
      ['Chỉ tiêu ĐV mới (2025, BCH LĐLĐ tỉnh)', 200, 200],
      ['Chỉ tiêu CĐCS mới (2025, BCH LĐLĐ tỉnh)', 4, 4],
      ['Kết quả ĐV mới', 70, 70],
      ['Kết quả Tổng ĐV', 1800, 1800],
    ])
    expect(await dataOf(province)).toEqual(before)
  })

  test('moves what hangs on them, keeps every earlier day, and goes on from the day', async () => {
    const province = await openProvince()
    const { call } = province
    const earlier = await figuresOn(province, '2025-06-30')
    const report = await call('units.change', { change: MERGE })
    const created = report.units.find(({ effect }) => effect === 'created')
    const code = created?.code ?? ''
    expect(created).toMatchObject({ code: 'P-HOASON', name: 'Công đoàn phường Hòa Sơn' })

    const then = await call('units.list', { asOf: '2025-06-30' })
    expect(then.map((unit) => unit.code)).toEqual(['TINH', 'A', 'A-1', 'B', 'B-1', 'C', 'K'])
    expect(then.find((unit) => unit.code === 'A-1')?.parent).toBe('A')
    const now = await call('units.list', { asOf: '2025-07-01' })
    expect(now.map((unit) => unit.code)).toEqual(['TINH', 'C', 'K', code, 'A-1', 'B-1'])
    expect(now.find((unit) => unit.code === 'A-1')?.parent).toBe(code)
    expect(now.find((unit) => unit.code === code)).toMatchObject({
      type: 'CD_PHUONG',
      validFrom: '2025-07-01',
      aliases: expect.arrayContaining(['Phường Hòa Sơn', 'Liên đoàn Lao động huyện An Hòa']),
    })
    const all = await call('units.list', { asOf: null })
    expect(all.find((unit) => unit.code === 'A')).toMatchObject({
      validTo: '2025-06-30',
      fate: [
        'Sáp nhập vào Công đoàn phường Hòa Sơn từ 1/7/2025 (Quyết định số 12/QĐ-LĐLĐ ngày 27/6/2025 của Ban Thường vụ LĐLĐ tỉnh)',
      ],
    })

    const before = await figuresOn(province, '2025-06-30')
    expect(before.of('A', 'DV_MOI')).toEqual(earlier.of('A', 'DV_MOI'))
    expect(before.total('DV_MOI')).toEqual([200, 70])
    const after = await figuresOn(province, '2025-07-01')
    expect(after.of(code, 'DV_MOI')).toEqual([150, 60])
    expect(after.of(code, 'CDCS_MOI')?.[0]).toBe(4)
    expect(after.total('DV_MOI')).toEqual([200, 70])
    expect(after.total('DV_TONG')).toEqual([null, 1800])
    expect((await call('enterprises.list', { unit: code, limit: 10 })).count).toBe(3)
  })

  test('lets the successor report: its increments add, its cumulative figure covers all', async () => {
    const province = await openProvince()
    const { call } = province
    await call('units.change', { change: MERGE })
    const entry = { unit: 'P-HOASON', indicator: 'DV_MOI', value: 8 }
    await call('reports.add', { ...entry, from: '2025-07-01', asOf: '2025-07-31', basis: 'increment' })
    expect((await figuresOn(province, '2025-07-31')).of('P-HOASON', 'DV_MOI')).toEqual([150, 68])
    await call('reports.add', { ...entry, from: '2025-01-01', asOf: '2025-09-30', basis: 'cumulative', value: 90 })
    expect((await figuresOn(province, '2025-09-30')).of('P-HOASON', 'DV_MOI')).toEqual([150, 90])
    expect((await figuresOn(province, '2025-06-30')).of('A', 'DV_MOI')).toEqual([100, 45])
    expect(
      await province.refuse('reports.add', {
        ...entry,
        unit: 'A',
        from: '2025-07-01',
        asOf: '2025-07-31',
        basis: 'increment',
      }),
    ).toBe('UNIT_NOT_ACTIVE')
  })

  test('keeps targets and results in the old rows when asked', async () => {
    const province = await openProvince()
    await province.call('units.change', { change: { ...MERGE, figures: 'stay' } })
    const after = await figuresOn(province, '2025-09-30')
    expect(after.of('A', 'DV_MOI')).toEqual([100, 45])
    expect(after.of('P-HOASON', 'DV_MOI')?.[0] ?? null).toBeNull()
    expect(after.total('DV_MOI')).toEqual([200, 70])
    const { rows } = await province.call('progress.get', { plan: '2025', asOf: '2025-09-30' })
    expect(rows.find((row) => row.unit === 'A')?.name).toBe('Liên đoàn Lao động huyện An Hòa (đến 30/6/2025)')
  })

  test('is undone and done again as one step, to the last cell', async () => {
    const province = await openProvince()
    const before = await dataOf(province)
    await province.call('units.change', { change: MERGE })
    const after = await dataOf(province)
    expect(await province.call('history.undo', {})).toMatchObject({ kept: [] })
    expect(await dataOf(province)).toEqual(before)
    await province.call('history.redo', {})
    expect(await dataOf(province)).toEqual(after)
  })

  test('into a unit that is there adds to what it has, and its past stays as it was', async () => {
    const province = await openProvince()
    await province.call('units.change', { change: { ...MERGE, from: ['A'], into: { unit: 'C' } } })
    expect((await figuresOn(province, '2025-06-30')).of('C', 'DV_MOI')).toEqual([30, 10])
    const after = await figuresOn(province, '2025-07-01')
    expect(after.of('C', 'DV_MOI')).toEqual([130, 55])
    expect(after.total('DV_TONG')).toEqual([null, 1800])
    // On the survey date before the merger the district's name is the district's alone.
    const then = await province.call('units.list', { asOf: '2025-06-30' })
    expect(then.find((unit) => unit.code === 'C')?.aliases).toEqual([])
  })
})

describe('splitting', () => {
  const split = (more: Record<string, unknown> = {}): Change => ({
    kind: 'split',
    on: '2025-07-01',
    from: 'A',
    into: [{ newUnit: { name: 'Công đoàn xã An Thượng' } }, { newUnit: { name: 'Công đoàn xã An Hạ' } }],
    rest: '2',
    parts: [
      { what: 'unit', which: 'A-1', to: 'Công đoàn xã An Thượng' },
      { what: 'enterprise', which: 'Công ty TNHH Một', to: 'X-ANTHUONG' },
    ],
    ...more,
  })

  test('divides what is named, gives the rest to one, and keeps the results in a closed row', async () => {
    const province = await openProvince()
    const { call } = province
    await call('units.change', { change: split() })
    expect(
      (await call('units.contents', { unit: 'X-ANTHUONG', on: '2025-07-01' })).enterprises.map(({ name }) => name),
    ).toEqual(['Công ty TNHH Một'])
    expect((await call('units.contents', { unit: 'X-ANHA', on: '2025-07-01' })).enterprises).toHaveLength(1)
    const after = await figuresOn(province, '2025-07-01')
    expect(after.of('A', 'DV_MOI')).toEqual([100, 45])
    expect(after.total('DV_MOI')).toEqual([200, 70])
    const all = await call('units.list', { asOf: null })
    expect(all.find((unit) => unit.code === 'A')?.fate).toEqual([
      'Chuyển một phần sang Công đoàn xã An Thượng từ 1/7/2025',
      'Chuyển một phần sang Công đoàn xã An Hạ từ 1/7/2025',
      'Kết thúc hoạt động từ 1/7/2025',
    ])
  })

  test('divides the targets as the clerk says, to the last one', async () => {
    const province = await openProvince()
    const part = (to: string, value: number) => ({ plan: '2025', indicator: 'DV_MOI', to, value })
    expect(await province.refuse('units.change', { change: split({ targets: [part('1', 60), part('2', 30)] }) })).toBe(
      'UNIT_CHANGE_TARGET_PARTS',
    )
    expect(
      await province.refuse('units.change', { change: split({ targets: [part('1', 160), part('2', -60)] }) }),
    ).toBe('UNIT_CHANGE_TARGET_PARTS')
    await province.call('units.change', { change: split({ targets: [part('1', 60), part('2', 40)] }) })
    const after = await figuresOn(province, '2025-07-01')
    expect(after.of('X-ANTHUONG', 'DV_MOI')?.[0]).toBe(60)
    expect(after.of('X-ANHA', 'DV_MOI')?.[0]).toBe(40)
    expect(after.total('DV_MOI')?.[0]).toBe(200)
    expect((await figuresOn(province, '2025-06-30')).of('A', 'DV_MOI')).toEqual([100, 45])
  })

  test('takes a part out of a unit that goes on', async () => {
    const province = await openProvince()
    const into = [{ newUnit: { name: 'Công đoàn xã An Thượng' } }]
    await province.call('units.change', { change: split({ ends: false, rest: null, into }) })
    const units = await province.call('units.list', { asOf: '2025-07-01' })
    expect(units.find((unit) => unit.code === 'A')).toMatchObject({ validTo: null })
    expect((await province.call('units.contents', { unit: 'A', on: '2025-07-01' })).enterprises).toHaveLength(1)
    expect((await figuresOn(province, '2025-07-01')).of('A', 'DV_MOI')).toEqual([100, 45])
  })

  test('says what is left without a receiver', async () => {
    const province = await openProvince()
    const answer = await province.backend.call('units.change', { change: split({ rest: null }) })
    expect(answer.ok ? '' : answer.error.message).toBe(
      'Còn 1 doanh nghiệp của “Liên đoàn Lao động huyện An Hòa” chưa chọn nơi nhận. Hãy chọn nơi nhận phần còn lại.',
    )
  })
})

describe('moving, renaming, ending', () => {
  test('a union and an enterprise go to another unit from the day on', async () => {
    const province = await openProvince()
    const { call } = province
    const change: Change = {
      kind: 'transfer',
      on: '2025-08-01',
      into: 'K',
      units: ['A-1'],
      enterprises: ['Công ty TNHH Hai'],
    }
    await call('units.change', { change })
    const parentOn = async (asOf: string) =>
      (await call('units.list', { asOf })).find((unit) => unit.code === 'A-1')?.parent
    expect([await parentOn('2025-07-31'), await parentOn('2025-08-01')]).toEqual(['A', 'K'])
    expect((await call('units.contents', { unit: 'A', on: '2025-07-31' })).enterprises).toHaveLength(2)
    expect((await call('units.contents', { unit: 'A', on: '2025-08-01' })).enterprises).toHaveLength(1)
    expect((await call('history.list', { limit: 1 })).at(0)?.label).toBe(
      'Chuyển Công đoàn cơ sở Trường An Hòa và 1 doanh nghiệp, công đoàn cơ sở về Công đoàn các khu công nghiệp từ 1/8/2025',
    )
  })

  test('a renamed unit is the same unit: as then, as now, and by its old name', async () => {
    const province = await openProvince()
    const { call } = province
    await call('units.change', {
      change: { kind: 'rename', on: '2025-07-01', unit: 'TINH', name: 'Liên đoàn Lao động tỉnh Mới' },
    })
    const nameOn = async (asOf: string) => (await call('units.list', { asOf }))[0]?.name
    expect([await nameOn('2025-06-30'), await nameOn('2025-07-01')]).toEqual([
      'Liên đoàn Lao động tỉnh Thử Nghiệm',
      'Liên đoàn Lao động tỉnh Mới',
    ])
    const history = await call('units.history', { unit: 'TINH' })
    expect(history.standings.map(({ name, from, until }) => [name, from, until])).toEqual([
      ['Liên đoàn Lao động tỉnh Thử Nghiệm', null, '2025-06-30'],
      ['Liên đoàn Lao động tỉnh Mới', '2025-07-01', null],
    ])
    expect(history.events).toEqual([
      {
        on: '2025-07-01',
        text: 'Đổi tên từ “Liên đoàn Lao động tỉnh Thử Nghiệm” thành “Liên đoàn Lao động tỉnh Mới” từ 1/7/2025',
      },
    ])
    expect((await call('units.list', { asOf: '2025-07-01' }))[0]?.aliases).toContain(
      'Liên đoàn Lao động tỉnh Thử Nghiệm',
    )
  })

  test('a unit ends with a successor, or empty', async () => {
    const province = await openProvince()
    const { call, refuse } = province
    const end: Change = { kind: 'end', on: '2025-07-01', unit: 'B' }
    expect(await refuse('units.change', { change: end })).toBe('UNIT_CHANGE_LEFT')
    await call('units.change', { change: { ...end, into: 'C' } })
    expect((await figuresOn(province, '2025-07-01')).of('C', 'DV_MOI')).toEqual([80, 25])
    await call('units.change', { change: { kind: 'end', on: '2025-09-01', unit: 'B-1' } })
    expect((await call('units.list', { asOf: '2025-09-01' })).map((unit) => unit.code)).not.toContain('B-1')
  })
})

describe('what cannot be', () => {
  const merge = (more: Record<string, unknown>): Change => ({ ...MERGE, ...more })
  test.for<[string, Change, string]>([
    ['of the root', merge({ from: ['TINH'] }), 'UNIT_CHANGE_ROOT'],
    ['into a unit below', merge({ from: ['A'], into: { unit: 'A-1' } }), 'UNIT_CHANGE_INTO_BELOW'],
    ['into itself', merge({ from: ['A'], into: { unit: 'A' } }), 'UNIT_CHANGE_INTO_ITSELF'],
    ['of a unit nobody knows', merge({ from: ['X'] }), 'UNIT_UNKNOWN'],
    ['into nothing', merge({ into: {} }), 'UNIT_CHANGE_RECEIVER_MISSING'],
    [
      'under a code that is taken',
      merge({ into: { newUnit: { name: 'Công đoàn xã D', code: 'K' } } }),
      'UNIT_CODE_TAKEN',
    ],
    ['before reports of the unit', merge({ on: '2025-06-30' }), 'UNIT_CHANGE_LATER_REPORTS'],
    [
      'a move into its own child',
      { kind: 'transfer', on: '2025-07-01', into: 'A-1', units: ['A'] },
      'UNIT_CHANGE_INTO_BELOW',
    ],
    [
      'a move to where it is',
      { kind: 'transfer', on: '2025-07-01', into: 'A', units: ['A-1'] },
      'UNIT_CHANGE_ALREADY_THERE',
    ],
    ['a move of nothing', { kind: 'transfer', on: '2025-07-01', into: 'A' }, 'UNIT_CHANGE_NOTHING'],
    [
      'a move of an unknown enterprise',
      { kind: 'transfer', on: '2025-07-01', into: 'A', enterprises: ['0101010101'] },
      'UNIT_CHANGE_HOLDING_UNKNOWN',
    ],
    [
      'the name it has',
      { kind: 'rename', on: '2025-07-01', unit: 'C', name: 'Công đoàn phường Châu Thành' },
      'UNIT_CHANGE_NAME_SAME',
    ],
  ])('%s', async ([, change, code]) => {
    const province = await openProvince()
    const before = await dataOf(province)
    expect(await province.refuse('units.change', { change })).toBe(code)
    expect(await province.refuse('units.previewChange', { change })).toBe(code)
    expect(await dataOf(province)).toEqual(before)
  })

  test('what is said twice of one day, or after the end', async () => {
    const { call, refuse } = await openProvince()
    await call('units.change', { change: MERGE })
    expect(await refuse('units.change', { change: merge({ into: { unit: 'C' } }) })).toBe('UNIT_CHANGE_SAME_DAY')
    expect(await refuse('units.change', { change: merge({ on: '2025-09-01', into: { unit: 'C' } }) })).toBe(
      'UNIT_CHANGE_ENDED',
    )
    expect(
      await refuse('units.change', { change: merge({ from: ['C'], on: '2025-07-01', into: { unit: 'A' } }) }),
    ).toBe('UNIT_CHANGE_RECEIVER')
    const rename: Change = { kind: 'rename', on: '2025-08-01', unit: 'C', name: 'Công đoàn phường Mới' }
    await call('units.change', { change: rename })
    expect(await refuse('units.change', { change: { ...rename, name: 'Công đoàn phường Khác' } })).toBe(
      'UNIT_CHANGE_SAME_DAY',
    )
    expect(await refuse('units.change', { change: { kind: 'end', on: '2025-07-15', unit: 'C', into: 'K' } })).toBe(
      'UNIT_CHANGE_LATER',
    )
  })

  test('what would count figures twice is shown and not written', async () => {
    const province = await openProvince()
    const { call, refuse } = province
    // The union reported by itself what its district's figure holds too; K has no figure of its own.
    await call('reports.add', {
      unit: 'A-1',
      indicator: 'DVUT_GT',
      from: '2025-01-01',
      asOf: '2025-06-30',
      basis: 'cumulative',
      value: 7,
    })
    await call('reports.add', {
      unit: 'A',
      indicator: 'DVUT_GT',
      from: '2025-01-01',
      asOf: '2025-06-30',
      basis: 'cumulative',
      value: 9,
    })
    const change: Change = { kind: 'transfer', on: '2025-07-01', into: 'K', units: ['A-1'] }
    const report = await call('units.previewChange', { change })
    expect(report.balanced).toBe(false)
    expect(report.problem).toContain('9 → 16')
    expect(await refuse('units.change', { change })).toBe('UNIT_CHANGE_TOTALS')
  })
})
