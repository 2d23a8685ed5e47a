import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { textOfFile } from '#tests/documents/support/text-of-file.ts'
import { readPdf } from '#tests/documents/support/read-pdf.ts'
import { openArticle, type Article } from './article.ts'

// The reports and plans the five articles speak of, made as documents with the articles' own numbers and read back.

const SIGNER = { fullName: 'Nguyễn Văn An', authority: 'TM. BAN THƯỜNG VỤ', position: 'CHỦ TỊCH' } as const

/** Makes a document, holds it against the rules and its own figures, and answers what it says, one line. */
async function make(article: Article, type: string, on: { plan: string; asOf?: string }): Promise<string> {
  const out = path.join(article.folder, `${type}.docx`)
  // No article names who signed.
  await article.call('signers.save', SIGNER)
  await article.call('documents.make', { type, out, plan: on.plan, asOf: on.asOf ?? null })
  expect((await article.call('documents.checkFile', { file: out })).findings).toEqual([])
  expect(await article.call('documents.compareFile', { file: out })).toMatchObject({ figures: [], format: [] })
  const pdf = path.join(article.folder, `${type}.pdf`)
  await article.call('documents.make', { type, out: pdf, plan: on.plan, asOf: on.asOf ?? null })
  expect(readPdf(fs.readFileSync(pdf)).pages.length).toBeGreaterThan(0)
  return (await textOfFile(out)).replace(/\s+/gu, ' ')
}

describe('Quảng Trị 2019: the report to the Party committee on what was pledged', () => {
  test('tells 17 and 1.348 as of 15/8/2019, and no percent of a pledge whose number is not known', async () => {
    const article = await openArticle('Liên đoàn Lao động tỉnh Quảng Trị')
    const { call } = article
    await call('plans.add', { code: '2019', kind: 'year', from: '2019-01-01', to: '2019-12-31' })
    for (const [indicator, value] of [
      ['CDCS_MOI', 17],
      ['DV_MOI', 1348],
    ] as const) {
      const assigner = 'Ban Thường vụ Tỉnh ủy'
      await call('targets.set', { unit: 'TINH', indicator, assigner, kind: 'pledged', value: null })
      await call('reports.add', { unit: 'TINH', indicator, from: '2019-01-01', asOf: '2019-08-15', value })
    }
    const text = await make(article, 'bao-cao-cam-ket', { plan: '2019', asOf: '2019-08-15' })
    expect(text).toContain('Kính gửi: Ban Thường vụ Tỉnh ủy Quảng Trị')
    expect(text).toContain('Tính đến ngày 15/8/2019')
    expect(text).toMatch(/thành lập mới 17 CĐCS/iu)
    expect(text).toMatch(/kết nạp mới 1\.348 đoàn viên/iu)
    expect(text).not.toMatch(/(?:17|1\.348)[^.;]{0,40}đạt \d/u)
    const progress = await make(article, 'bao-cao-tien-do', { plan: '2019', asOf: '2019-08-15' })
    expect(progress).toContain('1.348')
  })
})

describe('Quảng Ninh 2024: the report of six months', () => {
  test('tells 41 (58 %) and 7.965 (66 %), and that the targets are inferred', async () => {
    const article = await openArticle('Liên đoàn Lao động tỉnh Quảng Ninh')
    const { call } = article
    await call('plans.add', { code: '2024', kind: 'year', from: '2024-01-01', to: '2024-12-31' })
    const report = { unit: 'TINH', from: '2024-01-01', asOf: '2024-06-30' } as const
    await call('reports.add', { ...report, indicator: 'CDCS_MOI', value: 41, statedPercent: 58 })
    await call('reports.add', { ...report, indicator: 'DV_MOI', value: 7965, statedPercent: 66 })
    for (const type of ['bao-cao-tien-do', 'bao-cao-dinh-ky']) {
      const text = await make(article, type, { plan: '2024', asOf: '2024-06-30' })
      expect(text).toContain('30/6/2024')
      expect(text).toMatch(/thành lập mới 41 CĐCS \(đạt 58% kế hoạch\)/iu)
      expect(text).toMatch(/kết nạp mới 7\.965 đoàn viên \(đạt 66% kế hoạch\)/iu)
    }
    const text = await make(article, 'bao-cao-tien-do', { plan: '2024', asOf: '2024-06-30' })
    expect(text).toContain('từ 70 đến 71')
    expect(text).toContain('từ 11.889 đến 12.160')
  })
})

describe('Hà Đông 2021: the report of nine months', () => {
  test('tells 20/25, 657/1.000, 146 and 137 with their percents', async () => {
    const article = await openArticle('Liên đoàn Lao động quận Hà Đông')
    const { call } = article
    await call('plans.add', { code: '2021', kind: 'year', from: '2021-01-01', to: '2021-12-31' })
    const target = { unit: 'TINH', assigner: 'Thành phố' } as const
    await call('targets.set', { ...target, indicator: 'CDCS_MOI', value: 25 })
    await call('targets.set', { ...target, indicator: 'DV_MOI', value: 1000 })
    const report = { unit: 'TINH', from: '2021-01-01', asOf: '2021-09-30' } as const
    for (const [indicator, value] of [
      ['CDCS_MOI', 20],
      ['DV_MOI', 657],
      ['DVUT_GT', 146],
      ['DVUT_KN', 137],
    ] as const)
      await call('reports.add', { ...report, indicator, value })
    const text = await make(article, 'bao-cao-tien-do', { plan: '2021', asOf: '2021-09-30' })
    expect(text).toContain('toàn quận thành lập mới 20/25 CĐCS, đạt 80%')
    expect(text).toContain('657/1.000 đoàn viên, đạt 65,7% chỉ tiêu Thành phố giao')
    expect(text).toMatch(/146 đoàn viên ưu tú/u)
    expect(text).toMatch(/137 đoàn viên ưu tú được kết nạp vào Đảng/u)
  })
})

describe('Thái Bình 2024: the report of six months and the plan of the campaign', () => {
  async function rebuild(): Promise<Article> {
    const article = await openArticle('Liên đoàn Lao động tỉnh Thái Bình')
    const { call } = article
    await call('plans.add', { code: '2024', kind: 'year', from: '2024-01-01', to: '2024-12-31' })
    await call('targets.set', { plan: '2024', unit: 'TINH', indicator: 'CDCS_MOI', assigner: 'BCH', value: 74 })
    await call('targets.set', { plan: '2024', unit: 'TINH', indicator: 'DV_MOI', assigner: 'BCH', value: 10_800 })
    const report = { unit: 'TINH', from: '2024-01-01', asOf: '2024-06-30' } as const
    await call('reports.add', { ...report, indicator: 'CDCS_MOI', value: 22 })
    await call('reports.add', { ...report, indicator: 'DV_MOI', value: 7000, qualifier: 'hơn' })
    return article
  }

  test('the report keeps "hơn 7.000" and says at least 64,8 %', async () => {
    const text = await make(await rebuild(), 'bao-cao-tien-do', { plan: '2024', asOf: '2024-06-30' })
    expect(text).toContain('thành lập mới 22/74 CĐCS, đạt 29,7%')
    expect(text).toContain('kết nạp hơn 7.000/10.800 đoàn viên, đạt hơn 64,8% chỉ tiêu')
    expect(text).toContain('≥64,8%')
  })

  test('the plan of the campaign names its phases: 15, 5.000 and 300 in July; until 30/10, not 31/10', async () => {
    const article = await rebuild()
    const { call } = article
    const phases = [
      { code: '2024-CD', kind: 'campaign', from: '2024-07-01', to: '2024-10-30', parent: '2024' },
      { code: '2024-CD-1', kind: 'phase', from: '2024-07-01', to: '2024-07-31', parent: '2024-CD' },
      { code: '2024-CD-2', kind: 'phase', from: '2024-08-01', to: '2024-10-30', parent: '2024-CD' },
    ] as const
    for (const phase of phases) await call('plans.add', phase)
    for (const [indicator, value] of [
      ['CDCS_MOI', 15],
      ['DV_MOI', 5000],
      ['DVUT_GT', 300],
    ] as const)
      await call('targets.set', { plan: '2024-CD-1', unit: 'TINH', indicator, assigner: 'BCH', value })
    const text = await make(article, 'ke-hoach-phat-dong', { plan: '2024-CD' })
    expect(text).toMatch(/1\/7\/2024[^.]*31\/7\/2024/u)
    expect(text).toMatch(/1\/8\/2024[^.]*30\/10\/2024/u)
    expect(text).not.toContain('31/10/2024')
    for (const said of ['5.000', '300']) expect(text).toContain(said)
  })
})

describe('Sóc Trăng to 2023: the plan of two years', () => {
  test('sets 63.000 members as a level and unions in all enterprises from 20 workers on', async () => {
    const article = await openArticle('Liên đoàn Lao động tỉnh Sóc Trăng')
    const { call } = article
    await call('plans.add', { code: '2022-2023', kind: 'term', from: '2022-01-01', to: '2023-12-31' })
    const target = { plan: '2022-2023', unit: 'TINH', assigner: 'BCH', kind: 'striving' } as const
    await call('targets.set', { ...target, indicator: 'DV_TONG', value: 63_000 })
    await call('targets.set', { ...target, indicator: 'TL_DN_CDCS_20', value: 100 })
    const text = await make(article, 'ke-hoach-giai-doan', { plan: '2022-2023' })
    expect(text).toMatch(/63\.000 đoàn viên/u)
    expect(text).toContain('100% doanh nghiệp có từ 20 lao động trở lên đã đi vào hoạt động có CĐCS')
    expect(text).not.toContain('kết nạp mới 63.000')
  })
})
