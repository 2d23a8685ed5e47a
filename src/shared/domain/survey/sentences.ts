import { formatNumber } from '../text/format.ts'

/**
 * Every word the survey import says of a file: problems (a fixed list of codes) and hints (anything else worth
 * a look). Polite, short, each says what was done or what to do.
 */
export type ProblemCode = 'NAME_MISSING' | 'WORKERS_NOT_NUMBER' | 'MST_CHECK' | 'MEMBERS_OVER_WORKERS' | 'DATE_INVALID'
export type Severity = 'error' | 'warning'

export interface Problem {
  /** Row as Excel numbers it, column by its letter. */
  readonly row: number
  readonly column: string
  readonly code: ProblemCode
  readonly severity: Severity
  readonly message: string
}

export const SEVERITY: Readonly<Record<ProblemCode, Severity>> = {
  NAME_MISSING: 'error',
  WORKERS_NOT_NUMBER: 'error',
  MST_CHECK: 'warning',
  MEMBERS_OVER_WORKERS: 'warning',
  DATE_INVALID: 'warning',
}

export const PROBLEM_SENTENCES = {
  NAME_MISSING: () => 'Chưa có tên doanh nghiệp nên dòng này không nhập được. Hãy ghi tên rồi nhập lại.',
  WORKERS_NOT_NUMBER: (text: string) =>
    `Số lao động “${text}” không phải là một số nên dòng này không nhập được. Hãy ghi lại bằng một số.`,
  MST_CHECK_DIGIT: (code: string) =>
    `Mã số thuế ${code} sai chữ số kiểm tra. Vẫn nhập; hãy đối chiếu lại với giấy đăng ký.`,
  MST_CHECK_FORM: (text: string) =>
    `Mã số thuế “${text}” không đúng dạng 10, 13 hoặc 12 chữ số. Vẫn nhập doanh nghiệp, mã được giữ ở phần ghi thêm.`,
  MEMBERS_OVER_WORKERS: (members: number, workers: number) =>
    `Số đoàn viên (${formatNumber(members)}) lớn hơn số lao động (${formatNumber(workers)}). Vẫn nhập; hãy kiểm tra lại hai số này.`,
  DATE_INVALID: (text: string) =>
    `Ngày thành lập “${text}” không có trong lịch. Vẫn nhập, ngày để trống, giữ nguyên chữ trong tệp.`,
} as const

/** What a hint is about; hints of one kind are gathered into one sentence with their rows. */
export const HINT_SENTENCES = {
  unitWord: 'có chữ sau số (ví dụ “{example}”), đã lấy phần số',
  letterO: 'có chữ O trong số (“{example}”), đã đọc là số 0',
  thousandths: 'có số lẻ ba chữ số (“{example}”), đã đọc là hàng nghìn',
  notCount: 'ô “{example}” không phải là số, để trống',
  notCountedYet: 'ô công thức chưa được tính nên để trống. Hãy mở tệp bằng Excel, lưu lại rồi nhập lại',
  workersMissing: 'chưa ghi số lao động',
  workersFromSum: 'không có tổng số lao động, đã cộng nam và nữ',
  womenOverWorkers: 'số lao động nữ lớn hơn số lao động',
  insuredOverWorkers: 'số tham gia BHXH lớn hơn số lao động',
  membersWithoutUnion: 'có đoàn viên nhưng không đánh dấu đã có công đoàn',
  oddMark: 'ô đánh dấu ghi “{example}”, đã hiểu là có',
  paddedTaxCode: 'mã số thuế lưu dạng số nên mất số 0 ở đầu, đã thêm lại (ví dụ {example})',
  personalNumber: 'dùng số định danh cá nhân 12 chữ số ({example}), không kiểm tra được',
  shortYear: 'năm ghi hai chữ số (“{example}”)',
  yearAsDate: 'ô ngày thành lập chỉ ghi năm nhưng định dạng kiểu ngày, đã đọc là năm {example}',
  foundedLater: 'ngày thành lập sau ngày khảo sát ({example})',
  hidden: 'đang bị ẩn trong Excel, vẫn được đọc',
  sameNameOtherCode:
    'trùng tên và địa bàn với dòng khác nhưng mã số thuế khác (“{example}”), vẫn nhập cả hai; hãy xem lại',
  sameNameNoCode: 'không có mã số thuế, trùng tên và địa bàn với dòng khác (“{example}”), coi là trùng',
  errorValue: 'ô báo lỗi công thức ({example}), để trống',
  placeBareName: 'địa bàn ghi “{example}” không có cấp, đã khớp theo tên',
  placeAmbiguous: 'địa bàn “{example}” có nhiều đơn vị cùng tên nên chưa xếp được',
  placeFromAddress: 'không ghi địa bàn riêng, đã lấy theo địa chỉ (“{example}”)',
  placeFilledDown: 'không ghi địa bàn, lấy theo dòng trên (“{example}”)',
  placeAtProvince: 'không ghi địa bàn, xếp vào {example}',
  olderSurvey: 'đã có số liệu khảo sát mới hơn, số liệu hiện tại được giữ nguyên, số của tệp lưu vào lịch sử',
  movedUnit: 'chuyển sang đơn vị khác so với lần trước (“{example}”)',
  renamed: 'tên trong tệp khác tên đang lưu (“{example}”), đã cập nhật theo tệp',
} as const
export type HintKind = keyof typeof HINT_SENTENCES

const LISTED_ROWS = 8

/** "Dòng 12, 15, 20 và 31 dòng khác: có chữ sau số (ví dụ “25 người”), đã lấy phần số." */
export function hintSentence(kind: HintKind, rows: readonly number[], example: string, column: string | null): string {
  const where = column === null ? '' : `, cột ${column}`
  return `${listRows(rows)}${where}: ${HINT_SENTENCES[kind].replace('{example}', example)}.`
}

export function listRows(rows: readonly number[]): string {
  const shown = rows.slice(0, LISTED_ROWS).join(', ')
  return rows.length > LISTED_ROWS
    ? `Dòng ${shown} và ${formatNumber(rows.length - LISTED_ROWS)} dòng khác`
    : `Dòng ${shown}`
}

/** Hints that are about the file as a whole. */
export const FILE_HINTS = {
  noUnionColumn: 'Tệp không có cột đã có công đoàn; đơn vị có đoàn viên được coi là đã có.',
  unionList: 'Tệp là danh sách công đoàn cơ sở nên mọi đơn vị được coi là đã có công đoàn.',
  noWorkersColumn: 'Tệp không có cột số lao động.',
  noTaxCodeColumn: 'Tệp không có cột mã số thuế; doanh nghiệp được nhận ra theo tên và địa bàn.',
  noPlace: (unit: string) => `Tệp không ghi địa bàn; các dòng được xếp vào ${unit}.`,
  placeOfTitle: (place: string) => `Tệp không ghi địa bàn từng dòng; lấy theo tiêu đề: ${place}.`,
  surveyDateDefault: (date: string) => `Tệp không ghi ngày khảo sát; lấy ngày hôm nay ${date}.`,
  otherSheets: (sheets: string) => `Tệp còn trang tính khác không nhập: ${sheets}.`,
  totalDiffers: (row: number, what: string, stated: number, ours: number) =>
    `Dòng ${row}: ${what} trong tệp ghi ${formatNumber(stated)}, cộng các dòng được ${formatNumber(ours)}.`,
  leftOut: (rows: number) =>
    `${formatNumber(rows)} dòng chưa nhập vì địa bàn chưa khớp với đơn vị nào. Hãy chọn tạo đơn vị mới, hoặc thêm đơn vị (hay tên gọi khác của đơn vị) rồi nhập lại.`,
  sameFile: 'Tệp này đã được nhập trước đây, không có gì thay đổi.',
  keptColumns: (labels: string) => `Cột chưa có nghĩa trong chương trình được giữ nguyên theo tiêu đề: ${labels}.`,
  converted: (font: string, columns: string, before: string, after: string) =>
    `Đã chuyển chữ ${font} sang Unicode ở cột ${columns}: “${before}” → “${after}”.`,
  nameSaysXlsx: 'Tệp có đuôi .xlsx nhưng nội dung là dạng khác; chương trình đã đọc theo nội dung.',
  nameSaysOds: 'Tệp có đuôi .ods nhưng nội dung là dạng khác; chương trình đã đọc theo nội dung.',
  nameSaysXls: 'Tệp có đuôi .xls nhưng nội dung là dạng khác; chương trình đã đọc theo nội dung.',
  nameSaysCsv: 'Tệp có đuôi .csv nhưng nội dung là dạng khác; chương trình đã đọc theo nội dung.',
  externalLinks: 'Tệp có liên kết sang tệp khác; chương trình chỉ dùng giá trị đã lưu sẵn.',
  uncomputed: 'Tệp có công thức chưa được tính. Nếu thiếu số, hãy mở bằng Excel, lưu lại rồi nhập lại.',
  windows1258: 'Tệp chữ dùng bảng mã Windows-1258, đã chuyển sang Unicode.',
  utf16: 'Tệp chữ dùng bảng mã UTF-16.',
  legacyBytes: 'Tệp chữ dùng bảng mã cũ, đã chuyển sang Unicode.',
  columnsCut: 'Tệp có quá nhiều cột; phần ngoài cùng bên phải không đọc.',
} as const

export const ENCODING_NAMES = {
  tcvn3: 'TCVN3 (.Vn)',
  tcvn3Capitals: 'TCVN3 chữ hoa (.Vn…H)',
  vni: 'VNI',
  misreadUtf8: 'UTF-8 bị đọc sai',
  decomposed: 'Unicode tổ hợp',
} as const
