import { formatDate, formatNumber, formatPercent } from '../text/format.ts'
import type { IsoDate } from '../../kit/dates.ts'
import type { ColumnRole } from './column-role.ts'
import type { FigureNote } from './read-figure.ts'
import type { FileFinding, FileQuestion } from './report-model.ts'

/** What a clerk reads about a report that came in; every sentence names the cell beside it. */
const ROLE_WORDS: Readonly<Partial<Record<ColumnRole, string>>> = {
  target: 'chỉ tiêu',
  cumulative: 'lũy kế',
  increment: 'số trong kỳ',
  value: 'số thực hiện',
  percent: 'tỷ lệ',
}

const NOTE_WORDS: Readonly<Record<FigureNote, (text: string, value: string) => string>> = {
  asDong: (text, value) => `“${text}” được hiểu là đồng, tức ${value} theo đơn vị của chỉ tiêu.`,
  unitWord: (text, value) => `“${text}” được đọc là ${value}.`,
  letterO: (text, value) => `“${text}” có chữ O thay số 0, được đọc là ${value}.`,
  thousandths: (text, value) => `Ô ghi ${text}; số người không có phần lẻ nên được đọc là ${value}.`,
  wordZero: (text) => `“${text}” được đọc là 0.`,
  inBrackets: (text, value) => `“${text}” được đọc là ${value}; phần trong ngoặc không lấy.`,
  sentence: (text, value) => `lấy ${value} từ câu “${text}”. Hãy đọc lại câu này trước khi dùng số.`,
  scaled: (text, value) => `“${text}” được đọc là ${value}%.`,
}

export function findingSentence(finding: FileFinding): string {
  const name = finding.indicator?.shortName ?? ''
  const of = finding.role === null ? '' : `${ROLE_WORDS[finding.role] ?? ''} `
  const stated = finding.stated === null ? '' : formatNumber(finding.stated)
  const computed = finding.computed === null ? '' : formatNumber(finding.computed)
  const text = finding.text ?? ''
  switch (finding.kind) {
    case 'percent':
      return `${name}: báo cáo nêu ${formatPercent(finding.stated ?? 0)}, tính lại từ số trong bảng là ${formatPercent(finding.computed ?? 0)}.`
    case 'total':
      return `${name}: tổng ${of}ghi ${stated}, cộng các dòng được ${computed}. Số ghi ở dòng tổng không được lấy.`
    case 'partOverWhole':
      return `${name}: phần “trong đó” ghi ${stated}, lớn hơn tổng ${computed}.`
    case 'repeated':
      return finding.indicator === null
        ? `“${text}” có hai dòng trong bảng; chỉ lấy dòng đầu.`
        : `${name}: ${of}ghi hai lần khác nhau, ${computed} và ${stated}; lấy ${computed}.`
    case 'measure':
      return `${name}: cột đơn vị tính ghi “${text}”, không hợp với chỉ tiêu này.`
    case 'noFigure':
      return `${name}: ô ghi “${text}” nên chưa có số để lấy.`
    case 'unreadable':
      return `${name}: “${text}” không đọc được thành số nên không lấy.`
    case 'hiddenRow':
      return `${name}: dòng này bị ẩn trong tệp; số ${stated} vẫn được lấy.`
    case 'readAs':
      return `${name}: ${NOTE_WORDS[finding.note ?? 'unitWord'](text, computed)}`
    case 'guessed':
      return `Cột “${text}” được hiểu là ${name} theo tên bảng.`
    case 'errorCell':
      return `${name}: ô có lỗi công thức ${text}.`
    case 'incrementOverCumulative':
      return `${name}: số trong kỳ ${stated} lớn hơn lũy kế ${computed}.`
  }
}

export function questionSentence(question: FileQuestion): string {
  switch (question.kind) {
    case 'indicator':
      return `“${question.text}” là chỉ tiêu nào?`
    case 'cut':
      return `“${question.text}” là một phần của chỉ tiêu nào?`
    case 'unit':
      return question.text === '' ? 'Báo cáo này của đơn vị nào?' : `“${question.text}” là đơn vị nào?`
    case 'day':
      return 'Số liệu này tính đến ngày nào?'
  }
}

/** Findings that need the data file to be made. */
export const IMPORT_SENTENCES = {
  target: (name: string, stated: number, ours: number) =>
    `${name}: báo cáo nêu chỉ tiêu ${formatNumber(stated)}, chương trình đang giao ${formatNumber(ours)}. Chỉ tiêu đang giao giữ nguyên.`,
  differs: (name: string, stated: number, ours: number, file: string) =>
    `${name}: bảng tổng hợp ghi ${formatNumber(stated)}, báo cáo của đơn vị ghi ${formatNumber(ours)}${file === '' ? '' : ` (${file})`}. Số của đơn vị giữ nguyên.`,
  tableSaid: (name: string, stated: number, ours: number, file: string) =>
    `${name}: báo cáo của đơn vị ghi ${formatNumber(stated)}, bảng tổng hợp đã nhập ghi ${formatNumber(ours)}${file === '' ? '' : ` (${file})`}; lấy số của đơn vị.`,
  twoFiles: (name: string, taken: number, other: number, file: string) =>
    `${name}: tệp ${file} cũng ghi số của kỳ này, là ${formatNumber(other)}; lấy ${formatNumber(taken)} của tệp này. Hãy kiểm tra tệp nào đúng.`,
  increment: (name: string, stated: number, computed: number, day: IsoDate) =>
    `${name}: số trong kỳ ghi ${formatNumber(stated)}, nhưng so với lũy kế đến ${formatDate(day)} thì tăng ${formatNumber(computed)}.`,
  computed: (name: string, stated: number, computed: number) =>
    `${name}: báo cáo ghi ${formatNumber(stated)}, tính từ các số trong bảng là ${formatNumber(computed)}. Chỉ tiêu này do chương trình tính nên không lấy số ghi.`,
  unitDiffers: (title: string, name: string) => `Tên tệp là của ${name} nhưng trong bảng ghi ${title}; lấy theo bảng.`,
  unitAsked: (told: string, asked: string) =>
    `Trong tệp ghi ${told} nhưng đồng chí chọn ${asked}; số liệu được ghi cho ${asked}. Hãy kiểm tra lại trước khi dùng.`,
  dayAsked: (told: IsoDate, asked: IsoDate) =>
    `Trong tệp ghi số liệu đến ${formatDate(told)} nhưng đồng chí chọn ${formatDate(asked)}; lấy theo ngày đã chọn.`,
  unitEnded: (text: string, name: string, last: IsoDate, day: IsoDate, hasSuccessors: boolean) =>
    `“${text}”: ${name} hoạt động đến hết ${formatDate(last)}, không nhận số liệu đến ${formatDate(day)}. ${hasSuccessors ? 'Báo cáo này của đơn vị kế thừa nào' : 'Báo cáo này của đơn vị nào'}?`,
  unitNotYet: (text: string, name: string, first: IsoDate, day: IsoDate) =>
    `“${text}”: ${name} hoạt động từ ${formatDate(first)}, chưa nhận số liệu đến ${formatDate(day)}. Báo cáo này của đơn vị nào?`,
  dayDiffers: (title: IsoDate, name: IsoDate) =>
    `Trong bảng ghi số liệu đến ${formatDate(title)}, tên tệp là đến ${formatDate(name)}; lấy theo bảng.`,
  corrects: (name: string, before: number, after: number) =>
    `${name}: sửa số của cùng kỳ từ ${formatNumber(before)} thành ${formatNumber(after)}.`,
  notReport: (sheet: string) => `Trang tính “${sheet}” không phải bảng báo cáo nên không đọc.`,
} as const
