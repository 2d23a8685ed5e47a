import type { PlanRow } from '#shared/contract/plans.ts'
import { formatDate } from '#shared/domain/text/format.ts'
import { ok } from '#shared/kit/result.ts'
import type { Command } from '../command.ts'
import { readDate } from '../dates.ts'
import { PLAN_KIND_WORDS } from '../text/choices.ts'
import { writeTable } from '../text/table.ts'
import { readChoice, requireOptions } from '../values.ts'

function publish({ id: _, ...row }: PlanRow): Omit<PlanRow, 'id'> {
  return row
}

export const plansListCommand: Command = {
  name: ['plans', 'list'],
  usage: '--db TỆP',
  summary: 'Các kế hoạch, mới nhất trước',
  options: {},
  db: 'required',
  async run(backend) {
    const listed = await backend.call('plans.list', {})
    if (!listed.ok) return listed
    const rows = listed.value.map((row) => [
      row.code,
      row.name,
      row.kind,
      formatDate(row.from),
      formatDate(row.to),
      row.parent,
    ])
    const text = writeTable(['Mã', 'Kế hoạch', 'Loại', 'Từ ngày', 'Đến ngày', 'Thuộc'], rows)
    return ok({ value: listed.value.map(publish), text })
  },
}

export const plansAddCommand: Command = {
  name: ['plans', 'add'],
  usage: '--db TỆP --code MÃ --kind term|year|campaign|phase --from NGÀY --to NGÀY [--parent MÃ] [--name TÊN]',
  summary: 'Lập một kế hoạch: nhiệm kỳ, năm, đợt thi đua, giai đoạn',
  options: { values: ['code', 'kind', 'from', 'to', 'parent', 'name'] },
  db: 'required',
  async run(backend, args) {
    const required = requireOptions(args, ['code', 'kind', 'from', 'to'])
    if (!required.ok) return required
    const kind = readChoice(args, 'kind', PLAN_KIND_WORDS)
    if (!kind.ok) return kind
    const from = readDate(args.value('from') ?? '')
    if (!from.ok) return from
    const to = readDate(args.value('to') ?? '')
    if (!to.ok) return to
    const added = await backend.call('plans.add', {
      code: args.value('code') ?? '',
      kind: kind.value,
      from: from.value,
      to: to.value,
      parent: args.value('parent') ?? null,
      name: args.value('name'),
    })
    if (!added.ok) return added
    const { code, name } = added.value
    return ok({ value: publish(added.value), text: `Đã lập ${code}: ${name}` })
  },
}
