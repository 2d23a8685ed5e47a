import path from 'node:path'
import { openTestBackend, type TestBackend } from './backend.ts'
import { taxCode } from './tax-codes.ts'
import { writeWorkbook, type Cell, type SheetSpec } from './workbook-file.ts'

export const HEADER: readonly Cell[] = [
  'STT',
  'Tên doanh nghiệp',
  'MST',
  'Huyện/TP',
  'Địa chỉ',
  'Số LĐ',
  'Có CĐ',
  'Đoàn viên',
  'Ghi chú',
]

/** A province with a town, a city and, since the reform, a commune. */
export async function openWithDistricts(): Promise<TestBackend> {
  const opened = await openTestBackend({ name: 'Liên đoàn Lao động tỉnh Quảng Trị' })
  const root = (await opened.call('units.list', { asOf: null }))[0]
  const parent = root?.code ?? ''
  await opened.call('units.add', {
    code: 'TX-QT',
    name: 'Liên đoàn Lao động thị xã Quảng Trị',
    type: 'LDLD_HUYEN',
    parent,
    validTo: '2025-06-30',
  })
  await opened.call('units.add', {
    code: 'TP-DH',
    name: 'LĐLĐ thành phố Đông Hà',
    type: 'LDLD_HUYEN',
    parent,
    validTo: '2025-06-30',
    aliases: ['Thị xã Đông Hà'],
  })
  await opened.call('units.add', {
    code: 'X-CL',
    name: 'Công đoàn xã Cam Lộ',
    type: 'CD_XA',
    parent,
    validFrom: '2025-07-01',
  })
  return opened
}

let files = 0
/** Writes a list whose title says its day; returns the file. */
export function writeRows(
  opened: TestBackend,
  day: string,
  rows: readonly (readonly Cell[])[],
  { header = HEADER }: { readonly header?: readonly Cell[] } = {},
): Promise<string> {
  const sheet: SheetSpec = { rows: [[`(Số liệu tính đến ngày ${day})`], header, ...rows] }
  return writeWorkbook(path.join(opened.folder, `danh sách ${++files}.xlsx`), { sheets: [sheet] })
}

/** A row of the usual columns; seed 0 has no tax code. */
export const firm = (
  seed: number,
  name: string,
  place: string,
  workers: Cell = 10,
  union: Cell = '',
  members: Cell = '',
  note: Cell = '',
): Cell[] => [seed, name, seed === 0 ? '' : taxCode(seed), place, 'đường 9', workers, union, members, note]
