import { fail } from '#shared/contract/errors.ts'
import { findRegistryField } from '#shared/domain/enterprises/field-names.ts'
import { ok } from '#shared/kit/result.ts'
import type { Command } from '../command.ts'
import { DUPLICATES_TEXT, KEEP_WORDS, VERDICT_WORDS } from '../text/enterprises.ts'
import { writeTable } from '../text/table.ts'
import { readChoice, readOptionalChoice, readOptionalNumber } from '../values.ts'
import { publishEnterprise } from './enterprises.ts'

const ALL = 1000

export const enterprisesDuplicatesCommand: Command = {
  name: ['enterprises', 'duplicates'],
  usage: '--db TỆP [--unit MÃ] [--limit SỐ] [--offset SỐ]',
  summary: 'Các cặp doanh nghiệp có thể là một, với lý do và chỗ khác nhau',
  options: { values: ['unit', 'limit', 'offset'] },
  db: 'required',
  async run(backend, args) {
    const limit = readOptionalNumber(args.value('limit'))
    if (!limit.ok) return limit
    const offset = readOptionalNumber(args.value('offset'))
    if (!offset.ok) return offset
    const found = await backend.call('enterprises.duplicates', {
      unit: args.value('unit') ?? null,
      limit: limit.value ?? ALL,
      offset: offset.value ?? 0,
    })
    if (!found.ok) return found
    const { pairs, count } = found.value
    const table = writeTable(
      DUPLICATES_TEXT.heads,
      pairs.map(({ first, second, reasons }) => [
        first.taxCode,
        first.name,
        second.taxCode,
        second.name,
        reasons.map(({ text }) => text).join('; '),
      ]),
    )
    return ok({
      value: pairs.map(({ first, second, reasons, differences }) => ({
        first: publishEnterprise(first),
        second: publishEnterprise(second),
        reasons,
        differences,
      })),
      text: count === 0 ? DUPLICATES_TEXT.none : `${table}\n${DUPLICATES_TEXT.count(count)}`,
    })
  },
}

export const enterprisesJudgeCommand: Command = {
  name: ['enterprises', 'judge'],
  usage: 'MST MST --verdict same|different --db TỆP [--keep first|second] [--take CỘT]… [--note CHỮ]',
  summary: 'Kết luận hai dòng là một doanh nghiệp (nhập làm một) hay là hai doanh nghiệp',
  options: { values: ['verdict', 'keep', 'note'], lists: ['take'], words: [2, 2] },
  db: 'required',
  async run(backend, args) {
    const verdict = readChoice(args, 'verdict', VERDICT_WORDS)
    if (!verdict.ok) return verdict
    const keep = readOptionalChoice(args, 'keep', KEEP_WORDS)
    if (!keep.ok) return keep
    const [first = '', second = ''] = args.words
    const judged = await backend.call('enterprises.judgePair', {
      first,
      second,
      verdict: verdict.value,
      keep: keep.value ?? 'first',
      take: args.list('take').map((name) => findRegistryField(name)?.id ?? name),
      note: args.value('note') ?? null,
    })
    if (!judged.ok)
      return judged.error.code === 'ROW_UNKNOWN'
        ? fail('ENTERPRISE_NOT_FOUND', { text: `${first}, ${second}` })
        : judged
    const { kept } = judged.value
    return ok({
      value: { kept: kept === null ? null : publishEnterprise(kept) },
      text: kept === null ? DUPLICATES_TEXT.different : DUPLICATES_TEXT.joined(kept.name),
    })
  },
}
