import type { z } from 'zod'
import { formatNumber } from '../domain/text/format.ts'

/**
 * What the clerk calls the fields of the contract, for the sentence about an input that was refused: "chỉ tiêu thứ
 * 3, số: phải là số nguyên" and never the name a programmer gave. A test holds that every field has a word.
 */
export const FIELD_WORDS: Readonly<Record<string, string>> = {
  again: 'tạo lại',
  allOf: 'đơn vị chuyển hết',
  corrects: 'văn bản được đính chính',
  folder: 'thư mục',
  number: 'số văn bản',
  period: 'kỳ báo cáo',
  rules: 'bộ quy tắc thể thức',
  union: 'công đoàn cơ sở',
  change: 'việc sắp xếp',
  ends: 'đơn vị cũ kết thúc',
  figures: 'chỉ tiêu và kết quả của đơn vị cũ',
  into: 'đơn vị tiếp nhận',
  newUnit: 'đơn vị mới',
  rest: 'nơi nhận phần còn lại',
  targets: 'chỉ tiêu',
  unions: 'công đoàn cơ sở',
  what: 'loại',
  side: 'chỉ tiêu bổ trợ',
  which: 'tên',
  of: 'phần cần xem',
  rows: 'dòng',
  catalogue: 'danh mục',
  a: 'phương án thứ nhất',
  above: 'các việc làm sau',
  added: 'dòng thêm',
  address: 'địa chỉ',
  aliases: 'tên gọi khác',
  align: 'cách căn lề',
  allOrNothing: 'cách nhập',
  also: 'dòng đi kèm',
  area: 'địa bàn',
  asOf: 'ngày tính đến',
  assigner: 'nơi giao',
  authority: 'thẩm quyền ký',
  b: 'phương án thứ hai',
  balance: 'cân đối',
  bands: 'mức quy mô',
  basis: 'cách tính',
  before: 'vị trí bắt đầu',
  branch: 'nhánh',
  by: 'cách chia',
  cap: 'mức tối đa',
  caps: 'mức tối đa',
  cells: 'ô',
  chair: 'chủ tịch',
  code: 'mã',
  codeSuffix: 'ký hiệu văn bản',
  column: 'cột',
  columns: 'cột',
  content: 'nội dung',
  continued: 'tính cả nơi kế tục',
  countedOn: 'ngày của số liệu',
  createUnits: 'tạo đơn vị mới',
  cut: 'phần tách riêng',
  decidedBy: 'cơ quan ra quyết định',
  decidedOn: 'ngày quyết định',
  decisionIssuer: 'nơi ra quyết định',
  decisionNumber: 'số quyết định',
  decisionOn: 'ngày quyết định',
  denominator: 'mẫu số',
  depth: 'bậc',
  descending: 'chiều sắp xếp',
  difficulty: 'khó khăn',
  documentType: 'loại văn bản',
  dryRun: 'chạy thử',
  earliest: 'ngày sớm nhất',
  edits: 'ô',
  effectiveOn: 'ngày có hiệu lực',
  end: 'dòng cuối',
  endDecisionNumber: 'số quyết định kết thúc',
  endDecisionOn: 'ngày quyết định kết thúc',
  endedOn: 'ngày kết thúc',
  endReason: 'lý do kết thúc',
  enterprise: 'doanh nghiệp',
  enterpriseId: 'doanh nghiệp',
  enterprises: 'doanh nghiệp',
  entries: 'số liệu',
  file: 'tên tệp',
  filters: 'điều kiện lọc',
  first: 'doanh nghiệp thứ nhất',
  floor: 'mức tối thiểu',
  floors: 'mức tối thiểu',
  formula: 'cách tính',
  founded: 'ngày thành lập',
  foundedOn: 'ngày thành lập',
  from: 'từ ngày',
  frozen: 'chốt số liệu',
  fullName: 'họ và tên',
  group: 'tiêu đề nhóm',
  hasUnion: 'có công đoàn cơ sở',
  having: 'điều kiện',
  id: 'dòng',
  ids: 'dòng',
  indicator: 'chỉ tiêu',
  indicators: 'chỉ tiêu',
  industry: 'ngành nghề',
  insured: 'số người đóng bảo hiểm',
  issuerLines: 'tên cơ quan ban hành',
  keep: 'dòng giữ lại',
  kind: 'loại',
  kinds: 'loại cần tìm',
  label: 'tên việc',
  layout: 'cách bày bảng',
  legalForm: 'loại hình',
  level: 'cấp',
  limit: 'số dòng',
  locked: 'khóa',
  locks: 'số khóa',
  matchCase: 'phân biệt chữ hoa',
  maxWorkers: 'số lao động',
  members: 'số đoàn viên',
  membersAtFounding: 'số đoàn viên khi thành lập',
  membersMoved: 'số đoàn viên chuyển đi',
  minimums: 'mức tối thiểu',
  minus: 'số trừ',
  minWorkers: 'số lao động',
  name: 'tên',
  nextOn: 'ngày hẹn',
  note: 'ghi chú',
  notes: 'ghi chú',
  numerator: 'tử số',
  observedOn: 'ngày của số liệu',
  office: 'tên cơ quan',
  officerId: 'cán bộ phụ trách',
  offset: 'dòng bắt đầu',
  on: 'ngày',
  onDate: 'ngày',
  onlyDifferent: 'chỉ dòng khác nhau',
  operationId: 'việc',
  optional: 'phần không bắt buộc',
  out: 'tên tệp',
  owner: 'đơn vị giao',
  parent: 'cấp trên',
  parts: 'phần',
  partyCommittee: 'cấp ủy',
  patch: 'nội dung sửa',
  perKind: 'số dòng mỗi loại',
  perRule: 'số dòng mỗi quy tắc',
  phone: 'điện thoại',
  place: 'địa danh',
  plan: 'kế hoạch',
  plus: 'số cộng',
  position: 'chức vụ',
  previousId: 'nơi kế tục',
  qualifier: 'từ trước con số',
  reason: 'lý do',
  recipients: 'nơi nhận',
  remove: 'xóa',
  restructuring: 'do sắp xếp tổ chức',
  result: 'kết quả',
  round: 'đợt khảo sát',
  row: 'dòng',
  search: 'chữ cần tìm',
  second: 'doanh nghiệp thứ hai',
  sector: 'khu vực',
  sets: 'nơi giao',
  setup: 'thông tin tỉnh',
  sheet: 'trang tính',
  shortName: 'tên gọi tắt',
  sign: 'dấu trước số',
  signer: 'người ký',
  sort: 'cách sắp xếp',
  sortOrder: 'thứ tự',
  source: 'nguồn',
  stage: 'giai đoạn',
  start: 'dòng đầu',
  state: 'trạng thái',
  statedPercent: 'tỷ lệ nêu trong báo cáo',
  status: 'trạng thái',
  successorId: 'nơi nhận đoàn viên',
  superiorLines: 'tên cơ quan cấp trên',
  table: 'bảng',
  take: 'cột lấy của dòng kia',
  taxCode: 'mã số thuế',
  text: 'nội dung',
  texts: 'nội dung các ô',
  threshold: 'mức lao động',
  thresholds: 'mức lao động',
  title: 'tiêu đề',
  to: 'đến ngày',
  total: 'tổng số',
  type: 'loại',
  unit: 'đơn vị',
  unitLabel: 'đơn vị tính',
  units: 'đơn vị',
  unitScheme: 'cách tổ chức đơn vị',
  userName: 'tên người dùng',
  validFrom: 'ngày bắt đầu',
  validTo: 'ngày kết thúc',
  value: 'số',
  values: 'giá trị',
  verdict: 'kết luận',
  version: 'phương án',
  view: 'cách xem bảng',
  ward: 'xã, phường',
  weights: 'tỷ trọng',
  wholeCell: 'cả ô',
  width: 'độ rộng',
  withAccents: 'phân biệt dấu',
  where: 'điều kiện lọc',
  women: 'số lao động nữ',
  workers: 'số lao động',
  yearStart: 'ngày đầu năm báo cáo',
  zone: 'khu công nghiệp',
}

type RawIssue = Parameters<z.core.$ZodErrorMap>[0]

/** What is the matter with one field, in the words of an office; zod asks it instead of its own catalogue. */
export function describeInputIssue(issue: RawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined || issue.input === null) return 'chưa có nội dung'
      if (issue.expected === 'int') return 'phải là số nguyên'
      return issue.expected === 'number' ? 'phải là một số' : 'không đúng dạng'
    case 'too_small':
      if (issue.origin === 'string') return 'chưa có nội dung'
      if (issue.origin === 'array') return 'cần ít nhất một dòng'
      return issue.inclusive === true
        ? `phải từ ${formatNumber(Number(issue.minimum))} trở lên`
        : `phải lớn hơn ${formatNumber(Number(issue.minimum))}`
    case 'too_big':
      if (issue.origin === 'string') return `dài quá ${formatNumber(Number(issue.maximum))} chữ`
      return issue.origin === 'array' ? 'quá nhiều dòng' : `không được quá ${formatNumber(Number(issue.maximum))}`
    case 'invalid_value':
      return 'không có trong danh sách được chọn'
    case 'unrecognized_keys':
      return 'có mục không dùng đến'
    default:
      return 'không đúng dạng'
  }
}

/** "ô thứ 3, số: phải là số nguyên": the first thing wrong with an input, ready for the sentence of INPUT_INVALID. */
export function describeWrongInput(error: z.ZodError): string {
  const issue = error.issues[0]
  if (issue === undefined) return 'không đúng dạng'
  const place = issue.path.reduce<string>((words, step) => {
    if (typeof step === 'number') return `${words} thứ ${step + 1}`
    const name = String(step)
    // Keys that are no fields are codes somebody typed: "số khóa của TP-HAISON".
    const word = Object.hasOwn(FIELD_WORDS, name) ? FIELD_WORDS[name] : `của ${name}`
    return words === '' ? String(word) : `${words}${word?.startsWith('của ') === true ? ' ' : ', '}${word}`
  }, '')
  return place === '' ? issue.message : `${place} ${issue.message}`
}
