import { ok } from '#shared/kit/result.ts'
import type { Command } from '../command.ts'
import { readOptionalDate } from '../dates.ts'
import { checksText } from '../text/checks.ts'
import { writeTable } from '../text/table.ts'

export const checksCommand: Command = {
  name: ['checks'],
  usage: '--db TỆP [--plan MÃ] [--as-of NGÀY] [--unit MÃ]',
  summary: 'Kiểm tra dữ liệu: những số liệu mâu thuẫn nhau, khác thường, còn thiếu hoặc đã cũ',
  options: { values: ['plan', 'as-of', 'unit'] },
  db: 'required',
  async run(backend, args) {
    const asOf = readOptionalDate(args.value('as-of'))
    if (!asOf.ok) return asOf
    const answered = await backend.call('checks.list', {
      plan: args.value('plan') ?? null,
      asOf: asOf.value,
      unit: args.value('unit') ?? null,
      perRule: 10_000,
    })
    if (!answered.ok) return answered
    const { counts, findings } = answered.value
    const text =
      findings.length === 0
        ? checksText.clean
        : [
            writeTable(
              checksText.columns,
              findings.map((row) => [checksText.severities[row.severity], row.title, row.subject, row.message]),
            ),
            checksText.counts(counts),
          ].join('\n')
    return ok({ value: answered.value, text })
  },
}
