import { fail } from '#shared/contract/errors.ts'
import { formatNumber } from '#shared/domain/text/format.ts'
import { ok } from '#shared/kit/result.ts'
import type { Command } from '../command.ts'
import { readOptionalDate } from '../dates.ts'
import { documentsText } from '../text/documents.ts'
import { writeTable } from '../text/table.ts'
import { readPeriod } from './document.ts'

export const batchCommand: Command = {
  name: ['batch'],
  usage: 'LOẠI [--plan MÃ] [--as-of NGÀY] [--period KỲ] [--rules BỘ-QUY-TẮC] [--again] --out THƯ-MỤC [--merged TỆP]',
  summary: 'Tạo hàng loạt, mỗi đơn vị một văn bản; chạy lại thì làm tiếp; --merged gộp thành một tệp .docx hoặc .pdf',
  options: { values: ['plan', 'as-of', 'period', 'rules', 'out', 'merged'], flags: ['again'], words: [1, 1] },
  db: 'required',
  async run(backend, args, environment) {
    const [type] = args.words
    const folder = args.value('out')
    if (type === undefined) return fail('ARGUMENT_MISSING')
    if (folder === undefined) return fail('OPTION_MISSING', { name: 'out' })
    const asOf = readOptionalDate(args.value('as-of'))
    if (!asOf.ok) return asOf
    const period = readPeriod(args.value('period'))
    if (!period.ok) return period
    const made = await backend.call(
      'documents.batch',
      {
        type,
        plan: args.value('plan') ?? null,
        asOf: asOf.value,
        rules: args.value('rules') ?? null,
        period: period.value,
        folder,
        again: args.flag('again'),
        merged: args.value('merged') ?? null,
      },
      {
        onProgress: ({ step, done, total }) =>
          environment.say(`${formatNumber(done)}/${formatNumber(total ?? 0)} ${step}`),
      },
    )
    if (!made.ok) return made
    const rows = made.value.items.map((item) => [
      item.unit,
      item.name,
      documentsText.outcome[item.outcome],
      item.message ?? '',
    ])
    const { made: count, kept, failed, merged } = made.value
    const text = `${writeTable(documentsText.batchColumns, rows)}\n${documentsText.batchDone(count, kept, failed, merged)}`
    return ok({ value: made.value, text })
  },
}
