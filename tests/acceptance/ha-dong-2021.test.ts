import { describe, expect, test } from 'vitest'
import { openArticle, type Article } from './article.ts'

// LĐLĐ quận Hà Đông, 2021: "Thành lập mới 20/25 Công đoàn cơ sở, đạt 80%, kết nạp 657/1000 đoàn viên, đạt 65,7% chỉ
// tiêu Thành phố giao … tính đến ngày 30/9/2021 đã có 146 đoàn viên công đoàn ưu tú … được giới thiệu cho Đảng,
// trong đó có 137 … được kết nạp vào Đảng".

const AS_OF = '2021-09-30'

async function rebuild(): Promise<Article> {
  const article = await openArticle('Liên đoàn Lao động quận Hà Đông')
  const { call } = article
  await call('plans.add', { code: '2021', kind: 'year', from: '2021-01-01', to: '2021-12-31' })
  const target = { unit: 'TINH', assigner: 'Thành phố' } as const
  await call('targets.set', { ...target, indicator: 'CDCS_MOI', value: 25 })
  await call('targets.set', { ...target, indicator: 'DV_MOI', value: 1000 })
  const report = { unit: 'TINH', from: '2021-01-01', asOf: AS_OF } as const
  await call('reports.addMany', {
    entries: [
      { ...report, indicator: 'CDCS_MOI', value: 20, statedPercent: 80 },
      { ...report, indicator: 'DV_MOI', value: 657, statedPercent: 65.7 },
      { ...report, indicator: 'DVUT_GT', value: 146 },
      { ...report, indicator: 'DVUT_KN', value: 137 },
    ],
  })
  return article
}

describe('Hà Đông 2021', () => {
  test('20/25 is 80 % and 657/1000 is 65,7 %, as stated', async () => {
    const { call, row } = await rebuild()
    expect(await row('CDCS_MOI', { asOf: AS_OF })).toMatchObject({
      assigner: 'Thành phố',
      percent: 80,
      percentText: '80%',
      remaining: 5,
    })
    expect(await row('DV_MOI', { asOf: AS_OF })).toMatchObject({ percent: 65.7, percentText: '65,7%', remaining: 343 })
    expect((await call('progress.get', { asOf: AS_OF })).findings).toEqual([])
  })

  test('146 introduced and 137 admitted have no target and no percent', async () => {
    const { row } = await rebuild()
    expect(await row('DVUT_GT', { asOf: AS_OF })).toMatchObject({
      result: 146,
      target: null,
      percent: null,
      assigner: null,
    })
    expect(await row('DVUT_KN', { asOf: AS_OF })).toMatchObject({ result: 137, target: null, percent: null })
  })

  test('the sentence names the target once, at its end', async () => {
    const { tell } = await rebuild()
    expect(await tell(['CDCS_MOI', 'DV_MOI'], { asOf: AS_OF })).toBe(
      'thành lập mới 20/25 CĐCS, đạt 80%; kết nạp 657/1.000 đoàn viên, đạt 65,7% chỉ tiêu Thành phố giao',
    )
    expect(await tell(['DVUT_GT', 'DVUT_KN'], { asOf: AS_OF })).toBe(
      'giới thiệu 146 đoàn viên ưu tú cho Đảng xem xét, bồi dưỡng, kết nạp, có 137 đoàn viên ưu tú được kết nạp vào Đảng',
    )
  })
})
