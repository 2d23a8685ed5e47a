import { describe, expect, test } from 'vitest'
import { openArticle, type Article } from './article.ts'

// LĐLĐ tỉnh Quảng Ninh, 6 months of 2024: "các cấp công đoàn đã thành lập 41 CĐCS (đạt 58% kế hoạch), kết nạp
// 7.965 đoàn viên (đạt 66% kế hoạch)". The plan's numbers are not given; "LĐLĐ thành phố Hạ Long tổ chức lễ ra mắt
// 09 CĐCS" is a part of the 41.

const HALF = '2024-06-30'

async function rebuild(): Promise<Article> {
  const article = await openArticle('Liên đoàn Lao động tỉnh Quảng Ninh')
  const { call } = article
  await call('plans.add', { code: '2024', kind: 'year', from: '2024-01-01', to: '2024-12-31' })
  await call('units.add', {
    code: 'HALONG',
    name: 'Liên đoàn Lao động thành phố Hạ Long',
    type: 'LDLD_HUYEN',
    parent: 'TINH',
  })
  const report = { from: '2024-01-01', asOf: HALF } as const
  await call('reports.add', { ...report, unit: 'TINH', indicator: 'CDCS_MOI', value: 41, statedPercent: 58 })
  await call('reports.add', { ...report, unit: 'TINH', indicator: 'DV_MOI', value: 7965, statedPercent: 66 })
  await call('reports.add', { ...report, unit: 'HALONG', indicator: 'CDCS_MOI', value: 9 })
  return article
}

describe('Quảng Ninh 2024', () => {
  test('58 % and 66 % imply intervals and are no targets', async () => {
    const { row } = await rebuild()
    expect(await row('CDCS_MOI', { asOf: HALF })).toMatchObject({
      target: null,
      result: 41,
      percent: null,
      statedPercent: 58,
      implied: { low: 70, high: 71 },
    })
    expect(await row('DV_MOI', { asOf: HALF })).toMatchObject({
      target: null,
      result: 7965,
      statedPercent: 66,
      implied: { low: 11_889, high: 12_160 },
    })
  })

  test('the sentence quotes the stated percents and says that the targets are inferred', async () => {
    const { tell, tellImplied } = await rebuild()
    const both = ['CDCS_MOI', 'DV_MOI']
    expect(await tell(both, { asOf: HALF })).toBe(
      'thành lập mới 41 CĐCS (đạt 58% kế hoạch), kết nạp mới 7.965 đoàn viên (đạt 66% kế hoạch)',
    )
    expect(await tellImplied(both, { asOf: HALF })).toContain('từ 70 đến 71 CĐCS; từ 11.889 đến 12.160 đoàn viên')
  })

  test('once the target is known the interval gives way to our own percent; a stated one that is off is found', async () => {
    const { call, row } = await rebuild()
    await call('targets.set', { unit: 'TINH', indicator: 'DV_MOI', assigner: 'BCH', value: 12_000 })
    expect(await row('DV_MOI', { asOf: HALF })).toMatchObject({
      percentText: '66,4%',
      statedPercent: 66,
      implied: null,
    })
    const { findings } = await call('progress.get', { asOf: HALF })
    expect(findings).toMatchObject([{ unit: 'TINH', indicator: 'DV_MOI', stated: 66, computed: 66.4 }])
  })

  test('the 9 of Hạ Long are within the 41 and not added to them', async () => {
    const { call } = await rebuild()
    const { rows } = await call('progress.get', { asOf: HALF })
    const ofUnions = rows.filter((row) => row.indicator === 'CDCS_MOI' && row.level === 'unit')
    expect(ofUnions.map((row) => [row.unit, row.result])).toEqual([
      ['TINH', 41],
      ['HALONG', 9],
    ])
    expect(ofUnions[0]?.resultDifference).toBe(32)
  })
})
