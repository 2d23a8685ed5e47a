import type { EnterpriseRow } from '#shared/contract/enterprises.ts'
import { formatDate } from '#shared/domain/text/format.ts'
import { ok } from '#shared/kit/result.ts'
import type { Command } from '../command.ts'
import { writeTable } from '../text/table.ts'
import { readOptionalNumber } from '../values.ts'

const ALL = 100_000

/**
 * Codes only, no ids; what no survey said is null. Lists put an x where there is a union and nothing where
 * there is none, so a surveyed enterprise without a mark has no union and no members, as in every total.
 */
function publishRow({ id: _id, ...row }: EnterpriseRow): Record<string, unknown> {
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

export const enterprisesListCommand: Command = {
  name: ['enterprises', 'list'],
  usage: '--db TỆP [--unit MÃ] [--search CHỮ] [--limit SỐ]',
  summary: 'Danh sách doanh nghiệp với số liệu mới nhất',
  options: { values: ['unit', 'search', 'limit'] },
  db: 'required',
  async run(backend, args) {
    const limit = readOptionalNumber(args.value('limit'))
    if (!limit.ok) return limit
    const listed = await backend.call('enterprises.list', {
      unit: args.value('unit') ?? null,
      search: args.value('search') ?? '',
      limit: limit.value ?? ALL,
    })
    if (!listed.ok) return listed
    const { rows } = listed.value
    return ok({
      value: rows.map(publishRow),
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
