import type { ContentCells, ContentValue } from '#shared/domain/exchange/content.ts'
import {
  editCells,
  newStamp,
  readStamp,
  withoutTwins,
  type Dot,
  type Stamp,
} from '#shared/domain/exchange/merge/stamp.ts'
import type { ReadStore } from '../../db/store.ts'
import type { ShapedColumn, TableShape } from './shapes.ts'

type Sqlite = Pick<ReadStore, 'sqlite'>['sqlite']

/** Codes of coded tables and back. */
export interface CodeBook {
  codeOf(table: string, id: string): string | null
  idOf(table: string, code: string): string | null
  /** A row that was written since: rows of its own table may refer to it. */
  learn(table: string, code: string, id: string): void
}

/** Read once for a package; catalogues are small. */
export function readCodes(sqlite: Sqlite, shapes: readonly TableShape[]): CodeBook {
  const codes = new Map<string, { readonly byId: Map<string, string>; readonly byCode: Map<string, string> }>()
  const bookOf = (table: string): { readonly byId: Map<string, string>; readonly byCode: Map<string, string> } => {
    const book = codes.get(table)
    if (book !== undefined) return book
    const shape = shapes.find((one) => one.table === table)
    const rows =
      shape?.code === undefined
        ? []
        : sqlite.prepare<[], { id: string; code: string }>(`SELECT id, "${shape.code}" AS code FROM "${table}"`).all()
    const made = {
      byId: new Map(rows.map(({ id, code }) => [id, code])),
      byCode: new Map(rows.map(({ id, code }) => [code, id])),
    }
    codes.set(table, made)
    return made
  }
  return {
    codeOf: (table, id) => bookOf(table).byId.get(id) ?? null,
    idOf: (table, code) => bookOf(table).byCode.get(code) ?? null,
    learn: (table, code, id) => {
      bookOf(table).byId.set(id, code)
      bookOf(table).byCode.set(code, id)
    },
  }
}

/** Rows as they stand in the data file, in the words of packages, by id. */
export function readRows(
  sqlite: Sqlite,
  shape: TableShape,
  codes: CodeBook,
  ids: readonly string[],
): Map<string, ContentCells> {
  const columns = shape.columns.map(({ column }) => `t."${column}"`).join(', ')
  const rows = new Map<string, ContentCells>()
  const statement = sqlite
    .prepare<[string]>(`SELECT t.id, ${columns} FROM "${shape.table}" t WHERE t.id IN (SELECT value FROM json_each(?))`)
    .raw()
  for (const row of statement.iterate(JSON.stringify(ids)) as Iterable<readonly ContentValue[]>) {
    const cells: Record<string, ContentValue> = {}
    shape.columns.forEach((column, at) => {
      cells[column.name] = outward(column, row[at + 1] ?? null, codes)
    })
    rows.set(String(row[0]), cells)
  }
  return rows
}

function outward({ isCoded, refers }: ShapedColumn, value: ContentValue, codes: CodeBook): ContentValue {
  return isCoded && refers !== null && typeof value === 'string' ? codes.codeOf(refers, value) : value
}

/** How a row last travelled. */
export interface Shadow {
  readonly cells: ContentCells
  readonly stamp: Stamp
  readonly count: number
  readonly source: string | null
}

export function shadowId(table: string, row: string): string {
  return `${table}:${row}`
}

export function readShadows(sqlite: Sqlite, table: string, ids: readonly string[]): Map<string, Shadow> {
  const shadows = new Map<string, Shadow>()
  const statement = sqlite.prepare<
    [string],
    { id: string; cells: string; stamp: string; count: number; source: string | null }
  >('SELECT id, cells, stamp, count, source FROM exchange_rows WHERE id IN (SELECT value FROM json_each(?))')
  for (const row of statement.iterate(JSON.stringify(ids.map((id) => shadowId(table, id))))) {
    const stamp = readStamp(row.stamp)
    if (stamp === null) throw new Error(`exchange_rows ${row.id}: no stamp`)
    shadows.set(row.id.slice(table.length + 1), {
      cells: JSON.parse(row.cells) as ContentCells,
      stamp,
      count: row.count,
      source: row.source,
    })
  }
  return shadows
}

/** A row of this side with all edits named, those made since it last travelled too. */
export interface LocalSide {
  readonly cells: ContentCells
  readonly stamp: Stamp
  readonly shadow: Shadow | null
  /** Columns edited here since it last travelled; '' when the row was born or removed. */
  readonly news: readonly string[]
}

/**
 * Names the edits of this site by comparing a row with how it last travelled. A value that was changed and changed back
 * in between is no edit. Null for a row that never was here.
 */
export function settle(
  shape: TableShape,
  cells: ContentCells | undefined,
  shadow: Shadow | undefined,
  now: Dot,
): LocalSide | null {
  if (shadow === undefined)
    return cells === undefined ? null : { cells, stamp: newStamp(now.site, now.count), shadow: null, news: [''] }
  const { stamp } = shadow
  if (cells === undefined) {
    const gone = stamp.gone ?? now
    const isNews = stamp.gone === null
    return {
      cells: shadow.cells,
      stamp: isNews
        ? { ...stamp, gone, twins: withoutTwins(stamp.twins, ['']), knows: { ...stamp.knows, [now.site]: now.count } }
        : stamp,
      shadow,
      news: isNews ? [''] : [],
    }
  }
  if (stamp.gone !== null) {
    // It is there again: an undo, or somebody added it anew under its id.
    const born = {
      ...stamp,
      born: now,
      cells: {},
      gone: null,
      twins: {},
      knows: { ...stamp.knows, [now.site]: now.count },
    }
    return { cells, stamp: born, shadow, news: [''] }
  }
  const news = shape.names.filter((name) => (cells[name] ?? null) !== (shadow.cells[name] ?? null))
  return { cells, stamp: editCells(stamp, news, now), shadow, news }
}

export function readSides(
  sqlite: Sqlite,
  shape: TableShape,
  codes: CodeBook,
  ids: readonly string[],
  now: Dot,
): Map<string, LocalSide> {
  const rows = readRows(sqlite, shape, codes, ids)
  const shadows = readShadows(sqlite, shape.table, ids)
  const sides = new Map<string, LocalSide>()
  for (const id of ids) {
    const side = settle(shape, rows.get(id), shadows.get(id), now)
    if (side !== null) sides.set(id, side)
  }
  return sides
}

/** Other ids a row goes by, by its id here. */
export function readAliasesOf(sqlite: Sqlite, table: string, ids: readonly string[]): Map<string, string[]> {
  const aliases = new Map<string, string[]>()
  for (const { row, alias } of sqlite
    .prepare<[string, string], { row: string; alias: string }>(
      `SELECT row_id AS row, alias_id AS alias FROM exchange_aliases
       WHERE table_name = ? AND row_id IN (SELECT value FROM json_each(?)) ORDER BY alias_id`,
    )
    .all(table, JSON.stringify(ids)))
    aliases.set(row, [...(aliases.get(row) ?? []), alias])
  return aliases
}

/** Who changed each row last, and when. */
export function readLastHands(
  sqlite: Sqlite,
  table: string,
  ids: readonly string[],
): Map<string, { readonly who: string; readonly at: string }> {
  const hands = new Map<string, { who: string; at: string }>()
  for (const { row, who, at } of sqlite
    .prepare<[string, string], { row: string; who: string; at: string }>(
      `SELECT c.row_id AS row, o.who, o.at FROM (
         SELECT row_id, MAX(sequence) AS last FROM changes
         WHERE table_name = ? AND row_id IN (SELECT value FROM json_each(?)) GROUP BY row_id
       ) newest JOIN changes c ON c.sequence = newest.last JOIN operations o ON o.id = c.operation_id`,
    )
    .all(table, JSON.stringify(ids)))
    hands.set(row, { who, at })
  return hands
}
