import { formatNumber } from '#shared/domain/text/format.ts'

export const checksText = {
  columns: ['Mức', 'Kiểm tra', 'Nơi', 'Nội dung'],
  severities: { error: 'Sai', warning: 'Xem lại', hint: 'Lưu ý' },
  clean: 'Không thấy điều gì cần xem lại.',
  counts: ({ error, warning, hint }: { error: number; warning: number; hint: number }): string =>
    `Sai: ${formatNumber(error)}; xem lại: ${formatNumber(warning)}; lưu ý: ${formatNumber(hint)}.`,
} as const
