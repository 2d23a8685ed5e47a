import { formatNumber } from '#shared/domain/text/format.ts'

/** Words of the list of data checks. */
export const checksText = {
  title: 'Kiểm tra dữ liệu',
  counts: ({ error, warning, hint }: { error: number; warning: number; hint: number }) =>
    `Sai: ${formatNumber(error)} · Xem lại: ${formatNumber(warning)} · Lưu ý: ${formatNumber(hint)}`,
  rule: 'Điều cần xem',
  allRules: 'Tất cả các điều cần xem',
  ruleOption: (title: string, count: number) => `${title} (${formatNumber(count)})`,
  clean: 'Không thấy điều gì cần xem lại.',
  columns: { severity: 'Mức', rule: 'Điều cần xem', subject: 'Nơi', message: 'Nội dung' },
  severities: { error: 'Sai', warning: 'Xem lại', hint: 'Lưu ý' },
  open: 'Đến chỗ sửa',
  more: (count: number) => `… và ${formatNumber(count)} dòng nữa. Hãy chọn một điều cần xem để thu hẹp.`,
} as const
