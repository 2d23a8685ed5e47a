import { formatDate, formatNumber } from '#shared/domain/text/format.ts'

/** Words round a number of days: a campaign that is to come, runs, or is over. */
const DAYS_LEFT = {
  waiting: (days: number) => `Còn ${formatNumber(days)} ngày nữa bắt đầu`,
  running: (days: number) => (days === 1 ? 'Ngày mai là ngày cuối' : `Còn ${formatNumber(days)} ngày`),
  over: () => 'Đã kết thúc',
} as const

/** Words of the screen Tổng quan. */
export const overviewText = {
  title: 'Tổng quan',
  subtitle: (plan: string, date: string) => `${plan} · Số liệu tính đến ngày ${formatDate(date)}`,
  makeReport: 'Tạo báo cáo',
  print: 'In trang này',
  checks: 'Kiểm tra dữ liệu',

  emptyTitle: 'Bắt đầu từ đâu?',
  emptyText: 'Trang này cho biết cả tỉnh đang ở đâu so với chỉ tiêu. Trước hết cần ba việc:',
  steps: {
    units: 'Thêm các đơn vị trực thuộc',
    plan: 'Lập kế hoạch năm và giao chỉ tiêu',
    enterprises: 'Nhập danh sách doanh nghiệp để phân bổ theo số lao động',
  },
  noTargets: 'Kế hoạch này chưa có chỉ tiêu. Hãy giao chỉ tiêu để theo dõi tiến độ.',

  keyFigures: 'Các chỉ tiêu chính',
  remaining: (count: number) => `còn ${formatNumber(count)}`,
  exceeded: (count: number) => `vượt ${formatNumber(count)}`,
  needed: (count: number) => `cần ${formatNumber(count)}/tháng`,
  week: (change: number) => `tuần qua ${change > 0 ? '+' : ''}${formatNumber(change)}`,
  lastYear: (result: number) => `cùng kỳ ${formatNumber(result)}`,
  /** The day the reports behind a figure speak of. */
  figureDay: (asOf: string) => `đến ${formatDate(asOf)}`,
  noResult: 'chưa có số liệu',
  noTargetNumber: '(chưa nêu số)',
  assigner: (name: string, kind: string) => `${name} ${kind}`,
  kinds: { assigned: 'giao', striving: 'phấn đấu', registered: 'đăng ký', pledged: 'cam kết' },
  paces: { behind: 'Chậm', pace: 'Đúng tiến độ', reached: 'Đạt', exceeded: 'Vượt' },
  /** Before a percent: state is never told by colour alone. */
  signs: { behind: '▼', slow: '▼', pace: '', reached: '✓', exceeded: '▲' },
  ofProvince: (indicator: string) => `${indicator}, toàn tỉnh`,
  of: (indicator: string, unit: string) => `${indicator}, ${unit}`,
  elapsed: (percent: string) => `Vạch đứng: đã qua ${percent} thời gian của kế hoạch`,
  progressLabel: (name: string, percent: string) => `${name}: ${percent} so với chỉ tiêu`,

  unitsTitle: (indicator: string) => `Các đơn vị: ${indicator}`,
  curveTitle: (indicator: string) => `Diễn biến: ${indicator}`,
  curveView: 'Cách xem diễn biến',
  curveDay: 'Đến ngày',
  curveBefore: 'Cùng ngày năm trước',
  noCurve: 'Chưa có số liệu báo cáo của chỉ tiêu này.',
  view: 'Cách xem',
  asChart: 'Biểu đồ',
  asTable: 'Bảng',
  chooseIndicator: 'Chỉ tiêu xếp thứ',
  rank: 'Xếp thứ',
  unit: 'Đơn vị',
  target: 'Chỉ tiêu',
  result: 'Kết quả',
  percent: '%',
  state: 'Tiến độ',
  noUnits: 'Chưa có đơn vị nào được giao chỉ tiêu này.',

  attention: 'Cần chú ý',
  behindTitle: (indicator: string) => `Đơn vị chậm: ${indicator}`,
  behindNone: 'Không có đơn vị nào chậm.',
  aheadTitle: (indicator: string) => `Đơn vị dẫn đầu: ${indicator}`,
  aheadNone: 'Chưa có đơn vị nào kịp tiến độ.',
  silentTitle: 'Chưa báo cáo',
  silentNone: 'Mọi đơn vị được giao chỉ tiêu đều đã báo cáo.',
  enterReport: 'Nhập báo cáo',
  lastReport: (last: string | null) => (last === null ? 'chưa từng báo cáo' : `lần gần nhất: đến ${formatDate(last)}`),

  overdueTitle: (count: number) => `Việc quá hạn (${formatNumber(count)})`,
  daysLate: (days: number) => `quá hạn ${formatNumber(days)} ngày`,
  charge: (name: string) => `Phụ trách ${name}`,

  campaigns: 'Đợt thi đua',
  daysLeft: DAYS_LEFT,
  period: (from: string, to: string) => `${formatDate(from)} – ${formatDate(to)}`,
  against: (result: string | null, target: number | null) =>
    `${result ?? '–'}/${target === null ? '–' : formatNumber(target)}`,

  changesTitle: (since: string) => `Mới từ ${formatDate(since)}`,
  changesNone: 'Không có gì mới.',
  newReport: (unit: string, asOf: string, figures: number) =>
    `${unit}: ${formatNumber(figures)} số liệu đến ${formatDate(asOf)}`,
  newReports: (units: number, asOf: string, figures: number) =>
    `${formatNumber(units)} đơn vị báo cáo đến ${formatDate(asOf)}: ${formatNumber(figures)} số liệu`,
  newVersion: (plan: string, name: string) => `Điều chỉnh ${plan}: ${name}`,
  founded: (name: string) => `Thành lập ${name}`,
  ended: (name: string) => `Kết thúc ${name}`,
  moreUnits: (count: number) => `… và ${formatNumber(count)} đơn vị nữa`,
  more: (count: number) => `… và ${formatNumber(count)} việc nữa`,
} as const
