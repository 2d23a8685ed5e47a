import type { ContentProblem } from '#shared/domain/exchange/content.ts'
import { formatDate } from '#shared/domain/text/format.ts'
import { addDays, type IsoDate } from '#shared/kit/dates.ts'
import type { ReadStore } from '../../db/store.ts'
import type { ComparedRow } from './compare.ts'
import { ROW_PROBLEMS } from './text.ts'

type Sqlite = Pick<ReadStore, 'sqlite'>['sqlite']

/**
 * What a file of before a merger brings is filed under a unit that is no more, where nobody looks for it: said once for
 * each such unit, at its first row.
 */
export function sayEndedUnits(sqlite: Sqlite, rows: readonly ComparedRow[], today: IsoDate): ContentProblem[] {
  const ended = new Map(
    sqlite
      .prepare<[string], { code: string; name: string; validTo: IsoDate }>(
        'SELECT code, name, valid_to AS validTo FROM units WHERE valid_to < ?',
      )
      .all(today)
      .map((unit) => [unit.code, unit]),
  )
  if (ended.size === 0) return []
  const late = new Map<string, ComparedRow[]>()
  for (const row of rows) {
    const { shape, merge } = row
    if ((shape.table !== 'enterprises' && shape.table !== 'grassroots_unions') || merge.what !== 'create') continue
    const code = String(merge.after['unit'])
    if (!ended.has(code)) continue
    const known = late.get(code)
    if (known === undefined) late.set(code, [row])
    else known.push(row)
  }
  return [...late].flatMap(([code, [first, ...more]]): ContentProblem[] => {
    const unit = ended.get(code)
    if (unit === undefined || first === undefined) return []
    const { sentId, title } = first.row
    const message = ROW_PROBLEMS.unitEnded(
      title ?? sentId,
      more.length,
      unit.name,
      formatDate(addDays(unit.validTo, 1)),
    )
    return [{ table: first.shape.table, id: sentId, column: 'unit', message }]
  })
}
