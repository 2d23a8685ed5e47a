import { ok } from '#shared/kit/result.ts'
import type { Command } from '../command.ts'
import { writeTable } from '../text/table.ts'

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
