import { formatNumber } from '#shared/domain/text/format.ts'
import { ok } from '#shared/kit/result.ts'
import type { Command } from '../command.ts'
import { readDate, readOptionalDate } from '../dates.ts'
import { BASIS_WORDS } from '../text/choices.ts'
import { unitLabelOf } from '../find-rows.ts'
import { readOptionalChoice, readOptionalNumber, readTypedValue, requireOptions } from '../values.ts'

export const reportAddCommand: Command = {
  name: ['report', 'add'],
  usage:
    '--db TỆP --unit MÃ --indicator MÃ [--from NGÀY] --as-of NGÀY [--basis cumulative|increment] [--qualifier TỪ] [--stated-percent SỐ] [--adjust LÝ DO] SỐ',
  summary: 'Ghi kết quả một đơn vị báo cáo; cùng kỳ và cùng cách tính ghi lại là sửa số cũ',
  options: {
    values: ['unit', 'indicator', 'from', 'as-of', 'basis', 'qualifier', 'stated-percent', 'source', 'adjust'],
    words: [1, 1],
  },
  db: 'required',
  async run(backend, args) {
    const required = requireOptions(args, ['unit', 'indicator', 'as-of'])
    if (!required.ok) return required
    // Left out: what offices report nearly always, all since the year began.
    const basis = readOptionalChoice(args, 'basis', BASIS_WORDS)
    if (!basis.ok) return basis
    const from = readOptionalDate(args.value('from'))
    if (!from.ok) return from
    const asOf = readDate(args.value('as-of') ?? '')
    if (!asOf.ok) return asOf
    const unitLabel = await unitLabelOf(backend, args.value('indicator') ?? '')
    const typed = readTypedValue(args.words[0] ?? '', unitLabel)
    if (!typed.ok) return typed
    const statedPercent = readOptionalNumber(args.value('stated-percent'))
    if (!statedPercent.ok) return statedPercent
    const added = await backend.call('reports.add', {
      unit: args.value('unit') ?? '',
      indicator: args.value('indicator') ?? '',
      from: from.value,
      asOf: asOf.value,
      basis: basis.value ?? 'cumulative',
      value: typed.value.value,
      // "hơn 7.000" may carry its word itself.
      qualifier: args.value('qualifier') ?? typed.value.word,
      statedPercent: statedPercent.value,
      source: args.value('source') ?? null,
      adjustReason: args.value('adjust') ?? null,
    })
    if (!added.ok) return added
    const { id: _, ...value } = added.value
    const word = value.qualifierWord === null ? '' : `${value.qualifierWord} `
    const corrected = value.corrected === null ? '' : ` (sửa từ ${formatNumber(value.corrected)})`
    const head = `Đã ghi ${value.unitName}, ${value.indicator}: ${word}${formatNumber(value.value)}${corrected}`
    return ok({ value, text: [head, ...value.findings.map((finding) => finding.message)].join('\n') })
  },
}
