import { formatNumber } from '#shared/domain/text/format.ts'
import { ok } from '#shared/kit/result.ts'
import type { Command } from '../command.ts'
import { TARGET_KIND_WORDS, WEIGHT_WORDS } from '../text/choices.ts'
import { writeTable } from '../text/table.ts'
import {
  readChoice,
  readNumber,
  readOptionalChoice,
  readOptionalNumber,
  readUnitNumbers,
  requireOptions,
} from '../values.ts'
import { readVersion } from './plan-versions.ts'

export const allocateCommand: Command = {
  name: ['allocate'],
  usage:
    '--db TỆP [--plan MÃ] --indicator MÃ --assigner TÊN --total SỐ --by nonmembers|enterprises|workers|previous|equal|hand ' +
    '[--threshold SỐ] [--weight MÃ=SỐ]… [--lock MÃ=SỐ]… [--floor [MÃ=]SỐ]… [--cap [MÃ=]SỐ]… [--unit MÃ] [--only MÃ]… [--kind LOẠI] [--version PHƯƠNG-ÁN] [--dry-run]',
  summary: 'Phân bổ một tổng số cho các đơn vị trực thuộc, cộng lại đúng bằng tổng',
  options: {
    values: ['plan', 'indicator', 'assigner', 'total', 'by', 'threshold', 'unit', 'kind', 'version'],
    lists: ['lock', 'floor', 'cap', 'weight', 'only'],
    flags: ['dry-run'],
  },
  db: 'required',
  async run(backend, args) {
    const required = requireOptions(args, ['indicator', 'assigner', 'total', 'by'])
    if (!required.ok) return required
    const by = readChoice(args, 'by', WEIGHT_WORDS)
    if (!by.ok) return by
    const kind = readOptionalChoice(args, 'kind', TARGET_KIND_WORDS)
    if (!kind.ok) return kind
    const total = readNumber(args.value('total') ?? '')
    if (!total.ok) return total
    const threshold = readOptionalNumber(args.value('threshold'))
    if (!threshold.ok) return threshold
    const weights = readUnitNumbers(args, 'weight', false)
    if (!weights.ok) return weights
    const locks = readUnitNumbers(args, 'lock', false)
    if (!locks.ok) return locks
    const floors = readUnitNumbers(args, 'floor', true)
    if (!floors.ok) return floors
    const caps = readUnitNumbers(args, 'cap', true)
    if (!caps.ok) return caps
    const allocated = await backend.call(args.flag('dry-run') ? 'targets.previewAllocation' : 'targets.allocate', {
      plan: args.value('plan') ?? null,
      version: readVersion(args),
      indicator: args.value('indicator') ?? '',
      assigner: args.value('assigner') ?? '',
      kind: kind.value ?? undefined,
      owner: args.value('unit') ?? null,
      units: args.list('only').length === 0 ? null : [...args.list('only')],
      total: total.value,
      by: by.value,
      ...(threshold.value === null ? {} : { threshold: threshold.value }),
      weights: weights.value.byUnit,
      locks: locks.value.byUnit,
      floor: floors.value.all ?? 0,
      floors: floors.value.byUnit,
      cap: caps.value.all,
      caps: caps.value.byUnit,
    })
    if (!allocated.ok) return allocated
    const { units } = allocated.value
    const rows = units.map((unit) => [unit.unit, unit.name, formatNumber(unit.value), unit.why])
    const sum = formatNumber(units.reduce((all, unit) => all + unit.value, 0))
    const head = args.flag('dry-run') ? 'Tính thử, chưa ghi.' : 'Đã phân bổ.'
    const text = `${head} Tổng cộng ${sum}.\n${writeTable(['Mã', 'Đơn vị', 'Số giao', 'Vì sao'], rows)}`
    return ok({ value: { ...allocated.value, dryRun: args.flag('dry-run') }, text })
  },
}
