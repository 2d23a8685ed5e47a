import { formatDate, formatNumber } from '#shared/domain/text/format.ts'

/** Words of the list of data checks. */
export const checksText = {
  title: 'Kiểm tra dữ liệu',
  counts: ({ error, warning, hint }: { error: number; warning: number; hint: number }) =>
    `Sai: ${formatNumber(error)} · Xem lại: ${formatNumber(warning)} · Lưu ý: ${formatNumber(hint)}`,
  rule: 'Điều cần xem',
  allRules: 'Tất cả các điều cần xem',
  ruleOption: (title: string, count: number) => `${title} (${formatNumber(count)})`,
  clean: 'Không thấy điều gì cần xem lại.',
  columns: { severity: 'Mức', rule: 'Điều cần xem', subject: 'Nơi', message: 'Nội dung', explain: 'Giải thích' },
  explained: (count: number) => `Đã giải thích: ${formatNumber(count)}`,
  explainedState: 'Đã giải thích',
  withExplained: 'Cả điều đã giải thích',
  explain: 'Giải thích…',
  explainOf: (subject: string) => `Giải thích: ${subject}`,
  withdraw: 'Bỏ giải thích',
  withdrawOf: (subject: string) => `Bỏ giải thích: ${subject}`,
  explanation: (note: string, by: string, on: string) => `${note} (${[by, formatDate(on)].filter(Boolean).join(', ')})`,
  explainForm: {
    title: (subject: string) => `Giải thích: ${subject}`,
    intro:
      'Số liệu đúng như vậy? Hãy ghi vì sao. Điều này không được nêu nữa cho đến khi số liệu khác đi; lời giải thích xem lại và bỏ được.',
    note: 'Giải thích',
    missing: 'Hãy ghi giải thích.',
  },
  severities: { error: 'Sai', warning: 'Xem lại', hint: 'Lưu ý' },
  open: 'Đến chỗ sửa',
  more: (count: number) => `… và ${formatNumber(count)} dòng nữa. Hãy chọn một điều cần xem để thu hẹp.`,
} as const
