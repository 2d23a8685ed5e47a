import type { ContentRow, ContentValue } from '#shared/domain/exchange/content.ts'
import { writeStamp, type Dot } from '#shared/domain/exchange/merge/stamp.ts'
import type { ReadStore } from '../../db/store.ts'
import {
  readAliasesOf,
  readCodes,
  readLastHands,
  readSides,
  shadowId,
  type CodeBook,
  type LocalSide,
} from './local-rows.ts'
import type { Scope } from './scope.ts'
import { readShapes, type TableShape } from './shapes.ts'

type Sqlite = Pick<ReadStore, 'sqlite'>['sqlite']

export interface CollectRequest {
  readonly scope: Scope
  /** Codes of the units the package is about: rows that were theirs and are gone or moved away go along. */
  readonly unitCodes: ReadonlySet<string>
  readonly withCatalogues: boolean
  readonly now: Dot
  /** Only what is news since this count of ours; null: everything. */
  readonly since: number | null
  /** The one site of the receiver: what came from it need not go back. */
  readonly skipSource: string | null
}

export interface CollectedRows {
  readonly tables: Readonly<Record<string, readonly ContentRow[]>>
  /** How rows are known to have travelled once the package is made. */
  readonly shadows: readonly NewShadow[]
  readonly count: number
}

export interface NewShadow {
  readonly id: string
  readonly cells: string
  readonly stamp: string
  readonly source: string | null
}

/** Turns the rows of a scope into those of a package. Reads only. */
export function collectRows(sqlite: Sqlite, request: CollectRequest): CollectedRows {
  const shapes = readShapes(sqlite)
  const codes = readCodes(sqlite, shapes)
  const tables: Record<string, readonly ContentRow[]> = {}
  const shadows: NewShadow[] = []
  const gone = findGone(sqlite, shapes, request)
  let count = 0
  for (const shape of shapes) {
    const ids = [...new Set([...(request.scope.get(shape.table) ?? []), ...(gone.get(shape.table) ?? [])])]
    if (ids.length === 0) continue
    const sides = readSides(sqlite, shape, codes, ids, request.now)
    const sent = [...sides].filter(([, side]) => isWanted(side, request))
    const rows = describeRows(sqlite, shape, codes, sent)
    if (rows.length > 0) tables[shape.table] = rows
    count += rows.length
    for (const [id, side] of sent)
      if (side.news.length > 0)
        shadows.push({
          id: shadowId(shape.table, id),
          cells: filledCells(side.cells),
          stamp: writeStamp(side.stamp),
          source: null,
        })
  }
  return { tables, shadows, count }
}

function isWanted({ news, shadow }: LocalSide, { since, skipSource }: CollectRequest): boolean {
  if (since === null) return true
  if (news.length > 0 || shadow === null) return true
  return shadow.count > since && (skipSource === null || shadow.source !== skipSource)
}

/** Empty cells are left out: most of a row's cells are empty. */
export function filledCells(cells: Readonly<Record<string, ContentValue>>): string {
  return JSON.stringify(Object.fromEntries(Object.entries(cells).filter(([, value]) => value !== null)))
}

function describeRows(
  sqlite: Sqlite,
  shape: TableShape,
  codes: CodeBook,
  sent: readonly (readonly [string, LocalSide])[],
): ContentRow[] {
  const ids = sent.map(([id]) => id)
  const aliases = readAliasesOf(sqlite, shape.table, ids)
  const hands = readLastHands(sqlite, shape.table, ids)
  return sent.map(([id, side]): ContentRow => {
    const base = Object.fromEntries(
      side.news.filter((name) => name !== '').map((name) => [name, side.shadow?.cells[name] ?? null]),
    )
    const hand = hands.get(id)
    const others = aliases.get(id)
    const title = titleOf(shape, side.cells)
    return {
      id,
      cells: completeCells(shape, side.cells),
      stamp: writeStamp(side.stamp),
      ...(title === null ? {} : { title }),
      ...(others === undefined ? {} : { aliases: others }),
      ...(Object.keys(base).length === 0 ? {} : { base }),
      ...(side.stamp.gone === null ? {} : { deleted: true as const }),
      ...(hand === undefined ? {} : { by: hand.who, at: hand.at }),
    }
  })
}

function completeCells(shape: TableShape, cells: Readonly<Record<string, ContentValue>>): Record<string, ContentValue> {
  return Object.fromEntries(shape.names.map((name) => [name, cells[name] ?? null]))
}

export function titleOf(shape: TableShape, cells: Readonly<Record<string, ContentValue>>): string | null {
  const title = cells[shape.title]
  if (title === null || title === undefined) return null
  const tax = shape.table === 'enterprises' ? cells['tax_code'] : null
  return typeof tax === 'string' ? `${title} (${tax})` : String(title)
}

/** Rows that travelled before and are no longer in the scope: gone, or moved to another unit. */
function findGone(
  sqlite: Sqlite,
  shapes: readonly TableShape[],
  { scope, unitCodes, withCatalogues }: CollectRequest,
): Map<string, string[]> {
  const found = new Map<string, string[]>()
  const related = new Set([...scope.keys()])
  for (const shape of shapes) {
    if (!related.has(shape.table)) continue
    const inScope = new Set(scope.get(shape.table))
    const rows = sqlite
      .prepare<[string, string], { id: string; cells: string; there: number }>(
        `SELECT substr(er.id, ${shape.table.length + 2}) AS id, er.cells,
           EXISTS (SELECT 1 FROM "${shape.table}" t WHERE t.id = substr(er.id, ${shape.table.length + 2})) AS there
         FROM exchange_rows er WHERE er.id > ? AND er.id < ?
           AND (there = 0 OR ${shape.unit === undefined ? '0' : `json_extract(er.cells, '$.${shape.unit}') IN (SELECT value FROM json_each('${unitList(unitCodes)}'))`})`,
      )
      .all(`${shape.table}:`, `${shape.table};`)
    for (const { id, cells, there } of rows) {
      if (inScope.has(id)) continue
      const belongs = there === 1 || belongsTo(shape, JSON.parse(cells) as Record<string, ContentValue>)
      if (belongs) found.set(shape.table, [...(found.get(shape.table) ?? []), id])
    }
  }
  function belongsTo(shape: TableShape, cells: Readonly<Record<string, ContentValue>>): boolean {
    if (shape.unit !== undefined) {
      const unit = cells[shape.unit]
      return typeof unit === 'string' ? unitCodes.has(unit) : false
    }
    const parents =
      shape.parent !== undefined ? [shape.parent] : shape.table === 'former_places' ? ['enterprise', 'union'] : []
    if (parents.length === 0) return withCatalogues && shape.owner === 'province'
    return parents.some((name) => {
      const id = cells[name]
      const table = shape.columns.find((column) => column.name === name)?.refers
      if (typeof id !== 'string' || table === null || table === undefined) return false
      return scope.get(table)?.includes(id) === true || found.get(table)?.includes(id) === true
    })
  }
  return found
}

/** Codes are letters, digits, dots and dashes; a quote is doubled all the same. */
function unitList(codes: ReadonlySet<string>): string {
  return JSON.stringify([...codes]).replaceAll("'", "''")
}
