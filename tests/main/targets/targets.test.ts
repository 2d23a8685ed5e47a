import { describe, expect, test } from 'vitest'
import { openProvince } from '#tests/support/province.ts'

const DV = { indicator: 'DV_MOI', assigner: 'BCH LĐLĐ tỉnh' }

describe('a target', () => {
  test('is written, read back and overwritten, not doubled', async () => {
    const { call } = await openProvince()
    await call('targets.set', { ...DV, unit: 'H1', value: 100 })
    const row = await call('targets.set', { ...DV, unit: 'H1', value: 120 })
    expect(row).toMatchObject({
      plan: '2024',
      unit: 'H1',
      indicator: 'DV_MOI',
      assigner: 'BCH LĐLĐ tỉnh',
      assignerCode: 'BCH',
      kind: 'assigned',
      basis: 'cumulative',
      value: 120,
    })
    expect(await call('targets.list', {})).toEqual([row])
  })

  test.each([
    ['BCH', 'BCH'],
    ['bch lđlđ tỉnh', 'BCH'],
    ['Ban Chap hanh Lien doan Lao dong tinh', 'BCH'],
    ['TLĐ', 'TLD'],
    ['Tổng LĐLĐ Việt Nam', 'TLD'],
    ['Ban Thường vụ Tỉnh ủy', 'TU'],
    ['Tỉnh uỷ', 'TU'],
  ])('of “%s” finds the assigner %s', async (assigner, code) => {
    const { call } = await openProvince()
    expect((await call('targets.set', { ...DV, assigner, unit: 'H1', value: 1 })).assignerCode).toBe(code)
  })

  test('of somebody new makes a new assigner, once', async () => {
    const { call } = await openProvince()
    const first = await call('targets.set', { ...DV, assigner: 'LĐLĐ Thành phố', unit: 'H1', value: 1 })
    const second = await call('targets.set', { ...DV, assigner: 'ldld thanh pho', unit: 'H2', value: 2 })
    expect(first).toMatchObject({ assigner: 'LĐLĐ Thành phố', assignerCode: 'LDLD-THANH-PHO' })
    expect(second.assignerCode).toBe(first.assignerCode)
    expect((await call('assigners.list', {})).filter((row) => row.code === first.assignerCode)).toHaveLength(1)
  })

  test('calls an assigner of the catalogue as the file first called it', async () => {
    const { call } = await openProvince()
    const set = async (assigner: string, unit: string): Promise<string> =>
      (await call('targets.set', { ...DV, assigner, unit, value: 1 })).assigner
    expect([await set('Tỉnh ủy', 'H1'), await set('BTV Tỉnh ủy', 'H2'), await set('Thành ủy', 'TINH')]).toEqual([
      'Tỉnh ủy',
      'Tỉnh ủy',
      'Tỉnh ủy',
    ])
    expect([await set('TLĐ', 'H1'), await set('Tổng LĐLĐ', 'H2')]).toEqual(['TLĐ', 'TLĐ'])
    const { rows } = await call('progress.get', { asOf: '2024-06-30' })
    expect(new Set(rows.map((row) => row.assigner))).toEqual(new Set(['Tỉnh ủy', 'TLĐ']))
  })

  test('of several assigners and kinds stand side by side', async () => {
    const { call } = await openProvince()
    await call('targets.set', { ...DV, unit: 'TINH', value: 9311 })
    await call('targets.set', { ...DV, unit: 'TINH', assigner: 'TLĐ', value: 8446 })
    await call('targets.set', { ...DV, unit: 'TINH', assigner: 'Tỉnh ủy', kind: 'pledged', value: null })
    const listed = await call('targets.list', { unit: 'TINH' })
    expect(listed.map((row) => [row.assignerCode, row.kind, row.value])).toEqual([
      ['BCH', 'assigned', 9311],
      ['TLD', 'assigned', 8446],
      ['TU', 'pledged', null],
    ])
  })

  test('of a phase counts its own days unless said otherwise', async () => {
    const { call } = await openProvince()
    await call('plans.add', { code: '2024-CD-1', kind: 'phase', from: '2024-07-01', to: '2024-07-31', parent: '2024' })
    const own = await call('targets.set', { ...DV, plan: '2024-CD-1', unit: 'TINH', value: 5000 })
    const total = await call('targets.set', {
      ...DV,
      plan: '2024-CD-1',
      unit: 'TINH',
      kind: 'striving',
      basis: 'cumulative',
      value: 10_800,
    })
    expect([own.basis, total.basis]).toEqual(['increment', 'cumulative'])
  })

  test('is refused where it makes no sense', async () => {
    const { call, refuse } = await openProvince()
    expect(await refuse('targets.set', { ...DV, unit: 'H9', value: 1 })).toBe('UNIT_UNKNOWN')
    expect(await refuse('targets.set', { ...DV, indicator: 'XX', unit: 'H1', value: 1 })).toBe('INDICATOR_UNKNOWN')
    expect(await refuse('targets.set', { ...DV, plan: '1999', unit: 'H1', value: 1 })).toBe('PLAN_UNKNOWN')
    expect(await refuse('targets.set', { ...DV, unit: 'H1', value: 1.5 })).toBe('VALUE_NOT_WHOLE')
    expect(await refuse('targets.set', { ...DV, unit: 'H1', value: -1 })).toBe('VALUE_NEGATIVE')
    await call('units.add', {
      code: 'X1',
      name: 'Công đoàn xã Mới',
      type: 'CD_XA',
      parent: 'TINH',
      validFrom: '2025-07-01',
    })
    expect(await refuse('targets.set', { ...DV, unit: 'X1', value: 1 })).toBe('UNIT_NOT_ACTIVE')
    const ratio = await call('targets.set', { ...DV, indicator: 'TL_TAPHOP', unit: 'H1', value: 83.5 })
    expect(ratio.value).toBe(83.5)
  })

  test('of an issued plan is not edited', async () => {
    const { call, refuse } = await openProvince()
    const [plan] = await call('plans.list', {})
    await call('plans.update', { id: plan?.id ?? '', patch: { status: 'issued' } })
    expect(await refuse('targets.set', { ...DV, unit: 'H1', value: 1 })).toBe('PLAN_ISSUED')
    expect(await refuse('targets.allocate', { ...DV, total: 10, by: 'equal' })).toBe('PLAN_ISSUED')
  })
})

describe('many cells', () => {
  test('are one step, and one wrong cell leaves all unwritten', async () => {
    const { call, refuse } = await openProvince()
    const cells = [
      { ...DV, unit: 'H1', value: 10 },
      { ...DV, unit: 'H2', value: 20 },
    ]
    expect(await refuse('targets.setMany', { cells: [...cells, { ...DV, unit: 'H3', value: 0.5 }] })).toBe(
      'VALUE_NOT_WHOLE',
    )
    expect(await call('targets.list', {})).toEqual([])
    expect(await call('targets.setMany', { cells, label: 'Dán 2 ô' })).toEqual({ written: 2 })
    const [step] = await call('history.list', { limit: 1 })
    expect(step).toMatchObject({ label: 'Dán 2 ô' })
    await call('targets.setMany', { cells: [{ ...DV, unit: 'H1', value: null, remove: true }] })
    expect((await call('targets.list', {})).map((row) => row.unit)).toEqual(['H2'])
  })
})

describe('a paste of many cells', () => {
  test('writes, overwrites and removes as single cells do, also where it names a cell twice', async () => {
    const { call } = await openProvince()
    const codes = (await call('indicators.list', {})).filter((row) => row.kind === 'flow').map((row) => row.code)
    const cells = codes.flatMap((indicator) =>
      ['TINH', 'H1', 'H2', 'H3', 'NGD'].flatMap((unit) =>
        ['assigned', 'striving', 'registered', 'pledged'].map((kind, at) => ({
          unit,
          indicator,
          assigner: at % 2 === 0 ? 'BCH' : 'Cơ quan mới',
          kind: kind as 'assigned',
          value: at,
        })),
      ),
    )
    expect(cells.length).toBeGreaterThan(100)
    await call('targets.setMany', { cells })
    expect((await call('targets.list', {})).length).toBe(cells.length)
    const again = cells.map((cell) => ({ ...cell, value: cell.value + 10, remove: cell.unit === 'H3' }))
    const twice = again.filter(({ unit }) => unit === 'H1').map((cell) => ({ ...cell, value: 99, note: 'Hai lần' }))
    await call('targets.setMany', { cells: [...again, ...twice] })
    const rows = await call('targets.list', {})
    expect(rows.filter((row) => row.unit === 'H3')).toEqual([])
    expect(new Set(rows.filter((row) => row.unit === 'H1').map((row) => [row.value, row.note].join()))).toEqual(
      new Set(['99,Hai lần']),
    )
    expect((await call('assigners.list', {})).filter((row) => row.name === 'Cơ quan mới')).toHaveLength(1)
    await call('history.undo', {})
    await call('history.undo', {})
    expect(await call('targets.list', {})).toEqual([])
  })
})

describe('the table of one assigner', () => {
  test('has a row for every unit, groups by type and TỔNG CỘNG, with the sums of the children', async () => {
    const { call } = await openProvince()
    await call('targets.setMany', {
      cells: [
        { ...DV, unit: 'TINH', value: 100 },
        { ...DV, unit: 'H1', value: 40 },
        { ...DV, unit: 'H2', value: 30 },
        { ...DV, unit: 'NGD', value: 10 },
        { ...DV, unit: 'NGD', indicator: 'CDCS_MOI', value: 2 },
        { ...DV, unit: 'H1', assigner: 'TLĐ', value: 999 },
      ],
    })
    const { rows } = await call('targets.table', { assigner: 'BCH' })
    expect(
      rows.map((row) => [row.level, row.unit, row.cells.DV_MOI?.value ?? null, row.cells.CDCS_MOI?.value ?? null]),
    ).toEqual([
      ['unit', 'TINH', 100, 2],
      ['group', 'LDLD_HUYEN', 70, null],
      ['unit', 'H1', 40, null],
      ['unit', 'H2', 30, null],
      ['unit', 'H3', null, null],
      ['group', 'CD_NGANH', 10, 2],
      ['unit', 'NGD', 10, 2],
      ['total', null, 80, 2],
    ])
    expect(rows[0]?.cells.DV_MOI).toMatchObject({ own: 100, ofChildren: 80, locked: false })
    expect(rows[0]?.cells.CDCS_MOI).toMatchObject({ own: null, id: null, ofChildren: 2 })
  })
})
