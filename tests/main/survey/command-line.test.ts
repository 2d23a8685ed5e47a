import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { runCli } from '#main/hosts/cli/main.ts'
import { PROJECT } from '#tests/support/resources.ts'
import { taxCode } from '#tests/support/tax-codes.ts'
import { makeTempFolder } from '#tests/support/temp-folder.ts'
import { writeWorkbook } from '#tests/support/workbook-file.ts'

const FIXTURES = path.join(PROJECT, 'tests/fixtures/survey')

interface Run {
  readonly code: number
  readonly out: string
  readonly error: string
}
type Line = (...argv: readonly string[]) => Promise<Run>

/** Runs command lines against one new province, as whoever checks the program from outside does. */
async function openLine(): Promise<{ readonly line: Line; readonly folder: string }> {
  const folder = makeTempFolder()
  const line: Line = async (...argv) => {
    let out = ''
    let error = ''
    const code = await runCli([...argv, '--db', path.join(folder, 'tỉnh.chitieu-db')], {
      out: (text) => {
        out += text
      },
      error: (text) => {
        error += text
      },
    })
    return { code, out, error }
  }
  await line('init', '--name', 'Liên đoàn Lao động tỉnh Thử Nghiệm')
  return { line, folder }
}

describe('import', () => {
  test('prints what it did as JSON, in the published shape', async () => {
    const { line } = await openLine()
    const { code, out } = await line('import', path.join(FIXTURES, 'bhxh-quang-tri.xlsx'), '--create-units', '--json')
    expect(code).toBe(0)
    const report = JSON.parse(out) as Record<string, unknown>
    expect(report).toMatchObject({
      file: 'bhxh-quang-tri.xlsx',
      sheet: 'DS DN',
      headerRow: 6,
      rows: 420,
      created: 420,
      updated: 0,
      unchanged: 0,
      totals: { workers: 27371, members: 9886, withUnion: 138, ge20WithoutUnion: 116 },
      unmatched: [],
      duplicates: [],
      problems: [],
      surveyDate: '2023-12-31',
    })
    expect((report['perUnit'] as unknown[])[0]).toEqual({
      code: 'TP-DONGHA',
      name: 'Liên đoàn Lao động thành phố Đông Hà',
      nameInFile: 'THÀNH PHỐ ĐÔNG HÀ',
      enterprises: 34,
      workers: 2663,
      withUnion: 10,
      members: 931,
    })
  })

  test('a dry run names new units without a code and leaves the file alone', async () => {
    const { line } = await openLine()
    const { out } = await line(
      'import',
      path.join(FIXTURES, 'thue-soc-trang.csv'),
      '--create-units',
      '--dry-run',
      '--json',
    )
    const report = JSON.parse(out) as { perUnit: { code: unknown; new: unknown }[]; sheet: unknown }
    expect(report.perUnit.every(({ code, new: isNew }) => code === null && isNew === true)).toBe(true)
    expect(report.sheet).toBeNull()
    expect(JSON.parse((await line('units', 'list', '--json')).out)).toHaveLength(1)
    expect(JSON.parse((await line('enterprises', 'list', '--json')).out)).toEqual([])
  })

  test('tells a person the same in words', async () => {
    const { line } = await openLine()
    const { code, out, error } = await line(
      'import',
      path.join(FIXTURES, 'thue-quang-ninh.xlsx'),
      '--create-units',
      '--as-of',
      '31/12/2023',
    )
    expect(code).toBe(0)
    expect(out).toContain('Đã nhập thue-quang-ninh.xlsx, trang tính “DS DN”: tiêu đề ở dòng 1, số liệu đến 31/12/2023.')
    expect(out).toContain('927 dòng: 909 mới, 0 cập nhật, 0 không đổi.')
    expect(out).toContain('B918 (không nhập): Chưa có tên doanh nghiệp')
    expect(out).toContain('2292177407: dòng 104, 904')
    expect(error).toContain('Đang đọc tệp')
  })

  test('refuses with a sentence, a code and a way on', async () => {
    const { line, folder } = await openLine()
    const list = [
      ['STT', 'Tên', 'MST', 'Số LĐ'],
      [1, 'Công ty A', taxCode(1), 5],
    ] as const
    const two = await writeWorkbook(path.join(folder, 'hai trang.xlsx'), {
      sheets: [
        { name: 'Một', rows: list },
        { name: 'Hai', rows: list },
      ],
    })
    fs.writeFileSync(path.join(folder, 'thư.xlsx'), 'Kính gửi các đơn vị')
    const cases: readonly (readonly [readonly string[], string])[] = [
      [[path.join(folder, 'không có.xlsx')], 'FILE_MISSING'],
      [[folder], 'FILE_IS_FOLDER'],
      [[path.join(folder, 'thư.xlsx')], 'FILE_NOT_TABLE'],
      [[two], 'SHEET_NEEDED'],
      [[two, '--sheet', 'Ba'], 'SHEET_MISSING'],
      [[path.join(FIXTURES, 'thue-quang-ninh.xlsx'), '--create-units', '--all-or-nothing'], 'IMPORT_HAS_ERRORS'],
      [[two, '--sheet', 'Hai', '--as-of', '31/02/2024'], 'DATE_INVALID'],
      [[two, '--tab', 'Hai'], 'OPTION_UNKNOWN'],
      [[], 'ARGUMENT_MISSING'],
    ]
    for (const [argv, code] of cases) {
      const run = await line('import', ...argv, '--json')
      expect(run.code, code).toBe(1)
      const { error } = JSON.parse(run.out) as { error: { code: string; message: string } }
      expect(error.code).toBe(code)
      expect(run.error).toBe(`${error.message}\n`)
    }
    const needed = JSON.parse((await line('import', two, '--json')).out) as unknown
    expect(needed).toMatchObject({ error: { details: { sheets: ['Một', 'Hai'] } } })
    expect(JSON.parse((await line('enterprises', 'list', '--json')).out)).toEqual([])
    expect((await line('import', two, '--sheet', 'hai', '--json')).code).toBe(0)
  })

  test('a list of unions with marks in sub-columns', async () => {
    const { line, folder } = await openLine()
    const file = await writeWorkbook(path.join(folder, 'cdcs.xlsx'), {
      sheets: [
        {
          rows: [
            [
              'TT',
              'Tên CĐCS',
              'Thuộc xã phường',
              'CNVCLĐ',
              null,
              null,
              'ĐVCĐ',
              null,
              null,
              'Loại hình',
              null,
              null,
              'Ngày/năm thành lập',
            ],
            [null, null, null, 'Tổng', 'Nam', 'Nữ', 'Tổng', 'Nam', 'Nữ', 'Nhà nước', 'Trong nước', 'Ngoài nước'],
            [1, 'CĐCS Công ty TNHH May', 'Phường 1', 120, 20, 100, 110, 15, 95, null, null, 'x', 2015],
            [2, 'CĐCS Công ty Cấp nước', 'Xã Cam Thủy', 50, 30, 20, 50, 30, 20, 'x', null, null, '12/05/2010'],
          ],
          merges: ['A1:A2', 'B1:B2', 'C1:C2', 'D1:F1', 'G1:I1', 'J1:L1', 'M1:M2'],
        },
      ],
    })
    const report = JSON.parse(
      (await line('import', file, '--create-units', '--as-of', '2025-12-31', '--json')).out,
    ) as Record<string, unknown>
    expect(report).toMatchObject({
      headerRow: 1,
      created: 2,
      totals: { workers: 170, members: 160, withUnion: 2, ge20WithoutUnion: 0 },
    })
    const units = JSON.parse((await line('units', 'list', '--as-of', '2025-12-31', '--json')).out) as {
      code: string
      type: string
    }[]
    expect(units.map(({ code, type }) => [code, type]).slice(1)).toEqual([
      ['P-1', 'CD_PHUONG'],
      ['X-CAMTHUY', 'CD_XA'],
    ])
    const rows = JSON.parse((await line('enterprises', 'list', '--json')).out) as Record<string, unknown>[]
    expect(rows.find(({ name }) => name === 'CĐCS Công ty TNHH May')).toMatchObject({
      workers: 120,
      women: 100,
      members: 110,
      legalForm: 'FDI100',
      foundedText: '2015',
      unitCode: 'P-1',
    })
  })
})

describe('enterprises list', () => {
  test('by unit, by words, so many', async () => {
    const { line } = await openLine()
    await line('import', path.join(FIXTURES, 'thue-soc-trang.csv'), '--create-units')
    const count = async (...argv: readonly string[]): Promise<number> =>
      (JSON.parse((await line('enterprises', 'list', ...argv, '--json')).out) as unknown[]).length
    expect(await count()).toBe(150)
    expect(await count('--unit', 'TX-VINHCHAU')).toBe(18)
    expect(await count('--search', 'hop tac xa', '--limit', '3')).toBe(3)
    expect((await line('enterprises', 'list', '--unit', 'X', '--json')).code).toBe(1)
    expect((await line('enterprises', 'list', '--limit', 'nhiều', '--json')).code).toBe(1)
    expect((await line('enterprises', 'list', '--limit', '2')).out).toContain('Đoàn viên')
  })
})
