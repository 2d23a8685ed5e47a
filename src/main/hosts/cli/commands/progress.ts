import type { ProgressAnswer } from '#shared/contract/results.ts'
import { impliedTargetText } from '#shared/domain/results/implied-target.ts'
import { formatDate, formatNumber, formatPercent } from '#shared/domain/text/format.ts'
import { ok } from '#shared/kit/result.ts'
import type { Command } from '../command.ts'
import { readOptionalDate } from '../dates.ts'
import { writeTable } from '../text/table.ts'

export const progressCommand: Command = {
  name: ['progress'],
  usage: '--db TỆP [--plan MÃ] [--as-of NGÀY]',
  summary: 'Tiến độ của kế hoạch tính đến một ngày: chỉ tiêu, kết quả, tỷ lệ, còn lại, xếp thứ',
  options: { values: ['plan', 'as-of'] },
  db: 'required',
  async run(backend, args) {
    const asOf = readOptionalDate(args.value('as-of'))
    if (!asOf.ok) return asOf
    const answered = await backend.call('progress.get', { plan: args.value('plan') ?? null, asOf: asOf.value })
    if (!answered.ok) return answered
    return ok({ value: answered.value, text: describe(answered.value) })
  },
}

function describe(progress: ProgressAnswer): string {
  const number = (value: number | null): string | null => (value === null ? null : formatNumber(value))
  const rows = progress.rows.map((row) => [
    row.level === 'unit' ? `${'  '.repeat(row.depth)}${row.name}` : row.name.toLocaleUpperCase('vi'),
    row.indicator,
    row.assigner,
    number(row.target),
    row.result === null
      ? null
      : `${row.qualifierWord === null ? '' : `${row.qualifierWord} `}${formatNumber(row.result)}`,
    row.percentText ?? (row.implied === null ? null : `suy ra ${impliedTargetText(row.implied)}`),
    number(row.remaining),
    row.rank,
  ])
  const table = writeTable(['Đơn vị', 'Chỉ tiêu', 'Nơi giao', 'Giao', 'Kết quả', 'Tỷ lệ', 'Còn lại', 'Xếp thứ'], rows)
  const findings = progress.findings.map(
    (finding) =>
      `${finding.name}, ${finding.indicator}: báo cáo nêu ${formatPercent(finding.stated)}, tính lại ${formatPercent(finding.computed)}`,
  )
  const silent = progress.silent.map((unit) => unit.name).join(', ')
  return [
    `${progress.planName}, số liệu tính đến ngày ${formatDate(progress.asOf)}`,
    table,
    ...findings,
    ...(silent === '' ? [] : [`Chưa báo cáo: ${silent}`]),
  ].join('\n')
}
