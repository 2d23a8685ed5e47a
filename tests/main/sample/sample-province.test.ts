import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ProgressAnswer } from '#shared/contract/results.ts'
import { hasValidCheckDigit } from '#shared/domain/survey/tax-code.ts'
import { openTestBackend, type TestBackend } from '#tests/support/backend.ts'

let sample: TestBackend
/** Of this process alone: other tests run beside it and take the wall clock's time. */
let cpuMs = 0
const AS_OF = '2024-09-30'

beforeAll(async () => {
  const started = process.cpuUsage()
  sample = await openTestBackend({ province: 'sample', untilClosed: true })
  const { user, system } = process.cpuUsage(started)
  cpuMs = (user + system) / 1000
})
afterAll(() => sample.close())

async function progress(plan: string | null, asOf = AS_OF): Promise<ProgressAnswer> {
  return sample.call('progress.get', { plan, asOf })
}

/** Figures at one level by "unit indicator", of one assigner or of nobody's target. */
function resultOf({ rows }: ProgressAnswer, unit: string | null, indicator: string): number | null {
  const row = rows.find((candidate) => candidate.unit === unit && candidate.indicator === indicator)
  if (row === undefined) throw new Error(`no figure of ${unit} ${indicator}`)
  return row.result
}

describe('the sample file', () => {
  test('is made in one recorded operation, is whole, and quickly', async () => {
    const operations = await sample.call('history.list', {})
    expect(operations.map(({ kind, sequence }) => ({ kind, sequence }))).toEqual([
      { kind: 'file.createSample', sequence: 1 },
    ])
    expect(await sample.call('file.verify', {})).toMatchObject({ ok: true })
    expect(cpuMs).toBeLessThan(3000)
  })

  test('says that it is the sample', async () => {
    expect(await sample.call('file.status', {})).toMatchObject({
      isSample: true,
      provinceName: 'Liên đoàn Lao động tỉnh Hải Sơn',
    })
  })

  test('opens on the plan of 2024', async () => {
    expect(await sample.call('plans.default', {})).toMatchObject({ code: '2024', kind: 'year' })
    expect((await progress(null)).plan).toBe('2024')
  })
})

describe('its units', () => {
  const typesOn = async (asOf: string): Promise<Record<string, number>> => {
    const counts: Record<string, number> = {}
    for (const { type } of await sample.call('units.list', { asOf })) counts[type] = (counts[type] ?? 0) + 1
    return counts
  }

  test('stand as in 2024, with districts, sector unions and the zones', async () => {
    expect(await typesOn('2024-06-30')).toEqual({
      LDLD_TINH: 1,
      LDLD_HUYEN: 9,
      CD_NGANH: 5,
      CD_VIENCHUC: 1,
      CD_KCN: 1,
      CDCS: 3,
      TRUC_THUOC: 3,
    })
  })

  test('and as they stand after the reform: communes and wards, the zones go on', async () => {
    expect(await typesOn('2025-07-01')).toEqual({
      LDLD_TINH: 1,
      CD_XA: 5,
      CD_PHUONG: 3,
      CD_DACKHU: 1,
      CD_KCN: 1,
      CDCS: 3,
      TRUC_THUOC: 3,
    })
  })

  test('every unit that ended says what became of it, with a decision marked as a sample', async () => {
    const units = await sample.call('units.list', { asOf: null })
    const ended = units.filter((unit) => unit.validTo !== null)
    expect(ended).toHaveLength(15)
    for (const unit of ended) expect(unit.fate.join()).toMatch(/số liệu mẫu/)
    const kinds = ['Sáp nhập vào', 'Chuyển một phần sang', 'Chuyển về', 'Kết thúc hoạt động']
    const told = ended.flatMap((unit) => unit.fate)
    expect(kinds.filter((kind) => told.some((fate) => fate.startsWith(kind)))).toEqual(kinds)
  })

  test('a district that was not viable alone went to its neighbour', async () => {
    const units = await sample.call('units.list', { asOf: '2025-06-30' })
    expect(units.find((unit) => unit.code === 'H-TANKHE')?.fate).toEqual([
      'Sáp nhập vào Công đoàn xã Sơn Lộc từ 1/7/2025 (Quyết định số M08/QĐ-LĐLĐ ngày 27/6/2025 (số liệu mẫu))',
    ])
  })
})

describe('its office', () => {
  test('has a letterhead and a signer for every day of its plans and for today', async () => {
    const { letterheads, signers } = await sample.call('settings.get', {})
    const validOn = (day: string) => (row: { validFrom: string | null; validTo: string | null }) =>
      (row.validFrom ?? '') <= day && day <= (row.validTo ?? '9999')
    for (const day of ['2023-01-01', '2024-01-01', '2024-12-31', '2025-06-30', '2025-07-01', '2026-11-21']) {
      expect(letterheads.filter(validOn(day))).toHaveLength(1)
      expect(signers.filter(validOn(day)).filter((signer) => signer.position === 'CHỦ TỊCH')).toHaveLength(1)
    }
  })
})

describe('its targets of 2024', () => {
  const shared = ['DV_MOI', 'DV_MOI_NNN', 'CDCS_MOI', 'CDCS_MOI_25', 'DVUT_GT']

  test.for(shared)(
    '%s: what the units got sums to the province exactly, and every number can say why',
    async (indicator) => {
      const targets = (await sample.call('targets.list', { plan: '2024', unit: null })).filter(
        (target) => target.indicator === indicator && target.assignerCode === 'BCH',
      )
      const own = targets.find((target) => target.unit === 'TINH')
      const ofUnits = targets.filter((target) => target.unit !== 'TINH')
      expect(ofUnits).toHaveLength(19)
      expect(ofUnits.reduce((sum, target) => sum + (target.value ?? 0), 0)).toBe(own?.value)
      for (const { unit, value } of ofUnits) {
        const why = await sample.call('targets.why', { plan: '2024', unit, indicator, assigner: 'BCH' })
        expect(why).toMatchObject({ allocated: value, changedSince: false })
      }
    },
  )

  test('three assigners ask for different numbers', async () => {
    const { rows } = await progress('2024')
    const asked = rows.filter((row) => row.unit === 'TINH' && row.indicator === 'DV_MOI')
    expect(Object.fromEntries(asked.map((row) => [row.assignerCode, row.target]))).toEqual({
      BCH: 6800,
      TLD: 6000,
      TU: 6600,
    })
    expect(asked.find((row) => row.assignerCode === 'TU')?.kind).toBe('pledged')
  })

  test('a part is never asked to be more than its whole', async () => {
    const targets = await sample.call('targets.list', { plan: '2024', unit: null })
    const of = (unit: string, indicator: string): number =>
      targets.find((row) => row.unit === unit && row.indicator === indicator && row.assignerCode === 'BCH')?.value ?? 0
    const units = new Set(targets.map((target) => target.unit))
    expect([...units].filter((unit) => of(unit, 'DV_MOI_NNN') > of(unit, 'DV_MOI'))).toEqual([])
    expect([...units].filter((unit) => of(unit, 'CDCS_MOI_25') > of(unit, 'CDCS_MOI'))).toEqual([])
  })
})

describe('its reports', () => {
  test('one unit is silent in 2024, one figure is "hơn", one stated percent is wrong', async () => {
    const found = await progress('2024')
    expect(found.silent.map((unit) => unit.unit)).toEqual(['H-NHANSON'])
    const rough = found.rows.find((row) => row.unit === 'H-SONLOC' && row.indicator === 'DV_MOI')
    expect(rough).toMatchObject({ qualifier: '≥', qualifierWord: 'hơn' })
    expect(found.findings.map(({ unit, indicator }) => ({ unit, indicator }))).toEqual([
      { unit: 'H-TANKHE', indicator: 'DV_MOI' },
    ])
  })

  test('2023 is complete, so that this year can be held against it', async () => {
    const last = await progress('2023', '2023-12-31')
    expect(last.silent).toEqual([])
    const province = last.rows.find(
      (row) => row.unit === 'TINH' && row.indicator === 'DV_MOI' && row.assignerCode === 'BCH',
    )
    expect(province?.percent).toBeGreaterThan(90)
  })

  test.for([
    ['2023', '2023-03-31'],
    ['2023', '2023-12-31'],
    ['2024', '2024-06-30'],
    ['2024', '2024-08-31'],
  ] as const)('figures of %s on %s add up', async ([plan, day]) => {
    const rows = await progress(plan, day)
    const of = (indicator: string): number => resultOf(rows, 'TINH', indicator) ?? 0
    expect(of('CDCS_GIAM')).toBe(of('CDCS_GIAM_TN') + of('CDCS_GIAM_SX'))
    expect(of('DV_TANG_THUC')).toBe(of('DV_MOI') - of('DV_GIAM') + of('DV_CHUYENDEN') - of('DV_CHUYENDI'))
    expect(of('DV_MOI')).toBe(of('DV_MOI_CDCSMOI') + of('DV_MOI_CDCSCU'))
    expect(of('DV_MOI_NNN')).toBeLessThanOrEqual(of('DV_MOI'))
    expect(of('DV_TONG_NU')).toBeLessThanOrEqual(of('DV_TONG'))
    expect(of('DV_TONG')).toBeLessThanOrEqual(of('LD_TONG_CDCS'))
    expect(of('LD_TONG_CDCS')).toBeLessThanOrEqual(of('LD_TONG'))
    expect(of('DN_TUDTT')).toBeLessThanOrEqual(of('DN_CDCS'))
    expect(of('MAIAM_TIEN')).toBe(50 * of('MAIAM'))
  })

  test('levels move by what came and went, unit by unit', async () => {
    const [opening, closing] = [await progress('2023', '2023-12-31'), await progress('2024', AS_OF)]
    const units = (await sample.call('units.list', { asOf: AS_OF })).filter((unit) => unit.parent === 'TINH')
    // The rough figure of one unit and the silence of another cannot balance.
    const exact = units.filter((unit) => !['H-SONLOC', 'H-NHANSON'].includes(unit.code))
    expect(exact).toHaveLength(17)
    for (const { code } of exact) {
      const now = (indicator: string): number => resultOf(closing, code, indicator) ?? 0
      const moved = now('DV_MOI') - now('DV_GIAM') + now('DV_CHUYENDEN') - now('DV_CHUYENDI')
      expect(now('DV_TONG') - (resultOf(opening, code, 'DV_TONG') ?? 0)).toBe(moved)
    }
  })
})

describe('its enterprises', () => {
  test('have tax codes that are right and that nobody holds', async () => {
    const { rows, count } = await sample.call('enterprises.list', { limit: 1000 })
    expect(count).toBe(603)
    expect(rows.filter((row) => !hasValidCheckDigit(row.taxCode ?? '0000000000')).map((row) => row.name)).toEqual([])
    // 69 is the code of no province; the serials 0997… were never given out.
    expect(rows.filter((row) => !/^(69|0997)/.test(row.taxCode ?? '')).map((row) => row.taxCode)).toEqual([])
  })

  test('a union founded this year shows in the survey as in the reports', async () => {
    const before = resultOf(await progress('2023', '2023-12-31'), 'TINH', 'DN_CDCS') ?? 0
    const founded = resultOf(await progress('2024'), 'TINH', 'CDCS_MOI') ?? 0
    const { withUnion } = await sample.call('enterprises.list', {})
    expect(founded).toBeGreaterThan(40)
    expect(withUnion).toBe(before + founded)
  })
})
