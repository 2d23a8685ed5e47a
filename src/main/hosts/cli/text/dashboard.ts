import type { ClockState } from '#shared/domain/overview/clock.ts'

const DAYS_LEFT: Readonly<Record<ClockState, (days: string) => string>> = {
  waiting: (days) => `còn ${days} ngày nữa bắt đầu`,
  running: (days) => `còn ${days} ngày`,
  over: () => 'đã kết thúc',
}

export const dashboardText = {
  asOf: (date: string): string => `số liệu tính đến ngày ${date}`,
  clock: (percent: string, days: string, state: ClockState): string =>
    `Đã qua ${percent} thời gian, ${DAYS_LEFT[state](days)}.`,
  columns: ['Chỉ tiêu', 'Nơi giao', 'Giao', 'Kết quả', 'Tỷ lệ', 'Còn lại', 'Cần mỗi tháng', 'Trong tuần', 'Tiến độ'],
  paces: { behind: 'Chậm', pace: 'Đúng tiến độ', reached: 'Đạt', exceeded: 'Vượt' },
  behind: (names: string): string => `Đơn vị chậm: ${names}`,
  silent: (names: string): string => `Chưa báo cáo: ${names}`,
  campaign: (name: string, days: string, state: ClockState): string => `${name}: ${DAYS_LEFT[state](days)}`,
  overdue: (count: number): string => `Việc quá hạn: ${count}`,
  overdueLine: (what: string, days: number): string => `  quá hạn ${days} ngày: ${what}`,
  charge: 'Phụ trách',
  changes: (reports: number, founded: number, ended: number): string =>
    `Trong 7 ngày qua: ${reports} báo cáo nhận về, ${founded} CĐCS thành lập, ${ended} CĐCS kết thúc.`,
} as const
