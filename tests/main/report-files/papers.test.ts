import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { TestBackend } from '#tests/support/backend.ts'
import { openQuangTri } from '#tests/support/quang-tri.ts'
import { type PaperBlock, writePaper } from '#tests/support/word-paper.ts'

// Every file is read in a process of its own, which a busy machine takes its time to start.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })

// Reports on paper: tables of a Word document, sentences, text in one column.

const HEAD: PaperBlock = {
  table: [
    [
      { text: ['LĐLĐ TỈNH QUẢNG TRỊ', 'LĐLĐ HUYỆN CAM LỘ', 'Số: 12/BC-LĐLĐ'] },
      {
        text: ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc', 'Cam Lộ, ngày 28 tháng 6 năm 2024'],
      },
    ],
  ],
}
const FOOT: PaperBlock = {
  table: [[{ text: ['Nơi nhận:', '- Như trên;', '- Lưu: VT, 3 bản.'] }, { text: ['CHỦ TỊCH', '', 'Nguyễn Văn An'] }]],
}

describe('a report on paper', () => {
  let opened: TestBackend
  beforeAll(async () => {
    opened = await openQuangTri({ untilClosed: true })
  })
  afterAll(() => opened.close())
  const paper = (name: string, blocks: readonly PaperBlock[]): Promise<string> =>
    writePaper(path.join(opened.folder, name), blocks)
  const text = (name: string, content: string): string => {
    const file = path.join(opened.folder, name)
    fs.writeFileSync(file, content)
    return file
  }
  const preview = (file: string, more: { unit?: string } = {}) =>
    opened.call('reportFiles.preview', { files: [file], ...more })

  test('a form as a table of a Word document, letterhead and signature around it', async () => {
    const file = await paper('bc.docx', [
      HEAD,
      'BÁO CÁO',
      'Kết quả phát triển đoàn viên, thành lập CĐCS',
      '(Số liệu từ ngày 01/01/2024 đến ngày 30/6/2024)',
      {
        table: [
          [
            { text: 'TT', joined: 'begins' },
            { text: 'Chỉ tiêu', joined: 'begins' },
            { text: 'Kế hoạch năm', joined: 'begins' },
            { text: 'Kết quả', span: 2 },
            { text: 'Tỷ lệ (%)', joined: 'begins' },
          ],
          [
            { text: '', joined: 'goesOn' },
            { text: '', joined: 'goesOn' },
            { text: '', joined: 'goesOn' },
            'Trong tháng',
            'Lũy kế',
            { text: '', joined: 'goesOn' },
          ],
          ['1', 'Kết nạp mới đoàn viên', '356', '25', 'hơn 168', '47,2'],
          ['2', { text: ['Thành lập mới', 'CĐCS'] }, '01', '0', 'không', '0'],
          ['3', 'Tổng số đoàn viên', '', '', '2.696', ''],
        ],
      },
      FOOT,
    ])
    const answer = await preview(file)
    expect(answer).toMatchObject({ asOf: '2024-06-30', periodStart: '2024-01-01', questions: [], unmatched: [] })
    expect(answer.units['Huyện Cam Lộ']).toMatchObject({
      targets: { DV_MOI: 356, CDCS_MOI: 1 },
      cumulative: { DV_MOI: 168, CDCS_MOI: 0, DV_TONG: 2696 },
      qualifiers: { DV_MOI: '>=' },
    })
    expect(answer.reports[0]?.values[0]).toMatchObject({ sheet: 'Văn bản', cell: 'E11', text: 'hơn 168' })
  })

  test('sentences: what is told is taken with its sentence; goals, other places and doubts are not', async () => {
    const file = await paper('bao cao.docx', [
      HEAD,
      'BÁO CÁO KẾT QUẢ 6 THÁNG ĐẦU NĂM 2024',
      'Thực hiện Kế hoạch số 15/KH-LĐLĐ ngày 02/02/2024, LĐLĐ huyện đã chỉ đạo 7 xã, 1 thị trấn triển khai.',
      'Tính đến ngày 30/6/2024, toàn huyện kết nạp mới hơn 168 đoàn viên, đạt 47,2% kế hoạch; thành lập mới 02/04 CĐCS (đạt 50%), giới thiệu 55 đoàn viên ưu tú cho Đảng, trong đó 39 đồng chí được kết nạp vào Đảng. Tổng số đoàn viên công đoàn là 2.696.',
      'CĐCS Trường THCS Nguyễn Huệ có 25 đoàn viên tham gia.',
      'Phấn đấu trong 6 tháng cuối năm kết nạp thêm 200 đoàn viên, thành lập 2 CĐCS.',
      FOOT,
    ])
    const answer = await preview(file)
    expect(answer.units['Huyện Cam Lộ']).toMatchObject({
      targets: { CDCS_MOI: 4 },
      cumulative: { DV_MOI: 168, CDCS_MOI: 2, DVUT_GT: 55, DVUT_KN: 39, DV_TONG: 2696 },
      qualifiers: { DV_MOI: '>=' },
    })
    expect(answer.reports[0]).toMatchObject({ asOf: '2024-06-30', basis: 'cumulative' })
    expect(answer.findings.map(({ kind, indicator, cell }) => [kind, indicator, cell])).toEqual([
      ['readAs', 'DV_MOI', 'A7'],
      ['readAs', 'CDCS_MOI', 'B7'],
      ['readAs', 'DVUT_GT', 'C7'],
      ['readAs', 'DVUT_KN', 'D7'],
      ['readAs', 'DV_TONG', 'E7'],
    ])
    expect(answer.findings[0]?.message).toBe(
      'ĐV mới: lấy 168 từ câu “toàn huyện kết nạp mới hơn 168 đoàn viên”. Hãy đọc lại câu này trước khi dùng số.',
    )
    expect(answer.questions.map(({ kind, cell, text: asked }) => [kind, cell, asked])).toEqual([
      ['indicator', 'A8', 'CĐCS Trường THCS Nguyễn Huệ có 25 đoàn viên tham gia.'],
    ])
  })

  test('the same as plain text; an answer to a doubt is taken', async () => {
    const file = text(
      'bao cao.txt',
      'LĐLĐ HUYỆN CAM LỘ\r\nTừ đầu năm đến nay (ngày 15/8/2024), toàn huyện đã thành lập 17 CĐCS với 1.348 đoàn viên, phát triển mới 2.100 đoàn viên.\r\n',
    )
    const answer = await preview(file)
    expect(answer.units['Huyện Cam Lộ']?.cumulative).toEqual({ CDCS_MOI: 17, DV_MOI: 2100 })
    expect(answer.asOf).toBe('2024-08-15')
  })

  test.each([
    ['lines in quotes', '"TT;Chỉ tiêu;Kế hoạch năm;Lũy kế;%"', '"1;Kết nạp mới đoàn viên;356;hơn 168;47,2"'],
    [
      'lines in quotes with commas',
      '"TT,Chỉ tiêu,Kế hoạch năm,Lũy kế,%"',
      '"1,Kết nạp mới đoàn viên,356,hơn 168,47.2"',
    ],
    ['tabs', 'TT\tChỉ tiêu\tKế hoạch năm\tLũy kế\t%', '1\tKết nạp mới đoàn viên\t356\thơn 168\t47,2'],
    ['labels and figures', 'Thành lập mới CĐCS: 2', 'Kết nạp mới đoàn viên: hơn 168/356, đạt 47,2%'],
  ])('text of one column: %s', async (name, head, row) => {
    const file = text(
      `${name}.csv`,
      `\ufeff"LĐLĐ HUYỆN CAM LỘ"\r\n"Số liệu đến ngày 30/6/2024"\r\n${head}\r\n${row}\r\n`,
    )
    const answer = await preview(file)
    expect(answer.units['Huyện Cam Lộ']).toMatchObject({
      targets: { DV_MOI: 356 },
      cumulative: { DV_MOI: 168 },
      qualifiers: { DV_MOI: '>=' },
    })
    expect(answer.findings).toEqual([])
  })

  test('a paper that tells no figure is no report', async () => {
    const file = text('thu.txt', 'Kính gửi các đơn vị,\nĐề nghị báo cáo trước ngày 05/7/2024.\n')
    const answer = await opened.backend.call('reportFiles.preview', { files: [file] })
    expect(answer).toMatchObject({ ok: false, error: { code: 'REPORT_NOT_FOUND' } })
  })
})
