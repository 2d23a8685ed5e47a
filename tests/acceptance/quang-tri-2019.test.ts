import { describe, expect, test } from 'vitest'
import { openArticle, type Article } from './article.ts'

// LĐLĐ tỉnh Quảng Trị, 2019: "Từ đầu năm 2019 đến nay (ngày 15/8/2019), toàn tỉnh đã thành mới 17 CĐCS, phát triển
// mới 1.348 đoàn viên … như đã cam kết trách nhiệm với Ban Thường vụ Tỉnh ủy năm 2019". What was pledged is not said.

const AS_OF = '2019-08-15'

async function rebuild(): Promise<Article> {
  const article = await openArticle('Liên đoàn Lao động tỉnh Quảng Trị')
  const { call } = article
  await call('plans.add', { code: '2019', kind: 'year', from: '2019-01-01', to: '2019-12-31' })
  for (const [indicator, value] of [
    ['CDCS_MOI', 17],
    ['DV_MOI', 1348],
  ] as const) {
    await call('targets.set', {
      unit: 'TINH',
      indicator,
      assigner: 'Ban Thường vụ Tỉnh ủy',
      kind: 'pledged',
      value: null,
    })
    await call('reports.add', { unit: 'TINH', indicator, from: '2019-01-01', asOf: AS_OF, value })
  }
  return article
}

describe('Quảng Trị 2019', () => {
  test('17 and 1.348 stand against a pledge whose number is not given: no percent, no remaining, no rank', async () => {
    const { row } = await rebuild()
    for (const [indicator, result] of [
      ['CDCS_MOI', 17],
      ['DV_MOI', 1348],
    ] as const) {
      expect(await row(indicator, { asOf: AS_OF })).toMatchObject({
        assigner: 'BTV Tỉnh ủy',
        kind: 'pledged',
        target: null,
        result,
        percent: null,
        percentText: null,
        remaining: null,
        rank: null,
        implied: null,
      })
    }
  })

  test('the day before nothing had been reported yet', async () => {
    const { row } = await rebuild()
    expect(await row('CDCS_MOI', { asOf: '2019-08-14' })).toMatchObject({ result: 0, reported: false })
  })

  test('the sentence is the one the office printed', async () => {
    const { tell } = await rebuild()
    expect(await tell(['CDCS_MOI', 'DV_MOI'], { asOf: AS_OF })).toBe(
      'thành lập mới 17 CĐCS, kết nạp mới 1.348 đoàn viên',
    )
  })
})
