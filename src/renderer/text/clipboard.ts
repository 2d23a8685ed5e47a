import { formatNumber } from '#shared/domain/text/format.ts'

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
  newRowsRefused: (count: number, reason: string) => `${formatNumber(count)} dòng mới có ô không nhận được: ${reason}`,
  hiddenTitles: (titles: readonly string[]) =>
    `Cột đang ẩn nên không dán: ${titles.slice(0, 8).join(', ')}${titles.length > 8 ? '…' : ''}.`,
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
  intoColumns: (titles: readonly string[]) =>
    `Dán vào các cột: ${titles.slice(0, 12).join(', ')}${titles.length > 12 ? '…' : ''}.`,
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
  brokenCell: (text: string) =>
    text.startsWith('##')
      ? 'Cột trong bảng gốc quá hẹp nên chép ra dấu #. Hãy nới cột đó rồi chép lại.'
      : `“${text}” là lỗi công thức của bảng gốc, không phải số liệu.`,
  readAs: (text: string, shown: string) => `“${text}” được đọc là ${shown}.`,
  oneLine: 'Chữ nhiều dòng sẽ thành một dòng.',
  markedCells: (count: number) => `${formatNumber(count)} ô chưa đúng, đã được đánh dấu để đồng chí sửa.`,
  leftCells: (count: number) => `${formatNumber(count)} ô không dán được nên giữ nguyên.`,
} as const
