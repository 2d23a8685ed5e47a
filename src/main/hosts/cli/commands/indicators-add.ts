import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { Input } from '#shared/contract/index.ts'
import type { IndicatorRow } from '#shared/contract/indicators.ts'
import type { IndicatorKind } from '#shared/domain/indicators/indicator.ts'
import { ok } from '#shared/kit/result.ts'
import type { Arguments } from '../arguments.ts'
import type { Command } from '../command.ts'
import { readDates, readOptionalDate } from '../dates.ts'
import { INDICATOR_KIND_WORDS, SECTOR_WORDS, SIDE_WORDS } from '../text/choices.ts'
import { readChoice, readNumber, readOptionalChoice, readOptionalNumber, requireOptions } from '../values.ts'

type Formula = NonNullable<Input<'indicators.save'>['formula']>

const OPTIONS = {
  values: [
    ...['code', 'name', 'short-name', 'unit-label', 'kind', 'parent', 'sector', 'min-workers', 'from', 'to'],
    ...['parts', 'plus', 'minus', 'optional', 'numerator', 'denominator', 'enterprises'],
  ],
} as const
const PROPERTIES =
  '[--short-name TÊN-NGẮN] [--parent MÃ] [--sector non_state] [--min-workers N] [--from NGÀY] [--to NGÀY] [--parts MÃ,MÃ | --plus MÃ,MÃ --minus MÃ,MÃ [--optional MÃ,MÃ] | --numerator MÃ --denominator MÃ | --enterprises N]'

export const indicatorsAddCommand: Command = {
  name: ['indicators', 'add'],
  usage: `--db TỆP --code MÃ --name TÊN --unit-label ĐƠN-VỊ-TÍNH [--kind flow|loss|net|stock|ratio] [--side] ${PROPERTIES}`,
  summary:
    'Thêm một chỉ tiêu: số phát sinh, số giảm, tăng thực tế, số có đến ngày, tỷ lệ hay chỉ tiêu bổ trợ; tiền theo đồng, triệu, tỷ',
  options: { ...OPTIONS, flags: ['side'] },
  db: 'required',
  async run(backend, args) {
    const required = requireOptions(args, ['code', 'name', 'unit-label'])
    if (!required.ok) return required
    const kind = readOptionalChoice(args, 'kind', INDICATOR_KIND_WORDS)
    if (!kind.ok) return kind
    const dates = readDates(args, ['from', 'to'])
    if (!dates.ok) return dates
    const formula = readFormula(args, kind.value ?? 'flow')
    if (!formula.ok) return formula
    const cut = readCut(args)
    if (!cut.ok) return cut
    const shortName = args.value('short-name')
    const saved = await backend.call('indicators.save', {
      code: args.value('code') ?? '',
      name: args.value('name') ?? '',
      ...(shortName === undefined ? {} : { shortName }),
      unitLabel: args.value('unit-label') ?? '',
      kind: kind.value ?? 'flow',
      formula: formula.value,
      parent: args.value('parent') ?? null,
      cut: cut.value,
      validFrom: dates.value.from,
      validTo: dates.value.to,
      side: args.flag('side'),
    })
    return saved.ok ? ok(tell(saved.value)) : saved
  },
}

/** What is not named stays as it is; "-" clears a parent, a cut, a formula or a day. */
export const indicatorsEditCommand: Command = {
  name: ['indicators', 'edit'],
  usage: `MÃ --db TỆP [--code MÃ-MỚI] [--name TÊN] [--unit-label ĐƠN-VỊ-TÍNH] [--kind LOẠI] [--side yes|no] ${PROPERTIES}`,
  summary: 'Sửa một chỉ tiêu; điều không nêu giữ nguyên, dấu “-” bỏ chỉ tiêu cha, phạm vi, cách tính hay ngày',
  options: { values: [...OPTIONS.values, 'side'], words: [1, 1] },
  db: 'required',
  async run(backend, args) {
    const listed = await backend.call('indicators.list', {})
    if (!listed.ok) return listed
    const code = args.words[0] ?? ''
    const known = listed.value.find((row) => row.code === code)
    if (known === undefined) return fail('INDICATOR_UNKNOWN', { code })
    const kind = readOptionalChoice(args, 'kind', INDICATOR_KIND_WORDS)
    if (!kind.ok) return kind
    const side = readOptionalChoice(args, 'side', SIDE_WORDS)
    if (!side.ok) return side
    const dates = {
      from: readOptionalDate(textOf(args, 'from')),
      to: readOptionalDate(textOf(args, 'to')),
    }
    if (!dates.from.ok) return dates.from
    if (!dates.to.ok) return dates.to
    const formula = readFormula(args, kind.value ?? known.kind)
    if (!formula.ok) return formula
    const cut = readCut(args)
    if (!cut.ok) return cut
    const { id, sortOrder: _, ...row } = known
    const given = (...names: readonly string[]): boolean => names.some((name) => args.value(name) !== undefined)
    const saved = await backend.call('indicators.save', {
      ...row,
      id,
      code: args.value('code') ?? row.code,
      name: args.value('name') ?? row.name,
      // A short name nobody thought of goes with the name.
      shortName:
        args.value('short-name') ?? (row.shortName === row.name ? (args.value('name') ?? row.name) : row.shortName),
      unitLabel: args.value('unit-label') ?? row.unitLabel,
      kind: kind.value ?? row.kind,
      formula: given(...FORMULA_OPTIONS) ? formula.value : row.formula,
      parent: given('parent') ? (textOf(args, 'parent') ?? null) : row.parent,
      cut: given('sector', 'min-workers') ? cut.value : row.cut,
      validFrom: given('from') ? dates.from.value : row.validFrom,
      validTo: given('to') ? dates.to.value : row.validTo,
      side: side.value === null ? row.side : side.value === 'yes',
    })
    return saved.ok ? ok(tell(saved.value)) : saved
  },
}

const FORMULA_OPTIONS = ['parts', 'plus', 'minus', 'optional', 'numerator', 'denominator', 'enterprises'] as const

/** What an option says; "-" stands for nothing. */
function textOf(args: Arguments, name: string): string | undefined {
  const text = args.value(name)
  return text === '-' ? undefined : text
}

/** How it is computed, of the shape its kind asks for; the service says what does not go together. */
function readFormula(args: Arguments, kind: IndicatorKind): AppResult<Formula | null> {
  const codes = (name: string): string[] =>
    (textOf(args, name) ?? '')
      .split(/[,;\s]+/)
      .map((code) => code.trim())
      .filter((code) => code !== '')
  if (codes('parts').length > 0) return ok({ parts: codes('parts') })
  const [plus, minus, optional] = [codes('plus'), codes('minus'), codes('optional')]
  if (plus.length + minus.length > 0) {
    const net = { plus, minus, ...(optional.length === 0 ? {} : { optional }) }
    // A level is held against what moved it; a net is computed from it.
    return ok(kind === 'stock' ? { balance: net } : net)
  }
  const [numerator, denominator] = [textOf(args, 'numerator'), textOf(args, 'denominator')]
  if (numerator !== undefined || denominator !== undefined) {
    if (numerator === undefined) return fail('OPTION_MISSING', { name: 'numerator' })
    if (denominator === undefined) return fail('OPTION_MISSING', { name: 'denominator' })
    return ok({ numerator, denominator })
  }
  const size = textOf(args, 'enterprises')
  if (size === undefined) return ok(null)
  const minWorkers = readNumber(size)
  return minWorkers.ok ? ok({ enterprises: { minWorkers: minWorkers.value, having: 'union' } }) : minWorkers
}

function readCut(args: Arguments): AppResult<IndicatorRow['cut']> {
  const sector = textOf(args, 'sector') !== undefined ? readChoice(args, 'sector', SECTOR_WORDS) : ok(null)
  if (!sector.ok) return sector
  const minWorkers = readOptionalNumber(textOf(args, 'min-workers'))
  if (!minWorkers.ok) return minWorkers
  if (sector.value === null && minWorkers.value === null) return ok(null)
  return ok({
    ...(sector.value === null ? {} : { sector: sector.value }),
    ...(minWorkers.value === null ? {} : { minWorkers: minWorkers.value }),
  })
}

function tell({ id: _, sortOrder: _order, ...row }: IndicatorRow): { value: unknown; text: string } {
  return { value: row, text: `${row.code}: ${row.name} (${row.unitLabel})` }
}
