import { formatDate } from '#shared/domain/text/format.ts'
import { ok } from '#shared/kit/result.ts'
import type { Command } from '../command.ts'
import { readDate } from '../dates.ts'
import { writeTable } from '../text/table.ts'
import { requireOptions } from '../values.ts'

export const indicatorsListCommand: Command = {
  name: ['indicators', 'list'],
  usage: '--db TỆP',
  summary: 'Danh mục chỉ tiêu: mã, tên, đơn vị tính, loại',
  options: {},
  db: 'required',
  async run(backend) {
    const listed = await backend.call('indicators.list', {})
    if (!listed.ok) return listed
    const value = listed.value.map(({ id: _, sortOrder: _order, ...row }) => row)
    const rows = value.map((row) => [row.code, row.name, row.unitLabel, row.kind, row.parent])
    return ok({ value, text: writeTable(['Mã', 'Chỉ tiêu', 'Đơn vị tính', 'Loại', 'Trong đó của'], rows) })
  },
}

export const indicatorsReviseCommand: Command = {
  name: ['indicators', 'revise'],
  usage: 'MÃ --on NGÀY --db TỆP [--code MÃ-MỚI] [--name TÊN] [--short-name TÊN-NGẮN] [--unit-label ĐƠN-VỊ-TÍNH]',
  summary: 'Thay chỉ tiêu bằng bản mới từ một ngày; bản cũ hết hiệu lực hôm trước',
  options: { values: ['on', 'code', 'name', 'short-name', 'unit-label'], words: [1, 1] },
  db: 'required',
  async run(backend, args) {
    const required = requireOptions(args, ['on'])
    if (!required.ok) return required
    const on = readDate(args.value('on') ?? '')
    if (!on.ok) return on
    const revised = await backend.call('indicators.revise', {
      indicator: args.words[0] ?? '',
      on: on.value,
      code: args.value('code'),
      name: args.value('name'),
      shortName: args.value('short-name'),
      unitLabel: args.value('unit-label'),
    })
    if (!revised.ok) return revised
    const { ended, added, usedIn } = revised.value
    const publish = ({ id: _, sortOrder: _order, ...row }: typeof ended) => row
    const lines = [
      `${ended.code} hết hiệu lực ngày ${formatDate(ended.validTo ?? '')}; từ ngày ${formatDate(added.validFrom ?? '')} dùng ${added.code}: ${added.name}`,
      ...usedIn.map((row) => `Cách tính của ${row.code} (${row.name}) vẫn dùng ${ended.code}. Hãy xem lại.`),
    ]
    return ok({ value: { ended: publish(ended), added: publish(added), usedIn }, text: lines.join('\n') })
  },
}
