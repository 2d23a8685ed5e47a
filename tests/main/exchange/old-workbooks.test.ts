import fs from 'node:fs'
import path from 'node:path'
import { read, utils, write } from '@e965/xlsx'
import { describe, expect, test } from 'vitest'
import { toTcvn3 } from '#tests/support/legacy-text.ts'
import { readSurvey, readTable } from '#tests/support/read-survey.ts'
import { PROJECT } from '#tests/support/resources.ts'
import { taxCode } from '#tests/support/tax-codes.ts'
import { makeTempFolder } from '#tests/support/temp-folder.ts'

const FOLDER = path.join(PROJECT, 'tests/fixtures/survey')

describe.each([
  ['tcvn3-excel97.xls', '.VnTime', 'tcvn3'],
  ['vni-excel97.xls', 'VNI-Times', 'vni'],
])('%s', (file, font, encoding) => {
  test('fonts, hidden rows, formulas and dates of Excel 97', async () => {
    const survey = await readSurvey(path.join(FOLDER, file))
    expect(survey.title.date).toBe('2023-06-30')
    expect(
      survey.records.map(({ row, name, taxCode: code, workers, hasUnion, members, foundedOn, foundedText }) => [
        row,
        name,
        code,
        workers,
        hasUnion,
        members,
        foundedOn ?? foundedText,
      ]),
    ).toEqual([
      [5, 'Công ty TNHH Ước Mơ Việt', taxCode(5, '01'), 120, true, 100, '2019-05-06'],
      [6, 'Hợp tác xã Nông nghiệp Đức Thịnh', taxCode(6), 1348, true, 1000, '2010-05-12'],
      [7, 'Doanh nghiệp tư nhân Quỳnh Trang', taxCode(7), 7, null, null, '2015'],
      [10, 'Công ty Cổ phần Thủy sản Đại Lộc', taxCode(8), 25, null, null, null],
    ])
    expect(survey.records.map(({ places }) => places[0]?.place.coreKey)).toEqual([
      'soctrang',
      'soctrang',
      'soctrang',
      'nganam',
    ])
    expect(survey.findings.hints().some((hint) => hint.startsWith('Dòng 7: đang bị ẩn'))).toBe(true)
    expect(survey.conversions.some((conversion) => conversion.font === font && conversion.encoding === encoding)).toBe(
      true,
    )
  })

  test('formulas are known as such', async () => {
    const table = await readTable(path.join(FOLDER, file))
    if ('code' in table) throw new Error(table.message)
    expect(table.sheets[0]?.rows.find(({ number }) => number === 5)?.formulas).toEqual([5])
  })
})

// Excel 95 wrote one byte a letter. The library that writes it here puts "_" for letters it does not know, so the
// bytes are put in afterwards, text by text.
test('Excel 95 with TCVN3 text and no font to tell it', async () => {
  const header = ['STT', 'Tên doanh nghiệp', 'Mã số thuế', 'Huyện', 'Số lao động']
  const rows = [
    header,
    [1, 'Công ty TNHH Đức Thịnh', taxCode(1), 'Huyện Cam Lộ', 12],
    [2, 'Hợp tác xã Quỳnh Trang', taxCode(2), 'Huyện Gio Linh', 7],
  ]
  const stored = rows.map((cells) => cells.map((cell) => (typeof cell === 'string' ? toTcvn3(cell) : cell)))
  const masked = stored.map((cells) => cells.map((cell) => (typeof cell === 'string' ? mask(cell) : cell)))
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet(masked), 'DS')
  const bytes = write(book, { bookType: 'biff5', type: 'buffer' }) as Buffer
  let from = 0
  for (const text of stored.flat().filter((cell) => typeof cell === 'string')) {
    const at = bytes.indexOf(mask(text), from, 'latin1')
    Buffer.from(text, 'latin1').copy(bytes, at)
    from = at + text.length
  }
  expect(read(bytes, { type: 'buffer' }).SheetNames).toEqual(['DS'])
  const file = path.join(makeTempFolder(), 'cũ.xls')
  fs.writeFileSync(file, bytes)
  const survey = await readSurvey(file)
  expect(survey.records.map(({ name, workers }) => [name, workers])).toEqual([
    ['Công ty TNHH Đức Thịnh', 12],
    ['Hợp tác xã Quỳnh Trang', 7],
  ])
})

function mask(text: string): string {
  return text.replace(/[^ -~]/g, '_')
}
