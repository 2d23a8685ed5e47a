import { describe, expect, test } from 'vitest'
import type { AllocationAnswer } from '#shared/contract/targets.ts'
import { openProvince } from '#tests/support/province.ts'
import { surveyInto } from '#tests/support/survey.ts'

const DV = { indicator: 'DV_MOI', assigner: 'BCH LĐLĐ tỉnh' } as const

function numbers(answer: AllocationAnswer, column: 'value' | 'weight' = 'value'): Record<string, number> {
  return Object.fromEntries(answer.units.map((unit) => [unit.unit, unit[column]]))
}

async function openSurveyed(): Promise<Awaited<ReturnType<typeof openProvince>>> {
  const opened = await openProvince()
  surveyInto(opened.file, { on: '2023-11-30', frozen: true }, [
    { name: 'A', unit: 'H1', workers: 100, members: 40, hasUnion: true },
    { name: 'B', unit: 'H1', workers: 25, members: 30, hasUnion: false },
    { name: 'C', unit: 'H2', workers: 19, hasUnion: false },
    { name: 'D', unit: 'H2', workers: 20 },
    { name: 'E', unit: null, workers: 5000 },
    { name: 'F', unit: 'H3', workers: 50, hasUnion: false },
  ])
  return opened
}

describe('weights', () => {
  test('nonmembers: workers − members enterprise by enterprise, never below zero', async () => {
    const { call } = await openSurveyed()
    const answer = await call('targets.previewAllocation', { ...DV, total: 149, by: 'nonmembers' })
    expect(numbers(answer, 'weight')).toEqual({ H1: 60, H2: 39, H3: 50, NGD: 0 })
    expect(numbers(answer)).toEqual({ H1: 60, H2: 39, H3: 50, NGD: 0 })
  })

  test('enterprises: those from the threshold on without a union', async () => {
    const { call } = await openSurveyed()
    const from20 = await call('targets.previewAllocation', { ...DV, total: 6, by: 'enterprises' })
    expect(numbers(from20, 'weight')).toEqual({ H1: 1, H2: 1, H3: 1, NGD: 0 })
    const from30 = await call('targets.previewAllocation', { ...DV, total: 6, by: 'enterprises', threshold: 30 })
    expect(numbers(from30)).toEqual({ H1: 0, H2: 0, H3: 6, NGD: 0 })
    const from19 = await call('targets.previewAllocation', { ...DV, total: 6, by: 'enterprises', threshold: 19 })
    expect(numbers(from19, 'weight')).toEqual({ H1: 1, H2: 2, H3: 1, NGD: 0 })
  })

  test('workers, from the newest observation; a blank does not wipe', async () => {
    const { call, file } = await openSurveyed()
    surveyInto(file, { on: '2024-06-30' }, [
      { name: 'A', unit: 'H1', workers: 200 },
      { name: 'F', unit: 'H3', workers: null, members: 50 },
    ])
    // An older survey that comes in late does not overwrite the newer one.
    surveyInto(file, { on: '2022-01-01' }, [{ name: 'A', unit: 'H1', workers: 1, members: 1 }])
    const answer = await call('targets.previewAllocation', { ...DV, total: 100, by: 'workers' })
    expect(numbers(answer, 'weight')).toEqual({ H1: 225, H2: 39, H3: 50, NGD: 0 })
    const nonmembers = await call('targets.previewAllocation', { ...DV, total: 100, by: 'nonmembers' })
    expect(numbers(nonmembers, 'weight')).toEqual({ H1: 160, H2: 39, H3: 0, NGD: 0 })
  })

  test('enterprises placed below a unit count for it', async () => {
    const { call, file } = await openSurveyed()
    await call('units.add', {
      code: 'CS1',
      name: 'Công đoàn cơ sở Một',
      type: 'CDCS',
      parent: 'NGD',
      validTo: '2023-12-31',
    })
    surveyInto(file, { on: '2023-12-31' }, [{ name: 'G', unit: 'CS1', workers: 7 }])
    expect(numbers(await call('targets.previewAllocation', { ...DV, total: 10, by: 'workers' }), 'weight').NGD).toBe(7)
  })

  test('previous: the final result of the reporting year before', async () => {
    const { call } = await openProvince()
    const report = { indicator: 'DV_MOI', from: '2023-01-01' } as const
    await call('reports.addMany', {
      entries: [
        { ...report, unit: 'H1', asOf: '2023-06-30', value: 10 },
        { ...report, unit: 'H1', asOf: '2023-12-31', value: 30 },
        { ...report, unit: 'H2', asOf: '2023-09-30', value: 20 },
        { ...report, unit: 'H2', from: '2023-10-01', asOf: '2023-12-31', basis: 'increment', value: 5 },
        { ...report, unit: 'H3', from: '2024-01-01', asOf: '2024-01-31', value: 500 },
      ],
    })
    const answer = await call('targets.previewAllocation', { ...DV, total: 110, by: 'previous' })
    expect(numbers(answer, 'weight')).toEqual({ H1: 30, H2: 25, H3: 0, NGD: 0 })
    expect(numbers(answer)).toEqual({ H1: 60, H2: 50, H3: 0, NGD: 0 })
  })

  test('equal and by hand', async () => {
    const { call, refuse } = await openProvince()
    expect(numbers(await call('targets.previewAllocation', { ...DV, total: 10, by: 'equal' }))).toEqual({
      H1: 3,
      H2: 3,
      H3: 2,
      NGD: 2,
    })
    const weights = { H1: 1, H2: 2, H3: 0, NGD: 1 }
    expect(numbers(await call('targets.previewAllocation', { ...DV, total: 8, by: 'hand', weights }))).toEqual({
      H1: 2,
      H2: 4,
      H3: 0,
      NGD: 2,
    })
    expect(await refuse('targets.previewAllocation', { ...DV, total: 8, by: 'hand', weights: { H1: 1 } })).toBe(
      'ALLOCATION_WEIGHT_MISSING',
    )
  })
})

describe('an allocation', () => {
  test('writes the children, the whole of the owner and the record, as one step', async () => {
    const { call } = await openSurveyed()
    const answer = await call('targets.allocate', {
      ...DV,
      total: 1000,
      by: 'nonmembers',
      locks: { NGD: 100 },
      floors: { H2: 300 },
      caps: { H1: 310 },
    })
    expect(numbers(answer)).toEqual({ H1: 310, H2: 300, H3: 290, NGD: 100 })
    const targets = await call('targets.list', {})
    expect(Object.fromEntries(targets.map((row) => [row.unit, row.value]))).toEqual({
      TINH: 1000,
      H1: 310,
      H2: 300,
      H3: 290,
      NGD: 100,
    })
    const [step] = await call('history.list', { limit: 1 })
    expect(step).toMatchObject({ kind: 'targets.allocate' })
  })

  test('a dry run writes nothing, not even a new assigner', async () => {
    const { call } = await openProvince()
    const preview = await call('targets.previewAllocation', { ...DV, assigner: 'Ai đó', total: 10, by: 'equal' })
    expect(preview.assigner).toBe('Ai đó')
    expect(await call('targets.list', {})).toEqual([])
    expect((await call('assigners.list', {})).map((row) => row.shortName)).not.toContain('Ai đó')
  })

  test('every number can say why, and whether it was changed since', async () => {
    const { call } = await openSurveyed()
    await call('targets.allocate', { ...DV, total: 1000, by: 'nonmembers' })
    const ask = { unit: 'H1', indicator: 'DV_MOI', assigner: 'BCH' }
    expect(await call('targets.why', ask)).toMatchObject({
      why: 'Có 60 lao động chưa là đoàn viên, chiếm 40,3% của các đơn vị được phân bổ; phần được chia là 402,68, phần lẻ thuộc nhóm lớn nhất nên lấy 403.',
      allocated: 403,
      total: 1000,
      by: 'nonmembers',
      changedSince: false,
    })
    await call('targets.set', { ...DV, unit: 'H1', value: 400 })
    expect(await call('targets.why', ask)).toMatchObject({ allocated: 403, changedSince: true })
    expect(await call('targets.why', { ...ask, indicator: 'CDCS_MOI' })).toBeNull()
    expect(await call('targets.why', { ...ask, unit: 'TINH' })).toBeNull()
  })

  test('done again takes the place of the one before, the owner’s total with it', async () => {
    const { call } = await openProvince()
    await call('targets.allocate', { ...DV, total: 10, by: 'equal' })
    const again = await call('targets.allocate', { ...DV, total: 20, by: 'equal' })
    expect(again.ownerTarget).toBe(20)
    expect(again.units.map((unit) => unit.before)).toEqual([3, 3, 2, 2])
    expect((await call('targets.list', { unit: 'TINH' })).map((row) => row.value)).toEqual([20])
  })

  test('a target of the owner that was set apart is left alone and the difference is shown', async () => {
    const { call } = await openProvince()
    await call('targets.set', { ...DV, unit: 'TINH', value: 10_800 })
    const answer = await call('targets.allocate', { ...DV, total: 11_000, by: 'equal' })
    expect(answer.ownerTarget).toBe(10_800)
    const { rows } = await call('progress.get', { asOf: '2024-06-30' })
    expect(rows.find((row) => row.unit === 'TINH')).toMatchObject({ target: 10_800, targetDifference: -200 })
    expect(rows.find((row) => row.level === 'total')).toMatchObject({ target: 11_000 })
  })

  test('cells locked in the grid keep their number without being named', async () => {
    const { call } = await openProvince()
    const row = await call('targets.set', { ...DV, unit: 'H2', value: 7 })
    await call('targets.lock', { ids: [row.id], locked: true })
    const answer = await call('targets.allocate', { ...DV, total: 10, by: 'equal' })
    expect(numbers(answer)).toEqual({ H1: 1, H2: 7, H3: 1, NGD: 1 })
    expect(answer.units.find((unit) => unit.unit === 'H2')?.locked).toBe(true)
  })

  test('spreads over the children valid on the plan’s first day', async () => {
    const { call } = await openProvince()
    await call('units.add', {
      code: 'X1',
      name: 'Công đoàn xã Mới',
      type: 'CD_XA',
      parent: 'TINH',
      validFrom: '2024-07-01',
    })
    await call('units.add', {
      code: 'CU',
      name: 'Liên đoàn Lao động huyện Cũ',
      type: 'LDLD_HUYEN',
      parent: 'TINH',
      validTo: '2024-01-01',
    })
    const answer = await call('targets.previewAllocation', { ...DV, total: 5, by: 'equal' })
    expect(answer.units.map((unit) => unit.unit)).toEqual(['H1', 'H2', 'H3', 'CU', 'NGD'])
  })

  test('of a unit spreads over its own children', async () => {
    const { call } = await openProvince()
    for (const code of ['CS1', 'CS2'])
      await call('units.add', { code, name: `Công đoàn cơ sở ${code}`, type: 'CDCS', parent: 'H1' })
    const answer = await call('targets.allocate', { ...DV, owner: 'H1', total: 9, by: 'equal' })
    expect(numbers(answer)).toEqual({ CS1: 5, CS2: 4 })
    expect(answer).toMatchObject({ owner: 'H1', ownerTarget: 9 })
  })
})

describe('refusals', () => {
  test('name the shortfall and write nothing', async () => {
    const { call, backend, refuse } = await openProvince()
    expect(await refuse('targets.allocate', { ...DV, total: 100, by: 'nonmembers' })).toBe('ALLOCATION_WEIGHTS_ZERO')
    expect(await refuse('targets.allocate', { ...DV, total: 10, by: 'equal', floor: 3 })).toBe(
      'ALLOCATION_FLOORS_ABOVE',
    )
    expect(await refuse('targets.allocate', { ...DV, total: 10, by: 'equal', locks: { H1: 11 } })).toBe(
      'ALLOCATION_LOCKED_ABOVE',
    )
    expect(
      await refuse('targets.allocate', { ...DV, total: 10, by: 'equal', floors: { H1: 3 }, caps: { H1: 2 } }),
    ).toBe('ALLOCATION_FLOOR_ABOVE_CAP')
    expect(
      await refuse('targets.allocate', { ...DV, total: 10, by: 'equal', locks: { H1: 1, H2: 1, H3: 1, NGD: 1 } }),
    ).toBe('ALLOCATION_ALL_LOCKED')
    expect(await refuse('targets.allocate', { ...DV, total: 10, by: 'equal', owner: 'H1' })).toBe('ALLOCATION_NO_UNITS')
    expect(await refuse('targets.allocate', { ...DV, total: 10, by: 'equal', locks: { TINH: 1 } })).toBe(
      'UNIT_NOT_CHILD',
    )
    expect(await refuse('targets.allocate', { ...DV, total: 10, by: 'equal', locks: { XX: 1 } })).toBe('UNIT_UNKNOWN')
    expect(await refuse('targets.allocate', { ...DV, indicator: 'TL_TAPHOP', total: 100, by: 'equal' })).toBe(
      'ALLOCATION_RATIO',
    )
    const refused = await backend.call('targets.allocate', { ...DV, total: 10_800, by: 'equal', cap: 2000 })
    expect(refused).toMatchObject({
      ok: false,
      error: {
        code: 'ALLOCATION_CAPS_BELOW',
        message:
          'Các mức tối đa chỉ cho giao 8.000, còn thiếu 2.800 so với số cần chia 10.800. Hãy tăng mức tối đa hoặc giảm tổng số.',
        details: { shortfall: 2800 },
      },
    })
    expect(await call('targets.list', {})).toEqual([])
  })
})
