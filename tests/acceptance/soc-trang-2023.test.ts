import { describe, expect, test } from 'vitest'
import { surveyInto } from '#tests/support/survey.ts'
import { openArticle, type Article } from './article.ts'

// LĐLĐ tỉnh Sóc Trăng, 24.2.2022: "phấn đấu đến năm 2023 toàn tỉnh có 63.000 đoàn viên; phấn đấu thành lập công đoàn
// cơ sở ở 100% doanh nghiệp có từ 20 lao động trở lên đã đi vào hoạt động". No result is told; the ones below ask what
// the two goals, a stock and a ratio, would show.

const PLAN = '2022-2023'

async function rebuild(): Promise<Article> {
  const article = await openArticle('Liên đoàn Lao động tỉnh Sóc Trăng')
  const { call } = article
  await call('plans.add', { code: PLAN, kind: 'term', from: '2022-01-01', to: '2023-12-31' })
  const target = { plan: PLAN, unit: 'TINH', assigner: 'BCH', kind: 'striving' } as const
  await call('targets.set', { ...target, indicator: 'DV_TONG', value: 63_000 })
  await call('targets.set', { ...target, indicator: 'TL_DN_CDCS_20', value: 100 })
  return article
}

describe('Sóc Trăng to 2023', () => {
  test('on the day of the conference the goals stand and nothing is known yet: no percent, not 0 %', async () => {
    const { row } = await rebuild()
    const on = { plan: PLAN, asOf: '2022-02-24' }
    expect(await row('DV_TONG', on)).toMatchObject({
      kind: 'striving',
      target: 63_000,
      result: null,
      percent: null,
      remaining: null,
    })
    expect(await row('TL_DN_CDCS_20', on)).toMatchObject({ target: 100, result: null, percent: null })
  })

  test('63.000 is a level: the latest one reported counts, new members are not added to it', async () => {
    const { call, row } = await rebuild()
    const report = { unit: 'TINH', indicator: 'DV_TONG' } as const
    await call('reports.add', { ...report, from: '2021-01-01', asOf: '2021-12-31', value: 58_000 })
    await call('reports.add', { ...report, from: '2022-01-01', asOf: '2022-12-31', value: 61_110 })
    await call('reports.add', {
      unit: 'TINH',
      indicator: 'DV_MOI',
      from: '2022-01-01',
      asOf: '2022-12-31',
      value: 9000,
    })
    expect(await row('DV_TONG', { plan: PLAN, asOf: '2022-06-30' })).toMatchObject({
      result: 58_000,
      percentText: '92,1%',
    })
    expect(await row('DV_TONG', { plan: PLAN, asOf: '2023-06-30' })).toMatchObject({
      result: 61_110,
      percentText: '97%',
      remaining: 1890,
    })
  })

  test('100 % of enterprises from 20 workers on is counted inside the survey and rounds nothing up to the goal', async () => {
    const { row, file } = await rebuild()
    const enterprises = Array.from({ length: 201 }, (_, index) => ({
      name: `Doanh nghiệp ${index}`,
      unit: 'TINH',
      workers: index === 200 ? 19 : 20 + index,
      hasUnion: index < 199,
    }))
    surveyInto(file, { on: '2022-03-31', frozen: true }, enterprises)
    // The one with 19 workers is outside; 199 of 200 have a union.
    expect(await row('TL_DN_CDCS_20', { plan: PLAN, asOf: '2022-12-31' })).toMatchObject({
      result: 99.5,
      percentText: '99,5%',
      remaining: 0.5,
    })
  })

  test('the goals read as the office put them', async () => {
    const { tellGoal } = await rebuild()
    const on = { plan: PLAN, asOf: '2022-02-24', whole: 'toàn tỉnh' }
    expect(await tellGoal('DV_TONG', on)).toBe('đến năm 2023, toàn tỉnh có 63.000 đoàn viên')
    expect(await tellGoal('TL_DN_CDCS_20', on)).toBe(
      '100% doanh nghiệp có từ 20 lao động trở lên đã đi vào hoạt động có CĐCS',
    )
  })
})
