import { formatNumber } from '#shared/domain/text/format.ts'

/** Words of every table. */
export const gridText = {
  noRows: 'Không có dòng nào phù hợp.',
  loading: 'Đang tải…',
  notNumber: (text: string) => `“${text}” không phải là số. Hãy nhập số, ví dụ 1.348.`,
  notWhole: (text: string) => `“${text}” có phần lẻ. Hãy nhập số nguyên, ví dụ 1.348.`,
  negative: (text: string) => `“${text}” nhỏ hơn 0. Hãy nhập số từ 0 trở lên.`,
  notDate: (text: string) => `“${text}” không phải là ngày. Hãy nhập theo dạng ngày/tháng/năm, ví dụ 30/6/2024.`,
  notChoice: (text: string, choices: string) => `“${text}” không có trong danh sách. Hãy chọn: ${choices}.`,
  notSaved: 'Chưa ghi được ô này.',
  problemAt: (column: string, reason: string) => `Cột ${column}: ${reason}`,
  readOnlyCells: (count: number) => `${formatNumber(count)} ô chỉ để xem nên giữ nguyên.`,
  pasteTooWide: 'Phần dán vượt ra ngoài bảng; chỉ dán các ô nằm trong bảng.',
  readOnlyCell: 'Ô này chỉ để xem, giữ nguyên.',
  brokenCell: (text: string) =>
    text.startsWith('##')
      ? 'Cột trong bảng gốc quá hẹp nên chép ra dấu #. Hãy nới cột đó rồi chép lại.'
      : `“${text}” là lỗi công thức của bảng gốc, không phải số liệu.`,
  readAs: (text: string, shown: string) => `“${text}” được đọc là ${shown}.`,
  oneLine: 'Chữ nhiều dòng sẽ thành một dòng.',
  markedCells: (count: number) => `${formatNumber(count)} ô chưa đúng, đã được đánh dấu để đồng chí sửa.`,
  leftCells: (count: number) => `${formatNumber(count)} ô không dán được nên giữ nguyên.`,
  menuLabel: 'Việc có thể làm với dòng này',
  expand: 'Mở nhóm',
  collapse: 'Thu gọn nhóm',
} as const

/** Words of copying, pasting and filling. */
export const clipboardText = {
  cut: 'Cắt',
  copy: 'Sao chép',
  copyWithTitles: 'Sao chép kèm tiêu đề',
  paste: 'Dán',
  pasteLooking: 'Dán có xem trước…',
  clear: 'Xóa nội dung',
  fillDown: 'Điền xuống dưới',
  fillRight: 'Điền sang phải',
  fillHandle: 'Kéo để điền tiếp; bấm đúp để điền xuống hết; giữ Ctrl để chép nguyên',
  fillUpTo: (text: string) => `Điền: ${text}`,
  nothingToPaste: 'Chưa có gì để dán. Hãy sao chép trong Excel hoặc trong bảng trước.',
  onlyLooked: 'Bảng này chỉ để xem nên không dán vào được.',
  tooLarge: (cells: number) =>
    `Phần dán có ${formatNumber(cells)} ô, quá lớn để dán một lần. Hãy dùng Nhập Excel hoặc dán từng phần.`,
  cutGone: 'Bảng đã đổi sau khi cắt nên chỉ dán bản sao; các ô đã cắt còn nguyên.',
  copied: (rows: number) => `Đã sao chép ${formatNumber(rows)} dòng.`,
  notLoaded: 'Vùng chọn có dòng chưa tải xong. Hãy thử lại sau giây lát.',
  failed: 'Chưa đọc được dữ liệu của vùng chọn. Hãy thử lại.',
  title: 'Xem trước khi dán',
  intro: (rows: number, columns: number) =>
    `Phần dán: ${formatNumber(rows)} dòng × ${formatNumber(columns)} cột. Chưa có gì được ghi.`,
  isHeader: 'Dòng đầu là tiêu đề, không dán',
  byTitle: 'Ghép cột theo tiêu đề',
  counts: {
    written: 'Ô sẽ đổi',
    unchanged: 'Ô giống hệt',
    refused: 'Ô không dán được',
    converted: 'Ô được đọc khác chữ gốc',
    readOnly: 'Ô chỉ để xem',
    added: 'Dòng thêm mới',
  },
  cutColumns: (count: number) => `${formatNumber(count)} cột cuối của phần dán nằm ngoài bảng nên không dán.`,
  cutRows: (count: number) => `${formatNumber(count)} dòng cuối của phần dán nằm ngoài bảng nên không dán.`,
  unknownTitles: (titles: readonly string[]) =>
    `Bảng này không có cột: ${titles.slice(0, 8).join(', ')}${titles.length > 8 ? '…' : ''}. Các cột đó không dán.`,
  wordsAround: 'Phần chữ nằm ngoài bảng của bản gốc không dán.',
  nothingChanges: 'Không có ô nào thay đổi.',
  findings: 'Các ô cần xem',
  row: 'Dòng',
  newRow: (row: number) => `${formatNumber(row)} (mới)`,
  column: 'Cột',
  before: 'Đang có',
  pasted: 'Phần dán',
  after: 'Kết quả',
  notPasted: 'Không dán',
  more: (count: number) => `… và ${formatNumber(count)} ô nữa.`,
  pasteAll: 'Dán',
  pasteAndAdd: (rows: number) => `Dán và thêm ${formatNumber(rows)} dòng`,
  pasteRight: 'Dán phần đúng',
  pasteMarking: 'Dán tất cả và đánh dấu ô sai',
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
