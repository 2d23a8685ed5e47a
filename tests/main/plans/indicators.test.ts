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
})
