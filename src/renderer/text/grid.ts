import { formatNumber } from '#shared/domain/text/format.ts'

/** Words of every table. */
export const gridText = {
  noRows: 'Không có dòng nào phù hợp.',
  noRowsYet: 'Không có dòng nào. Nhập vào dòng trống của bảng để thêm.',
  loading: 'Đang tải…',
  notNumber: (text: string) => `“${text}” không phải là số. Hãy nhập số, ví dụ 1.348.`,
  notWhole: (text: string) => `“${text}” có phần lẻ. Hãy nhập số nguyên, ví dụ 1.348.`,
  negative: (text: string) => `“${text}” nhỏ hơn 0. Hãy nhập số từ 0 trở lên.`,
  notDate: (text: string) => `“${text}” không phải là ngày. Hãy nhập theo dạng ngày/tháng/năm, ví dụ 30/6/2024.`,
  notChoice: (text: string, choices: string) => `“${text}” không có trong danh sách. Hãy chọn: ${choices}.`,
  notSaved: 'Chưa ghi được ô này.',
  problemAt: (column: string, reason: string) => `Cột ${column}: ${reason}`,
  readOnlyCells: (count: number) => `${formatNumber(count)} ô chỉ để xem nên giữ nguyên.`,
  readOnlyCell: 'Ô này chỉ để xem, giữ nguyên.',
  menuLabel: 'Việc có thể làm với dòng này',
  expand: 'Mở nhóm',
  collapse: 'Thu gọn nhóm',
} as const

/** What an act of the clerk in a table was: EditOrigin of the tables, and whole rows taken out. */
export type StepOrigin = 'type' | 'paste' | 'cut' | 'delete' | 'fill' | 'replace' | 'insert' | 'remove'

/** From this many rows a paste is told by its rows, as clerks speak of it: "Dán 6 ô", but "Dán 200 dòng". */
const TOLD_BY_ROWS = 10

/**
 * Name of one step of the history, as a clerk would say it: "Dán 200 dòng vào Doanh nghiệp", "Điền 12 ô trong
 * Chỉ tiêu", "Xóa 5 ô trong Đơn vị". `tableName` is the screen's name as the menu at the left writes it. `cells`
 * and `rows` are what is really written. At most 200 characters.
 */
export function stepLabel(
  origin: StepOrigin,
  { rows, cells }: { readonly rows: number; readonly cells: number },
  tableName: string,
): string {
  const where = tableName.length > 120 ? `${tableName.slice(0, 119)}…` : tableName
  const cellsText = `${formatNumber(cells)} ô`
  switch (origin) {
    case 'type':
      return `Sửa ${cellsText} trong ${where}`
    case 'paste':
      return `Dán ${rows >= TOLD_BY_ROWS ? `${formatNumber(rows)} dòng` : cellsText} vào ${where}`
    case 'cut':
      return `Chuyển ${cellsText} trong ${where}`
    case 'delete':
      return `Xóa ${cellsText} trong ${where}`
    case 'fill':
      return `Điền ${cellsText} trong ${where}`
    case 'replace':
      return `Thay thế ${cellsText} trong ${where}`
    case 'insert':
      return `Thêm ${formatNumber(rows)} dòng vào ${where}`
    case 'remove':
      return `Xóa ${formatNumber(rows)} dòng trong ${where}`
  }
}
