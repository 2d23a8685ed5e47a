import type { ClashRow } from '#shared/contract/exchange-rows.ts'
import type { ContentValue } from '#shared/domain/exchange/content.ts'
import { sayRows } from '../../db/queries/row-words.ts'
import type { ReadStore } from '../../db/store.ts'
import { columnTitle, sayCell, sayRow } from './describe-changes.ts'
import { readCodes, readSides } from './local-rows.ts'
import { tableTitle } from './make.ts'
import type { KeptRow } from './save-clashes.ts'
import { readShapes } from './shapes.ts'
import { nameOfUnit } from './site.ts'
import { NOT_THERE } from './text.ts'

export interface StoredClash {
  readonly id: string
  readonly package_id: string
  readonly table_name: string
  readonly row_id: string
  readonly column_name: string
  readonly base: string | null
  readonly theirs: string | null
  readonly dot_site: string
  readonly dot_count: number
  readonly their_unit: string
  readonly their_who: string | null
  readonly their_at: string | null
  readonly decides: number
}

export function listClashes(store: ReadStore, packageId: string | null): ClashRow[] {
  const { sqlite } = store
  const shapes = readShapes(sqlite)
  const codes = readCodes(sqlite, shapes)
  const words = sayRows(sqlite)
  return sqlite
    .prepare<unknown[], StoredClash>(
      'SELECT * FROM exchange_clashes WHERE (:id IS NULL OR package_id = :id) ORDER BY id',
    )
    .all({ id: packageId })
    .flatMap((clash): ClashRow[] => {
      const shape = shapes.find(({ table }) => table === clash.table_name)
      if (shape === undefined) return []
      const ours = readSides(sqlite, shape, codes, [clash.row_id], { site: 'own', count: 0 }).get(clash.row_id)
      const isRow = clash.column_name === ''
      const theirs = JSON.parse(clash.theirs ?? 'null') as ContentValue | KeptRow
      const theirCells = isRow ? (theirs as KeptRow).cells : null
      const say = (value: ContentValue): string | null => sayCell(words, codes, shape, clash.column_name, value)
      return [
        {
          id: clash.id,
          package: clash.package_id,
          table: shape.table,
          tableTitle: tableTitle(shape.table),
          row: clash.row_id,
          rowTitle: words.nameOf(shape.table, clash.row_id),
          column: clash.column_name,
          columnTitle: columnTitle(shape, clash.column_name),
          old: isRow ? null : clash.base === null ? NOT_THERE : say(JSON.parse(clash.base) as ContentValue),
          theirs: isRow
            ? theirCells === null
              ? null
              : sayRow(words, codes, shape, theirCells)
            : say(theirs as ContentValue),
          ours: isRow
            ? ours === undefined || ours.stamp.gone
              ? null
              : sayRow(words, codes, shape, ours.cells)
            : say(ours?.cells[clash.column_name] ?? null),
          theirUnit: nameOfUnit(store, clash.their_unit),
          by: clash.their_who,
          at: clash.their_at,
          decides: clash.decides === 1,
        },
      ]
    })
}
