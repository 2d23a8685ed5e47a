import { fail } from '#shared/contract/errors.ts'
import type { Input } from '#shared/contract/index.ts'
import { ok } from '#shared/kit/result.ts'
import type { Command } from '../command.ts'
import { readOptionalDate } from '../dates.ts'
import { checksText } from '../text/checks.ts'
import { writeTable } from '../text/table.ts'
import { requireOptions } from '../values.ts'

export const checksCommand: Command = {
  name: ['checks'],
  usage: '--db TỆP [--plan MÃ] [--as-of NGÀY] [--unit MÃ] [--all]',
  summary:
    'Kiểm tra dữ liệu: những số liệu mâu thuẫn nhau, khác thường, còn thiếu hoặc đã cũ; --all: cả điều đã giải thích',
  options: { values: ['plan', 'as-of', 'unit'], flags: ['all'] },
  db: 'required',
  async run(backend, args) {
    const asOf = readOptionalDate(args.value('as-of'))
    if (!asOf.ok) return asOf
    const answered = await backend.call('checks.list', {
      plan: args.value('plan') ?? null,
      asOf: asOf.value,
      unit: args.value('unit') ?? null,
      perRule: 10_000,
      withExplained: args.flag('all'),
    })
    if (!answered.ok) return answered
    const { counts, explained, findings } = answered.value
    const text =
      findings.length === 0
        ? checksText.clean
        : [
            writeTable(
              checksText.columns,
              findings.map((row) => [
                row.id,
                row.explanation === null ? checksText.severities[row.severity] : checksText.explainedSeverity,
                row.title,
                row.subject,
                row.explanation === null
                  ? row.message
                  : `${row.message} ${checksText.explanation(row.explanation.note, row.explanation.by)}`,
              ]),
            ),
            checksText.counts(counts),
            ...(explained === 0 ? [] : [checksText.alreadyExplained(explained)]),
          ].join('\n')
    return ok({ value: answered.value, text })
  },
}

export const checksExplainCommand: Command = {
  name: ['checks', 'explain'],
  usage: 'MÃ… --note LÝ-DO --db TỆP [--plan MÃ] [--as-of NGÀY]',
  summary: 'Ghi rằng những điều cần xem này đúng như vậy và vì sao; số liệu khác đi thì lại được nêu',
  options: { values: ['note', 'plan', 'as-of'], words: [1, 1000] },
  db: 'required',
  async run(backend, args) {
    const required = requireOptions(args, ['note'])
    if (!required.ok) return required
    const asOf = readOptionalDate(args.value('as-of'))
    if (!asOf.ok) return asOf
    const listed = await backend.call('checks.list', {
      plan: args.value('plan') ?? null,
      asOf: asOf.value,
      perRule: 10_000,
      withExplained: true,
    })
    if (!listed.ok) return listed
    const known = new Map(listed.value.findings.map((finding) => [finding.id, finding]))
    const findings: Input<'checks.explain'>['findings'] = []
    for (const code of args.words) {
      const found = known.get(code)
      if (found === undefined) return fail('CHECK_FINDING_UNKNOWN', { code })
      const { id, rule, subject, message } = found
      findings.push({ id, rule, subject, message })
    }
    const done = await backend.call('checks.explain', { findings, note: args.value('note') ?? '' })
    return done.ok ? ok({ value: done.value, text: checksText.explained(done.value.explained) }) : done
  },
}

export const checksWithdrawCommand: Command = {
  name: ['checks', 'withdraw'],
  usage: 'MÃ… --db TỆP',
  summary: 'Bỏ giải thích của những điều cần xem; chúng lại được nêu trong danh sách kiểm tra',
  options: { words: [1, 1000] },
  db: 'required',
  async run(backend, args) {
    const done = await backend.call('checks.withdraw', { findings: [...args.words] })
    return done.ok ? ok({ value: done.value, text: checksText.withdrawn(done.value.withdrawn) }) : done
  },
}
