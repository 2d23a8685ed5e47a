import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { Input } from '#shared/contract/index.ts'
import type { PlanVersionRow } from '#shared/contract/plan-versions.ts'
import { formatDate, formatNumber } from '#shared/domain/text/format.ts'
import { ok } from '#shared/kit/result.ts'
import type { Arguments } from '../arguments.ts'
import type { Command, CommandOutput } from '../command.ts'
import { readDates, readOptionalDate } from '../dates.ts'
import { TARGET_KIND_WORDS } from '../text/choices.ts'
import { writeTable } from '../text/table.ts'
import { describeVersion, versionWords, VERSION_STATE_WORDS } from '../text/versions.ts'
import { readNumber, readOptionalChoice, requireOptions } from '../values.ts'

/** `--version`: a number, a name or the letter of a draft; without it the one that counts. */
export function readVersion(args: Arguments, name = 'version'): string | null {
  return args.value(name) ?? null
}

function answer(row: PlanVersionRow, done: string): AppResult<CommandOutput> {
  return ok({ value: row, text: `${done}: ${describeVersion(row)}` })
}

export const plansVersionsCommand: Command = {
  name: ['plans', 'versions'],
  usage: '--db TỆP [--plan MÃ] [--as-of NGÀY]',
  summary: 'Các phương án, bản ban hành và bản điều chỉnh chỉ tiêu của kế hoạch',
  options: { values: ['plan', 'as-of'] },
  db: 'required',
  async run(backend, args) {
    const asOf = readOptionalDate(args.value('as-of'))
    if (!asOf.ok) return asOf
    const listed = await backend.call('plans.versions', { plan: args.value('plan') ?? null, asOf: asOf.value })
    if (!listed.ok) return listed
    const day = (date: string | null): string | null => (date === null ? null : formatDate(date))
    const rows = listed.value.map((row) => [
      row.number,
      row.name,
      VERSION_STATE_WORDS[row.state],
      row.basedOn,
      row.decisionNumber,
      day(row.decidedOn),
      day(row.effectiveOn),
      formatNumber(row.targets),
      row.inForce ? versionWords.inForce : null,
    ])
    return ok({ value: listed.value, text: writeTable([...versionWords.columns], rows) })
  },
}

export const plansCopyCommand: Command = {
  name: ['plans', 'copy'],
  usage: '--db TỆP [--plan MÃ] [--version PHƯƠNG-ÁN] [--name TÊN]',
  summary: 'Sao một phương án thành phương án mới đặt bên cạnh',
  options: { values: ['plan', 'version', 'name'] },
  db: 'required',
  async run(backend, args) {
    const plan = args.value('plan') ?? null
    const made = await backend.call('plans.copyVersion', { plan, version: readVersion(args), name: args.value('name') })
    return made.ok ? answer(made.value, versionWords.copied) : made
  },
}

export const plansChooseCommand: Command = {
  name: ['plans', 'choose'],
  usage: '--db TỆP [--plan MÃ] --version PHƯƠNG-ÁN',
  summary: 'Chọn phương án dùng cho tiến độ và văn bản',
  options: { values: ['plan', 'version'] },
  db: 'required',
  async run(backend, args) {
    const required = requireOptions(args, ['version'])
    if (!required.ok) return required
    const plan = args.value('plan') ?? null
    const chosen = await backend.call('plans.chooseVersion', { plan, version: args.value('version') ?? '' })
    return chosen.ok ? answer(chosen.value, versionWords.chosen) : chosen
  },
}

export const plansRenameCommand: Command = {
  name: ['plans', 'rename'],
  usage: '--db TỆP [--plan MÃ] --version PHƯƠNG-ÁN --name TÊN',
  summary: 'Đổi tên một phương án',
  options: { values: ['plan', 'version', 'name'] },
  db: 'required',
  async run(backend, args) {
    const required = requireOptions(args, ['version', 'name'])
    if (!required.ok) return required
    const renamed = await backend.call('plans.updateVersion', {
      plan: args.value('plan') ?? null,
      version: args.value('version') ?? '',
      patch: { name: args.value('name') },
    })
    return renamed.ok ? answer(renamed.value, versionWords.renamed) : renamed
  },
}

export const plansDropCommand: Command = {
  name: ['plans', 'drop'],
  usage: '--db TỆP [--plan MÃ] --version PHƯƠNG-ÁN',
  summary: 'Xóa một phương án dự thảo hoặc bản điều chỉnh chưa ban hành',
  options: { values: ['plan', 'version'] },
  db: 'required',
  async run(backend, args) {
    const required = requireOptions(args, ['version'])
    if (!required.ok) return required
    const plan = args.value('plan') ?? null
    const gone = await backend.call('plans.removeVersion', { plan, version: args.value('version') ?? '' })
    if (!gone.ok) return gone
    return ok({ value: gone.value, text: versionWords.dropped(gone.value.removed, gone.value.current) })
  },
}

type CellInput = NonNullable<Input<'plans.adjust'>['cells']>[number]

/** `--set UNIT:INDICATOR=NUMBER`, or `UNIT:INDICATOR:ASSIGNER=NUMBER`; `--assigner` and `--kind` speak for all. */
function readCells(args: Arguments): AppResult<CellInput[]> {
  const kind = readOptionalChoice(args, 'kind', TARGET_KIND_WORDS)
  if (!kind.ok) return kind
  const cells: CellInput[] = []
  for (const text of args.list('set')) {
    const at = text.lastIndexOf('=')
    const [unit = '', indicator = '', own] = text
      .slice(0, Math.max(at, 0))
      .split(':')
      .map((part) => part.trim())
    const assigner = own ?? args.value('assigner')
    if (at < 0 || unit === '' || indicator === '')
      return fail('OPTION_CHOICE', { name: 'set', text, values: versionWords.setForm })
    if (assigner === undefined || assigner === '') return fail('OPTION_MISSING', { name: 'assigner' })
    const value = readNumber(text.slice(at + 1))
    if (!value.ok) return value
    cells.push({ unit, indicator, assigner, value: value.value, ...(kind.value === null ? {} : { kind: kind.value }) })
  }
  return ok(cells)
}

export const plansAdjustCommand: Command = {
  name: ['plans', 'adjust'],
  usage:
    '--db TỆP [--plan MÃ] --decision SỐ --reason LÝ-DO [--date NGÀY] [--issuer CƠ-QUAN] [--effective NGÀY] [--name TÊN] ' +
    '[--set ĐƠN-VỊ:CHỈ-TIÊU[:NƠI-GIAO]=SỐ]… [--assigner TÊN] [--kind LOẠI] [--issue]',
  summary: 'Lập bản điều chỉnh chỉ tiêu của kế hoạch đã ban hành theo quyết định; --issue ban hành ngay',
  options: {
    values: ['plan', 'decision', 'reason', 'date', 'issuer', 'effective', 'name', 'assigner', 'kind'],
    lists: ['set'],
    flags: ['issue'],
  },
  db: 'required',
  async run(backend, args) {
    const required = requireOptions(args, ['decision', 'reason'])
    if (!required.ok) return required
    const dates = readDates(args, ['date', 'effective'])
    if (!dates.ok) return dates
    const cells = readCells(args)
    if (!cells.ok) return cells
    const plan = args.value('plan') ?? null
    const made = await backend.call('plans.adjust', {
      plan,
      decisionNumber: args.value('decision') ?? '',
      decidedOn: dates.value.date,
      decidedBy: args.value('issuer') ?? null,
      effectiveOn: dates.value.effective,
      reason: args.value('reason') ?? '',
      name: args.value('name'),
      cells: cells.value,
    })
    if (!made.ok) return made
    if (!args.flag('issue')) return answer(made.value, versionWords.adjusting)
    const issued = await backend.call('plans.issue', { plan, version: made.value.number })
    return issued.ok ? answer(issued.value, versionWords.issued) : issued
  },
}

export const plansIssueCommand: Command = {
  name: ['plans', 'issue'],
  usage:
    '--db TỆP [--plan MÃ] [--version PHƯƠNG-ÁN] [--decision SỐ] [--date NGÀY] [--issuer CƠ-QUAN] [--effective NGÀY]',
  summary: 'Ban hành kế hoạch theo phương án đã chọn, hoặc ban hành bản điều chỉnh; không hoàn tác được',
  options: { values: ['plan', 'version', 'decision', 'date', 'issuer', 'effective'] },
  db: 'required',
  async run(backend, args) {
    const dates = readDates(args, ['date', 'effective'])
    if (!dates.ok) return dates
    const issued = await backend.call('plans.issue', {
      plan: args.value('plan') ?? null,
      version: readVersion(args),
      decisionNumber: args.value('decision') ?? null,
      decidedOn: dates.value.date,
      decidedBy: args.value('issuer') ?? null,
      effectiveOn: dates.value.effective,
    })
    return issued.ok ? answer(issued.value, versionWords.issued) : issued
  },
}

export const plansCompareCommand: Command = {
  name: ['plans', 'compare'],
  usage: '--db TỆP [--plan MÃ] PHƯƠNG-ÁN PHƯƠNG-ÁN [--assigner TÊN] [--kind LOẠI] [--all]',
  summary: 'So hai phương án theo đơn vị và chỉ tiêu; --all kê cả dòng không khác',
  options: { values: ['plan', 'assigner', 'kind'], flags: ['all'], words: [2, 2] },
  db: 'required',
  async run(backend, args) {
    const kind = readOptionalChoice(args, 'kind', TARGET_KIND_WORDS)
    if (!kind.ok) return kind
    const [a = '', b = ''] = args.words
    const compared = await backend.call('plans.compare', {
      plan: args.value('plan') ?? null,
      a,
      b,
      assigner: args.value('assigner') ?? null,
      kind: kind.value,
      onlyDifferent: !args.flag('all'),
    })
    if (!compared.ok) return compared
    const number = (value: number | null): string | null => (value === null ? null : formatNumber(value))
    const rows = compared.value.rows.map((row) => [
      row.level === 'unit' ? row.name : row.name.toLocaleUpperCase('vi'),
      row.indicator,
      row.assigner,
      number(row.a),
      number(row.b),
      number(row.difference),
      row.percent === null ? null : `${formatNumber(row.percent)}%`,
    ])
    const { compare } = versionWords
    const titles = [compare.unit, compare.indicator, compare.assigner, compared.value.a.name, compared.value.b.name]
    const table = writeTable([...titles, compare.difference, compare.percent], rows)
    return ok({ value: compared.value, text: `${table}\n${compare.differing(compared.value.differing)}` })
  },
}
