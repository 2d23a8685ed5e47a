import { formatNumber } from '#shared/domain/text/format.ts'

export const checksText = {
  columns: ['Mã', 'Mức', 'Kiểm tra', 'Nơi', 'Nội dung'],
  explainedSeverity: 'Đã giải thích',
  explanation: (note: string, by: string): string => `Giải thích: ${note} (${by})`,
  alreadyExplained: (count: number): string => `Đã giải thích: ${formatNumber(count)}.`,
  explained: (count: number): string => `Đã ghi giải thích cho ${formatNumber(count)} điều cần xem.`,
  withdrawn: (count: number): string => `Đã bỏ giải thích của ${formatNumber(count)} điều cần xem.`,
  severities: { error: 'Sai', warning: 'Xem lại', hint: 'Lưu ý' },
  clean: 'Không thấy điều gì cần xem lại.',
  counts: ({ error, warning, hint }: { error: number; warning: number; hint: number }): string =>
    `Sai: ${formatNumber(error)}; xem lại: ${formatNumber(warning)}; lưu ý: ${formatNumber(hint)}.`,
} as const
