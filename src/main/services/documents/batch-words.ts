import { formatNumber } from '#shared/domain/text/format.ts'

/** What a batch tells while it works and of each file. */
export const batchWords = {
  merging: 'Đang gộp thành một tệp',
  done: 'Đã xong',
  step: (title: string, count: number): string => `Tạo hàng loạt ${formatNumber(count)} văn bản: ${title}`,
  /** Of a file that was left as it is. */
  kept: {
    same: null,
    edited: 'Tệp đã được sửa tay nên giữ nguyên. Hãy chọn tạo lại nếu muốn thay.',
    issued: 'Văn bản đã phát hành nên giữ nguyên.',
  },
  notMerged: 'Tệp Word gộp có bản do chương trình soạn của đơn vị này; gộp thành PDF thì lấy đúng tệp đã sửa.',
  outdated: 'Số liệu đã thay đổi so với lần tạo trước nên tạo lại.',
  mergedTitle: (title: string, plan: string): string => `${title}, ${plan}`,
} as const
