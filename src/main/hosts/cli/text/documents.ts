import { formatNumber } from '#shared/domain/text/format.ts'

export const documentsText = {
  mended: (file: string, figures: number, format: number): string =>
    `Đã ghi bản sửa vào ${file}: ${formatNumber(figures)} số liệu trở lại như khi tạo, ${formatNumber(format)} chỗ về đúng thể thức.`,
  leftFigures: (count: number): string => `${formatNumber(count)} số liệu có câu đã sửa lời; hãy tự xem lại.`,
  left: 'Còn phải sửa tay:',
  made: (id: string): string => `Mã văn bản: ${id}`,
  note: (message: string): string => `Lưu ý: ${message}`,
  blocking: (message: string): string => `Chưa tạo được: ${message}`,
  nothingMissing: 'Đã đủ thông tin, không có gì cần xem lại.',
  figureColumns: ['Số liệu', 'Là gì', 'Mã số liệu'],
  rowColumns: ['Của', 'Nội dung', 'Số', 'Nguồn'],
  moreRows: (count: number): string => `và ${formatNumber(count)} dòng khác`,
  batchColumns: ['Mã', 'Đơn vị', 'Kết quả', 'Ghi chú'],
  outcome: { made: 'Đã tạo', kept: 'Đã có', failed: 'Chưa tạo được' },
  batchDone: (made: number, kept: number, failed: number, merged: string | null): string =>
    `Đã tạo ${formatNumber(made)}, giữ lại ${formatNumber(kept)}, chưa tạo được ${formatNumber(failed)}.` +
    (merged === null ? '' : `\nTệp gộp: ${merged}`),
  registerColumns: ['Số', 'Ngày', 'Văn bản', 'Đính chính'],
  registerEmpty: 'Chưa có văn bản nào được phát hành.',
  compareColumns: ['Loại', 'Đang là', 'Phải là', 'Chỗ'],
  change: { changed: 'Số liệu khác', missing: 'Không còn' },
  compareClean: (unchanged: number): string => `Cả ${formatNumber(unchanged)} số liệu còn đúng như khi tạo.`,
  saved: (file: string): string => `Đã lưu ${file}.`,
  issued: (code: string, filled: boolean): string =>
    filled
      ? `Đã phát hành số ${code} và ghi số, ngày vào tệp.`
      : `Đã phát hành số ${code}. Chưa ghi được số hoặc ngày vào tệp vì chỗ trống đã được sửa; hãy kiểm tra trong Word.`,
} as const
