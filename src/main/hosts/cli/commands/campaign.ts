import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { CampaignReport } from '#shared/contract/campaigns.ts'
import type { Input } from '#shared/contract/index.ts'
import type { ReportBasis } from '#shared/domain/results/reported-entry.ts'
import { foldText } from '#shared/domain/text/fold.ts'
import { formatDate, formatNumber, formatPercent } from '#shared/domain/text/format.ts'
import { ok } from '#shared/kit/result.ts'
import type { Arguments } from '../arguments.ts'
import type { Command } from '../command.ts'
import { readDate, readDates, readOptionalDate } from '../dates.ts'
import { BASIS_WORDS, TARGET_KIND_WORDS } from '../text/choices.ts'
import { writeTable } from '../text/table.ts'
import { readNumber, readOptionalChoice, readOptionalNumber, requireOptions } from '../values.ts'

type OpenInput = Input<'campaigns.open'>
type PhaseTarget = NonNullable<OpenInput['phaseTargets']>[number]

export const campaignListCommand: Command = {
  name: ['campaigns', 'list'],
  usage: '--db TỆP [--as-of NGÀY]',
  summary: 'Các đợt thi đua với giai đoạn và số ngày còn lại',
  options: { values: ['as-of'] },
  db: 'required',
  async run(backend, args) {
    const asOf = readOptionalDate(args.value('as-of'))
    if (!asOf.ok) return asOf
    const listed = await backend.call('campaigns.list', { asOf: asOf.value })
    if (!listed.ok) return listed
    const rows = listed.value.flatMap((campaign) =>
      [campaign, ...campaign.phases].map((plan) => [
        plan.code,
        plan.kind === 'phase' ? `  ${plan.name}` : plan.name,
        formatDate(plan.from),
        formatDate(plan.to),
        plan.clock.words,
      ]),
    )
    return ok({ value: listed.value, text: writeTable(['Mã', 'Đợt, giai đoạn', 'Từ ngày', 'Đến ngày', ''], rows) })
  },
}

export const campaignPresetsCommand: Command = {
  name: ['campaign', 'presets'],
  usage: '--db TỆP',
  summary: 'Các mẫu để mở đợt thi đua: Tháng Công nhân, tháng cao điểm, đợt hai giai đoạn',
  options: {},
  db: 'required',
  async run(backend) {
    const listed = await backend.call('campaigns.presets', {})
    if (!listed.ok) return listed
    const rows = listed.value.map((preset) => [
      preset.code,
      preset.name,
      preset.from,
      preset.to,
      preset.phases.map(({ name, from, to }) => `${name} ${from}…${to}`).join('; '),
    ])
    return ok({ value: listed.value, text: writeTable(['Mã', 'Mẫu', 'Từ', 'Đến', 'Giai đoạn'], rows) })
  },
}

export const campaignOpenCommand: Command = {
  name: ['campaign', 'open'],
  usage:
    '--db TỆP [--preset MÃ] [--year NĂM] [--code MÃ] [--name TÊN] [--from NGÀY] [--to NGÀY] [--parent MÃ] [--phase "TÊN:TỪ:ĐẾN[:increment|cumulative]"]… [--target [ĐƠN-VỊ/]CHỈ-TIÊU=SỐ[@GIAI-ĐOẠN][:increment|cumulative]]… [--assigner TÊN] [--kind LOẠI]',
  summary: 'Mở một đợt thi đua với các giai đoạn và chỉ tiêu của từng giai đoạn',
  options: {
    values: ['preset', 'year', 'code', 'name', 'from', 'to', 'parent', 'assigner', 'kind'],
    lists: ['phase', 'target'],
  },
  db: 'required',
  async run(backend, args) {
    const input = readOpening(args)
    if (!input.ok) return input
    const opened = await backend.call('campaigns.open', input.value)
    if (!opened.ok) return opened
    const { code, name, from, to, phases } = opened.value
    const lines = phases.map(
      (phase) => `  ${phase.code}: ${phase.name}, ${formatDate(phase.from)} - ${formatDate(phase.to)}`,
    )
    return ok({
      value: opened.value,
      text: [`Đã mở ${code}: ${name}, ${formatDate(from)} - ${formatDate(to)}`, ...lines].join('\n'),
    })
  },
}

function readOpening(args: Arguments): AppResult<OpenInput> {
  const year = readOptionalNumber(args.value('year'))
  if (!year.ok) return year
  const dates = readDates(args, ['from', 'to'])
  if (!dates.ok) return dates
  const kind = readOptionalChoice(args, 'kind', TARGET_KIND_WORDS)
  if (!kind.ok) return kind
  const phases: NonNullable<OpenInput['phases']> = []
  for (const text of args.list('phase')) {
    const phase = readPhase(text)
    if (!phase.ok) return phase
    phases.push(phase.value)
  }
  const assigner = args.value('assigner') ?? 'BCH'
  const targets: NonNullable<OpenInput['targets']> = []
  const phaseTargets: PhaseTarget[] = []
  for (const text of args.list('target')) {
    const read = readTarget(text)
    if (!read.ok) return read
    const { phase, ...target } = { ...read.value, assigner, kind: kind.value ?? 'assigned' }
    if (phase === null) targets.push(target)
    else phaseTargets.push({ ...target, phase })
  }
  return ok({
    preset: args.value('preset') ?? null,
    year: year.value,
    code: args.value('code') ?? null,
    name: args.value('name') ?? null,
    from: dates.value.from,
    to: dates.value.to,
    parent: args.value('parent') ?? null,
    phases: phases.length === 0 ? null : phases,
    targets,
    phaseTargets,
  })
}

/** "Giai đoạn 1:1/7/2024:31/7/2024:increment" */
function readPhase(text: string): AppResult<NonNullable<OpenInput['phases']>[number]> {
  const [name = '', fromText = '', toText = '', basisText, ...rest] = text.split(':')
  if (rest.length > 0 || name.trim() === '') return refusePhase(text)
  const from = readDate(fromText)
  if (!from.ok) return from
  const to = readDate(toText)
  if (!to.ok) return to
  const basis = basisText === undefined ? 'increment' : basisNamed(basisText)
  return basis === null ? refusePhase(text) : ok({ name, from: from.value, to: to.value, basis })
}

function refusePhase(text: string): AppResult<never> {
  return fail('OPTION_CHOICE', {
    name: 'phase',
    text,
    values: 'TÊN:TỪ:ĐẾN, TÊN:TỪ:ĐẾN:increment, TÊN:TỪ:ĐẾN:cumulative',
  })
}

interface ReadTarget {
  readonly unit: string | null
  readonly indicator: string
  readonly value: number
  readonly phase: number | null
  readonly basis: ReportBasis | null
}

/** "CDCS_MOI=15@1", "H1/DV_MOI=5.000@1:increment" */
function readTarget(text: string): AppResult<ReadTarget> {
  const match = /^(?:([^/=]+)\/)?([^/=]+)=([^@:]+)(?:@(\d+))?(?::([^:]+))?$/u.exec(text.trim())
  if (match === null) return refuseTarget(text)
  const [, unit, indicator = '', number = '', phase, basisText] = match
  const value = readNumber(number)
  if (!value.ok) return value
  const basis = basisText === undefined ? null : basisNamed(basisText)
  if (basisText !== undefined && basis === null) return refuseTarget(text)
  return ok({
    unit: unit?.trim() ?? null,
    indicator: indicator.trim(),
    value: value.value,
    phase: phase === undefined ? null : Number(phase),
    basis,
  })
}

function refuseTarget(text: string): AppResult<never> {
  return fail('OPTION_CHOICE', {
    name: 'target',
    text,
    values: 'CHỈ-TIÊU=SỐ, ĐƠN-VỊ/CHỈ-TIÊU=SỐ, CHỈ-TIÊU=SỐ@GIAI-ĐOẠN',
  })
}

function basisNamed(text: string): ReportBasis | null {
  const folded = foldText(text)
  const bases = Object.keys(BASIS_WORDS) as ReportBasis[]
  return bases.find((basis) => basis === folded || BASIS_WORDS[basis].some((word) => foldText(word) === folded)) ?? null
}

export const campaignReportCommand: Command = {
  name: ['campaign', 'report'],
  usage: '[MÃ] --db TỆP [--as-of NGÀY]',
  summary: 'Sơ kết, tổng kết một đợt thi đua: giai đoạn, chỉ tiêu và kết quả, xếp thứ, đơn vị không xếp thứ và lý do',
  options: { values: ['as-of', 'plan'], words: [0, 1] },
  db: 'required',
  async run(backend, args) {
    const asOf = readOptionalDate(args.value('as-of'))
    if (!asOf.ok) return asOf
    const campaign = args.words[0] ?? args.value('plan') ?? null
    const answered = await backend.call('campaigns.report', { campaign, asOf: asOf.value })
    if (!answered.ok) return answered
    return ok({ value: answered.value, text: describe(answered.value) })
  },
}

function describe(report: CampaignReport): string {
  const title = report.verdict === 'final' ? 'TỔNG KẾT' : 'SƠ KẾT'
  const number = (value: number | null): string | null => (value === null ? null : formatNumber(value))
  const rankings = report.rankings.flatMap((ranking) => [
    '',
    `Xếp thứ ${ranking.indicatorName}, ${ranking.assigner}, ${ranking.planName}${ranking.basis === 'cumulative' ? ' (lũy kế từ đầu năm)' : ''}`,
    writeTable(
      ['Thứ', 'Đơn vị', 'Giao', 'Kết quả', 'Tỷ lệ', 'Còn lại'],
      ranking.rows.map((row) => [
        row.tied ? `${row.rank} (đồng hạng)` : String(row.rank),
        row.name,
        number(row.target),
        number(row.result),
        row.percentText,
        number(row.remaining),
      ]),
    ),
    ...ranking.excluded.map(({ name, sentence }) => `  ${name}: ${sentence}`),
  ])
  return [
    `${title} ${report.name}, số liệu đến ${formatDate(report.asOf)} (đã qua ${formatPercent(report.clock.elapsed)} thời gian)`,
    ...report.sentences,
    ...rankings,
  ].join('\n')
}

export const campaignExcludeCommand: Command = {
  name: ['campaign', 'exclude'],
  usage: 'MÃ --db TỆP --unit MÃ… (--reason LÝ-DO | --back)',
  summary: 'Không xếp thứ một số đơn vị trong đợt, kèm lý do; --back để xếp thứ lại',
  options: { values: ['reason'], lists: ['unit'], flags: ['back'], words: [1, 1] },
  db: 'required',
  async run(backend, args) {
    const [plan = ''] = args.words
    const units = [...args.list('unit')]
    if (units.length === 0) return fail('OPTION_MISSING', { name: 'unit' })
    if (args.flag('back')) {
      const included = await backend.call('campaigns.include', { plan, units })
      if (!included.ok) return included
      return ok({ value: included.value, text: `Xếp thứ lại ${formatNumber(included.value.included)} đơn vị.` })
    }
    const needed = requireOptions(args, ['reason'])
    if (!needed.ok) return needed
    const excluded = await backend.call('campaigns.exclude', { plan, units, reason: args.value('reason') ?? '' })
    if (!excluded.ok) return excluded
    return ok({ value: excluded.value, text: `Không xếp thứ ${formatNumber(excluded.value.excluded)} đơn vị.` })
  },
}
