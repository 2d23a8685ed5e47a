import type { EnterpriseRow } from '#shared/contract/enterprises.ts'
import type { AppResult } from '#shared/contract/errors.ts'
import type { Input } from '#shared/contract/index.ts'
import { findRegistryField } from '#shared/domain/enterprises/field-names.ts'
import type { RowSort } from '#shared/domain/table/view.ts'
import { formatDate } from '#shared/domain/text/format.ts'
import { foldText } from '#shared/domain/text/fold.ts'
import { ok } from '#shared/kit/result.ts'
import type { Backend } from '../../../backend.ts'
import type { Arguments } from '../arguments.ts'
import type { Command } from '../command.ts'
import { readOptionalDate } from '../dates.ts'
import { writeTable } from '../text/table.ts'
import { readOptionalNumber } from '../values.ts'

/** Rows asked for at once; a list without `--limit` is asked for piece by piece to its end. */
const PIECE = 20_000

/**
 * Every field, by the names the filters take. Lists put an x where there is a union and nothing where there is none,
 * so a surveyed enterprise without a mark has no union and no members, as in every total.
 */
export function publishEnterprise(row: EnterpriseRow): Record<string, unknown> {
  const isSurveyed = row.surveyedOn !== null
  const hasUnion = row.hasUnion ?? (isSurveyed ? false : null)
  return {
    mst: row.taxCode,
    unit: row.unitCode,
    ...row,
    hasUnion,
    members: row.members ?? (hasUnion === false ? 0 : null),
  }
}

/** "workers:desc", "-workers", "workers desc", "Lao động giảm"; several by comma or by repeating the option. */
export function readSort(texts: readonly string[]): RowSort[] {
  return texts
    .flatMap((text) => text.split(','))
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .map((text) => {
      const match = /^([-+]?)(.+?)(?:\s*:\s*|\s+)(\S+(?:\s+dần)?)$/u.exec(text)
      const direction = match === null ? null : DIRECTIONS[foldText(match[3] ?? '')]
      const name = (match !== null && direction !== undefined && direction !== null ? match[2] : text) ?? text
      const bare = name.replace(/^[-+]/, '')
      // A name nobody knows goes on as it is: the registry answers with the list of those there are.
      return {
        column: findRegistryField(bare)?.id ?? bare,
        descending: direction ?? text.startsWith('-'),
      }
    })
}

const DIRECTIONS: Readonly<Record<string, boolean | null>> = {
  desc: true,
  descending: true,
  giam: true,
  'giam dan': true,
  asc: false,
  ascending: false,
  tang: false,
  'tang dan': false,
}

export const REGISTRY_OPTIONS = {
  values: ['unit', 'search', 'as-of', 'round'],
  lists: ['filter'],
} as const

/** Which enterprises a command is about. */
export function readRegistryView(args: Arguments) {
  const asOf = readOptionalDate(args.value('as-of'))
  if (!asOf.ok) return asOf
  return ok({
    unit: args.value('unit') ?? null,
    search: args.value('search') ?? '',
    where: [...args.list('filter')],
    asOf: asOf.value,
    round: args.value('round') ?? null,
  })
}

/** Rows of a view from one on, as many as asked for. */
export async function listRows(
  backend: Backend,
  view: Input<'enterprises.list'>,
  offset = 0,
  limit = Infinity,
): Promise<AppResult<EnterpriseRow[]>> {
  const rows: EnterpriseRow[] = []
  for (;;) {
    // A limit nobody can mean is refused by the contract, which says why.
    const wanted = limit === Infinity ? PIECE : Math.min(PIECE, limit - rows.length) || limit
    const page = await backend.call('enterprises.list', { ...view, offset: offset + rows.length, limit: wanted })
    if (!page.ok) return page
    rows.push(...page.value.rows)
    if (page.value.rows.length < wanted || rows.length >= limit) return ok(rows)
  }
}

export const enterprisesListCommand: Command = {
  name: ['enterprises', 'list'],
  usage:
    '--db TỆP [--filter ĐIỀU-KIỆN]… [--sort CỘT[:desc]]… [--unit MÃ] [--search CHỮ] [--as-of NGÀY] [--limit SỐ] [--offset SỐ]',
  summary: 'Danh sách doanh nghiệp với số liệu mới nhất, lọc theo từng cột (workers>=25, union=no, name~ha long)',
  options: {
    values: [...REGISTRY_OPTIONS.values, 'limit', 'offset'],
    lists: [...REGISTRY_OPTIONS.lists, 'sort'],
  },
  db: 'required',
  async run(backend, args) {
    const limit = readOptionalNumber(args.value('limit'))
    if (!limit.ok) return limit
    const offset = readOptionalNumber(args.value('offset'))
    if (!offset.ok) return offset
    const view = readRegistryView(args)
    if (!view.ok) return view
    const listed = await listRows(
      backend,
      { ...view.value, sort: readSort(args.list('sort')) },
      offset.value ?? 0,
      limit.value ?? Infinity,
    )
    if (!listed.ok) return listed
    const rows = listed.value
    return ok({
      value: rows.map(publishEnterprise),
      text: writeTable(
        ['MST', 'Tên', 'Đơn vị', 'Lao động', 'Nữ', 'BHXH', 'CĐ', 'Đoàn viên', 'Thành lập'],
        rows.map((row) => [
          row.taxCode,
          row.name,
          row.unitCode,
          row.workers,
          row.women,
          row.insured,
          row.hasUnion === true ? 'x' : '',
          row.members,
          row.foundedOn === null ? row.foundedText : formatDate(row.foundedOn),
        ]),
      ),
    })
  },
}
