import { expect, test } from 'vitest'
import { composePrintPage, fitsUpright } from '#shared/domain/table/print-page.ts'
import type { SheetColumn, SheetLayout } from '#shared/domain/table/sheet.ts'

const column = (title: string, group: string | null, width = 100, kind: SheetColumn['kind'] = 'text'): SheetColumn => ({
  title,
  group,
  kind,
  width,
  align: kind === 'text' ? 'left' : 'right',
})
const LAYOUT: SheetLayout = {
  office: 'LIÊN ĐOÀN',
  title: 'Bảng <1> & "2"',
  notes: ['Số liệu tính đến ngày 30/6/2024'],
  columns: [column('Đơn vị', null), column('CT', 'ĐV mới', 80, 'count'), column('%', 'ĐV mới', 80, 'percent')],
  frozen: 0,
}

test('the page escapes what is in the table and repeats its titles', () => {
  const page = composePrintPage(
    LAYOUT,
    [
      { kind: 'row', depth: 2, cells: ['<script>alert(1)</script>', 1348, 65.7] },
      { kind: 'total', depth: 0, cells: ['TỔNG CỘNG', 10_800, null] },
    ],
    { landscape: false, numbersPages: true },
  )
  expect(page).not.toContain('<script>')
  expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  expect(page).toContain('<h1>Bảng &lt;1&gt; &amp; &quot;2&quot;</h1>')
  expect(page).toContain('<th rowspan="2">Đơn vị</th><th colspan="2">ĐV mới</th>')
  expect(page).toContain('1.348</td>')
  expect(page).toContain('65,7%</td>')
  expect(page).toContain('<tr class="total">')
  expect(page).toContain('thead { display: table-header-group; }')
  expect(page).toContain('size: A4 portrait')
  expect(page).toContain('counter(pages)')
})

test('a long text gets more of the page than a column of small numbers', () => {
  const rows = [{ kind: 'row' as const, depth: 0, cells: ['x'.repeat(90), 5, 7] }]
  const widths = [
    ...composePrintPage(LAYOUT, rows, { landscape: true, numbersPages: false }).matchAll(
      /<col style="width:([\d.]+)%/g,
    ),
  ].map(([, width]) => Number(width))
  expect(widths[0]).toBeGreaterThan(3 * (widths[1] ?? 100))
  expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(100, 0)
})

test('the paper is turned for a wide table', () => {
  expect(fitsUpright(LAYOUT)).toBe(true)
  expect(fitsUpright({ ...LAYOUT, columns: Array.from({ length: 12 }, () => column('a', null)) })).toBe(false)
})
