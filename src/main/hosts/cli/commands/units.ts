import { fail } from '#shared/contract/errors.ts'
import type { UnitRow } from '#shared/contract/units.ts'
import { formatDate } from '#shared/domain/text/format.ts'
import { ok } from '#shared/kit/result.ts'
import type { Command } from '../command.ts'
import { readDates, readOptionalDate } from '../dates.ts'
import { writeTable } from '../text/table.ts'

/** The shape of semantics "Command line": codes only, no ids. */
function publish(row: UnitRow): Record<string, unknown> {
  const { code, name, type, parent, validFrom, validTo, fate } = row
  return { code, name, type, parent, validFrom, validTo, ...(fate.length > 0 ? { fate } : {}) }
}

export const unitsListCommand: Command = {
  name: ['units', 'list'],
  usage: '--db TỆP [--as-of NGÀY]',
  summary: 'Các đơn vị có hiệu lực vào ngày đã cho (mặc định hôm nay), theo thứ bậc',
  options: { values: ['as-of'] },
  db: 'required',
  async run(backend, args, { today }) {
    const asOf = readOptionalDate(args.value('as-of'))
    if (!asOf.ok) return asOf
    const listed = await backend.call('units.list', { asOf: asOf.value ?? today })
    if (!listed.ok) return listed
    const rows = listed.value.map((row) => [
      row.code,
      row.name,
      row.typeName,
      row.parent,
      row.validFrom === null ? null : formatDate(row.validFrom),
      row.validTo === null ? null : formatDate(row.validTo),
    ])
    return ok({
      value: listed.value.map(publish),
      text: writeTable(['Mã', 'Đơn vị', 'Loại', 'Trực thuộc', 'Từ ngày', 'Đến ngày'], rows),
    })
  },
}

export const unitsAddCommand: Command = {
  name: ['units', 'add'],
  usage: '--db TỆP --code MÃ --name TÊN --type LOẠI --parent MÃ [--from NGÀY] [--to NGÀY] [--alias TÊN]…',
  summary: 'Thêm một đơn vị',
  options: { values: ['code', 'name', 'type', 'parent', 'from', 'to'], lists: ['alias'] },
  db: 'required',
  async run(backend, args) {
    for (const name of ['code', 'name', 'type', 'parent'])
      if (args.value(name) === undefined) return fail('OPTION_MISSING', { name })
    const dates = readDates(args, ['from', 'to'])
    if (!dates.ok) return dates
    const added = await backend.call('units.add', {
      code: args.value('code') ?? '',
      name: args.value('name') ?? '',
      type: args.value('type') ?? '',
      parent: args.value('parent') ?? null,
      validFrom: dates.value.from,
      validTo: dates.value.to,
      aliases: [...args.list('alias')],
    })
    if (!added.ok) return added
    return ok({ value: publish(added.value), text: `Đã thêm đơn vị ${added.value.code}: ${added.value.name}` })
  },
}
