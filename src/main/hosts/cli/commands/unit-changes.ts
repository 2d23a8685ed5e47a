import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { Input } from '#shared/contract/index.ts'
import { ok } from '#shared/kit/result.ts'
import type { Backend } from '../../../backend.ts'
import type { Arguments } from '../arguments.ts'
import type { Command, CommandOutput } from '../command.ts'
import { readDate, readOptionalDate } from '../dates.ts'
import { FIGURE_WORDS } from '../text/choices.ts'
import { writeChangeReport } from '../text/unit-change.ts'
import { readNumber, readOptionalChoice } from '../values.ts'

type Change = Input<'units.change'>['change']
type Receiver = Extract<Change, { kind: 'merge' }>['into']
type Split = Extract<Change, { kind: 'split' }>

const DECISION = '[--decision SỐ] [--decision-date NGÀY] [--decision-by CƠ-QUAN] [--dry-run]'
const COMMON_VALUES = ['on', 'decision', 'decision-date', 'decision-by']
const NEW_UNIT = '(--into MÃ | --new-name TÊN [--code MÃ] [--short-name TÊN] [--type LOẠI] [--parent MÃ])'
const NEW_UNIT_VALUES = ['type', 'new-type', 'parent', 'short-name']
/** Said after "Thiếu tùy chọn --": a receiver is one that is there or a new one. */
const INTO = 'into hoặc --new-name'
const MOST_UNITS = 500

export const unitsMergeCommand: Command = {
  name: ['units', 'merge'],
  usage: `--db TỆP --from MÃ --from MÃ… ${NEW_UNIT} --on NGÀY [--targets sum|keep] ${DECISION}`,
  summary:
    'Sáp nhập các đơn vị từ một ngày; chỉ tiêu và kết quả cộng cho đơn vị tiếp nhận (sum) hoặc giữ ở dòng đơn vị cũ (keep)',
  options: {
    values: [...COMMON_VALUES, ...NEW_UNIT_VALUES, 'into', 'new-name', 'code', 'new-code', 'targets'],
    lists: ['from', 'unit'],
    flags: ['dry-run'],
    words: [0, MOST_UNITS],
  },
  db: 'required',
  async run(backend, args) {
    const from = readCodes(args, ['from', 'unit'])
    if (from.length === 0) return fail('OPTION_MISSING', { name: 'from' })
    const figures = readOptionalChoice(args, 'targets', FIGURE_WORDS)
    if (!figures.ok) return figures
    const into = readReceiver(args)
    if (!into.ok) return into
    return change(backend, args, (decision) => ({
      kind: 'merge',
      from,
      into: into.value,
      figures: figures.value ?? 'follow',
      ...decision,
    }))
  },
}

export const unitsSplitCommand: Command = {
  name: ['units', 'split'],
  usage: `--db TỆP --from MÃ (--into MÃ | --new-name TÊN [--code MÃ])… --on NGÀY [--keep] [--child MÃ=NƠI-NHẬN]… [--enterprise MST=NƠI-NHẬN]… [--union TÊN=NƠI-NHẬN]… [--rest NƠI-NHẬN] [--plan MÃ] [--assigner TÊN] [--target CHỈ-TIÊU:NƠI-NHẬN=SỐ]… ${DECISION}`,
  summary:
    'Chia một đơn vị, hoặc tách bớt mà đơn vị vẫn còn (--keep); NƠI-NHẬN là mã, tên hoặc số thứ tự của đơn vị nhận',
  options: {
    values: [...COMMON_VALUES, ...NEW_UNIT_VALUES, 'from', 'unit', 'rest', 'plan', 'assigner'],
    lists: ['into', 'new-name', 'code', 'new-code', 'child', 'enterprise', 'union', 'target'],
    flags: ['dry-run', 'keep'],
    words: [0, 1],
  },
  db: 'required',
  async run(backend, args) {
    const from = args.value('from') ?? args.value('unit') ?? args.words[0]
    if (from === undefined) return fail('OPTION_MISSING', { name: 'from' })
    const into = readReceivers(args)
    if (into.length === 0) return fail('OPTION_MISSING', { name: INTO })
    const parts = readParts(args)
    if (!parts.ok) return parts
    const targets = await readTargets(backend, args)
    if (!targets.ok) return targets
    return change(backend, args, (decision) => ({
      kind: 'split',
      from,
      into,
      ends: !args.flag('keep'),
      parts: parts.value,
      rest: args.value('rest') ?? null,
      targets: targets.value,
      ...decision,
    }))
  },
}

export const unitsTransferCommand: Command = {
  name: ['units', 'transfer'],
  usage: `--db TỆP (--unit MÃ | --enterprise MST | --union TÊN)… [--from MÃ] --into MÃ --on NGÀY ${DECISION}`,
  summary:
    'Chuyển đơn vị cấp dưới, doanh nghiệp, công đoàn cơ sở về đơn vị khác; --from chuyển tất cả những gì thuộc đơn vị đó',
  options: {
    values: [...COMMON_VALUES, 'into', 'to', 'from'],
    lists: ['unit', 'enterprise', 'union'],
    flags: ['dry-run'],
    words: [0, MOST_UNITS],
  },
  db: 'required',
  async run(backend, args) {
    const into = args.value('into') ?? args.value('to')
    if (into === undefined) return fail('OPTION_MISSING', { name: 'into' })
    return change(backend, args, (decision) => ({
      kind: 'transfer',
      into,
      units: readCodes(args, ['unit']),
      enterprises: [...args.list('enterprise')],
      unions: [...args.list('union')],
      allOf: args.value('from') ?? null,
      ...decision,
    }))
  },
}

export const unitsRenameCommand: Command = {
  name: ['units', 'rename'],
  usage: `--db TỆP --unit MÃ --name TÊN-MỚI [--short-name TÊN] --on NGÀY ${DECISION}`,
  summary: 'Đổi tên đơn vị từ một ngày; trước ngày đó vẫn là tên cũ, và tên cũ vẫn được nhận ra',
  options: {
    values: [...COMMON_VALUES, 'unit', 'from', 'name', 'new-name', 'short-name'],
    flags: ['dry-run'],
    words: [0, 1],
  },
  db: 'required',
  async run(backend, args) {
    const unit = args.value('unit') ?? args.value('from') ?? args.words[0]
    if (unit === undefined) return fail('OPTION_MISSING', { name: 'unit' })
    const name = args.value('name') ?? args.value('new-name')
    if (name === undefined) return fail('OPTION_MISSING', { name: 'name' })
    const shortName = args.value('short-name')
    return change(backend, args, (decision) => ({
      kind: 'rename',
      unit,
      name,
      ...(shortName === undefined ? {} : { shortName }),
      ...decision,
    }))
  },
}

export const unitsEndCommand: Command = {
  name: ['units', 'end'],
  usage: `--db TỆP --unit MÃ --on NGÀY [--into MÃ] [--targets sum|keep] ${DECISION}`,
  summary:
    'Kết thúc hoạt động của đơn vị từ một ngày (ngày cuối cùng là ngày trước đó), có hoặc không có đơn vị tiếp nhận',
  options: {
    values: [...COMMON_VALUES, 'unit', 'from', 'into', 'to', 'targets'],
    flags: ['dry-run'],
    words: [0, 1],
  },
  db: 'required',
  async run(backend, args) {
    const unit = args.value('unit') ?? args.value('from') ?? args.words[0]
    if (unit === undefined) return fail('OPTION_MISSING', { name: 'unit' })
    const figures = readOptionalChoice(args, 'targets', FIGURE_WORDS)
    if (!figures.ok) return figures
    return change(backend, args, (decision) => ({
      kind: 'end',
      unit,
      into: args.value('into') ?? args.value('to') ?? null,
      figures: figures.value ?? 'follow',
      ...decision,
    }))
  },
}

type Dated = Pick<Change, 'on' | 'decisionNumber' | 'decidedOn' | 'decidedBy'>

/** Runs a change, or with --dry-run shows what it would do; totals that would not hold are no success. */
async function change(
  backend: Backend,
  args: Arguments,
  make: (decision: Dated) => Change,
): Promise<AppResult<CommandOutput>> {
  const day = args.value('on')
  if (day === undefined) return fail('OPTION_MISSING', { name: 'on' })
  const on = readDate(day)
  if (!on.ok) return on
  const decidedOn = readOptionalDate(args.value('decision-date'))
  if (!decidedOn.ok) return decidedOn
  const wanted = make({
    on: on.value,
    decisionNumber: args.value('decision') ?? null,
    decidedOn: decidedOn.value,
    decidedBy: args.value('decision-by') ?? null,
  })
  const dryRun = args.flag('dry-run')
  const answer = dryRun
    ? await backend.call('units.previewChange', { change: wanted })
    : await backend.call('units.change', { change: wanted })
  if (!answer.ok) return answer
  const report = answer.value
  return ok({
    value: { dryRun, ...report },
    text: writeChangeReport(report, dryRun),
    exitCode: report.balanced ? 0 : 1,
  })
}

/** Codes from words and options; "A,B" is two, for no code holds a comma. */
function readCodes(args: Arguments, names: readonly string[]): string[] {
  return [...args.words, ...names.flatMap((name) => args.list(name))]
    .flatMap((text) => text.split(','))
    .map((code) => code.trim())
    .filter((code) => code !== '')
}

function readReceiver(args: Arguments): AppResult<Receiver> {
  const into = args.value('into')
  const name = args.value('new-name')
  if (into === undefined && name === undefined) return fail('OPTION_MISSING', { name: INTO })
  if (into !== undefined) return ok({ unit: into, newUnit: name === undefined ? null : { name } })
  const code = args.value('code') ?? args.value('new-code')
  return ok({ newUnit: { name: name ?? '', ...newUnitOptions(args, code) } })
}

/** The units that are there first, then the new ones; the n-th --code belongs to the n-th --new-name. */
function readReceivers(args: Arguments): Receiver[] {
  const codes = [...args.list('code'), ...args.list('new-code')]
  const shortName = args.list('new-name').length === 1 ? args.value('short-name') : undefined
  return [
    ...args.list('into').map((unit): Receiver => ({ unit })),
    ...args.list('new-name').map((name, at): Receiver => {
      const options = newUnitOptions(args, codes[at])
      return { newUnit: { name, ...options, ...(shortName === undefined ? {} : { shortName }) } }
    }),
  ]
}

function newUnitOptions(args: Arguments, code: string | undefined) {
  const type = args.value('type') ?? args.value('new-type')
  const parent = args.value('parent')
  const shortName = args.value('short-name')
  return {
    ...(code === undefined ? {} : { code }),
    ...(type === undefined ? {} : { type }),
    ...(parent === undefined ? {} : { parent }),
    ...(shortName === undefined ? {} : { shortName }),
  }
}

const PARTS = [
  ['child', 'unit'],
  ['enterprise', 'enterprise'],
  ['union', 'union'],
] as const

function readParts(args: Arguments): AppResult<NonNullable<Split['parts']>> {
  const parts: NonNullable<Split['parts']> = []
  for (const [name, what] of PARTS) {
    for (const text of args.list(name)) {
      const at = text.lastIndexOf('=')
      const [which, to] = [text.slice(0, Math.max(at, 0)).trim(), text.slice(at + 1).trim()]
      if (which === '' || to === '') return fail('OPTION_CHOICE', { name, text, values: 'MÃ=NƠI-NHẬN' })
      parts.push({ what, which, to })
    }
  }
  return ok(parts)
}

/** "DV_MOI:X-BINHMINH=120": how much of the split unit's target goes to whom. */
async function readTargets(backend: Backend, args: Arguments): Promise<AppResult<NonNullable<Split['targets']>>> {
  const given = args.list('target')
  if (given.length === 0) return ok([])
  const plans = await backend.call('plans.list', {})
  if (!plans.ok) return plans
  const years = plans.value.filter((plan) => plan.kind === 'year').toSorted((a, b) => (a.from < b.from ? 1 : -1))
  const plan = args.value('plan') ?? years[0]?.code
  if (plan === undefined) return fail('PLAN_NONE')
  const targets: NonNullable<Split['targets']> = []
  for (const text of given) {
    const parts = /^([^:]+):(.+)=([^=]+)$/.exec(text)
    if (parts === null) return fail('OPTION_CHOICE', { name: 'target', text, values: 'CHỈ-TIÊU:NƠI-NHẬN=SỐ' })
    const [, indicator = '', to = '', number = ''] = parts
    const value = readNumber(number)
    if (!value.ok) return value
    targets.push({
      plan,
      indicator: indicator.trim(),
      assigner: args.value('assigner') ?? null,
      to: to.trim(),
      value: value.value,
    })
  }
  return ok(targets)
}
