import type { ReportImport, TakenValue } from '#shared/contract/report-import.ts'
import { formatDate, formatNumber, formatPercent } from '#shared/domain/text/format.ts'
import { writeTable } from './table.ts'

const STATES: Readonly<Record<TakenValue['state'], string>> = {
  new: 'mới',
  corrected: 'sửa',
  unchanged: 'như cũ',
  kept: 'giữ số của đơn vị',
  closed: 'kỳ đã khóa',
  adjusted: 'điều chỉnh',
  refused: 'không lấy',
  checked: 'chỉ so',
}

/** What an import of reports found and did, for a person at a terminal. */
export function writeReportImport(answer: ReportImport): string {
  const lines = [
    `${answer.dryRun ? 'Xem trước' : 'Đã nhập'} ${formatNumber(answer.files.length)} tệp: lấy ${formatNumber(answer.taken)} số liệu, trong đó sửa ${formatNumber(answer.corrected)}; ${formatNumber(answer.unchanged)} số như cũ.`,
  ]
  for (const report of answer.reports) {
    lines.push(
      '',
      `${report.unitName} – số liệu đến ${formatDate(report.asOf)} (${report.file}, trang tính “${report.sheet}”)`,
      writeTable(
        ['Ô', 'Chỉ tiêu', 'Trong tệp ghi', 'Số', '% nêu', ''],
        report.values.map((value) => [
          value.cell,
          value.indicator,
          value.label,
          `${value.word === null ? '' : `${value.word} `}${formatNumber(value.value)}`,
          value.statedPercent === null ? '' : formatPercent(value.statedPercent),
          `${STATES[value.state]}${value.before === null || value.state !== 'corrected' ? '' : ` từ ${formatNumber(value.before)}`}`,
        ]),
      ),
    )
  }
  const section = (title: string, items: readonly string[]): void => {
    if (items.length > 0)
      lines.push('', `${title} (${formatNumber(items.length)}):`, ...items.map((item) => `  ${item}`))
  }
  const at = (item: { file: string; sheet: string; cell: string }): string =>
    `${item.file}${item.cell === '' ? '' : `, ô ${item.cell}`}`
  section(
    'Không đọc được',
    answer.failed.map(({ message }) => message),
  )
  section(
    answer.dryRun ? 'Đơn vị sẽ tạo' : 'Đơn vị mới',
    answer.newUnits.map(({ name, nameInFile }) => `${name} (“${nameInFile}”)`),
  )
  section(
    'Cần xem lại',
    answer.findings.map(
      (finding) => `${at(finding)}${finding.unitName === null ? '' : `, ${finding.unitName}`}: ${finding.message}`,
    ),
  )
  section(
    'Cần đồng chí cho biết',
    answer.questions.map(
      (question) =>
        `${at(question)}: ${question.sentence}${question.choices.length === 0 ? '' : ` (${question.choices.map(({ code }) => code).join(', ')})`}`,
    ),
  )
  section(
    'Dòng chưa hiểu',
    answer.unmatched.map((item) => `${at(item)}: “${item.text}”`),
  )
  section(
    'Chưa báo cáo',
    answer.missing.map(({ name }) => name),
  )
  return lines.join('\n')
}
