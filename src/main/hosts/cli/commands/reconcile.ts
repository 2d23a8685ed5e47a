import { formatDate, formatNumber } from '#shared/domain/text/format.ts'
import { ok } from '#shared/kit/result.ts'
import type { Command } from '../command.ts'
import { readOptionalDate } from '../dates.ts'
import { writeTable } from '../text/table.ts'

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
    })
    if (!answered.ok) return answered
    const { rows, checked, agreed } = answered.value
    const number = (value: number | null): string | null => (value === null ? null : formatNumber(value))
    const side = ({ label, value, qualifier }: (typeof rows)[number]['left']): string =>
      `${label}: ${value === null ? 'chưa có' : `${qualifier ?? ''}${formatNumber(value)}`}`
    const table = writeTable(
      ['Đơn vị', 'Chỉ tiêu', 'Đến ngày', 'Số thứ nhất', 'Số thứ hai', 'Chênh', 'Nội dung'],
      rows.map((row) => [
        row.name,
        row.indicatorName,
        row.asOf === null ? null : formatDate(row.asOf),
        side(row.left),
        side(row.right),
        number(row.difference),
        row.sentence,
      ]),
    )
    const summary = `Đã đối chiếu ${formatNumber(checked)} cặp số, khớp ${formatNumber(agreed)}, không khớp ${formatNumber(checked - agreed)}.`
    return ok({ value: answered.value, text: rows.length === 0 ? summary : `${summary}\n${table}` })
  },
}
