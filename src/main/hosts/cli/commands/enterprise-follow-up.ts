import { fail } from '#shared/contract/errors.ts'
import { ok } from '#shared/kit/result.ts'
import type { Command } from '../command.ts'
import { readOptionalDate } from '../dates.ts'
import { FOLLOW_UP_TEXT } from '../text/enterprises.ts'
import { writeTable } from '../text/table.ts'
import { readOptionalNumber, requireOptions } from '../values.ts'
import { listRows, readRegistryView, REGISTRY_OPTIONS } from './enterprises.ts'

export const enterprisesFunnelCommand: Command = {
  name: ['enterprises', 'funnel'],
  usage: '--db TỆP [--unit MÃ] [--as-of NGÀY] [--min-workers SỐ]',
  summary: 'Số doanh nghiệp, lao động ở từng giai đoạn vận động, của từng đơn vị',
  options: { values: ['unit', 'as-of', 'min-workers'] },
  db: 'required',
  async run(backend, args) {
    const asOf = readOptionalDate(args.value('as-of'))
    if (!asOf.ok) return asOf
    const minWorkers = readOptionalNumber(args.value('min-workers'))
    if (!minWorkers.ok) return minWorkers
    const funnel = await backend.call('enterprises.funnel', {
      unit: args.value('unit') ?? null,
      asOf: asOf.value,
      minWorkers: minWorkers.value,
    })
    if (!funnel.ok) return funnel
    const { stages, withoutStage, total, units } = funnel.value
    const lines = [
      { name: FOLLOW_UP_TEXT.withoutStage, reached: '' as string | number, ...withoutStage },
      ...stages,
      { name: FOLLOW_UP_TEXT.total, reached: '' as string | number, ...total },
    ]
    return ok({
      value: funnel.value,
      text: [
        writeTable(
          FOLLOW_UP_TEXT.funnelHeads,
          lines.map((line) => [line.name, line.enterprises, line.reached, line.workers, line.nonmembers]),
        ),
        '',
        writeTable(
          FOLLOW_UP_TEXT.unitHeads,
          units.map((unit) => [
            unit.code,
            unit.name,
            unit.enterprises,
            unit.withoutStage,
            unit.workers,
            unit.nonmembers,
          ]),
        ),
      ].join('\n'),
    })
  },
}

export const enterprisesStageCommand: Command = {
  name: ['enterprises', 'stage'],
  usage: '[MST]… --stage MÃ --db TỆP [--filter ĐIỀU-KIỆN]… [--unit MÃ] [--on NGÀY] [--note CHỮ]',
  summary: 'Ghi giai đoạn vận động cho các doanh nghiệp, theo mã số thuế hoặc theo điều kiện lọc',
  options: {
    values: [...REGISTRY_OPTIONS.values, 'stage', 'on', 'note'],
    lists: [...REGISTRY_OPTIONS.lists],
    words: [0, 1000],
  },
  db: 'required',
  async run(backend, args) {
    const missing = requireOptions(args, ['stage'])
    if (!missing.ok) return missing
    const on = readOptionalDate(args.value('on'))
    if (!on.ok) return on
    const view = readRegistryView(args)
    if (!view.ok) return view
    const ids = [...args.words]
    const isFiltered = view.value.where.length > 0 || view.value.unit !== null || view.value.search !== ''
    if (ids.length === 0 && !isFiltered) return fail('ENTERPRISES_NONE_NAMED')
    if (isFiltered) {
      const listed = await listRows(backend, view.value)
      if (!listed.ok) return listed
      ids.push(...listed.value.map(({ id }) => id))
    }
    if (ids.length === 0) return ok({ value: { changed: 0, unchanged: 0 }, text: FOLLOW_UP_TEXT.staged(0, 0) })
    const set = await backend.call('enterprises.setStage', {
      ids,
      stage: args.value('stage') ?? '',
      ...(on.value === null ? {} : { onDate: on.value }),
      note: args.value('note') ?? null,
    })
    if (!set.ok) return set
    return ok({ value: set.value, text: FOLLOW_UP_TEXT.staged(set.value.changed, set.value.unchanged) })
  },
}
