import type { MadeDocument } from '#shared/contract/documents.ts'
import type { ProgressAnswer, ReportAnswer } from '#shared/contract/results.ts'
import type { ImportReport } from '#shared/contract/survey.ts'
import type { AllocationAnswer } from '#shared/contract/targets.ts'
import { formatDate, formatNumber } from '#shared/domain/text/format.ts'
import { writeImportReport } from './import-report.ts'
import { writeTable } from './table.ts'

// What the demo tells as it goes.

export function stepTitle(number: number, title: string): string {
  const line = `${number}. ${title}`
  return `\n${line}\n${'='.repeat(line.length)}`
}

export const STEP_TITLES = {
  sample: 'Lập tỉnh mẫu',
  import: 'Đọc danh sách doanh nghiệp các nơi gửi',
  targets: 'Đặt chỉ tiêu năm',
  allocate: 'Phân bổ cho các đơn vị',
  results: 'Nhập kết quả các đơn vị báo về',
  progress: 'Tiến độ',
  documents: 'Làm văn bản',
  verify: 'Kiểm tra dữ liệu',
} as const

export function tellSample(name: string, file: string, units: number, enterprises: number): string {
  return [
    `Đã lập ${name} (tỉnh, đơn vị và số liệu đều là giả định) tại`,
    `  ${file}`,
    `${formatNumber(units)} đơn vị có hiệu lực trong năm kế hoạch, ${formatNumber(enterprises)} doanh nghiệp trong sổ theo dõi.`,
  ].join('\n')
}

/** What the file was understood as, before anything is applied, and what applying did. */
export function tellImport(before: ImportReport, after: ImportReport): string {
  const taken = before.columns
    .filter((column) => column.field !== null)
    .map(({ column, label }) => `${column} “${label}”`)
  const kept = before.columns
    .filter((column) => column.field === null)
    .map(({ column, label }) => `${column} “${label}”`)
  return [
    `Hiểu tệp: ${formatNumber(taken.length)} cột: ${taken.join(', ')}.`,
    ...(kept.length === 0 ? [] : [`Cột chưa rõ, giữ nguyên: ${kept.join(', ')}.`]),
    writeImportReport(after),
    '',
  ].join('\n')
}

export function tellTargets(written: number, plan: string): string {
  return `Đã đặt ${formatNumber(written)} chỉ tiêu của tỉnh trong kế hoạch ${plan} theo ba nơi giao (TLĐ, BCH LĐLĐ tỉnh, cam kết với Tỉnh ủy).`
}

export function tellAllocation(answer: AllocationAnswer): string {
  const sum = answer.units.reduce((total, unit) => total + unit.value, 0)
  const exact = sum === answer.total ? 'đúng bằng tổng' : `LỆCH ${formatNumber(sum - answer.total)}`
  return `${answer.indicator}: giao ${formatNumber(answer.total)} cho ${answer.units.length} đơn vị, cộng lại ${formatNumber(sum)}, ${exact}.`
}

/** The first allocation unit by unit, with the reason of each number. */
export function tellReasons(answer: AllocationAnswer): string {
  return writeTable(
    ['Đơn vị', 'Số giao', 'Vì sao số này'],
    answer.units.map((unit) => [unit.name, unit.value, unit.why]),
  )
}

export function tellResults(entries: readonly ReportAnswer[], asOf: string): string {
  const units = new Set(entries.map((entry) => entry.unitName))
  const corrected = entries.filter((entry) => entry.corrected !== null)
  return [
    `Đã nhập ${formatNumber(entries.length)} số liệu lũy kế đến ${formatDate(asOf)} của ${units.size} đơn vị.`,
    ...corrected.map(
      (entry) =>
        `  ${entry.unitName}, ${entry.indicator}: ${[entry.qualifierWord, formatNumber(entry.value)].filter(Boolean).join(' ')}, thay số đã báo ${formatNumber(entry.corrected ?? 0)} (số cũ còn trong lịch sử).`,
    ),
    ...entries.flatMap((entry) => entry.findings.map((finding) => `  Lưu ý: ${finding.message}`)),
  ].join('\n')
}

/** Units against what the province assigned, for the first indicator, and the province against every assigner. */
export function tellProgress(progress: ProgressAnswer, root: string, indicator: string, assigner: string): string {
  const ofUnits = progress.rows.filter(
    (row) =>
      row.indicator === indicator && row.assignerCode === assigner && (row.level !== 'unit' || row.unit !== root),
  )
  const ofRoot = progress.rows.filter((row) => row.unit === root && row.target !== null)
  return [
    `${progress.planName}, đến ${formatDate(progress.asOf)}:`,
    writeTable(
      ['Chỉ tiêu', 'Nơi giao', 'Giao', 'Kết quả', 'Tỷ lệ'],
      ofRoot.map((row) => [row.indicator, row.assigner, row.target, row.result, row.percentText]),
    ),
    '',
    `${indicator} theo đơn vị:`,
    writeTable(
      ['Đơn vị', 'Giao', 'Kết quả', 'Tỷ lệ', 'Còn lại', 'Xếp thứ'],
      ofUnits.map((row) => [row.name, row.target, row.result, row.percentText, row.remaining, row.rank]),
    ),
    ...(progress.silent.length === 0 ? [] : [`Chưa báo cáo: ${progress.silent.map((unit) => unit.name).join(', ')}.`]),
    ...progress.findings.map(
      (finding) =>
        `Cần xem lại: ${finding.name} tự ghi ${formatNumber(finding.stated)}% (${finding.indicator}, đến ${formatDate(finding.asOf)}), tính lại là ${formatNumber(finding.computed)}%.`,
    ),
  ].join('\n')
}

export function tellDocument(document: MadeDocument): string {
  const problems = document.problems.map((problem) => `    Lưu ý: ${problem.message}`)
  return [`${document.title}: ${formatNumber(document.figures)} số liệu`, `    ${document.file}`, ...problems].join(
    '\n',
  )
}

export function tellEnd(folder: string, documents: number, seconds: number): string {
  return [
    '',
    `Xong trong ${formatNumber(Math.round(seconds * 10) / 10)} giây. ${documents} văn bản Word và tệp dữ liệu ở thư mục`,
    `  ${folder}`,
    'Mở tệp dữ liệu bằng chương trình (npm start) để xem tiếp.',
  ].join('\n')
}
