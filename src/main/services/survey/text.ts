import { formatNumber } from '#shared/domain/text/format.ts'

/** What a running import says of itself, and how it stands in the history. */
export const IMPORT_STEPS = {
  reading: 'Đang đọc tệp',
  comparing: 'Đang đối chiếu với dữ liệu',
  writing: 'Đang ghi',
} as const

export const IMPORT_LABELS = {
  operation: (rows: number, file: string) => `Nhập ${formatNumber(rows)} doanh nghiệp từ ${file}`,
  columns: (sender: string) => `Ghi nhớ cách đọc cột của ${sender}`,
  round: (source: string, date: string) => `${source}, số liệu đến ${date}`,
  handRound: (date: string) => `Cập nhật tại cơ quan ngày ${date}`,
  update: (name: string) => `Sửa doanh nghiệp ${name}`,
} as const
