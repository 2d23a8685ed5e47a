import fs from 'node:fs'
import path from 'node:path'
import { expect, test, vi } from 'vitest'
import { callFiles } from '#main/services/report-import/file-names.ts'
import { openQuangTri } from '#tests/support/quang-tri.ts'
import { writeWorkbook } from '#tests/support/workbook-file.ts'

// Every file is read in a process of its own, which a busy machine takes its time to start.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })

test('files of one name are told apart by the folders they lie in', () => {
  const at = (...parts: string[]): string => path.resolve('Báo cáo', ...parts)
  expect(callFiles([at('x', 'a.xlsx'), at('y', 'b.xlsx')])).toEqual(['a.xlsx', 'b.xlsx'])
  expect(callFiles([at('x', 'a.xlsx'), at('y', 'a.xlsx'), at('b.xlsx')])).toEqual(['x/a.xlsx', 'y/a.xlsx', 'b.xlsx'])
  expect(callFiles([at('x', 't6', 'a.xlsx'), at('y', 't6', 'a.xlsx')])).toEqual(['x/t6/a.xlsx', 'y/t6/a.xlsx'])
})

test('reports of one name from two units each keep their own figures, and know which file these came in', async () => {
  const { call, folder } = await openQuangTri()
  const write = async (place: string, unit: string, value: number): Promise<string> => {
    fs.mkdirSync(path.join(folder, place), { recursive: true })
    const rows = [
      ['LĐLĐ TỈNH QUẢNG TRỊ'],
      [`LĐLĐ ${unit}`],
      ['(Số liệu tính đến ngày 30/6/2024)'],
      ['TT', 'Chỉ tiêu', 'Kế hoạch năm', 'Lũy kế từ đầu năm'],
      [1, 'Kết nạp mới đoàn viên', 400, value],
    ]
    return writeWorkbook(path.join(folder, place, 'Bao cao.xlsx'), { sheets: [{ name: 'BC', rows }] })
  }
  const files = [await write('Cam Lo', 'HUYỆN CAM LỘ', 168), await write('Tan Phu', 'HUYỆN TÂN PHÚ', 125)]
  const answer = await call('reportFiles.import', { files, createUnits: true })
  const taken = answer.reports.map(({ file, unitName, values }) => [file, unitName, values[0]?.value])
  expect(taken).toEqual([
    ['Cam Lo/Bao cao.xlsx', expect.stringContaining('Cam Lộ'), 168],
    ['Tan Phu/Bao cao.xlsx', expect.stringContaining('Tân Phú'), 125],
  ])
  const reported = await call('reports.list', {})
  expect(reported.map(({ value, file }) => `${value} ${file?.name}`).toSorted()).toEqual([
    '125 Tan Phu/Bao cao.xlsx',
    '168 Cam Lo/Bao cao.xlsx',
  ])
})
