import { formatNumber } from '#shared/domain/text/format.ts'

export const draftsText = {
  listColumns: ['Mã bản thảo', 'Loại', 'Kế hoạch', 'Số liệu đến', 'Đã sửa', 'Trích yếu'],
  listEmpty: 'Chưa có bản thảo nào.',
  sectionColumns: ['Phần', 'Tiêu đề', 'Tình trạng'],
  state: {
    composed: 'như chương trình soạn',
    edited: 'đã sửa lời',
    added: 'phần thêm',
    dropped: 'đã bỏ',
    gone: 'đã sửa, không còn được soạn',
  },
  newer: 'lời soạn mới đã khác',
  clash: 'cả hai bên cùng sửa',
  opened: (title: string, id: string): string => `Đã mở bản thảo ${title}\nMã bản thảo: ${id}`,
  saved: 'Đã ghi.',
  removed: 'Đã xóa bản thảo.',
  notMoved: 'Phần này đã ở đầu hoặc cuối nhóm nên không chuyển được nữa.',
  rebound: (day: string, figures: number): string =>
    `Đã lấy số liệu đến ngày ${day}; ${formatNumber(figures)} số liệu in khác trước.`,
  clashes: (names: readonly string[]): string => `Cần xem lại vì cả hai bên cùng sửa: ${names.join('; ')}.`,
  note: (message: string): string => `Lưu ý: ${message}`,
  made: (title: string, file: string, figures: number): string => `${title} (${formatNumber(figures)} con số): ${file}`,
} as const
