import type { ContentCells, ContentValue } from '#shared/domain/exchange/content.ts'
import { settleRow } from '#shared/domain/exchange/merge/register.ts'
import {
  type Dot,
  type Hand,
  handOf,
  type OtherEdit,
  type Stamp,
  WHOLE_ROW,
} from '#shared/domain/exchange/merge/stamp.ts'
import { readStamp } from '#shared/domain/exchange/merge/stamp-text.ts'
import type { ReadStore } from '../../db/store.ts'
import { readFormerCodes } from './former-codes.ts'
import type { ShapedColumn, TableShape } from './shapes.ts'

type Sqlite = Pick<ReadStore, 'sqlite'>['sqlite']

/** Codes of coded tables and back. */
export interface CodeBook {
  codeOf(table: string, id: string): string | null
  idOf(table: string, code: string): string | null
  /** The code of the row that once had this one; itself where some row has it, or none ever had. */
  nowOf(table: string, code: string): string
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
  const former = new Map<string, ReadonlyMap<string, string>>()
  const formerOf = (table: string): ReadonlyMap<string, string> => {
    const read = former.get(table) ?? readFormerCodes(sqlite, table)
    former.set(table, read)
    return read
  }
  return {
    codeOf: (table, id) => bookOf(table).byId.get(id) ?? null,
    idOf: (table, code) => bookOf(table).byCode.get(code) ?? null,
    nowOf: (table, code) => {
      const book = bookOf(table)
      if (book.byCode.has(code)) return code
      return book.byId.get(formerOf(table).get(code) ?? '') ?? code
    },
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

/** Codes of a row that travelled before one of them was changed, as they are now; most rows have none such. */
export function presentCells(shape: TableShape, cells: ContentCells, codes: CodeBook): ContentCells {
  let now: Record<string, ContentValue> | null = null
  for (const { name, refers, isCoded } of shape.columns) {
    const value = isCoded ? cells[name] : null
    if (typeof value !== 'string' || refers === null) continue
    const code = codes.nowOf(refers, value)
    if (code !== value) now = { ...(now ?? cells), [name]: code }
  }
  return now ?? cells
}

/** The same of edits that wait. */
function presentOthers(shape: TableShape, stamp: Stamp, codes: CodeBook): Stamp {
  const coded = shape.columns.filter(({ name, isCoded }) => isCoded && name in stamp.others)
  if (coded.length === 0) return stamp
  const others: Record<string, readonly OtherEdit[]> = { ...stamp.others }
  for (const { name, refers } of coded)
    others[name] = (others[name] ?? []).map((edit) =>
      typeof edit.value === 'string' && refers !== null ? { ...edit, value: codes.nowOf(refers, edit.value) } : edit,
    )
  return { ...stamp, others }
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

export function readShadows(
  sqlite: Sqlite,
  shape: TableShape,
  codes: CodeBook,
  ids: readonly string[],
): Map<string, Shadow> {
  const { table } = shape
  const shadows = new Map<string, Shadow>()
  const statement = sqlite.prepare<
    [string],
    { id: string; cells: string; stamp: string; count: number; source: string | null }
  >('SELECT id, cells, stamp, count, source FROM exchange_rows WHERE id IN (SELECT value FROM json_each(?))')
  // A survey has one stamp for thousands of rows.
  const stamps = new Map<string, Stamp | null>()
  for (const row of statement.iterate(JSON.stringify(ids.map((id) => shadowId(table, id))))) {
    const stamp = stamps.get(row.stamp) ?? readStamp(row.stamp)
    stamps.set(row.stamp, stamp)
    if (stamp === null) throw new Error(`exchange_rows ${row.id}: no stamp`)
    shadows.set(row.id.slice(table.length + 1), {
      cells: presentCells(shape, JSON.parse(row.cells) as ContentCells, codes),
      stamp: presentOthers(shape, stamp, codes),
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

/** A row with the edits of this site named. Null for a row that never was here. */
function settle(
  shape: TableShape,
  cells: ContentCells | undefined,
  shadow: Shadow | undefined,
  now: Dot,
): LocalSide | null {
  if (cells === undefined && shadow === undefined) return null
  const settled = settleRow(cells ?? null, shadow ?? null, shape.names, now)
  return { ...settled, cells: cells ?? shadow?.cells ?? {}, shadow: shadow ?? null }
}

export function readSides(
  sqlite: Sqlite,
  shape: TableShape,
  codes: CodeBook,
  ids: readonly string[],
  now: Dot,
): Map<string, LocalSide> {
  const rows = readRows(sqlite, shape, codes, ids)
  const shadows = readShadows(sqlite, shape, codes, ids)
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

/** Who wrote a row, and its cells, by the history of this file; '' is its birth. */
export interface RowHands {
  readonly cells: ReadonlyMap<string, Hand>
  /** Who changed anything of it last. */
  readonly last: Hand
}

export function readHands(
  sqlite: Sqlite,
  { table, columns }: TableShape,
  ids: readonly string[],
): Map<string, RowHands> {
  const names = new Map(columns.map(({ column, name }) => [column, name]))
  const hands = new Map<string, { cells: Map<string, Hand>; last: Hand; sequence: number }>()
  for (const { row, column, sequence, who, at } of sqlite
    .prepare<[string, string], { row: string; column: string; sequence: number; who: string; at: string }>(
      `SELECT c.row_id AS row, c.column_name AS "column", c.sequence, o.who, o.at FROM (
         SELECT MAX(sequence) AS last FROM changes
         WHERE table_name = ? AND row_id IN (SELECT value FROM json_each(?)) GROUP BY row_id, column_name
       ) newest JOIN changes c ON c.sequence = newest.last JOIN operations o ON o.id = c.operation_id`,
    )
    .iterate(table, JSON.stringify(ids))) {
    const hand: Hand = { by: who, at }
    const known = hands.get(row) ?? { cells: new Map<string, Hand>(), last: hand, sequence: -1 }
    known.cells.set(names.get(column) ?? column, hand)
    hands.set(row, sequence > known.sequence ? { ...known, last: hand, sequence } : known)
  }
  return hands
}

/** Who wrote what a cell shows: the author it came from, else who wrote it here. */
export function handIn(stamp: Stamp | undefined, hands: RowHands | undefined, column: string): Hand | null {
  const author = stamp === undefined ? null : handOf(stamp, column)
  if (author !== null && author.by !== null) return author
  return hands?.cells.get(column) ?? hands?.cells.get(WHOLE_ROW) ?? hands?.last ?? null
}
