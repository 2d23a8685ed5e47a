import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { openTestBackend, type TestBackend } from '#tests/support/backend.ts'
import { textOfFile } from './support/text-of-file.ts'

// The campaign of 2024 a province launched in public: 15 unions, 5.000 members and 300 outstanding members from 1 to 31
// July; by 30 October the year's 74 unions and 10.800 members. Its closing report tells both phases, each as it counts.

describe('the closing report of a campaign in two phases', () => {
  let province: TestBackend
  let text: string
  let document: string

  beforeAll(async () => {
    province = await openTestBackend({
      name: 'Liên đoàn Lao động tỉnh Thái Bình',
      today: '2024-08-05',
      untilClosed: true,
    })
    const { call, folder } = province
    await call('plans.add', { code: '2024', kind: 'year', from: '2024-01-01', to: '2024-12-31' })
    await call('campaigns.open', {
      preset: 'DOT-CAO-DIEM',
      year: 2024,
      phaseTargets: [
        { phase: 1, indicator: 'CDCS_MOI', value: 15 },
        { phase: 1, indicator: 'DV_MOI', value: 5000 },
        { phase: 1, indicator: 'DVUT_GT', value: 300 },
        { phase: 2, indicator: 'CDCS_MOI', value: 74 },
        { phase: 2, indicator: 'DV_MOI', value: 10_800 },
      ],
    })
    const report = (indicator: string, asOf: string, value: number, qualifier?: string) =>
      call('reports.add', { unit: 'TINH', indicator, asOf, value, ...(qualifier === undefined ? {} : { qualifier }) })
    await report('CDCS_MOI', '2024-06-30', 22)
    await report('DV_MOI', '2024-06-30', 7000, 'hơn')
    await report('CDCS_MOI', '2024-07-31', 37)
    await report('DV_MOI', '2024-07-31', 12_000, 'hơn')
    await report('DVUT_GT', '2024-07-31', 300)
    const out = path.join(folder, 'Sơ kết.docx')
    const made = await call('documents.make', { type: 'bao-cao-so-ket', plan: '2024-CD', asOf: '2024-07-31', out })
    document = made.document ?? ''
    text = (await textOfFile(out)).replaceAll('\u00a0', ' ')
    return () => province.close()
  })

  it('tells each phase with its own targets, and marks those of the year', () => {
    const cells = text.split('\n').map((line) => line.trim())
    const rowAfter = (title: string, name: string): string[] => {
      const at = cells.indexOf(
        name,
        cells.findIndex((line) => line.startsWith(title)),
      )
      return cells.slice(at, at + 6)
    }
    expect(rowAfter('Giai đoạn 1', 'Thành lập mới công đoàn cơ sở').slice(2)).toEqual(['15', '15', '100%', '0'])
    expect(rowAfter('Giai đoạn 1', 'Kết nạp mới đoàn viên công đoàn').slice(2)).toEqual([
      '5.000',
      'khoảng 5.000',
      '≈100%',
      '0',
    ])
    expect(rowAfter('Giai đoạn 2', 'Thành lập mới công đoàn cơ sở (*)').slice(2)).toEqual(['74', '37', '50%', '37'])
    expect(rowAfter('Giai đoạn 2', 'Kết nạp mới đoàn viên công đoàn (*)').slice(2)).toEqual([
      '10.800',
      'hơn 12.000',
      '≥111,1%',
      '0',
    ])
    expect(text).toContain('Ghi chú: (*) Chỉ tiêu và kết quả lũy kế từ đầu năm.')
    expect(text).toContain('tính là 0 vì chưa có báo cáo nào của Liên đoàn Lao động tỉnh Thái Bình')
    // What is left is left of the phase that comes.
    expect(text).toContain('phấn đấu thành lập mới 37 CĐCS để hoàn thành chỉ tiêu')
  })

  it('prints the numbers of the screen', async () => {
    for (const plan of ['2024-CD-1', '2024-CD-2']) {
      const { rows } = await province.call('progress.get', { plan, asOf: '2024-07-31' })
      const told = rows.filter(({ level, target }) => level === 'unit' && target !== null)
      expect(told.length).toBeGreaterThan(1)
      for (const { percentText } of told) expect(text).toContain(percentText)
    }
  })

  it('opens the rows behind each number as its phase counts it', async () => {
    const { call } = province
    const figures = await call('documents.figures', { id: document })
    const of = (phase: string) => figures.find(({ id }) => id === `result:DV_MOI::TINH@2024-07-31#${phase}`)
    expect(of('phase 2024-CD-1')?.text).toBe('khoảng 5.000')
    expect(of('phase 2024-CD-2 of year')?.text).toBe('hơn 12.000')
    const values = async (phase: string): Promise<(number | null)[]> => {
      const { rows } = await call('documents.figureRows', { id: document, figure: of(phase)?.id ?? '' })
      return rows.map(({ value }) => value)
    }
    expect(await values('phase 2024-CD-1')).toEqual([7000, 12_000])
    expect(await values('phase 2024-CD-2 of year')).toEqual([12_000])
    expect(of('phase 2024-CD-2 of year')?.label).toContain('Giai đoạn 2 (tính từ đầu năm)')
  })
})

describe('the half-year report of the same province', () => {
  it('tells what was done beside the targets, and money in the unit people say it in', async () => {
    const { call, folder } = await openTestBackend({ name: 'Liên đoàn Lao động tỉnh Thái Bình', today: '2024-07-05' })
    await call('plans.add', { code: '2024', kind: 'year', from: '2024-01-01', to: '2024-12-31' })
    await call('reports.addMany', {
      entries: [
        { unit: 'TINH', indicator: 'HNCBCC', asOf: '2024-06-30', value: 1110 },
        { unit: 'TINH', indicator: 'TUVAN_PL', asOf: '2024-06-30', value: 3000, qualifier: 'hơn' },
        { unit: 'TINH', indicator: 'THAMHOI_TIEN', asOf: '2024-06-30', value: 96_400, qualifier: 'hơn' },
        { unit: 'TINH', indicator: 'MAIAM_TIEN', asOf: '2024-06-30', value: 900 },
      ],
    })
    const out = path.join(folder, 'Sáu tháng.docx')
    await call('documents.make', { type: 'bao-cao-dinh-ky', plan: '2024', asOf: '2024-06-30', period: 'half', out })
    const told = (await textOfFile(out)).replaceAll('\u00a0', ' ')
    expect(told).toContain('1.110 đơn vị')
    expect(told).toContain('hơn 3.000 lượt người')
    expect(told).toContain('Kinh phí thăm hỏi, tặng quà: hơn 96,4 tỷ đồng')
    expect(told).toContain('Kinh phí hỗ trợ nhà mái ấm công đoàn: 900 triệu đồng')
  })
})

describe('the one page of a province that reports for itself alone', () => {
  it('ends with a sentence, not with a mark behind the title of its table', async () => {
    const { call, folder } = await openTestBackend({ name: 'Liên đoàn Lao động tỉnh Thái Bình', today: '2024-07-05' })
    await call('plans.add', { code: '2024', kind: 'year', from: '2024-01-01', to: '2024-12-31' })
    await call('targets.set', { plan: '2024', unit: 'TINH', indicator: 'CDCS_MOI', assigner: 'BCH', value: 74 })
    await call('reports.add', { unit: 'TINH', indicator: 'CDCS_MOI', asOf: '2024-06-30', value: 22 })
    const out = path.join(folder, 'Nhanh.docx')
    await call('documents.make', { type: 'bao-cao-nhanh', plan: '2024', asOf: '2024-06-30', out })
    const told = (await textOfFile(out)).replaceAll('\u00a0', ' ')
    expect(told).toContain('(Số liệu tính đến ngày 30/6/2024)\n')
    expect(told).toContain('ngày 30/6/2024 của Liên đoàn Lao động tỉnh Thái Bình./.')
  })
})
