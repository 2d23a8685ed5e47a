import type { BoardCell } from '#shared/domain/exchange/board/board.ts'
import { formatDate } from '#shared/domain/text/format.ts'

/** A cell of the board in words: "quá hạn 3 ngày", "đã nhận, chậm 2 ngày". */
export function wordState({ state, report, daysLate, openQuestions, questions }: BoardCell): string {
  const late = daysLate > 0 ? `, chậm ${daysLate} ngày` : ''
  switch (state) {
    case 'not-sent':
      return 'chưa gửi'
    case 'late':
      return `quá hạn ${daysLate} ngày`
    case 'received':
      if (report === null) return 'đơn vị cấp dưới đã báo cáo'
      return `đã nhận${late}${questions > 0 ? ', đã trả lời' : ''}`
    case 'accepted':
      return `đã chấp nhận${late}`
    case 'returned':
      return openQuestions > 0 ? `trả lại, còn ${openQuestions} câu hỏi` : 'trả lại'
  }
}

export const BOARD_LABELS = {
  accept: (units: number, period: string) => `Chấp nhận báo cáo ${period} của ${units} đơn vị`,
  unaccept: (units: number, period: string) => `Bỏ chấp nhận báo cáo ${period} của ${units} đơn vị`,
  ask: (unit: string, count: number, period: string) => `Hỏi lại ${count} số liệu ${period} của ${unit}`,
  answer: (title: string, asOf: string) => `Trả lời về ${title} đến ${formatDate(asOf)}`,
  close: (count: number) => `Đóng ${count} câu hỏi về số liệu`,
  forget: (sender: string) => `Bỏ cách đọc cột của ${sender}`,
  remember: (sender: string) => `Ghi nhớ cách đọc cột của ${sender}`,
} as const
