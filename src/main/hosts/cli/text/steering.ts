import { formatDate, formatNumber } from '#shared/domain/text/format.ts'

const day = (date: string | null): string => (date === null ? '' : formatDate(date))
const count = formatNumber

/** What the command line says of committees, charges, visits, commendations and enterprises to reach. */
export const STEERING_TEXT = {
  day,
  committeeHeads: ['Đơn vị', 'Ban Chỉ đạo', 'Thành lập', 'Đến', 'Thành viên'],
  memberHeads: ['TT', 'Họ và tên', 'Chức danh', 'Chức vụ, đơn vị', 'Địa bàn', 'Từ ngày', 'Đến hết', 'Nhiệm vụ'],
  committeeDuties: (duties: string) => `Nhiệm vụ: ${duties}`,
  committeeRegime: (regime: string) => `Chế độ làm việc: ${regime}`,
  committeeDecision: (kind: string, number: string | null, on: string) =>
    `${kind}: ${[number, formatDate(on)].filter(Boolean).join(', ngày ')}`,
  decisionKinds: { found: 'Thành lập', restaff: 'Kiện toàn', end: 'Kết thúc hoạt động' },
  assignmentHeads: ['Cán bộ', 'Vai trò', 'Phụ trách', 'Đơn vị', 'Từ ngày', 'Đến hết', 'Thời hạn'],
  assigned: (assigned: number, relieved: number, unchanged: number) =>
    [
      `Đã phân công ${count(assigned)} nơi`,
      ...(relieved === 0 ? [] : [`kết thúc phân công cũ ở ${count(relieved)} nơi`]),
      ...(unchanged === 0 ? [] : [`${count(unchanged)} nơi đã phân công từ trước`]),
    ].join(', ') + '.',
  ended: (ended: number) => `Đã kết thúc ${count(ended)} việc phân công.`,
  visitHeads: ['Ngày', 'Làm việc với', 'Trưởng đoàn', 'Trạng thái', 'Việc còn lại', 'Quá hạn'],
  followUpHeads: ['Hạn', 'Còn (ngày)', 'Việc phải làm', 'Người thực hiện', 'Sau buổi làm việc', 'Tình trạng'],
  visited: (name: string, on: string) => `Đã ghi buổi làm việc với ${name} ngày ${formatDate(on)}.`,
  visitStates: { planned: 'dự kiến', done: 'đã làm việc', cancelled: 'đã hủy' },
  followUpStates: { open: 'chưa xong', done: 'đã xong', dropped: 'thôi không làm' },
  commendationHeads: ['Xếp thứ', 'Tập thể, cá nhân', 'Hình thức', 'Tình trạng', 'Thành tích hoặc lý do'],
  commendationStates: {
    proposed: 'đề nghị',
    excluded: 'không đề nghị',
    submitted: 'đã trình',
    awarded: 'đã khen',
    refused: 'không được duyệt',
  },
  proposed: (proposed: number, excluded: number) =>
    `Đề nghị ${count(proposed)}, không đề nghị ${count(excluded)} (có lý do).`,
  remedyHeads: ['Đơn vị', 'Nơi cần xử lý', 'Loại', 'Cán bộ phụ trách', 'Hạn', 'Các bước', 'Kết quả'],
  remedyKinds: { difficult: 'DN khó khăn', weak: 'CĐCS yếu', memberless: 'CĐCS không còn ĐV' },
  outcomes: {
    resolved: 'đã khắc phục',
    restaffed: 'đã kiện toàn',
    merged: 'đã sáp nhập',
    ended: 'đã giải thể',
    given_up: 'dừng kế hoạch',
  },
  weakHeads: ['Đơn vị', 'Công đoàn cơ sở', 'Đoàn viên', 'Lý do', 'Cán bộ phụ trách', 'Hạn'],
  collaboratorHeads: ['Họ và tên', 'Loại', 'Đơn vị', 'Doanh nghiệp', 'Từ ngày', 'Đến hết'],
  collaboratorKinds: { collaborator: 'cộng tác viên', volunteer: 'tình nguyện viên', core: 'nòng cốt' },
  funnelHeads: ['Giai đoạn', 'Doanh nghiệp', 'Từ đây trở lên', 'Lao động', 'Dừng lâu'],
  funnelTotal: 'Tổng cộng',
  withoutStage: 'Chưa vào giai đoạn nào',
  limitHeads: ['Giai đoạn', 'Quá số ngày', 'Từ ngày', 'Đến hết'],
  everyStage: 'Mọi giai đoạn khác',
  stuck: (rows: number, days: number) => `Dừng quá ${count(days)} ngày ở một giai đoạn: ${count(rows)} doanh nghiệp.`,
  stuckHeads: ['MST', 'Tên', 'Đơn vị', 'Giai đoạn', 'Số ngày', 'Cán bộ phụ trách'],
  difficult: (rows: number, withoutPlan: number, withoutOfficer: number) =>
    `Gặp khó khăn: ${count(rows)} doanh nghiệp, ${count(withoutPlan)} chưa có kế hoạch riêng, ${count(withoutOfficer)} chưa có cán bộ phụ trách.`,
  withoutUnion: (rows: number, min: number, round: string, still: number) =>
    `Từ ${count(min)} lao động trở lên chưa có CĐCS theo ${round}: ${count(rows)} doanh nghiệp, nay còn ${count(still)}.`,
  nothingSurveyed: 'Chưa có đợt khảo sát nào.',
} as const

export const ISSUER_WORDS = {
  union: ['công đoàn'],
  government: ['ủy ban nhân dân', 'ubnd', 'chính quyền'],
  party: ['cấp ủy', 'đảng'],
} as const
export const DECISION_WORDS = {
  found: ['thành lập'],
  restaff: ['kiện toàn'],
  end: ['kết thúc'],
} as const
export const ACTIVE_WORDS = { active: ['đang hoạt động'], ended: ['đã kết thúc'] } as const
export const CHARGE_WORDS = {
  current: ['đang phụ trách', 'hiện nay'],
  ended: ['đã kết thúc'],
  future: ['chưa đến ngày'],
} as const
export const SUBJECT_WORDS = {
  unit: ['đơn vị', 'địa bàn'],
  enterprise: ['doanh nghiệp'],
  union: ['công đoàn cơ sở', 'cđcs'],
} as const
export const ASSIGNMENT_ROLE_WORDS = { lead: ['phụ trách', 'phụ trách chính'], support: ['phối hợp'] } as const
export const VISIT_WORDS = { planned: ['dự kiến'], done: ['đã làm việc'], cancelled: ['đã hủy'] } as const
export const FOLLOW_UP_WORDS = {
  open: ['chưa xong'],
  overdue: ['quá hạn'],
  soon: ['sắp đến hạn'],
  all: ['tất cả'],
} as const
export const COMMENDATION_WORDS = {
  proposed: ['đề nghị'],
  excluded: ['không đề nghị'],
  submitted: ['đã trình'],
  awarded: ['đã khen'],
  refused: ['không được duyệt'],
} as const
export const REMEDY_WORDS = {
  difficult: ['khó khăn', 'doanh nghiệp khó khăn'],
  weak: ['yếu'],
  memberless: ['không còn đoàn viên'],
} as const
export const REMEDY_STATE_WORDS = { open: ['đang làm'], closed: ['đã kết thúc'] } as const
export const COLLABORATOR_WORDS = {
  collaborator: ['cộng tác viên'],
  volunteer: ['tình nguyện viên'],
  core: ['nòng cốt'],
} as const
