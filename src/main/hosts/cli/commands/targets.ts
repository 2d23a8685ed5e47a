import type { TargetRow } from '#shared/contract/targets.ts'
import { fail } from '#shared/contract/errors.ts'
import { foldText } from '#shared/domain/text/fold.ts'
import { formatNumber } from '#shared/domain/text/format.ts'
import { ok } from '#shared/kit/result.ts'
import type { Command } from '../command.ts'
import { readOptionalDate } from '../dates.ts'
import { BASIS_WORDS, NO_NUMBER_WORDS, TARGET_KIND_WORDS } from '../text/choices.ts'
import { writeTable } from '../text/table.ts'
import { versionWords } from '../text/versions.ts'
import { unitLabelOf } from '../find-rows.ts'
import { readNumber, readOptionalChoice, requireOptions } from '../values.ts'
import { readVersion } from './plan-versions.ts'

function publish({ id: _, ...row }: TargetRow): Omit<TargetRow, 'id'> {
  return row
}

export const targetsSetCommand: Command = {
  name: ['targets', 'set'],
  usage:
    '--db TỆP [--plan MÃ] --unit MÃ --indicator MÃ --assigner TÊN [--kind assigned|striving|registered|pledged] [--basis increment|cumulative] [--version PHƯƠNG-ÁN] [--note GHI-CHÚ] SỐ',
  summary: 'Ghi chỉ tiêu của một đơn vị; SỐ là “-” khi chỉ biết có chỉ tiêu mà không biết con số',
  options: { values: ['plan', 'unit', 'indicator', 'assigner', 'kind', 'basis', 'version', 'note'], words: [1, 1] },
  db: 'required',
  async run(backend, args) {
    const required = requireOptions(args, ['unit', 'indicator', 'assigner'])
    if (!required.ok) return required
    const kind = readOptionalChoice(args, 'kind', TARGET_KIND_WORDS)
    if (!kind.ok) return kind
    const basis = readOptionalChoice(args, 'basis', BASIS_WORDS)
    if (!basis.ok) return basis
    const [text = ''] = args.words
    const isUnknown = NO_NUMBER_WORDS.some((word) => foldText(word) === foldText(text))
    const value = isUnknown ? ok(null) : readNumber(text, await unitLabelOf(backend, args.value('indicator') ?? ''))
    if (!value.ok) return value
    const set = await backend.call('targets.set', {
      plan: args.value('plan') ?? null,
      version: readVersion(args),
      unit: args.value('unit') ?? '',
      indicator: args.value('indicator') ?? '',
      assigner: args.value('assigner') ?? '',
      kind: kind.value ?? undefined,
      basis: basis.value,
      value: value.value,
      note: args.value('note') ?? null,
    })
    if (!set.ok) return set
    const row = set.value
    const number = row.value === null ? 'chưa nêu số' : formatNumber(row.value)
    return ok({ value: publish(row), text: `${row.unitName}, ${row.indicator}, ${row.assigner}: ${number}` })
  },
}

export const targetsListCommand: Command = {
  name: ['targets', 'list'],
  usage: '--db TỆP [--plan MÃ] [--unit MÃ] [--version PHƯƠNG-ÁN] [--as-of NGÀY]',
  summary: 'Các chỉ tiêu đã ghi của kế hoạch, theo phương án đang dùng hoặc phương án nêu tên',
  options: { values: ['plan', 'unit', 'version', 'as-of'] },
  db: 'required',
  async run(backend, args) {
    const unit = args.value('unit') ?? null
    const asOf = readOptionalDate(args.value('as-of'))
    if (!asOf.ok) return asOf
    if (unit !== null) {
      const units = await backend.call('units.list', { asOf: null })
      if (!units.ok) return units
      if (!units.value.some((row) => row.code === unit)) return fail('UNIT_UNKNOWN', { code: unit })
    }
    const listed = await backend.call('targets.list', {
      plan: args.value('plan') ?? null,
      version: readVersion(args),
      asOf: asOf.value,
      unit,
    })
    if (!listed.ok) return listed
    const rows = listed.value.map((row) => [
      row.unit,
      row.unitName,
      row.indicator,
      row.assigner,
      row.kind,
      row.value === null ? null : formatNumber(row.value),
    ])
    const text = writeTable(['Mã', 'Đơn vị', 'Chỉ tiêu', 'Nơi giao', 'Loại', 'Số'], rows)
    return ok({ value: listed.value.map(publish), text })
  },
}

/** `targets lock` and `targets unlock`: a cell, a unit, an indicator or everything, as options narrow it. */
function lockCommand(locked: boolean): Command {
  return {
    name: ['targets', locked ? 'lock' : 'unlock'],
    usage: '--db TỆP [--plan MÃ] [--version PHƯƠNG-ÁN] [--unit MÃ]… [--indicator MÃ]… [--assigner TÊN] [--kind LOẠI]',
    summary: locked
      ? 'Khóa chỉ tiêu: số giữ nguyên khi phân bổ và không sửa được'
      : 'Mở khóa chỉ tiêu để sửa và phân bổ lại',
    options: { values: ['plan', 'version', 'assigner', 'kind'], lists: ['unit', 'indicator'] },
    db: 'required',
    async run(backend, args) {
      const kind = readOptionalChoice(args, 'kind', TARGET_KIND_WORDS)
      if (!kind.ok) return kind
      const assigner = args.value('assigner')
      if (assigner === undefined && kind.value !== null) return fail('OPTION_MISSING', { name: 'assigner' })
      const units = args.list('unit')
      const indicators = args.list('indicator')
      const answered = await backend.call('targets.lockArea', {
        plan: args.value('plan') ?? null,
        version: readVersion(args),
        sets: assigner === undefined ? null : [{ assigner, kind: kind.value ?? undefined }],
        units: units.length === 0 ? null : [...units],
        indicators: indicators.length === 0 ? null : [...indicators],
        locked,
      })
      if (!answered.ok) return answered
      const { changed } = answered.value
      return ok({ value: answered.value, text: locked ? versionWords.locked(changed) : versionWords.unlocked(changed) })
    },
  }
}

export const targetsLockCommand = lockCommand(true)
export const targetsUnlockCommand = lockCommand(false)
