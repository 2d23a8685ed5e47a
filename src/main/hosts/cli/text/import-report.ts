import type { ImportReport } from '#shared/contract/survey.ts'
import { formatDate, formatNumber } from '#shared/domain/text/format.ts'
import { writeTable } from './table.ts'

const MOST_LINES = 30

/** What an import found and did, for a person at a terminal. */
export function writeImportReport(report: ImportReport): string {
  const { totals } = report
  const place = report.sheet === null ? '' : `, trang tính “${report.sheet}”`
  const lines = [
    `${report.dryRun ? 'Xem trước' : 'Đã nhập'} ${report.file}${place}: tiêu đề ở dòng ${report.headerRow}, số liệu đến ${formatDate(report.surveyDate)}.`,
    `${formatNumber(report.rows)} dòng: ${formatNumber(report.created)} mới, ${formatNumber(report.updated)} cập nhật, ${formatNumber(report.unchanged)} không đổi.`,
    `Lao động ${formatNumber(totals.workers)}, đoàn viên ${formatNumber(totals.members)}, đã có công đoàn ${formatNumber(totals.withUnion)}, từ 20 lao động chưa có công đoàn ${formatNumber(totals.ge20WithoutUnion)}.`,
    '',
    writeTable(
      ['Mã', 'Đơn vị', 'Trong tệp', 'Doanh nghiệp', 'Lao động', 'Đã có CĐ', 'Đoàn viên'],
      report.perUnit.map((unit) => [
        unit.code ?? '(mới)',
        unit.name,
        unit.nameInFile,
        unit.enterprises,
        unit.workers,
        unit.withUnion,
        unit.members,
      ]),
    ),
  ]
  const section = (title: string, items: readonly string[]): void => {
    if (items.length === 0) return
    lines.push(
      '',
      `${title} (${formatNumber(items.length)}):`,
      ...items.slice(0, MOST_LINES).map((item) => `  ${item}`),
    )
    if (items.length > MOST_LINES) lines.push(`  … và ${formatNumber(items.length - MOST_LINES)} mục khác`)
  }
  section(
    'Địa bàn chưa khớp, chưa nhập',
    report.unmatched.map(({ nameInFile, rows }) => `${nameInFile}: ${formatNumber(rows.length)} dòng`),
  )
  section(
    'Dòng trùng',
    report.duplicates.map(({ mst, name, rows }) => `${mst ?? name}: dòng ${rows.join(', ')}`),
  )
  section(
    'Cần sửa hoặc xem lại',
    report.problems.map(
      ({ row, column, severity, message }) =>
        `${column}${row} (${severity === 'error' ? 'không nhập' : 'vẫn nhập'}): ${message}`,
    ),
  )
  section('Lưu ý', report.hints)
  return lines.join('\n')
}
