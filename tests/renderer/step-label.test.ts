import { describe, expect, it } from 'vitest'
import { stepLabel } from '#renderer/text/grid.ts'

describe('names of steps', () => {
  it.each([
    ['paste', 200, 1600, 'Doanh nghiệp', 'Dán 200 dòng vào Doanh nghiệp'],
    ['paste', 3, 6, 'Chỉ tiêu', 'Dán 6 ô vào Chỉ tiêu'],
    ['paste', 5000, 40_000, 'Doanh nghiệp', 'Dán 5.000 dòng vào Doanh nghiệp'],
    ['fill', 12, 12, 'Chỉ tiêu', 'Điền 12 ô trong Chỉ tiêu'],
    ['delete', 5, 5, 'Đơn vị', 'Xóa 5 ô trong Đơn vị'],
    ['cut', 2, 4, 'Kết quả', 'Chuyển 4 ô trong Kết quả'],
    ['type', 1, 1, 'Đơn vị', 'Sửa 1 ô trong Đơn vị'],
    ['replace', 9, 1234, 'Doanh nghiệp', 'Thay thế 1.234 ô trong Doanh nghiệp'],
    ['insert', 2, 0, 'Công đoàn cơ sở', 'Thêm 2 dòng vào Công đoàn cơ sở'],
    ['remove', 3, 0, 'Công đoàn cơ sở', 'Xóa 3 dòng trong Công đoàn cơ sở'],
  ] as const)('%s of %i rows and %i cells', (origin, rows, cells, table, label) => {
    expect(stepLabel(origin, { rows, cells }, table)).toBe(label)
  })

  it('never is longer than the history takes', () => {
    expect(stepLabel('paste', { rows: 1, cells: 1_000_000 }, 'Bảng '.repeat(200)).length).toBeLessThanOrEqual(200)
  })
})
