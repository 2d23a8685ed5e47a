import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { codesOfFormula, formulaFits } from '#shared/domain/indicators/indicator.ts'
import { openTestBackend } from '#tests/support/backend.ts'
import { RESOURCES } from '#tests/support/resources.ts'

describe('the catalogue of indicators', () => {
  test('holds every indicator of the reference with its kind', async () => {
    const { call } = await openTestBackend()
    const kinds = new Map((await call('indicators.list', {})).map((row) => [row.code, row.kind]))
    expect(Object.fromEntries(kinds)).toMatchObject({
      CDCS_MOI: 'flow',
      CDCS_MOI_NNN: 'flow',
      CDCS_MOI_25: 'flow',
      CDCS_GIAM: 'loss',
      CDCS_TONG: 'stock',
      DV_MOI: 'flow',
      DV_MOI_CDCSMOI: 'flow',
      DV_MOI_CDCSCU: 'flow',
      DV_MOI_NNN: 'flow',
      DV_GIAM: 'loss',
      DV_TANG_THUC: 'net',
      DV_TONG: 'stock',
      LD_TONG: 'stock',
      TL_TAPHOP: 'ratio',
      TL_DN_CDCS_20: 'ratio',
      TL_DN_CDCS_25: 'ratio',
      TL_DN_CDCS_30: 'ratio',
      TL_DN_CDCS_50: 'ratio',
      DVUT_GT: 'flow',
      DVUT_KN: 'flow',
      TUDTT_TL: 'ratio',
      HNNLD: 'flow',
    })
  })

  test('every formula fits its kind and reads indicators that are there; every part has its whole', async () => {
    const { call } = await openTestBackend()
    const rows = await call('indicators.list', {})
    const codes = new Set(rows.map((row) => row.code))
    const wrong = rows.filter(
      (row) =>
        !formulaFits(row.kind, row.formula) ||
        codesOfFormula(row.formula).some((code) => !codes.has(code)) ||
        (row.parent !== null && !codes.has(row.parent)),
    )
    expect(wrong).toEqual([])
  })

  test('a data file has the rows of resources/indicators and nothing else', async () => {
    const { call } = await openTestBackend()
    const folder = path.join(RESOURCES, 'indicators')
    const shipped = fs
      .readdirSync(folder)
      .sort()
      .flatMap((file) => JSON.parse(fs.readFileSync(path.join(folder, file), 'utf8')) as { code: string }[])
    expect((await call('indicators.list', {})).map((row) => row.code)).toEqual(shipped.map((row) => row.code))
    expect(new Set(shipped.map((row) => row.code)).size).toBe(shipped.length)
  })
})

describe('an indicator of the office’s own', () => {
  const own = { code: 'TV_PHAPLUAT', name: 'Buổi tư vấn lưu động', unitLabel: 'buổi', kind: 'flow' } as const

  test('is a row: it takes targets and reports at once', async () => {
    const { call } = await openTestBackend()
    await call('plans.add', { code: '2024', kind: 'year', from: '2024-01-01', to: '2024-12-31' })
    const saved = await call('indicators.save', own)
    expect(saved).toMatchObject({ ...own, shortName: own.name, formula: null })
    await call('targets.set', { unit: 'TINH', indicator: own.code, assigner: 'BCH', value: 8 })
    await call('reports.add', { unit: 'TINH', indicator: own.code, asOf: '2024-06-30', value: 6 })
    const { rows } = await call('progress.get', { asOf: '2024-06-30' })
    expect(rows[0]).toMatchObject({ indicator: own.code, target: 8, result: 6, percentText: '75%' })
  })

  test('is changed in place', async () => {
    const { call } = await openTestBackend()
    const saved = await call('indicators.save', own)
    const changed = await call('indicators.save', { ...own, id: saved.id, shortName: 'Tư vấn' })
    expect(changed).toEqual({ ...saved, shortName: 'Tư vấn' })
  })

  test('a new threshold of the ratio is a row too', async () => {
    const { call } = await openTestBackend()
    const formula = { enterprises: { minWorkers: 40, having: 'union' } } as const
    const saved = await call('indicators.save', {
      code: 'TL_DN_CDCS_40',
      name: 'DN từ 40 lao động có CĐCS',
      unitLabel: '%',
      kind: 'ratio',
      formula,
    })
    expect(saved.formula).toEqual(formula)
  })

  test('refuses a formula that cannot be computed', async () => {
    const { refuse } = await openTestBackend()
    expect(await refuse('indicators.save', { ...own, code: 'DV_MOI' })).toBe('INDICATOR_CODE_TAKEN')
    expect(await refuse('indicators.save', { ...own, parent: 'KHONGCO' })).toBe('INDICATOR_UNKNOWN')
    expect(await refuse('indicators.save', { ...own, formula: { plus: ['DV_MOI'], minus: [] } })).toBe(
      'INDICATOR_FORMULA_WRONG',
    )
    expect(await refuse('indicators.save', { ...own, formula: { parts: ['KHONGCO'] } })).toBe('INDICATOR_FORMULA_WRONG')
    expect(await refuse('indicators.save', { ...own, formula: { parts: [own.code] } })).toBe('INDICATOR_FORMULA_WRONG')
  })

  test('a day that ends before it begins, a round of formulas, a part of its own part', async () => {
    const { call, refuse } = await openTestBackend()
    expect(await refuse('indicators.save', { ...own, validFrom: '2024-05-01', validTo: '2024-01-01' })).toBe(
      'CATALOGUE_DATES_REVERSED',
    )
    const first = await call('indicators.save', own)
    const second = await call('indicators.save', {
      ...own,
      code: 'TV_HAI',
      formula: { parts: [own.code] },
      parent: own.code,
    })
    const round = { ...own, id: first.id, formula: { parts: [second.code] } }
    expect(await refuse('indicators.save', round)).toBe('INDICATOR_FORMULA_WRONG')
    expect(await refuse('indicators.save', { ...own, id: first.id, parent: second.code })).toBe(
      'INDICATOR_FORMULA_WRONG',
    )
    // Its code stands in the formula of the other.
    expect(await refuse('indicators.save', { ...own, id: first.id, code: 'TV_MOT' })).toBe('CATALOGUE_CODE_IN_USE')
    await call('indicators.save', { ...own, id: second.id, code: 'TV_HAI' })
    expect(await call('indicators.save', { ...own, id: first.id, code: 'TV_MOT', kind: 'loss' })).toMatchObject({
      code: 'TV_MOT',
      kind: 'loss',
    })
  })

  test('what figures rest on stays: how it adds up, what its money is counted in', async () => {
    const { call, refuse } = await openTestBackend()
    const money = { ...own, code: 'QUA_TET', unitLabel: 'triệu đồng', side: true } as const
    const { id } = await call('indicators.save', money)
    await call('indicators.save', { ...money, id, unitLabel: 'tỷ đồng' })
    await call('indicators.save', { ...money, id })
    await call('reports.add', { unit: 'TINH', indicator: money.code, asOf: '2024-06-30', value: 96_400 })
    expect(await refuse('indicators.save', { ...money, id, unitLabel: 'đồng' })).toBe('INDICATOR_UNIT_HELD')
    expect(await refuse('indicators.save', { ...money, id, kind: 'loss' })).toBe('CATALOGUE_CELL_FIXED')
    const cells = { unit_label: 'tỷ đồng' }
    const typed = await call('catalogues.write', { catalogue: 'indicators', rows: [{ id, cells }] })
    expect(typed.refused).toEqual([
      { row: 0, column: 'unit_label', reason: expect.stringContaining('đã có số liệu tính theo triệu đồng') },
    ])
    // The same money by another word is the same money.
    await call('indicators.save', { ...money, id, unitLabel: 'tr.đ', shortName: 'Quà Tết' })
  })
})
