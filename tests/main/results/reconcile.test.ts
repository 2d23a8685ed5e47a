import { describe, expect, test } from 'vitest'
import type { ReconcileRow } from '#shared/contract/reconcile.ts'
import { openProvince } from '#tests/support/province.ts'
import type { TestBackend } from '#tests/support/backend.ts'

// What adds up, and what does not: both numbers, their difference and a sentence.

const YEAR_END = '2024-12-31'

async function rowsOf({ call }: TestBackend, kind: ReconcileRow['kind'], all = false): Promise<ReconcileRow[]> {
  const { rows } = await call('results.reconcile', { plan: '2024', asOf: YEAR_END, all })
  return rows.filter((row) => row.kind === kind)
}

async function tell(
  { call }: TestBackend,
  unit: string,
  values: Readonly<Record<string, number>>,
  asOf = YEAR_END,
): Promise<void> {
  await call('reports.addMany', {
    entries: Object.entries(values).map(([indicator, value]) => ({
      unit,
      indicator,
      value,
      asOf,
      from: `${asOf.slice(0, 4)}-01-01`,
    })),
  })
}

describe('reconciliation', () => {
  test('a level that does not follow from what came and went: 1.348 at 56 new, 1.361 at 80, so 11 were lost and not told', async () => {
    const opened = await openProvince()
    await tell(opened, 'H1', { CDCS_TONG: 1348, CDCS_MOI: 56 }, '2024-09-30')
    await tell(opened, 'H1', { CDCS_TONG: 1361, CDCS_MOI: 80 })
    const [row, ...others] = await rowsOf(opened, 'stock')
    expect(others).toEqual([])
    expect(row).toMatchObject({
      unit: 'H1',
      indicator: 'CDCS_TONG',
      left: { value: 1361 },
      right: { value: 1372 },
      difference: -11,
      untold: ['CDCS_GIAM'],
    })
    expect(row?.sentence).toBe(
      'Liên đoàn Lao động huyện Một báo cáo Tổng CĐCS 1.361 đến 31/12/2024; đầu kỳ 1.348 (30/9/2024) cộng tăng trừ giảm là 1.372; chênh -11. Chưa có số liệu CĐCS giảm.',
    )
    await tell(opened, 'H1', { CDCS_GIAM: 0 }, '2024-09-30')
    await tell(opened, 'H1', { CDCS_GIAM: 11 })
    expect(await rowsOf(opened, 'stock')).toEqual([])
    expect(await rowsOf(opened, 'stock', true)).toMatchObject([{ difference: 0, agrees: true }])
  })

  test('the level of the year before is where a year begins', async () => {
    const opened = await openProvince()
    await tell(opened, 'H1', { DV_TONG: 1000 }, '2023-12-31')
    await tell(opened, 'H1', { DV_TONG: 1060, DV_MOI: 100, DV_GIAM: 45, DV_CHUYENDEN: 5 })
    expect(await rowsOf(opened, 'stock', true)).toMatchObject([{ left: { value: 1060 }, right: { value: 1060 } }])
    await tell(opened, 'H1', { DV_GIAM: 40 })
    expect(await rowsOf(opened, 'stock')).toMatchObject([{ right: { value: 1065 }, difference: -5 }])
  })

  test('a whole and its parts, a part above its whole, own against children', async () => {
    const opened = await openProvince()
    const { call } = opened
    await tell(opened, 'H1', { DV_MOI: 400, DV_MOI_CDCSMOI: 100, DV_MOI_CDCSCU: 219, DV_MOI_NNN: 450 })
    expect(await rowsOf(opened, 'parts')).toMatchObject([
      { left: { value: 400 }, right: { value: 319 }, difference: 81 },
    ])
    expect(await rowsOf(opened, 'above')).toMatchObject([
      { indicator: 'DV_MOI_NNN', left: { value: 450 }, right: { value: 400 } },
    ])
    await tell(opened, 'TINH', { DV_MOI: 500 })
    expect(await rowsOf(opened, 'children')).toMatchObject([
      { unit: 'TINH', left: { value: 500 }, right: { value: 400 }, difference: 100 },
    ])
    await call('reports.add', { unit: 'H2', indicator: 'DV_MOI', from: '2024-01-01', asOf: YEAR_END, value: 100 })
    expect(await rowsOf(opened, 'children')).toEqual([])
  })

  test('a unit that told new members and no loss has no net, so the nets below do not add up to the net above', async () => {
    const opened = await openProvince()
    await tell(opened, 'H1', { DV_MOI: 100, DV_GIAM: 20 })
    await tell(opened, 'H2', { DV_MOI: 50 })
    const [row, ...others] = await rowsOf(opened, 'nets')
    expect(others).toEqual([])
    expect(row).toMatchObject({
      indicator: 'DV_TANG_THUC',
      left: { value: 130 },
      right: { value: 80 },
      difference: 50,
      untold: ['DV_GIAM'],
    })
    expect(row?.sentence).toMatch(/tính từ số mới trừ số giảm là 130 .*là 80; chênh \+50\. Chưa có số liệu ĐV giảm\.$/u)
    const { rows } = await opened.call('results.reconcile', { plan: '2024', asOf: YEAR_END, trace: true })
    const traced = rows.find(({ kind }) => kind === 'nets')
    const told = (side: 'left' | 'right') =>
      traced?.[side].reports.map(({ unit, value }) => `${unit} ${value}`).toSorted()
    expect(told('left')).toEqual(['H1 100', 'H1 20', 'H2 50'])
    expect(told('right')).toEqual(['H1 100', 'H1 20'])
    await tell(opened, 'H2', { DV_GIAM: 0 })
    expect(await rowsOf(opened, 'nets')).toEqual([])
    expect(await rowsOf(opened, 'nets', true)).toMatchObject([{ left: { value: 130 }, right: { value: 130 } }])
  })

  test('a word leaves room on its own side only', async () => {
    const opened = await openProvince()
    const { call } = opened
    const whole = { unit: 'H1', indicator: 'DV_MOI', from: '2024-01-01', asOf: YEAR_END, qualifier: 'hơn' } as const
    await call('reports.add', { ...whole, value: 300 })
    await tell(opened, 'H1', { DV_MOI_CDCSMOI: 100, DV_MOI_CDCSCU: 219 })
    expect(await rowsOf(opened, 'parts')).toEqual([])
    await call('reports.add', { ...whole, value: 330 })
    expect(await rowsOf(opened, 'parts')).toMatchObject([{ difference: 11 }])
  })

  test('a told ratio against its two sides, within a tenth of a point', async () => {
    const opened = await openProvince()
    await tell(opened, 'H1', { DV_TONG: 161_636, LD_TONG_CDCS: 181_469, TL_TAPHOP: 89.1 })
    expect(await rowsOf(opened, 'ratio')).toEqual([])
    await tell(opened, 'H1', { TL_TAPHOP: 91.2 })
    expect(await rowsOf(opened, 'ratio')).toMatchObject([
      { left: { value: 91.2 }, right: { value: 89.1 }, difference: 2.1 },
    ])
  })

  test('targets given on against the unit’s own', async () => {
    const opened = await openProvince()
    await opened.call('targets.setMany', {
      plan: '2024',
      cells: [
        { unit: 'TINH', indicator: 'DV_MOI', assigner: 'BCH', value: 100 },
        { unit: 'H1', indicator: 'DV_MOI', assigner: 'BCH', value: 60 },
        { unit: 'H2', indicator: 'DV_MOI', assigner: 'BCH', value: 50 },
      ],
    })
    expect(await rowsOf(opened, 'target')).toMatchObject([
      { unit: 'TINH', assigner: 'BCH LĐLĐ tỉnh', left: { value: 100 }, right: { value: 110 }, difference: -10 },
    ])
  })

  test('foundings and endings counted from decisions against what the unit tells, to the day it tells of', async () => {
    const opened = await openProvince()
    const { call } = opened
    const found = (name: string, on: string, unit = 'H1') =>
      call('unions.found', { name, unit, decisionNumber: '1/QĐ', decisionOn: on, members: 12 })
    await found('CĐCS Một', '2024-03-05')
    await found('CĐCS Hai', '2024-06-30')
    const third = await found('CĐCS Ba', '2024-07-01')
    await call('unions.end', { ids: [third.id], on: '2024-11-20' })
    await tell(opened, 'H1', { CDCS_MOI: 2 }, '2024-06-30')
    expect(await rowsOf(opened, 'unions', true)).toMatchObject([
      { indicator: 'CDCS_MOI', left: { value: 2 }, right: { value: 2 }, asOf: '2024-06-30', agrees: true },
      { indicator: 'CDCS_GIAM', left: { value: null }, right: { value: 1 }, agrees: false },
    ])
    await tell(opened, 'H1', { CDCS_MOI: 4, CDCS_GIAM: 1, CDCS_TONG: 2 })
    const [row, ...others] = await rowsOf(opened, 'unions')
    expect(others).toEqual([])
    expect(row).toMatchObject({ indicator: 'CDCS_MOI', left: { value: 4 }, right: { value: 3 }, difference: 1 })
    expect(row?.sentence).toBe(
      'Liên đoàn Lao động huyện Một báo cáo CĐCS mới 4 đến 31/12/2024; theo quyết định là 3; chênh +1.',
    )
    await found('CĐCS Bốn', '2024-02-02', 'H2')
    expect((await rowsOf(opened, 'unions')).find(({ unit }) => unit === 'H2')?.sentence).toBe(
      'Liên đoàn Lao động huyện Hai chưa báo cáo CĐCS mới; theo quyết định đã có 1 đến 31/12/2024.',
    )
  })

  test('every number names the rows behind it: reports with their days, the level a stock starts from, decisions', async () => {
    const opened = await openProvince()
    const { call } = opened
    await tell(opened, 'H1', { DV_TONG: 1000 }, '2023-12-31')
    await tell(opened, 'H1', { DV_MOI: 60 }, '2024-06-30')
    await tell(opened, 'H1', { DV_TONG: 1060, DV_MOI: 100, DV_GIAM: 45, CDCS_MOI: 2 })
    const found = await call('unions.found', {
      name: 'CĐCS Một',
      unit: 'H1',
      decisionNumber: '12/QĐ-LĐLĐ',
      decisionOn: '2024-03-05',
      members: 12,
    })
    await tell(opened, 'TINH', { DV_MOI: 90 })
    const { rows } = await call('results.reconcile', { plan: '2024', asOf: YEAR_END, trace: true })
    const sides = (kind: string) =>
      rows
        .filter((row) => row.kind === kind && row.unit !== '')
        .map(({ left, right }) =>
          [left, right].map(({ reports, unions }) => [
            ...reports.map(({ unit, indicator, asOf, value }) => [unit, indicator, asOf, value]),
            ...unions.map(({ id, decision }) => [id, decision]),
          ]),
        )
    expect(sides('stock')).toEqual([
      [
        [['H1', 'DV_TONG', YEAR_END, 1060]],
        [
          ['H1', 'DV_TONG', '2023-12-31', 1000],
          ['H1', 'DV_MOI', YEAR_END, 100],
          ['H1', 'DV_GIAM', YEAR_END, 45],
        ],
      ],
    ])
    expect(sides('children')).toEqual([[[['TINH', 'DV_MOI', YEAR_END, 90]], [['H1', 'DV_MOI', YEAR_END, 100]]]])
    expect(sides('unions')).toEqual([[[['H1', 'CDCS_MOI', YEAR_END, 2]], [[found.id, '12/QĐ-LĐLĐ']]]])
    const plain = await call('results.reconcile', { plan: '2024', asOf: YEAR_END })
    expect(plain.rows.flatMap(({ left, right }) => [...left.reports, ...right.reports])).toEqual([])
  })

  test('where a book of unions is kept, a founding told without any decision is shown too', async () => {
    const opened = await openProvince()
    await tell(opened, 'H2', { CDCS_MOI: 4, CDCS_TONG: 30 })
    expect(await rowsOf(opened, 'unions', true)).toEqual([])
    const book = { name: 'CĐCS Một', unit: 'H1', decisionNumber: '1/QĐ', decisionOn: '2023-03-05', members: 12 }
    await opened.call('unions.found', book)
    expect(await rowsOf(opened, 'unions')).toMatchObject([
      { unit: 'H2', indicator: 'CDCS_MOI', left: { value: 4 }, right: { value: 0 }, difference: 4 },
    ])
  })
})
