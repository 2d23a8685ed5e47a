import type { BoardEntry, BoardPeriod, BoardRow, Question } from '#shared/contract/exchange-board.ts'
import { formatDate, formatNumber } from '#shared/domain/text/format.ts'
import { writeTable } from './table.ts'

/** Words of the board on the command line. */
export const boardText = {
  board: (periods: readonly BoardPeriod[], rows: readonly BoardRow[]): string => {
    const table = writeTable(
      ['Đơn vị', ...periods.map(({ code }) => code)],
      rows.map(({ name, cells }) => [name, ...periods.map(({ code }) => stateOf(cells, code))]),
    )
    return [...periods.map(describePeriod), table].join('\n')
  },
  accepted: (changed: number, accepted: boolean): string =>
    accepted ? `Đã chấp nhận báo cáo của ${changed} đơn vị.` : `Đã bỏ chấp nhận báo cáo của ${changed} đơn vị.`,
  questions: (questions: readonly Question[]): string =>
    questions.length === 0
      ? 'Không có câu hỏi nào.'
      : writeTable(
          ['Đơn vị', 'Đến ngày', 'Số liệu', 'Đã báo cáo', 'Nội dung hỏi', 'Trả lời'],
          questions.map((row) => [row.unitName, formatDate(row.asOf), row.title, row.said, row.reason, answerOf(row)]),
        ),
  closed: (closed: number): string => `Đã đóng ${closed} câu hỏi.`,
} as const

function describePeriod({ name, from, to, dueOn, counts }: BoardPeriod): string {
  return (
    `${name[0]?.toLocaleUpperCase('vi') ?? ''}${name.slice(1)} (${formatDate(from)}–${formatDate(to)}), hạn ${formatDate(dueOn)}: ` +
    `chưa gửi ${counts['not-sent']}, quá hạn ${counts.late}, đã nhận ${counts.received}, đã chấp nhận ${counts.accepted}, trả lại ${counts.returned}`
  )
}

function stateOf(cells: readonly BoardEntry[], period: string): string | null {
  return cells.find((cell) => cell.period === period)?.stateText ?? null
}

function answerOf({ answer, corrected, closedOn }: Question): string | null {
  const parts = [answer, corrected === null ? null : `số đúng: ${formatNumber(corrected)}`].filter(
    (part) => part !== null,
  )
  if (parts.length > 0) return parts.join('; ')
  return closedOn === null ? null : `đóng ngày ${formatDate(closedOn)}`
}
