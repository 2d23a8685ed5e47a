import type { AppResult } from '#shared/contract/errors.ts'
import type { MeasuredRow, ProgressAnswer, SourcesAnswer } from '#shared/contract/results.ts'
import { impliedTargetText } from '#shared/domain/results/implied-target.ts'
import { formatDate, formatNumber, formatPercent } from '#shared/domain/text/format.ts'
import { ok } from '#shared/kit/result.ts'
import type { Arguments } from '../arguments.ts'
import type { Command } from '../command.ts'
import { readDate, readOptionalDate } from '../dates.ts'
import { BASIS_WORDS, PROGRESS_VIEW_WORDS, UNIT_VIEW_WORDS } from '../text/choices.ts'
import { PROGRESS_REMARKS, SOURCE_USE_WORDS } from '../text/progress.ts'
import { writeTable } from '../text/table.ts'
import { readOptionalChoice, requireOptions } from '../values.ts'

export const progressCommand: Command = {
  name: ['progress'],
  usage:
    '--db TỆP [--plan MÃ] [--as-of NGÀY] [--by unit|group|type|assigner|period] [--cut PHẦN] [--view then|now] [--compare last-year|NGÀY] [--unit MÃ]',
  summary: 'Tiến độ của kế hoạch tính đến một ngày: chỉ tiêu, kết quả, tỷ lệ, còn lại, xếp thứ, mức tiến độ',
  options: { values: ['plan', 'as-of', 'by', 'cut', 'view', 'compare', 'unit'] },
  db: 'required',
  async run(backend, args) {
    const asOf = readOptionalDate(args.value('as-of'))
    if (!asOf.ok) return asOf
    const by = readOptionalChoice(args, 'by', PROGRESS_VIEW_WORDS)
    if (!by.ok) return by
    const view = readOptionalChoice(args, 'view', UNIT_VIEW_WORDS)
    if (!view.ok) return view
    const compare = readCompared(args)
    if (!compare.ok) return compare
    const answered = await backend.call('progress.get', {
      plan: args.value('plan') ?? null,
      asOf: asOf.value,
      by: by.value,
      view: view.value ?? 'then',
      compare: compare.value,
      cut: args.value('cut') ?? null,
      unit: args.value('unit') ?? null,
    })
    if (!answered.ok) return answered
    return ok({ value: answered.value, text: describe(answered.value) })
  },
}

export const progressSourcesCommand: Command = {
  name: ['progress', 'sources'],
  usage:
    '--db TỆP --indicator MÃ [--unit MÃ] [--plan MÃ] [--as-of NGÀY] [--view then|now] [--basis increment|cumulative] [--compare last-year|NGÀY]',
  summary: 'Số liệu gốc của một con số: từng báo cáo, tệp, và các lần giao chỉ tiêu',
  options: { values: ['plan', 'as-of', 'unit', 'indicator', 'view', 'compare', 'basis'] },
  db: 'required',
  async run(backend, args) {
    const needed = requireOptions(args, ['indicator'])
    if (!needed.ok) return needed
    const asOf = readOptionalDate(args.value('as-of'))
    if (!asOf.ok) return asOf
    const view = readOptionalChoice(args, 'view', UNIT_VIEW_WORDS)
    if (!view.ok) return view
    const compare = readCompared(args)
    if (!compare.ok) return compare
    const basis = readOptionalChoice(args, 'basis', BASIS_WORDS)
    if (!basis.ok) return basis
    const answered = await backend.call('progress.sources', {
      plan: args.value('plan') ?? null,
      asOf: asOf.value,
      unit: args.value('unit') ?? null,
      indicator: args.value('indicator') ?? '',
      view: view.value ?? 'then',
      basis: basis.value,
      compare: compare.value,
    })
    if (!answered.ok) return answered
    return ok({ value: answered.value, text: describeSources(answered.value) })
  },
}

/** "last-year", a day in either form, or neither. */
function readCompared(args: Arguments): AppResult<string | null> {
  const compared = args.value('compare')
  return compared === undefined || compared === 'last-year' ? ok(compared ?? null) : readDate(compared)
}

function describe(progress: ProgressAnswer): string {
  const number = (value: number | null): string | null => (value === null ? null : formatNumber(value))
  const isCompared = progress.comparedOn !== null
  const rows = progress.rows.map((row) => [
    nameOf(row),
    row.indicator,
    row.assigner,
    number(row.target),
    row.result === null
      ? null
      : `${row.qualifierWord === null ? '' : `${row.qualifierWord} `}${formatNumber(row.result)}`,
    row.percentText ?? (row.implied === null ? null : `suy ra ${impliedTargetText(row.implied)}`),
    number(row.remaining),
    row.rank,
    row.band?.name ?? null,
    number(row.neededPerMonth),
    ...(isCompared ? [number(row.compared?.result ?? null), signed(row.compared?.change ?? null)] : []),
  ])
  const titles = [
    'Đơn vị',
    'Chỉ tiêu',
    'Nơi giao',
    'Giao',
    'Kết quả',
    'Tỷ lệ',
    'Còn lại',
    'Xếp thứ',
    'Mức',
    'Cần/tháng',
  ]
  const then = progress.comparedOn === null ? [] : [`Đến ${formatDate(progress.comparedOn)}`, 'Tăng, giảm']
  const findings = progress.findings.map(
    (finding) =>
      `${finding.name}, ${finding.indicator}: báo cáo nêu ${formatPercent(finding.stated)}, tính lại ${formatPercent(finding.computed)}`,
  )
  const silent = progress.silent.map((unit) => unit.name).join(', ')
  return [
    `${progress.planName}, số liệu tính đến ngày ${formatDate(progress.asOf)}`,
    `Thời gian đã qua ${formatPercent(progress.elapsed)}, còn ${formatNumber(progress.daysLeft)} ngày; đơn vị theo ngày ${formatDate(progress.unitsOn)}`,
    writeTable([...titles, ...then], rows),
    ...findings,
    ...remarksOf(progress.rows),
    ...(silent === '' ? [] : [`Chưa báo cáo: ${silent}`]),
  ].join('\n')
}

/** What a number of the table does not say by itself: own entry beside the sum of the units below, what is left out. */
function remarksOf(rows: readonly MeasuredRow[]): string[] {
  // A note about a unit's report comes up the tree with its number; it is told where it is from.
  const below = new Set(rows.flatMap((row) => (row.depth > 0 && row.notes.length > 0 ? [row.indicator] : [])))
  const noted = new Set(rows.filter((row) => row.level === 'unit' && (row.depth > 0 || !below.has(row.indicator))))
  const remarks = rows.flatMap((row) => {
    const of = `${row.level === 'total' ? 'TỔNG CỘNG' : row.name}, ${row.indicator}`
    const { targetDifference: given, resultDifference: done, resultWithoutTarget: apart } = row
    return [
      ...(given === null || given === 0 ? [] : [`${of}: ${PROGRESS_REMARKS.target(row.assigner ?? '', given)}`]),
      ...(done === null || done === 0 ? [] : [`${of}: ${PROGRESS_REMARKS.result(done)}`]),
      ...(apart === null || apart === 0 ? [] : [`${of}: ${PROGRESS_REMARKS.apart(apart)}`]),
      ...(noted.has(row) ? row.notes : []).map((note) =>
        note.code === 'NOT_BEGUN'
          ? `${of}: ${PROGRESS_REMARKS.notBegun(note.from)}`
          : `${of}: ${PROGRESS_REMARKS.opening(note.wanted, note.used)}`,
      ),
    ]
  })
  // Under several assigners one figure has several rows.
  return [...new Set(remarks)]
}

function nameOf(row: MeasuredRow): string {
  if (row.period !== null) return `  ${row.period.name}`
  return row.level === 'unit' ? `${'  '.repeat(row.depth)}${row.name}` : row.name.toLocaleUpperCase('vi')
}

function signed(value: number | null): string | null {
  return value === null ? null : value > 0 ? `+${formatNumber(value)}` : formatNumber(value)
}

function describeSources(answer: SourcesAnswer): string {
  const word = answer.qualifierWord === null ? '' : `${answer.qualifierWord} `
  const result = answer.result === null ? 'chưa có số liệu' : `${word}${formatNumber(answer.result)}`
  const reports = answer.reports.map((row) => [
    row.unitName,
    row.indicator,
    formatDate(row.from),
    formatDate(row.asOf),
    `${row.qualifierWord === null ? '' : `${row.qualifierWord} `}${formatNumber(row.value)}`,
    SOURCE_USE_WORDS[row.use],
    row.file === null ? row.source : [row.file.name, row.file.sheet, row.file.cell].filter(Boolean).join(', '),
  ])
  const targets = answer.targets.map((row) => [
    row.unitName,
    row.assigner,
    row.value === null ? null : formatNumber(row.value),
    row.versionName,
    row.decision,
    row.inForce ? 'đang dùng' : 'trước đó',
  ])
  return [
    `${answer.name}, ${answer.indicator}, đến ${formatDate(answer.asOf)}: ${result}`,
    writeTable(['Đơn vị', 'Chỉ tiêu', 'Từ ngày', 'Đến ngày', 'Số liệu', 'Cách dùng', 'Tệp, văn bản'], reports),
    ...(answer.round === null ? [] : [`Mẫu số: ${answer.round.name}, ngày ${formatDate(answer.round.surveyedOn)}`]),
    writeTable(['Đơn vị', 'Nơi giao', 'Giao', 'Phiên bản', 'Theo', ''], targets),
  ].join('\n')
}
