import type { ContentRow, ContentValue } from '#shared/domain/exchange/content.ts'
import type { ReadStore } from '../../db/store.ts'
import { shadowId, type CodeBook } from './local-rows.ts'
import type { ShapedColumn, TableShape } from './shapes.ts'

type Sqlite = Pick<ReadStore, 'sqlite'>['sqlite']

interface Found {
  readonly id: string
  readonly joined: boolean
  readonly aliases: readonly string[]
}

/** Finds for rows that came the rows they are here. */
export class RowFinder {
  private readonly sqlite: Sqlite
  private readonly shape: TableShape
  private readonly codes: CodeBook
  private readonly ids: Map<string, Map<string, string>>

  constructor(sqlite: Sqlite, shape: TableShape, codes: CodeBook, ids: Map<string, Map<string, string>>) {
    this.sqlite = sqlite
    this.shape = shape
    this.codes = codes
    this.ids = ids
  }

  find(rows: readonly ContentRow[]): (readonly [ContentRow, Found])[] {
    const { shape } = this
    const names = [...new Set(rows.flatMap((row) => [row.id, ...(row.aliases ?? [])]))]
    const known = this.readKnown(names)
    const map = new Map<string, string>()
    this.ids.set(shape.table, map)
    const found = new Map<ContentRow, Found>()
    const taken = new Set<string>()
    const rest: ContentRow[] = []
    for (const row of rows) {
      const name = [row.id, ...(row.aliases ?? [])].find((one) => known.has(one))
      const id = name === undefined ? undefined : known.get(name)
      if (id === undefined || taken.has(id)) rest.push(row)
      else {
        taken.add(id)
        map.set(row.id, id)
        const aliases = [row.id, ...(row.aliases ?? [])].filter((one) => one !== id && known.get(one) !== id)
        found.set(row, { id, joined: false, aliases })
      }
    }
    for (const row of rest) {
      // What names a row may refer to rows of the same table that are found first.
      const twin = row.deleted === true ? null : this.findTwin(row)
      if (twin !== null && !taken.has(twin)) {
        taken.add(twin)
        map.set(row.id, twin)
        found.set(row, {
          id: twin,
          joined: true,
          aliases: [row.id, ...(row.aliases ?? [])].filter((one) => one !== twin),
        })
      } else {
        map.set(row.id, row.id)
        found.set(row, { id: row.id, joined: false, aliases: row.aliases ?? [] })
      }
    }
    return rows.flatMap((row) => {
      const one = found.get(row)
      return one === undefined ? [] : [[row, one] as const]
    })
  }

  /** Ids that mean a row here: its own, those of rows that are gone, and others it goes by. */
  private readKnown(names: readonly string[]): Map<string, string> {
    const { table } = this.shape
    const list = JSON.stringify(names)
    const known = new Map<string, string>()
    for (const { alias, id } of this.sqlite
      .prepare<[string, string], { alias: string; id: string }>(
        `SELECT alias_id AS alias, row_id AS id FROM exchange_aliases
         WHERE table_name = ? AND alias_id IN (SELECT value FROM json_each(?))`,
      )
      .all(table, list))
      known.set(alias, id)
    if (table === 'enterprises')
      for (const { alias, id } of this.sqlite
        .prepare<[string], { alias: string; id: string }>(
          `SELECT alias_id AS alias, enterprise_id AS id FROM enterprise_aliases
           WHERE alias_id IN (SELECT value FROM json_each(?))`,
        )
        .all(list))
        known.set(alias, id)
    const shadows = JSON.stringify(names.map((name) => shadowId(table, name)))
    for (const id of this.sqlite
      .prepare<[string], string>('SELECT id FROM exchange_rows WHERE id IN (SELECT value FROM json_each(?))')
      .pluck()
      .iterate(shadows)) {
      const name = id.slice(table.length + 1)
      if (!known.has(name)) known.set(name, name)
    }
    for (const id of this.sqlite
      .prepare<[string], string>(`SELECT id FROM "${table}" WHERE id IN (SELECT value FROM json_each(?))`)
      .pluck()
      .iterate(list))
      known.set(id, id)
    return known
  }

  /** The row born here on its own that is the same thing. */
  private findTwin(row: ContentRow): string | null {
    const { shape, codes } = this
    if (shape.code !== undefined) return codes.idOf(shape.table, String(row.cells[shape.code] ?? ''))
    if (shape.key === undefined) return null
    const columns: string[] = []
    const values: ContentValue[] = []
    for (const name of shape.key) {
      const column = shape.columns.find((one) => one.name === name)
      const value = row.cells[name] ?? null
      if (column === undefined || value === null) return null
      const here = this.inward(column, value)
      if (here === null) return null
      columns.push(`"${column.column}" = ?`)
      values.push(here)
    }
    return firstText(this.sqlite, `SELECT id FROM "${shape.table}" WHERE ${columns.join(' AND ')} LIMIT 1`, values)
  }

  private inward({ refers, isCoded }: ShapedColumn, value: ContentValue): ContentValue {
    if (refers === null) return value
    if (isCoded) return this.codes.idOf(refers, String(value))
    return this.ids.get(refers)?.get(String(value)) ?? String(value)
  }
}

const statements = new WeakMap<Sqlite, Map<string, { get(...values: readonly ContentValue[]): unknown }>>()

/** A survey asks a handful of different statements a hundred thousand times. */
export function firstText(sqlite: Sqlite, sql: string, values: readonly ContentValue[]): string | null {
  const known = statements.get(sqlite) ?? new Map<string, { get(...values: readonly ContentValue[]): unknown }>()
  statements.set(sqlite, known)
  const statement = known.get(sql) ?? sqlite.prepare<ContentValue[], string>(sql).pluck()
  known.set(sql, statement)
  const found = statement.get(...values)
  return typeof found === 'string' ? found : null
}
