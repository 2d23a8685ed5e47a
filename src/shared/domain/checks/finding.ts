import type { IsoDate } from '../../kit/dates.ts'

/**
 * error    two facts cannot both be true, or a figure would be counted wrongly
 * warning  hardly right; somebody has to look before the figure is signed
 * hint     unusual, or not complete yet
 */
export const CHECK_SEVERITIES = ['error', 'warning', 'hint'] as const
export type CheckSeverity = (typeof CHECK_SEVERITIES)[number]

/** Where it is mended: a table of the window. */
export const CHECK_PLACES = ['enterprises', 'unions', 'targets', 'results', 'units'] as const
export type CheckPlace = (typeof CHECK_PLACES)[number]

interface CheckRule {
  readonly severity: CheckSeverity
  readonly place: CheckPlace
  /** As lists head it. */
  readonly title: string
  /** What to do about it. */
  readonly advice: string
}

/**
 * Every rule across fields. Rules on one cell stand with the cell; these need two facts, a history or a calendar.
 * A finding never stops the clerk and never changes a figure.
 */
export const CHECK_RULES = {
  'members-over-workers': {
    severity: 'warning',
    place: 'enterprises',
    title: 'Đoàn viên nhiều hơn lao động',
    advice: 'Hãy hỏi lại doanh nghiệp hoặc nguồn khảo sát.',
  },
  'women-over-workers': {
    severity: 'error',
    place: 'enterprises',
    title: 'Lao động nữ nhiều hơn tổng số lao động',
    advice: 'Hãy sửa một trong hai số.',
  },
  'insured-over-workers': {
    severity: 'warning',
    place: 'enterprises',
    title: 'Số người đóng bảo hiểm nhiều hơn lao động',
    advice: 'Số lao động có thể đã cũ. Hãy cập nhật số lao động.',
  },
  'tax-code': {
    severity: 'warning',
    place: 'enterprises',
    title: 'Mã số thuế sai số kiểm tra',
    advice: 'Hãy đối chiếu với giấy đăng ký doanh nghiệp.',
  },
  'enterprise-without-unit': {
    severity: 'warning',
    place: 'enterprises',
    title: 'Doanh nghiệp chưa rõ đơn vị phụ trách',
    advice: 'Hãy chọn đơn vị, nếu không doanh nghiệp chỉ được đếm cho toàn tỉnh.',
  },
  'union-not-recorded': {
    severity: 'warning',
    place: 'enterprises',
    title: 'Khảo sát ghi có công đoàn nhưng không có trong sổ CĐCS',
    advice: 'Hãy thêm công đoàn cơ sở kèm quyết định, hoặc sửa lại kết quả khảo sát.',
  },
  'union-decision': {
    severity: 'warning',
    place: 'unions',
    title: 'Công đoàn cơ sở cần xem lại',
    advice: 'Hãy bổ sung hoặc sửa thông tin của công đoàn cơ sở.',
  },
  'union-without-members': {
    severity: 'warning',
    place: 'unions',
    title: 'Công đoàn cơ sở không còn đoàn viên',
    advice: 'Hãy củng cố, hoặc ghi quyết định kết thúc hoạt động.',
  },
  'target-blank': {
    severity: 'warning',
    place: 'targets',
    title: 'Đã giao nhưng chưa nêu số',
    advice: 'Hãy nhập số hoặc bỏ chỉ tiêu này của đơn vị.',
  },
  'target-sum': {
    severity: 'hint',
    place: 'targets',
    title: 'Chỉ tiêu khác tổng các đơn vị trực thuộc',
    advice: 'Hãy kiểm tra phần còn chưa giao hoặc giao vượt.',
  },
  'unit-without-target': {
    severity: 'hint',
    place: 'targets',
    title: 'Có kết quả nhưng không được giao chỉ tiêu',
    advice: 'Kết quả này không nằm trong tỷ lệ của nhóm. Hãy giao chỉ tiêu nếu thiếu.',
  },
  'cumulative-falls': {
    severity: 'warning',
    place: 'results',
    title: 'Số lũy kế giảm so với kỳ trước',
    advice: 'Hãy hỏi lại đơn vị số nào đúng.',
  },
  'cut-over-whole': {
    severity: 'error',
    place: 'results',
    title: 'Phần “trong đó” lớn hơn tổng',
    advice: 'Hãy sửa một trong hai số.',
  },
  'parts-differ': {
    severity: 'warning',
    place: 'results',
    title: 'Tổng khác cộng các phần',
    advice: 'Hãy hỏi lại đơn vị số nào đúng.',
  },
  'result-sum': {
    severity: 'warning',
    place: 'results',
    title: 'Số của đơn vị khác tổng các đơn vị trực thuộc',
    advice: 'Chương trình đang dùng số của chính đơn vị. Hãy đối chiếu với các đơn vị trực thuộc.',
  },
  'stated-percent': {
    severity: 'warning',
    place: 'results',
    title: 'Tỷ lệ nêu trong báo cáo khác tỷ lệ tính lại',
    advice: 'Văn bản dùng tỷ lệ tính lại. Hãy báo cho đơn vị.',
  },
  'unlike-history': {
    severity: 'hint',
    place: 'results',
    title: 'Khác thường so với các kỳ trước của chính đơn vị',
    advice: 'Hãy hỏi lại xem có nhập thừa hoặc thiếu chữ số không.',
  },
  silent: {
    severity: 'warning',
    place: 'results',
    title: 'Chưa báo cáo',
    advice: 'Hãy đôn đốc đơn vị gửi báo cáo.',
  },
  stale: {
    severity: 'hint',
    place: 'results',
    title: 'Số liệu đã cũ',
    advice: 'Hãy đề nghị đơn vị báo cáo số liệu mới.',
  },
  'incomplete-report': {
    severity: 'warning',
    place: 'results',
    title: 'Báo cáo thiếu chỉ tiêu được giao',
    advice: 'Hãy đề nghị đơn vị bổ sung số còn thiếu.',
  },
  'received-late': {
    severity: 'hint',
    place: 'results',
    title: 'Báo cáo nhận muộn',
    advice: 'Hãy nhắc đơn vị gửi đúng hạn.',
  },
} as const satisfies Readonly<Record<string, CheckRule>>

export type CheckRuleId = keyof typeof CHECK_RULES
export const CHECK_RULE_IDS = Object.keys(CHECK_RULES) as readonly CheckRuleId[]

export interface CheckFinding {
  readonly rule: CheckRuleId
  /** Code of the unit it is about; null: of the whole province or unknown. */
  readonly unit: string | null
  /** Who or what: a unit, an enterprise, a union. */
  readonly subject: string
  /** Both facts, with their numbers. */
  readonly message: string
  /** The row in its table: id of an enterprise or union, code of a unit. */
  readonly focus: string | null
  readonly indicator: string | null
  readonly asOf: IsoDate | null
}

/** Errors first, then in the order of the rules; within a rule as they came. */
export function sortFindings(findings: readonly CheckFinding[]): readonly CheckFinding[] {
  const weight = (rule: CheckRuleId): number =>
    CHECK_SEVERITIES.indexOf(CHECK_RULES[rule].severity) * 1000 + CHECK_RULE_IDS.indexOf(rule)
  return findings.toSorted((a, b) => weight(a.rule) - weight(b.rule))
}
