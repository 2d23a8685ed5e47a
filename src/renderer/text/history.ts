import { formatNumber } from '#shared/domain/text/format.ts'

/** Words of the history: the list of steps, the history of a row, what undoing keeps. */
export const historyText = {
  title: 'Lịch sử thao tác',
  open: 'Xem các việc đã làm',
  ofRow: 'Lịch sử dòng này',
  rowTitle: (name: string) => `Lịch sử: ${name}`,
  rowNotShown: 'Dòng cần xem không có trong bảng đang hiện. Hãy bỏ bộ lọc, hoặc chọn xem tất cả các dòng.',
  rowEmpty: 'Chưa có thay đổi nào được ghi lại.',
  steps: 'Các việc đã làm, việc mới nhất trước',
  empty: 'Chưa có việc nào được ghi lại.',
  older: 'Xem các việc cũ hơn',
  states: { done: '', undone: 'đã hoàn tác', fixed: 'không hoàn tác', reversal: '' },
  size: (rows: number, cells: number) =>
    cells > 0 && cells <= rows * 40 && rows <= 3 ? `${formatNumber(cells)} ô` : `${formatNumber(rows)} dòng`,
  by: { window: '', 'command-line': 'bằng dòng lệnh', migration: 'khi nâng cấp tệp', test: '' },
  nobody: 'chưa ghi tên',

  undo: 'Hoàn tác việc này',
  undoOnly: 'Chỉ hoàn tác việc này…',
  undoAbove: 'Hoàn tác các việc sau đó…',
  redo: 'Làm lại',
  choose: 'Chọn một việc trong danh sách để hoàn tác riêng việc đó hoặc mọi việc làm sau đó.',

  confirmTitle: 'Hoàn tác',
  confirmOne: (label: string) => `Hoàn tác việc “${label}”?`,
  confirmMany: (count: number, label: string) =>
    `Hoàn tác ${formatNumber(count)} việc làm sau việc “${label}”? Mỗi việc được ghi riêng và có thể làm lại.`,
  andMore: (count: number) => `… và ${formatNumber(count)} việc khác`,
  keepsNothing: 'Mọi thay đổi của các việc này được trả lại như trước.',
  keeps: (count: number) => `Giữ nguyên ${formatNumber(count)} chỗ vì dữ liệu đã thay đổi sau đó:`,
  trying: 'Đang xem trước…',
  undoing: (count: number) => `Hoàn tác ${formatNumber(count)} việc`,
  undoneMany: (count: number) => `Đã hoàn tác ${formatNumber(count)} việc.`,

  born: 'Thêm dòng',
  removed: 'Xóa dòng',
  blank: '(trống)',
  arrow: (before: string, after: string) => `${before} → ${after}`,
} as const
