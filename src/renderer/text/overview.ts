import { formatDate, formatNumber } from '#shared/domain/text/format.ts'

/** Words of the screen Tổng quan. */
export const overviewText = {
  title: 'Tổng quan',
  subtitle: (plan: string, date: string) => `${plan} · Số liệu tính đến ngày ${formatDate(date)}`,
  makeReport: 'Tạo báo cáo',
  print: 'In trang này',

  emptyTitle: 'Bắt đầu từ đâu?',
  emptyText: 'Trang này cho biết cả tỉnh đang ở đâu so với chỉ tiêu. Cần ba việc trước khi có số liệu ở đây:',
  steps: {
    units: 'Thêm các đơn vị trực thuộc',
    plan: 'Lập kế hoạch năm và giao chỉ tiêu',
    enterprises: 'Nhập danh sách doanh nghiệp để phân bổ theo số lao động',
  },
  noTargets: 'Kế hoạch này chưa có chỉ tiêu. Hãy giao chỉ tiêu để theo dõi tiến độ.',

  keyFigures: 'Các chỉ tiêu chính',
  remaining: (count: number) => `còn ${formatNumber(count)}`,
  exceeded: (count: number) => `vượt ${formatNumber(count)}`,
  noResult: 'chưa có số liệu',
  noTargetNumber: '(chưa nêu số)',
  assigner: (name: string, kind: string) => `${name} ${kind}`,
  kinds: { assigned: 'giao', striving: 'phấn đấu', registered: 'đăng ký', pledged: 'cam kết' },
  paces: { behind: 'Chậm', pace: 'Đúng tiến độ', reached: 'Đạt', exceeded: 'Vượt' },
  elapsed: (percent: string) => `Vạch đứng: đã qua ${percent} thời gian của kế hoạch`,
  progressLabel: (name: string, percent: string) => `${name}: ${percent} so với chỉ tiêu`,

  unitsTitle: (indicator: string) => `Các đơn vị: ${indicator}`,
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
} as const
