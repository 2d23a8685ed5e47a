import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import type { TestBackend } from '#tests/support/backend.ts'
import { openQuangTri } from '#tests/support/quang-tri.ts'

// Every file is read in a process of its own, which a busy machine takes its time to start.
vi.setConfig({ testTimeout: 240_000 })

function form({ folder }: TestBackend, name: string, unit: string, day: string, members: number | string): string {
  const file = path.join(folder, name)
  const rows = [`${unit};`, `Số liệu đến ${day};`, 'TT;Chỉ tiêu;Lũy kế', `1;Kết nạp mới đoàn viên;${members}`]
  fs.writeFileSync(file, `\ufeff${rows.join('\r\n')}\r\n`)
  return file
}

async function merged(): Promise<TestBackend> {
  const opened = await openQuangTri()
  await opened.call('units.change', {
    change: {
      kind: 'merge',
      on: '2024-06-01',
      from: ['GLI', 'VLI'],
      into: { newUnit: { name: 'Huyện Linh Mới', code: 'LMO' } },
    },
  })
  return opened
}

describe('whose a report is', () => {
  test('the choice of the clerk counts, and what the file says otherwise is told', async () => {
    const opened = await openQuangTri()
    const file = form(opened, 'bc.csv', 'LĐLĐ HUYỆN CAM LỘ', '30/6/2024', 168)
    const answer = await opened.call('reportFiles.preview', { files: [file], unit: 'DHA', asOf: '2024-07-31' })
    expect(answer.reports.map(({ unit, asOf }) => [unit, asOf])).toEqual([['DHA', '2024-07-31']])
    expect(answer.findings.map(({ kind, message }) => [kind, message])).toEqual([
      [
        'unitDiffers',
        'Trong tệp ghi LĐLĐ HUYỆN CAM LỘ nhưng đồng chí chọn Thành phố Đông Hà; số liệu được ghi cho Thành phố Đông Hà. Hãy kiểm tra lại trước khi dùng.',
      ],
      ['dayDiffers', 'Trong tệp ghi số liệu đến 30/6/2024 nhưng đồng chí chọn 31/7/2024; lấy theo ngày đã chọn.'],
    ])
  })

  test('a unit that was merged: its days before are its own, those after are asked about, never its successor’s by itself', async () => {
    const opened = await merged()
    const may = form(opened, 'thang 5.csv', 'LĐLĐ HUYỆN GIO LINH', '31/5/2024', 60)
    const june = form(opened, 'thang 6.csv', 'LĐLĐ HUYỆN GIO LINH', '30/6/2024', 77)
    const own = await opened.call('reportFiles.import', { files: [may] })
    expect([own.reports.map(({ unit }) => unit), own.questions]).toEqual([['GLI'], []])
    const later = await opened.call('reportFiles.import', { files: [june], createUnits: true })
    expect([later.taken, later.newUnits]).toEqual([0, []])
    expect(later.questions).toMatchObject([
      {
        kind: 'unit',
        cell: '',
        choices: [{ code: 'LMO' }],
        sentence:
          '“LĐLĐ HUYỆN GIO LINH”: Huyện Gio Linh hoạt động đến hết 31/5/2024, không nhận số liệu đến 30/6/2024. Báo cáo này của đơn vị kế thừa nào?',
      },
    ])
    const answered = await opened.call('reportFiles.preview', {
      files: [june],
      answers: [{ file: null, sheet: null, cell: '', code: 'LMO' }],
    })
    expect([answered.reports.map(({ unit }) => unit), answered.questions]).toEqual([['LMO'], []])
    const successor = form(opened, 'moi.csv', 'LĐLĐ HUYỆN LINH MỚI', '30/6/2024', 90)
    const named = await opened.call('reportFiles.preview', { files: [successor] })
    expect([named.reports.map(({ unit }) => unit), named.questions]).toEqual([['LMO'], []])
  })

  test('two files of one unit and period in one go: the later counts, both numbers are told', async () => {
    const opened = await openQuangTri()
    const files = [
      form(opened, 'bao cao.csv', 'LĐLĐ HUYỆN CAM LỘ', '30/6/2024', 168),
      form(opened, 'bao cao (sua).csv', 'LĐLĐ HUYỆN CAM LỘ', '30/6/2024', 171),
    ]
    const answer = await opened.call('reportFiles.import', { files })
    expect(answer.findings).toMatchObject([
      { kind: 'differs', file: 'bao cao (sua).csv', cell: 'C4', stated: 171, computed: 168 },
    ])
    expect((await opened.call('reports.list', { unit: 'CLO' })).map(({ value }) => value)).toEqual([171])
  })

  test('a unit’s own report after the office’s table said otherwise: the unit counts, both numbers are told', async () => {
    const opened = await openQuangTri()
    const table = path.join(opened.folder, 'tong hop.csv')
    fs.writeFileSync(
      table,
      'TỔNG HỢP KẾT QUẢ PHÁT TRIỂN ĐOÀN VIÊN;\nTính đến ngày 30/6/2024;\nTT;Đơn vị;Kết nạp mới đoàn viên\n1;Huyện Cam Lộ;175\n2;Huyện Gio Linh;77\n',
    )
    await opened.call('reportFiles.import', { files: [table] })
    const own = form(opened, 'bc.csv', 'LĐLĐ HUYỆN CAM LỘ', '30/6/2024', 168)
    const answer = await opened.call('reportFiles.import', { files: [own] })
    expect(answer.findings).toMatchObject([{ kind: 'differs', unit: 'CLO', stated: 168, computed: 175 }])
    expect((await opened.call('reports.list', { unit: 'CLO' })).map(({ value }) => value)).toEqual([168])
  })

  test('all or nothing: one doubt keeps everything back', async () => {
    const opened = await openQuangTri()
    const good = form(opened, 'a.csv', 'LĐLĐ HUYỆN CAM LỘ', '30/6/2024', 168)
    const bad = form(opened, 'b.csv', 'LĐLĐ HUYỆN GIO LINH', '30/6/2024', 'nhiều lắm')
    const none = await opened.backend.call('reportFiles.import', { files: [good, bad], allOrNothing: true })
    expect(none).toMatchObject({ ok: false, error: { code: 'REPORTS_NOT_WHOLE' } })
    expect(await opened.call('reports.list', {})).toEqual([])
    expect((await opened.call('reportFiles.import', { files: [good], allOrNothing: true })).taken).toBe(1)
  })

  test('a form nobody filled in is no report: its unit is still missing', async () => {
    const opened = await openQuangTri()
    const blank = form(opened, 'c.csv', 'LĐLĐ HUYỆN CAM LỘ', '30/6/2024', '-')
    const good = form(opened, 'd.csv', 'LĐLĐ HUYỆN GIO LINH', '30/6/2024', 77)
    const { missing, units } = await opened.call('reportFiles.import', { files: [good, blank] })
    expect(missing.some(({ code }) => code === 'CLO')).toBe(true)
    expect(missing.some(({ code }) => code === 'GLI')).toBe(false)
    expect(units['Huyện Cam Lộ']?.cumulative ?? {}).toEqual({})
  })
})
