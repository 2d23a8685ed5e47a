import type { CalendarRow, MissingAnswer, PeriodRow } from '#shared/contract/periods.ts'
import { formatDate } from '#shared/domain/text/format.ts'
import { writeTable } from './table.ts'

export const PERIOD_KIND_WORDS = {
  week: ['tuần'],
  month: ['tháng'],
  quarter: ['quý'],
  half: ['6 tháng', '6T', 'nửa năm'],
  nine: ['9 tháng', '9T'],
  year: ['năm'],
} as const

export function writePeriods(periods: readonly PeriodRow[]): string {
  if (periods.length === 0) return 'Không có kỳ báo cáo nào.'
  return writeTable(
    ['Mã', 'Kỳ', 'Từ ngày', 'Đến ngày', 'Hạn gửi', 'Đã báo cáo', 'Tình trạng', 'Điều chỉnh'],
    periods.map((period) => [
      period.code,
      period.name,
      formatDate(period.from),
      formatDate(period.to),
      period.dueOn === null ? '' : formatDate(period.dueOn),
      `${period.reported}/${period.expected}`,
      period.closed ? `đã khóa ${period.closedOn === null ? '' : formatDate(period.closedOn)}`.trim() : 'đang mở',
      period.adjustments,
    ]),
  )
}

export function writeMissing(answer: MissingAnswer): string {
  if (answer.period === null) return 'Lịch báo cáo chưa có kỳ nào phải gửi đến ngày này.'
  const due = answer.dueOn === null ? '' : `, hạn gửi ${formatDate(answer.dueOn)}`
  const head = `Kỳ ${answer.period.name}${due}: ${answer.reported}/${answer.expected} đơn vị đã báo cáo.`
  if (answer.missing.length === 0) return head
  const groups =
    answer.groups.length < 2
      ? []
      : answer.groups.map(({ group, expected, reported }) => `  ${group}: ${reported}/${expected}`)
  return [
    head,
    ...groups,
    writeTable(
      ['Mã', 'Đơn vị chưa báo cáo', 'Trực thuộc', 'Báo cáo gần nhất đến ngày', 'Nhận ngày', ''],
      answer.missing.map((unit) => [
        unit.code,
        unit.name,
        unit.parentName ?? '',
        unit.lastReportAsOf === null ? 'chưa có' : formatDate(unit.lastReportAsOf),
        unit.lastReportOn === null ? '' : formatDate(unit.lastReportOn),
        unit.overdue ? 'quá hạn' : '',
      ]),
    ),
  ].join('\n')
}

export const CALENDAR_TEXT = {
  usual: (usual: boolean): string => (usual ? 'Đây là lịch thường dùng; cơ quan chưa đặt lịch riêng.' : ''),
} as const

export function writeCalendar(rows: readonly CalendarRow[]): string {
  return writeTable(
    ['Kỳ', 'Năm báo cáo từ', 'Hạn gửi sau (ngày)', 'Từ ngày', 'Đến hết'],
    rows.map((row) => [
      PERIOD_KIND_WORDS[row.kind][0],
      row.yearStart.split('-').toReversed().map(Number).join('/'),
      row.dueDays,
      row.validFrom === null ? '' : formatDate(row.validFrom),
      row.validTo === null ? '' : formatDate(row.validTo),
    ]),
  )
}
