import { EXCHANGE_TABLES, type ExchangeTable } from '#shared/domain/exchange/tables.ts'
import type { SqliteDatabase } from '../../db/load-sqlite.ts'

/** A column of a table that travels, as this data file has it. */
export interface ShapedColumn {
  /** In packages: the column, a reference without `_id`. */
  readonly name: string
  readonly column: string
  /** Table it refers to. */
  readonly refers: string | null
  /** The reference travels as that table's code. */
  readonly isCoded: boolean
  readonly isRequired: boolean
}

export interface TableShape extends ExchangeTable {
  readonly columns: readonly ShapedColumn[]
  readonly names: readonly string[]
}

const known = new WeakMap<SqliteDatabase, readonly TableShape[]>()

/** Read from the file itself, so that a column that is new in the schema travels from its first day. */
export function readShapes(sqlite: SqliteDatabase): readonly TableShape[] {
  const shapes =
    known.get(sqlite) ??
    EXCHANGE_TABLES.map((table) => shapeOf(sqlite, table)).filter(({ columns }) => columns.length > 0)
  known.set(sqlite, shapes)
  return shapes
}

function shapeOf(sqlite: SqliteDatabase, table: ExchangeTable): TableShape {
  const references = new Map(
    sqlite
      .prepare<[string], { column: string; parent: string }>(
        'SELECT "from" AS "column", "table" AS parent FROM pragma_foreign_key_list(?)',
      )
      .all(table.table)
      .map(({ column, parent }) => [column, parent]),
  )
  const derived = new Set(table.derived?.map(({ column }) => column))
  const columns = sqlite
    .prepare<[string], { name: string; required: number; standard: string | null }>(
      'SELECT name, "notnull" AS required, dflt_value AS standard FROM pragma_table_info(?)',
    )
    .all(table.table)
    .filter(({ name }) => name !== 'id' && !derived.has(name))
    .map(({ name, required, standard }): ShapedColumn => {
      const refers = references.get(name) ?? null
      return {
        name: refers === null ? name : name.replace(/_id$/, ''),
        column: name,
        refers,
        isCoded: EXCHANGE_TABLES.some((other) => other.table === refers && other.code !== undefined),
        isRequired: required === 1 && standard === null,
      }
    })
  return { ...table, columns, names: columns.map(({ name }) => name) }
}
