import type { ChangeReport } from '#shared/contract/unit-changes.ts'
import { formatNumber } from '#shared/domain/text/format.ts'
import { writeTable } from './table.ts'

/** A change of units for the terminal: what becomes of whom, and the totals before and after. */
export function writeChangeReport(report: ChangeReport, dryRun: boolean): string {
  const { units, enterprises, unions } = report.moved
  const moved = `Chuyển theo: ${formatNumber(units)} đơn vị cấp dưới, ${formatNumber(enterprises)} doanh nghiệp, ${formatNumber(unions)} công đoàn cơ sở`
  const sections = [
    dryRun ? `${report.title} (xem trước, chưa ghi)` : `Đã ghi: ${report.title}`,
    writeTable(
      ['Mã', 'Đơn vị', 'Thay đổi'],
      report.units.map(({ code, name, text }) => [code, name, text]),
    ),
    moved,
    writeTable(
      ['Tổng số', 'Trước', 'Sau', 'Chênh lệch'],
      report.totals.map(({ label, before, after, difference }) => [label, before, after, difference]),
    ),
  ]
  if (report.targets.length > 0)
    sections.push(
      writeTable(
        ['Kế hoạch', 'Chỉ tiêu', 'Nơi giao', 'Đơn vị', 'Trước', 'Sau'],
        report.targets.map((row) => [row.plan, row.indicatorName, row.assigner, row.unitName, row.before, row.after]),
      ),
    )
  if (report.problem !== null) sections.push(report.problem)
  return sections.join('\n\n')
}
