import type { z } from 'zod'
import { formatNumber } from '../domain/text/format.ts'

/**
 * What the clerk calls the fields of the contract, for the sentence about an input that was refused: "chỉ tiêu thứ
 * 3, số: phải là số nguyên" and never the name a programmer gave. A test holds that every field has a word.
 */
export const FIELD_WORDS: Readonly<Record<string, string>> = {
  aliases: 'tên gọi khác',
  address: 'địa chỉ',
  allOrNothing: 'cách nhập',
  area: 'địa bàn',
  asOf: 'ngày tính đến',
  assigner: 'nơi giao',
  authority: 'thẩm quyền ký',
  balance: 'cân đối',
  basis: 'cách tính',
  branch: 'nhánh',
  by: 'cách chia',
  cap: 'mức tối đa',
  caps: 'mức tối đa',
  cells: 'ô',
  code: 'mã',
  codeSuffix: 'ký hiệu văn bản',
  column: 'cột',
  createUnits: 'tạo đơn vị mới',
  cut: 'phần tách riêng',
  denominator: 'mẫu số',
  descending: 'chiều sắp xếp',
  difficulty: 'khó khăn',
  documentType: 'loại văn bản',
  enterprises: 'doanh nghiệp',
  entries: 'số liệu',
  file: 'tên tệp',
  floor: 'mức tối thiểu',
  floors: 'mức tối thiểu',
  formula: 'cách tính',
  founded: 'ngày thành lập',
  from: 'từ ngày',
  fullName: 'họ và tên',
  hasUnion: 'có công đoàn cơ sở',
  having: 'điều kiện',
  id: 'dòng',
  ids: 'dòng',
  indicator: 'chỉ tiêu',
  industry: 'ngành nghề',
  insured: 'số người đóng bảo hiểm',
  issuerLines: 'tên cơ quan ban hành',
  kind: 'loại',
  label: 'tên việc',
  legalForm: 'loại hình',
  limit: 'số dòng',
  locked: 'khóa',
  locks: 'số khóa',
  maxWorkers: 'số lao động',
  members: 'số đoàn viên',
  minWorkers: 'số lao động',
  minus: 'số trừ',
  name: 'tên',
  note: 'ghi chú',
  numerator: 'tử số',
  observedOn: 'ngày của số liệu',
  offset: 'dòng bắt đầu',
  operationId: 'việc',
  optional: 'phần không bắt buộc',
  out: 'tên tệp',
  owner: 'đơn vị giao',
  parent: 'cấp trên',
  partyCommittee: 'cấp ủy',
  parts: 'phần',
  patch: 'nội dung sửa',
  phone: 'điện thoại',
  place: 'địa danh',
  plan: 'kế hoạch',
  plus: 'số cộng',
  position: 'chức vụ',
  qualifier: 'từ trước con số',
  recipients: 'nơi nhận',
  remove: 'xóa',
  restructuring: 'do sắp xếp tổ chức',
  search: 'chữ cần tìm',
  sector: 'khu vực',
  setup: 'thông tin tỉnh',
  sheet: 'trang tính',
  shortName: 'tên gọi tắt',
  signer: 'người ký',
  sort: 'cách sắp xếp',
  sortOrder: 'thứ tự',
  source: 'nguồn',
  statedPercent: 'tỷ lệ nêu trong báo cáo',
  status: 'trạng thái',
  superiorLines: 'tên cơ quan cấp trên',
  taxCode: 'mã số thuế',
  text: 'nội dung',
  threshold: 'mức lao động',
  to: 'đến ngày',
  total: 'tổng số',
  type: 'loại',
  unit: 'đơn vị',
  unitLabel: 'đơn vị tính',
  unitScheme: 'cách tổ chức đơn vị',
  userName: 'tên người dùng',
  validFrom: 'ngày bắt đầu',
  validTo: 'ngày kết thúc',
  value: 'số',
  weights: 'tỷ trọng',
  women: 'số lao động nữ',
  workers: 'số lao động',
  yearStart: 'ngày đầu năm báo cáo',
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
