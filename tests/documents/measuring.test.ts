import { describe, expect, it } from 'vitest'
import { measureTable } from '#main/documents/layout/column-widths.ts'
import { textWidth, wrapBalanced, wrapText } from '#main/documents/layout/text-width.ts'
import { splitColumns } from '#main/documents/pieces/annex-pages.ts'
import type { TableBlock } from '#shared/domain/documents/tree.ts'
import { line } from '#shared/domain/wording/parts.ts'

describe('width of text', () => {
  // Measured from the font's own advance widths; a Vietnamese letter is as wide as its base letter.
  it.each([
    ['Độc lập - Tự do - Hạnh phúc', 14, 'bold', 3428],
    ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 13, 'bold', 5425],
    ['LIÊN ĐOÀN LAO ĐỘNG TỈNH QUẢNG NINH', 13, 'bold', 5447],
    ['0123456789', 14, 'regular', 1400],
    ['', 14, 'regular', 0],
  ] as const)('%s', (value, size, face, twips) => {
    expect(Math.abs(textWidth(value, size, face) - twips)).toBeLessThanOrEqual(2)
  })

  it('is the same however the accents are stored', () => {
    const name = 'Công đoàn cơ sở Ưu Đàm'
    expect(textWidth(name.normalize('NFD'), 14)).toBeGreaterThanOrEqual(textWidth(name, 14))
    expect(textWidth('àáảãạ', 14)).toBe(textWidth('aaaaa', 14))
    expect(textWidth('ươ', 14)).toBeGreaterThan(textWidth('uo', 14))
  })
})

describe('breaking lines', () => {
  it.each([
    ['LIÊN ĐOÀN LAO ĐỘNG TỈNH HẢI AN', 3700, ['LIÊN ĐOÀN LAO ĐỘNG', 'TỈNH HẢI AN']],
    ['LIÊN ĐOÀN LAO ĐỘNG THÀNH PHỐ HẢI PHÒNG', 3700, ['LIÊN ĐOÀN LAO ĐỘNG', 'THÀNH PHỐ HẢI PHÒNG']],
    ['CÔNG ĐOÀN NGÀNH GIÁO DỤC', 9000, ['CÔNG ĐOÀN NGÀNH GIÁO DỤC']],
  ])('%s', (value, width, lines) => {
    expect(wrapBalanced(value, width, 13, 'bold')).toEqual(lines)
  })

  it('never makes a line wider than asked while a word fits', () => {
    const value =
      'Kết quả thực hiện cam kết với Ban Thường vụ Tỉnh ủy Hải An về phát triển đoàn viên, thành lập công đoàn cơ sở năm 2024'
    for (const lines of [wrapBalanced(value, 6000, 14, 'bold'), wrapText(value, 6000, 14, 'bold')]) {
      expect(lines.join(' ')).toBe(value)
      for (const part of lines) expect(textWidth(part, 14, 'bold')).toBeLessThanOrEqual(6000)
    }
  })
})

describe('columns', () => {
  const table = (columns: number, name: string): TableBlock => ({
    kind: 'table',
    id: 't',
    columns: [
      { id: 'tt', align: 'center' },
      { id: 'unit', align: 'left', grows: true },
      ...Array.from({ length: columns }, (_, index) => ({ id: `c${index}`, align: 'right' as const })),
    ],
    header: [
      [
        { text: line`TT` },
        { text: line`Đơn vị` },
        ...Array.from({ length: columns }, () => ({ text: line`Phát triển đoàn viên` })),
      ],
    ],
    rows: [
      {
        kind: 'row',
        cells: [
          { text: line`1` },
          { text: line`${name}` },
          ...Array.from({ length: columns }, () => ({ text: line`${'10.800'}` })),
        ],
      },
    ],
  })

  it.each([1, 4, 9, 14])('%i number columns fill the page exactly and hold their numbers', (count) => {
    const measure = measureTable(table(count, 'LĐLĐ thành phố Hải An'), 14_287, [13, 12, 11])
    expect(measure.widths.reduce((sum, width) => sum + width, 0)).toBe(14_287)
    for (const width of measure.widths.slice(2))
      expect(width).toBeGreaterThan(textWidth('10.800', measure.size, 'bold'))
    expect(measure.widths.every((width) => width > 0)).toBe(true)
  })

  it('takes a smaller size before it lets a name wrap', () => {
    expect(measureTable(table(4, 'LĐLĐ huyện An Lạc'), 14_287, [13, 12, 11]).size).toBe(13)
    expect(measureTable(table(15, 'Công đoàn cơ sở Tổng công ty Cấp nước'), 14_287, [13, 12, 11]).size).toBeLessThan(13)
  })

  const reporting = (columns: readonly (readonly [string, string])[], name: string): TableBlock => ({
    kind: 'table',
    id: 't',
    columns: [
      { id: 'tt', align: 'center' },
      { id: 'indicator', align: 'left', grows: true },
      ...columns.map(([id]) => ({ id, align: 'right' as const })),
    ],
    header: [[{ text: line`TT` }, { text: line`Chỉ tiêu` }, ...columns.map(([id]) => ({ text: line`${id}` }))]],
    rows: [
      {
        kind: 'row',
        cells: [{ text: line`1` }, { text: line`${name}` }, ...columns.map(([, value]) => ({ text: line`${value}` }))],
      },
    ],
  })
  const LONG = 'Giới thiệu đoàn viên công đoàn ưu tú cho Đảng xem xét, bồi dưỡng, kết nạp'

  it('keeps short titles on one line beside names that wrap anyhow', () => {
    const figures = [
      ['ĐVT', 'người'],
      ['Chỉ tiêu', '6.800'],
      ['Thực hiện', 'hơn 5.670'],
      ['Tỷ lệ đạt (%)', '≥83,4%'],
      ['Còn lại', '1.130'],
    ] as const
    const { size, widths } = measureTable(reporting(figures, LONG), 9355, [13, 12, 11])
    expect(widths.reduce((sum, width) => sum + width, 0)).toBe(9355)
    const short = figures.flatMap(([title], index) => (title.split(' ').length === 2 ? [{ title, index }] : []))
    expect(short).toHaveLength(3)
    for (const { title, index } of short)
      expect(widths[index + 2]).toBeGreaterThan(textWidth(title, size, 'bold') + 140)
  })

  it('takes a smaller size before names stand in a tower of single words', () => {
    const figures = [
      ['ĐVT', 'người'],
      ['Chỉ tiêu năm', '76.000'],
      ['Trong kỳ', '–'],
      ['Lũy kế', 'hơn 5.670'],
      ['Tỷ lệ đạt (%)', '≥83,4%'],
      ['So với cùng kỳ', '-4,4 điểm %'],
    ] as const
    const { size, widths } = measureTable(reporting(figures, LONG), 9355, [13, 12, 11])
    expect(size).toBeLessThan(13)
    expect(widths[1]).toBeGreaterThanOrEqual(2600)
  })

  it('moves groups that do not fit to a second annex, none parted', () => {
    expect(splitColumns([4, 4, 4, 1, 1, 1, 1, 4], (width) => width, 16)).toEqual([[4, 4, 4, 1, 1, 1, 1], [4]])
    expect(splitColumns([20], (width) => width, 16)).toEqual([[20]])
    expect(splitColumns([], () => 1, 16)).toEqual([])
  })
})
