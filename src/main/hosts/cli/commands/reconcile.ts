import type { ReconcileRow } from '#shared/contract/reconcile.ts'
import { formatDate, formatNumber } from '#shared/domain/text/format.ts'
import { ok } from '#shared/kit/result.ts'
import type { Command } from '../command.ts'
import { readOptionalDate } from '../dates.ts'
import { writeTable } from '../text/table.ts'

type Side = ReconcileRow['left']

export const reconcileCommand: Command = {
  name: ['reconcile'],
  usage: '--db TỆP [--plan MÃ] [--as-of NGÀY] [--unit MÃ] [--all]',
  summary:
    'Đối chiếu: phát sinh, giảm, tăng thực, hiện có, tỷ lệ; tự báo cáo và cấp dưới; quyết định CĐCS và báo cáo. Chỉ nêu chỗ không khớp (--all: tất cả)',
  options: { values: ['plan', 'as-of', 'unit'], flags: ['all'] },
  db: 'required',
  async run(backend, args) {
    const asOf = readOptionalDate(args.value('as-of'))
    if (!asOf.ok) return asOf
    const answered = await backend.call('results.reconcile', {
      plan: args.value('plan') ?? null,
      asOf: asOf.value,
      unit: args.value('unit') ?? null,
      all: args.flag('all'),
      trace: true,
    })
    if (!answered.ok) return answered
    const { rows, checked, agreed } = answered.value
    const number = (value: number | null): string | null => (value === null ? null : formatNumber(value))
    const side = ({ label, value, qualifier }: (typeof rows)[number]['left']): string =>
      `${label}: ${value === null ? 'chưa có' : `${qualifier ?? ''}${formatNumber(value)}`}`
    const table = writeTable(
      ['Đơn vị', 'Chỉ tiêu', 'Đến ngày', 'Số thứ nhất', 'Số thứ hai', 'Chênh', 'Nội dung', 'Từ các dòng'],
      rows.map((row) => [
        row.name,
        row.indicatorName,
        row.asOf === null ? null : formatDate(row.asOf),
        side(row.left),
        side(row.right),
        number(row.difference),
        row.sentence,
        rowsOf(row),
      ]),
    )
    const summary = `Đã đối chiếu ${formatNumber(checked)} cặp số, khớp ${formatNumber(agreed)}, không khớp ${formatNumber(checked - agreed)}.`
    return ok({ value: answered.value, text: rows.length === 0 ? summary : `${summary}\n${table}` })
  },
}

/** Most rows named in a line of the table; `--json` names all. */
const MOST_NAMED = 6

/** "BC tháng 6.xlsx F6: 168; CĐCS Một (QĐ 12)": where both numbers come from. */
function rowsOf({ left, right }: { readonly left: Side; readonly right: Side }): string {
  const named = [left, right].flatMap(({ reports, unions }) => [
    ...reports.map(({ unitName, indicator, asOf, value, file }) =>
      file === null
        ? `${unitName}, ${indicator} đến ${formatDate(asOf)}: ${formatNumber(value)}`
        : `${file.name} ${file.cell ?? ''}: ${formatNumber(value)}`,
    ),
    ...unions.map(({ name, decision }) => (decision === null ? name : `${name} (QĐ ${decision})`)),
  ])
  const more = named.length - MOST_NAMED
  return [...named.slice(0, MOST_NAMED), ...(more > 0 ? [`và ${more} dòng khác`] : [])].join('; ')
}
