import path from 'node:path'
import { expect, test } from 'vitest'
import { openTestBackend, type TestBackend } from '#tests/support/backend.ts'
import { taxCode } from '#tests/support/tax-codes.ts'
import { writeWorkbook } from '#tests/support/workbook-file.ts'

const HEAD = [
  'STT',
  'Tên doanh nghiệp',
  'MST',
  'Xã, phường',
  'KCN',
  'Số LĐ',
  'Khó khăn',
  'Tình trạng',
  'Chủ doanh nghiệp',
  'LĐ nước ngoài',
  'Số QĐ',
  'Cán bộ phụ trách',
  'Cột lạ',
]

async function importRows(
  { call, folder }: TestBackend,
  name: string,
  rows: readonly (readonly (string | number)[])[],
  asOf: string,
) {
  const file = await writeWorkbook(path.join(folder, name), {
    sheets: [{ rows: [[...HEAD], ...rows.map((row) => [...row])] }],
  })
  return call('survey.import', { file, createUnits: true, asOf })
}

const AN = [
  1,
  'Công ty TNHH An Phát',
  taxCode(1),
  'Phường Hạ Long',
  'KCN Cái Lân',
  30,
  'Chủ doanh nghiệp chưa ủng hộ',
  'Tạm ngừng',
  'Trần Bình',
  3,
  '12/QĐ',
  'Lê Hoa',
  'lạ',
]

test('columns of a known meaning fill the registry; all of them stay under their labels', async () => {
  const opened = await openTestBackend()
  const officer = await opened.call('people.save', { fullName: 'Lê Hoa' })
  const report = await importRows(opened, 'một.xlsx', [AN], '2024-06-30')
  // What an import says of a file does not change by it.
  expect(report.columns.find(({ label }) => label === 'Chủ doanh nghiệp')?.field).toBeNull()
  const [row] = (await opened.call('enterprises.list', {})).rows
  expect(row).toMatchObject({
    ward: 'Phường Hạ Long',
    zone: 'KCN Cái Lân',
    operatingStatus: 'suspended',
    director: 'Trần Bình',
    officerId: officer.id,
    foreignWorkers: 3,
    unionDecisionNumber: '12/QĐ',
    difficulty: 'Chủ doanh nghiệp chưa ủng hộ',
    difficultyCodes: ['KK_CHU_DN'],
    extra: { 'Chủ doanh nghiệp': 'Trần Bình', 'Cột lạ': 'lạ' },
  })
})

test('a newer list brings news, an older one only fills what is blank, a correction by hand stays', async () => {
  const opened = await openTestBackend()
  const { call } = opened
  const change = (changes: Readonly<Record<number, string | number>>) => AN.map((cell, at) => changes[at] ?? cell)
  const now = async () => (await call('enterprises.list', {})).rows[0]
  await importRows(opened, 'một.xlsx', [AN], '2024-06-30')
  const { id = '' } = (await now()) ?? {}
  await call('enterprises.updateMany', { edits: [{ id, column: 'director', value: 'Trần Văn Bình' }] })
  await importRows(opened, 'hai.xlsx', [change({ 7: 'Đang hoạt động' })], '2024-09-30')
  expect(await now()).toMatchObject({ operatingStatus: 'active', director: 'Trần Văn Bình' })
  await importRows(opened, 'cũ.xlsx', [change({ 7: 'Giải thể', 8: 'Người Cũ' })], '2023-12-31')
  expect(await now()).toMatchObject({ operatingStatus: 'active', director: 'Trần Văn Bình' })
  await call('history.undo', {})
  await call('history.undo', {})
  expect(await now()).toMatchObject({ operatingStatus: 'suspended', director: 'Trần Văn Bình' })
})

test('a list that still carries the MST of a joined row meets the one it was joined into', async () => {
  const opened = await openTestBackend()
  const { call } = opened
  const other = AN.map((cell, at) => ({ 0: 2, 1: 'Công ty TNHH An Phát Mới', 2: taxCode(2), 5: 40 })[at] ?? cell)
  await importRows(opened, 'một.xlsx', [AN, other], '2024-06-30')
  await call('enterprises.judgePair', { first: taxCode(1), second: taxCode(2), verdict: 'same' })
  const report = await importRows(opened, 'hai.xlsx', [other.map((cell, at) => (at === 5 ? 44 : cell))], '2024-09-30')
  expect(report).toMatchObject({ created: 0, updated: 1 })
  const { rows } = await call('enterprises.list', {})
  expect(rows).toMatchObject([{ taxCode: taxCode(1), workers: 44 }])
})
