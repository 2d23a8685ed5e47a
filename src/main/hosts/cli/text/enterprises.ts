import { formatNumber } from '#shared/domain/text/format.ts'

export const FOLLOW_UP_TEXT = {
  withoutStage: 'Chưa vào giai đoạn nào',
  total: 'Tổng cộng',
  funnelHeads: ['Giai đoạn', 'Doanh nghiệp', 'Từ đây trở lên', 'Lao động', 'Chưa là đoàn viên'],
  unitHeads: ['Mã', 'Đơn vị', 'Doanh nghiệp', 'Chưa vào giai đoạn', 'Lao động', 'Chưa là đoàn viên'],
  staged: (changed: number, unchanged: number) =>
    `Đã chuyển giai đoạn ${formatNumber(changed)} doanh nghiệp${unchanged === 0 ? '' : `, ${formatNumber(unchanged)} doanh nghiệp đã ở giai đoạn này từ trước`}.`,
} as const

export const DUPLICATES_TEXT = {
  heads: ['MST', 'Tên', 'MST', 'Tên', 'Lý do'],
  none: 'Không có cặp doanh nghiệp nào cần xem lại.',
  count: (pairs: number) => `${formatNumber(pairs)} cặp cần xem lại.`,
  different: 'Đã ghi nhận là hai doanh nghiệp khác nhau.',
  joined: (name: string) => `Đã nhập làm một: ${name}.`,
} as const

export const VERDICT_WORDS = { same: ['một', 'là một', 'trùng'], different: ['khác', 'hai'] } as const
export const KEEP_WORDS = { first: ['thứ nhất', 'dòng đầu'], second: ['thứ hai', 'dòng sau'] } as const
