import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { UnionRow } from '#shared/contract/unions.ts'
import { UNION_STATE_WORDS } from '#shared/domain/unions/columns.ts'
import { foldText } from '#shared/domain/text/fold.ts'
import { formatDate, formatNumber } from '#shared/domain/text/format.ts'
import { ok } from '#shared/kit/result.ts'
import type { Backend } from '../../../backend.ts'
import type { Arguments } from '../arguments.ts'
import type { Command } from '../command.ts'
import { readDate, readOptionalDate } from '../dates.ts'
import { writeTable } from '../text/table.ts'
import { readOptionalChoice, readOptionalNumber, requireOptions } from '../values.ts'

const STATES = {
  active: ['đang hoạt động', 'hoạt động'],
  ended: ['đã kết thúc', 'kết thúc'],
  future: ['chưa đến ngày'],
} as const

/** Unions have no codes, so they are named by their id, or on the line by their name. */
function publish(row: UnionRow): Record<string, unknown> {
  const { enterpriseId: _enterprise, typeName: _type, unitShortName: _short, ...rest } = row
  return rest
}

export const unionsListCommand: Command = {
  name: ['unions', 'list'],
  usage: '--db TỆP [--as-of NGÀY] [--unit MÃ] [--state active|ended|future] [--search CHỮ]',
  summary: 'Các công đoàn cơ sở với quyết định, số đoàn viên và trạng thái vào ngày đã cho (mặc định hôm nay)',
  options: { values: ['as-of', 'unit', 'state', 'search'] },
  db: 'required',
  async run(backend, args) {
    const asOf = readOptionalDate(args.value('as-of'))
    if (!asOf.ok) return asOf
    const state = readOptionalChoice(args, 'state', STATES)
    if (!state.ok) return state
    const listed = await backend.call('unions.list', {
      asOf: asOf.value,
      unit: args.value('unit') ?? null,
      state: state.value,
      search: args.value('search') ?? '',
    })
    if (!listed.ok) return listed
    return ok({
      value: listed.value.rows.map(publish),
      text: writeTable(
        ['Tên', 'Đơn vị', 'Quyết định', 'Ngày', 'Đoàn viên', 'Trạng thái'],
        listed.value.rows.map((row) => [
          row.name,
          row.unit,
          row.decisionNumber,
          row.decisionOn === null ? null : formatDate(row.decisionOn),
          row.members,
          UNION_STATE_WORDS[row.state],
        ]),
      ),
    })
  },
}

export const unionsCountsCommand: Command = {
  name: ['unions', 'counts'],
  usage: '--db TỆP --from NGÀY --to NGÀY [--unit MÃ] [--min-workers SỐ]',
  summary: 'Số công đoàn cơ sở thành lập, kết thúc theo ngày quyết định, từng đơn vị',
  options: { values: ['from', 'to', 'unit', 'min-workers'] },
  db: 'required',
  async run(backend, args) {
    const needed = requireOptions(args, ['from', 'to'])
    if (!needed.ok) return needed
    const from = readDate(args.value('from') ?? '')
    if (!from.ok) return from
    const to = readDate(args.value('to') ?? '')
    if (!to.ok) return to
    const minWorkers = readOptionalNumber(args.value('min-workers'))
    if (!minWorkers.ok) return minWorkers
    const counted = await backend.call('unions.counts', {
      from: from.value,
      to: to.value,
      unit: args.value('unit') ?? null,
      minWorkers: minWorkers.value,
    })
    if (!counted.ok) return counted
    const { units, total } = counted.value
    return ok({
      value: counted.value,
      text: writeTable(
        ['Đơn vị', 'Đầu kỳ', 'Mới', 'Kế tục', 'Giảm', 'do sắp xếp', 'Cuối kỳ'],
        [...units, { name: 'TỔNG CỘNG', ...total }].map((row) => [
          row.name,
          row.opening,
          row.founded,
          row.continued,
          row.ended,
          row.endedRestructuring,
          row.closing,
        ]),
      ),
    })
  },
}

export const unionsFoundCommand: Command = {
  name: ['unions', 'found'],
  usage:
    '--db TỆP (--enterprise MST|TÊN | --name TÊN) --on NGÀY [--decision SỐ] [--issuer NƠI] [--founded NGÀY] [--unit MÃ] [--type LOẠI] [--members SỐ] [--women SỐ] [--chair TÊN] [--phone SỐ] [--stage MÃ]',
  summary: 'Ghi quyết định công nhận (thành lập) một công đoàn cơ sở',
  options: {
    values: 'enterprise name on decision issuer founded unit type members women chair phone stage'.split(' '),
  },
  db: 'required',
  async run(backend, args) {
    const needed = requireOptions(args, ['on'])
    if (!needed.ok) return needed
    const on = readDate(args.value('on') ?? '')
    if (!on.ok) return on
    const founded = readOptionalDate(args.value('founded'))
    if (!founded.ok) return founded
    const members = readOptionalNumber(args.value('members'))
    if (!members.ok) return members
    const women = readOptionalNumber(args.value('women'))
    if (!women.ok) return women
    const enterprise = await findEnterprise(backend, args.value('enterprise'))
    if (!enterprise.ok) return enterprise
    const [name, type, stage] = [args.value('name'), args.value('type'), args.value('stage')]
    const made = await backend.call('unions.found', {
      enterpriseId: enterprise.value,
      ...(name === undefined ? {} : { name }),
      ...(type === undefined ? {} : { type }),
      ...(stage === undefined ? {} : { stage }),
      unit: args.value('unit') ?? null,
      decisionNumber: args.value('decision') ?? null,
      decisionOn: on.value,
      decisionIssuer: args.value('issuer') ?? null,
      foundedOn: founded.value,
      members: members.value,
      women: women.value,
      chair: args.value('chair') ?? null,
      phone: args.value('phone') ?? null,
    })
    if (!made.ok) return made
    const lines = made.value.warnings.map(({ message }) => `  Cần xem: ${message}`)
    return ok({ value: publish(made.value), text: [`Đã thành lập ${made.value.name}.`, ...lines].join('\n') })
  },
}

export const unionsEndCommand: Command = {
  name: ['unions', 'end'],
  usage:
    '--db TỆP --union TÊN|MÃ DÒNG… --on NGÀY [--reason MÃ] [--decision SỐ] [--decision-on NGÀY] [--to TÊN|MÃ DÒNG] [--moved SỐ]',
  summary: 'Ghi kết thúc hoạt động công đoàn cơ sở; đoàn viên chuyển về nơi nhận nếu có',
  options: { values: ['on', 'reason', 'decision', 'decision-on', 'to', 'moved'], lists: ['union'] },
  db: 'required',
  async run(backend, args) {
    const needed = requireOptions(args, ['on'])
    if (!needed.ok) return needed
    if (args.list('union').length === 0) return fail('OPTION_MISSING', { name: 'union' })
    const on = readDate(args.value('on') ?? '')
    if (!on.ok) return on
    const decisionOn = readOptionalDate(args.value('decision-on'))
    if (!decisionOn.ok) return decisionOn
    const moved = readOptionalNumber(args.value('moved'))
    if (!moved.ok) return moved
    const ids = await findUnions(backend, args)
    if (!ids.ok) return ids
    const { ending, successorId } = ids.value
    const ended = await backend.call('unions.end', {
      ids: ending,
      on: on.value,
      reason: args.value('reason') ?? null,
      decisionNumber: args.value('decision') ?? null,
      decisionOn: decisionOn.value,
      successorId,
      ...(moved.value === null ? {} : { membersMoved: moved.value }),
    })
    if (!ended.ok) return ended
    const { ended: count, membersMoved } = ended.value
    return ok({
      value: ended.value,
      text: `Đã ghi kết thúc ${formatNumber(count)} công đoàn cơ sở, chuyển ${formatNumber(membersMoved)} đoàn viên.`,
    })
  },
}

/** The one enterprise of that MST or whole name. */
async function findEnterprise(backend: Backend, text: string | undefined): Promise<AppResult<string | null>> {
  if (text === undefined) return ok(null)
  const listed = await backend.call('enterprises.list', { search: text, limit: 1000 })
  if (!listed.ok) return listed
  const same = listed.value.rows.filter((row) => row.taxCode === text || foldText(row.name) === foldText(text))
  const [only] = same
  if (only === undefined) return fail('ENTERPRISE_NOT_FOUND', { text })
  return same.length > 1 ? fail('NAME_AMBIGUOUS', { text }) : ok(only.id)
}

async function findUnions(
  backend: Backend,
  args: Arguments,
): Promise<AppResult<{ readonly ending: string[]; readonly successorId: string | null }>> {
  const listed = await backend.call('unions.list', {})
  if (!listed.ok) return listed
  const find = (text: string): AppResult<string> => {
    const same = listed.value.rows.filter((row) => row.id === text || foldText(row.name) === foldText(text))
    const [only] = same
    if (only === undefined) return fail('UNION_UNKNOWN', { text })
    return same.length > 1 ? fail('NAME_AMBIGUOUS', { text }) : ok(only.id)
  }
  const ending: string[] = []
  for (const text of args.list('union')) {
    const found = find(text)
    if (!found.ok) return found
    ending.push(found.value)
  }
  const to = args.value('to')
  if (to === undefined) return ok({ ending, successorId: null })
  const successor = find(to)
  return successor.ok ? ok({ ending, successorId: successor.value }) : successor
}
