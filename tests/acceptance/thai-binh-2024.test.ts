import { describe, expect, test } from 'vitest'
import { openArticle, type Article } from './article.ts'

// LĐLĐ tỉnh Thái Bình, 2024: "Trong 6 tháng đầu năm, đã thành lập mới 22 công đoàn cơ sở, kết nạp mới hơn 7.000 đoàn
// viên … phấn đấu vượt chỉ tiêu cả năm là 74 CĐCS và 10.800 đoàn viên."

const HALF = '2024-06-30'

async function rebuild(): Promise<Article> {
  const article = await openArticle('Liên đoàn Lao động tỉnh Thái Bình')
  const { call } = article
  await call('plans.add', { code: '2024', kind: 'year', from: '2024-01-01', to: '2024-12-31' })
  await call('targets.set', { unit: 'TINH', indicator: 'CDCS_MOI', assigner: 'BCH', value: 74 })
  await call('targets.set', { unit: 'TINH', indicator: 'DV_MOI', assigner: 'BCH', value: 10_800 })
  const report = { unit: 'TINH', from: '2024-01-01', asOf: HALF } as const
  await call('reports.add', { ...report, indicator: 'CDCS_MOI', value: 22 })
  await call('reports.add', { ...report, indicator: 'DV_MOI', value: 7000, qualifier: 'hơn' })
  const side = [
    ['HNCBCC', 1110, null],
    ['HNNLD', 284, null],
    ['TUVAN_PL', 3000, 'hơn'],
    ['TAPHUAN', 50, null],
    ['TAPHUAN_LUOT', 7500, null],
    ['THAMHOI', 296_500, 'hơn'],
    ['THAMHOI_TIEN', 96_400, 'hơn'],
    ['MAIAM', 18, null],
    ['MAIAM_TIEN', 900, null],
  ] as const
  await call('reports.addMany', {
    entries: side.map(([indicator, value, qualifier]) => ({ ...report, indicator, value, qualifier })),
  })
  return article
}

describe('Thái Bình 2024', () => {
  test('22 of 74 is 29,7 %; "hơn 7.000" of 10.800 is at least 64,8 %', async () => {
    const { row } = await rebuild()
    expect(await row('CDCS_MOI', { asOf: HALF })).toMatchObject({
      target: 74,
      result: 22,
      percentText: '29,7%',
      remaining: 52,
    })
    expect(await row('DV_MOI', { asOf: HALF })).toMatchObject({
      target: 10_800,
      result: 7000,
      qualifier: '≥',
      qualifierWord: 'hơn',
      percent: 64.8,
      percentText: '≥64,8%',
      remaining: 3800,
    })
  })

  test('the word is printed back', async () => {
    const { tell } = await rebuild()
    expect(await tell(['CDCS_MOI', 'DV_MOI'], { asOf: HALF })).toBe(
      'thành lập mới 22/74 CĐCS, đạt 29,7%; kết nạp hơn 7.000/10.800 đoàn viên, đạt hơn 64,8% chỉ tiêu Ban Chấp hành LĐLĐ tỉnh giao',
    )
  })

  test('what else was done is kept with its unit and its word', async () => {
    const { row } = await rebuild()
    expect(await row('THAMHOI_TIEN', { asOf: HALF })).toMatchObject({
      result: 96_400,
      qualifier: '≥',
      qualifierWord: 'hơn',
    })
    expect(await row('MAIAM', { asOf: HALF })).toMatchObject({ result: 18, qualifier: null, target: null })
    expect(await row('HNNLD', { asOf: HALF })).toMatchObject({ result: 4 + 280 })
  })

  test('if the first phase brings its 15 and 5.000, members are past the year’s target and unions far behind', async () => {
    const { call, row } = await rebuild()
    const july = { unit: 'TINH', from: '2024-07-01', asOf: '2024-07-31', basis: 'increment' } as const
    await call('reports.add', { ...july, indicator: 'CDCS_MOI', value: 15 })
    await call('reports.add', { ...july, indicator: 'DV_MOI', value: 5000 })
    expect(await row('CDCS_MOI', { asOf: '2024-07-31' })).toMatchObject({
      result: 37,
      percentText: '50%',
      remaining: 37,
    })
    expect(await row('DV_MOI', { asOf: '2024-07-31' })).toMatchObject({
      result: 12_000,
      percentText: '≥111,1%',
      remaining: 0,
    })
    // Until the month is reported the half year stands.
    expect(await row('CDCS_MOI', { asOf: '2024-07-30' })).toMatchObject({ result: 22 })
  })
})
