import path from 'node:path'
import { expect, test, vi } from 'vitest'
import { openQuangTri } from '#tests/support/quang-tri.ts'
import { writeWorkbook, type Cell } from '#tests/support/workbook-file.ts'

// Every file is read in a process of its own, which a busy machine takes its time to start.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })

const form = (lines: readonly string[], value: number): readonly (readonly Cell[])[] => [
  ...lines.map((line) => [line]),
  ['(Số liệu tính đến ngày 30/6/2024)'],
  ['TT', 'Chỉ tiêu', 'Kế hoạch năm', 'Lũy kế từ đầu năm'],
  [1, 'Kết nạp mới đoàn viên', 400, value],
]

async function openWithFiles() {
  const opened = await openQuangTri()
  const write = (name: string, rows: readonly (readonly Cell[])[]) =>
    writeWorkbook(path.join(opened.folder, name), { sheets: [{ name: 'BC', rows }] })
  const files = [
    await write('a.xlsx', form(['LĐLĐ TỈNH QUẢNG TRỊ', 'LĐLĐ HUYỆN TÂN PHÚ'], 120)),
    await write('BC thang 6 - Thị xã Ba Đồn.xlsx', form([], 30)),
    await write('tong hop.xlsx', [
      ['TỔNG HỢP KẾT QUẢ PHÁT TRIỂN ĐOÀN VIÊN'],
      ['(Tính đến ngày 30/6/2024)'],
      ['TT', 'Đơn vị', 'Kết nạp mới đoàn viên'],
      [1, 'Huyện Cam Lộ', 168],
      [2, 'Huyện Tân Phú', 125],
      [3, 'CĐCS Công ty May', 5],
      ['', 'Cộng', 298],
    ]),
  ]
  return { ...opened, files }
}

test('units nobody knows are asked about, and made only when that is said', async () => {
  const { call, files } = await openWithFiles()
  const asked = await call('reportFiles.preview', { files })
  expect(asked.questions.map(({ kind, text }) => [kind, text])).toEqual([
    ['unit', 'LĐLĐ HUYỆN TÂN PHÚ'],
    ['unit', 'Thị xã Ba Đồn'],
    ['unit', 'Huyện Tân Phú'],
    ['unit', 'CĐCS Công ty May'],
  ])
  expect(asked.newUnits).toEqual([])
  const before = await call('units.list', { asOf: null })

  const preview = await call('reportFiles.preview', { files, createUnits: true })
  expect(preview.newUnits).toEqual([
    {
      code: null,
      name: 'Liên đoàn Lao động huyện Tân Phú',
      type: 'LDLD_HUYEN',
      nameInFile: 'LĐLĐ HUYỆN TÂN PHÚ',
      new: true,
    },
    {
      code: null,
      name: 'Liên đoàn Lao động thị xã Ba Đồn',
      type: 'LDLD_HUYEN',
      nameInFile: 'Thị xã Ba Đồn',
      new: true,
    },
  ])
  expect(preview.units['Huyện Tân Phú']).toMatchObject({ code: null, new: true })
  // A row of a grassroots union stays a question: it is no unit of the tree.
  expect(preview.questions.map(({ text }) => text)).toEqual(['CĐCS Công ty May'])
  expect(await call('units.list', { asOf: null })).toEqual(before)
})

test('made units stand under the province, have their figures, and go with the step when it is undone', async () => {
  const { call, files } = await openWithFiles()
  const before = await call('units.list', { asOf: null })
  const answer = await call('reportFiles.import', { files, createUnits: true })
  const made = answer.newUnits.map(({ code }) => code)
  expect(made).toEqual(['H-TANPHU', 'TX-BADON'])
  const root = before.find(({ parent }) => parent === null)?.code
  expect(
    (await call('units.list', { asOf: null })).filter(({ code }) => made.includes(code)).map(({ parent }) => parent),
  ).toEqual([root, root])
  // The unit's own report stands over the office's table, made unit or not.
  expect(
    answer.findings
      .filter(({ kind }) => kind === 'differs')
      .map(({ unit, stated, computed }) => [unit, stated, computed]),
  ).toEqual([['H-TANPHU', 125, 120]])
  const file = await call('reportFiles.preview', { files: files.slice(0, 1) })
  expect(file.reports[0]).toMatchObject({ unit: 'H-TANPHU', values: [{ value: 120, state: 'unchanged' }] })

  const again = await call('reportFiles.import', { files, createUnits: true })
  expect([again.taken, again.newUnits]).toEqual([0, []])

  await call('history.undo', {})
  expect((await call('units.list', { asOf: null })).map(({ code }) => code)).toEqual(before.map(({ code }) => code))
})
