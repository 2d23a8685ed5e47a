import { fail, type AppResult } from '#shared/contract/errors.ts'
import { REPORT_PERIODS, type ReportPeriod } from '#shared/domain/documents/facts.ts'
import { formatDate, formatNumber } from '#shared/domain/text/format.ts'
import { ok } from '#shared/kit/result.ts'
import { listDocumentTypes } from '../../../services/documents.ts'
import type { Command } from '../command.ts'
import { readOptionalDate } from '../dates.ts'
import { writeTable } from '../text/table.ts'

export const documentCommand: Command = {
  name: ['document'],
  usage: '--db TỆP (--list | LOẠI [--plan MÃ] [--unit MÃ] [--as-of NGÀY] [--period KỲ] [--rules BỘ-QUY-TẮC] --out TỆP)',
  summary: 'Tạo văn bản từ số liệu: Word, PDF, hoặc bảng Excel theo đuôi tệp; --list kể các loại văn bản',
  options: { values: ['plan', 'unit', 'as-of', 'period', 'rules', 'out'], flags: ['list'], words: [0, 1] },
  // The list of types needs no data file; making one asks for it below.
  db: 'none',
  async run(_, args, environment) {
    if (args.flag('list')) {
      const value = listDocumentTypes(environment.resources).map(({ type, title, ruleSets }) => ({
        type,
        title,
        ruleSets,
      }))
      const rows = value.map((row) => [row.type, row.title, row.ruleSets.join(', ')])
      return ok({ value, text: writeTable(['Loại', 'Tên', 'Thể thức'], rows) })
    }
    const [type] = args.words
    const out = args.value('out')
    if (type === undefined) return fail('ARGUMENT_MISSING')
    if (out === undefined) return fail('OPTION_MISSING', { name: 'out' })
    const asOf = readOptionalDate(args.value('as-of'))
    if (!asOf.ok) return asOf
    const period = readPeriod(args.value('period'))
    if (!period.ok) return period
    if (environment.dbFile === null) return fail('OPTION_MISSING', { name: 'db' })
    const backend = environment.openBackend(environment.dbFile)
    if (!backend.ok) return backend
    const made = await backend.value.call('documents.make', {
      type,
      plan: args.value('plan') ?? null,
      unit: args.value('unit') ?? null,
      asOf: asOf.value,
      rules: args.value('rules') ?? null,
      period: period.value,
      out,
    })
    if (!made.ok) return made
    const { file, title, figures, problems } = made.value
    const notes = problems.map((problem) => `Lưu ý: ${problem.message}`)
    const text = [
      `${title} (số liệu đến ${formatDate(made.value.asOf)}, ${formatNumber(figures)} con số): ${file}`,
      ...notes,
    ].join('\n')
    return ok({ value: made.value, text })
  },
}

/** "month", "half" …; null where none is given. */
export function readPeriod(text: string | undefined): AppResult<ReportPeriod | null> {
  if (text === undefined) return ok(null)
  const period = REPORT_PERIODS.find((known) => known === text)
  return period === undefined
    ? fail('OPTION_CHOICE', { name: 'period', text, values: REPORT_PERIODS.join(', ') })
    : ok(period)
}
