import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { wordedFor } from '#shared/domain/units/area.ts'
import { openTestBackend, type TestBackend } from '#tests/support/backend.ts'
import { textOfFile } from './support/text-of-file.ts'

// A paper speaks of what its issuer is: a province, a city under the centre, a sector, the industrial zones.

describe('a city under the centre', () => {
  it('is given catalogues, and papers, that speak of a city', async () => {
    const { call, folder } = await openTestBackend({
      name: 'Liên đoàn Lao động thành phố Cần Thơ',
      today: '2026-03-01',
    })
    await call('plans.add', { code: '2026', kind: 'year', from: '2026-01-01', to: '2026-12-31' })
    for (const [assigner, value] of [
      ['BCH', 900],
      ['TU', 850],
    ] as const)
      await call('targets.set', { plan: '2026', unit: 'TINH', indicator: 'DV_MOI', assigner, value })
    const out = path.join(folder, 'Kế hoạch.docx')
    await call('documents.make', { type: 'ke-hoach-nam', plan: '2026', out })
    const text = await textOfFile(out)
    expect(text).toContain('Ban Chấp hành LĐLĐ thành phố giao')
    expect(text).toContain('Ban Thường vụ Thành ủy')
    expect(text).toContain('toàn thành phố')
    expect(text).not.toMatch(/LĐLĐ tỉnh|Tỉnh ủy|toàn tỉnh/u)
  })

  it('keeps what names another place', () => {
    const city = { isCity: true }
    expect(wordedFor(city, 'Công đoàn Viên chức tỉnh')).toBe('Công đoàn Viên chức thành phố')
    expect(wordedFor(city, 'Liên đoàn Lao động tỉnh, thành phố')).toBe('Liên đoàn Lao động tỉnh, thành phố')
    expect(wordedFor(city, 'Liên đoàn Lao động tỉnh Hậu Giang')).toBe('Liên đoàn Lao động tỉnh Hậu Giang')
    expect(wordedFor({ isCity: false }, 'BTV Tỉnh ủy')).toBe('BTV Tỉnh ủy')
  })
})

describe('papers of the sample', () => {
  let sample: TestBackend
  beforeAll(async () => {
    sample = await openTestBackend({ province: 'sample', today: '2024-10-05', untilClosed: true })
  })
  afterAll(() => sample.close())

  it.each([
    ['CDKCN', 'các công đoàn cơ sở trực thuộc kết nạp mới|các công đoàn cơ sở trực thuộc thành lập mới'],
    ['CDN-GD', 'toàn ngành (kết nạp|thành lập) mới'],
    ['TT-DIENLUC', 'toàn đơn vị kết nạp'],
  ])('of %s do not speak for the province', async (unit, spoken) => {
    const out = path.join(sample.folder, `${unit}.docx`)
    await sample.call('documents.make', { type: 'bao-cao-tien-do', unit, asOf: '2024-09-30', out })
    const text = await textOfFile(out)
    expect(text).toMatch(new RegExp(spoken, 'u'))
    expect(text).not.toMatch(/toàn tỉnh|trên địa bàn tỉnh/u)
  })

  it('of a grassroots union are spoken by its executive committee', async () => {
    const out = path.join(sample.folder, 'CĐCS.docx')
    await sample.call('documents.make', { type: 'bao-cao-tien-do', unit: 'TT-DIENLUC', asOf: '2024-09-30', out })
    const text = await textOfFile(out)
    expect(text).toContain('Ban Chấp hành Công đoàn cơ sở')
    expect(text).toContain('TM. BAN CHẤP HÀNH')
    expect(text).not.toMatch(/ban thường vụ công đoàn cơ sở/iu)
  })

  it('draw how the results grew up to the day, to the figure the text prints, beside the year before', async () => {
    const out = path.join(sample.folder, 'Sơ kết.docx')
    await sample.call('documents.make', { type: 'bao-cao-dinh-ky', period: 'half', asOf: '2024-06-30', out })
    const text = await textOfFile(out)
    expect(text).toContain('Hình 1. Tiến độ kết nạp mới đoàn viên toàn tỉnh đến ngày 30/6/2024')
    const progress = await sample.call('progress.get', { plan: '2024', asOf: '2024-06-30' })
    const row = progress.rows.find(
      ({ unit, indicator, assignerCode }) => unit === 'TINH' && indicator === 'DV_MOI' && assignerCode === 'BCH',
    )
    const { curve } = await sample.call('overview.curve', { plan: '2024', indicator: 'DV_MOI', asOf: '2024-06-30' })
    expect(curve.at(-1)?.value).toBe(row?.result)
    const [made] = await sample.call('documents.list', {})
    const figures = await sample.call('documents.figures', { id: made?.id ?? '' })
    expect(figures.map(({ value }) => value)).toContain(row?.result)
  })
})
