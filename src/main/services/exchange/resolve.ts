import type { ContentProblem, ContentRow, ContentValue, PackageContent } from '#shared/domain/exchange/content.ts'
import { turnRow } from '#shared/domain/exchange/merge/register.ts'
import { newStamp, type OtherEdit, type Stamp } from '#shared/domain/exchange/merge/stamp.ts'
import { readStamp } from '#shared/domain/exchange/merge/stamp-text.ts'
import type { SentRow } from '#shared/domain/exchange/merge/merge-row.ts'
import type { ReadStore } from '../../db/store.ts'
import type { CodeBook } from './local-rows.ts'
import { shadowId } from './local-rows.ts'
import { readShapes, type ShapedColumn, type TableShape } from './shapes.ts'
import { ROW_PROBLEMS } from './text.ts'

type Sqlite = Pick<ReadStore, 'sqlite'>['sqlite']

/** A row that came, in the words of this data file. */
export interface ResolvedRow {
  /** Id here: of the row it is, or the one it came with. */
  readonly id: string
  readonly sentId: string
  readonly sent: SentRow
  readonly title: string | null
  readonly by: string | null
  readonly at: string | null
  /** It was born here as well, and is found to be the same only now. */
  readonly joined: boolean
  /** Other ids of it that are new here. */
  readonly aliases: readonly string[]
  /** Cells that cannot be written here. */
  readonly impossible: ReadonlySet<string>
}

export interface Resolved {
  readonly tables: ReadonlyMap<TableShape, readonly ResolvedRow[]>
  readonly problems: readonly ContentProblem[]
  /** Whether a later round may still find what they refer to. */
  readonly skipped: number
}

/** Finds for each row that came the row it is here: by id, by what it goes by elsewhere, by what names it. */
export function resolveRows(sqlite: Sqlite, codes: CodeBook, content: PackageContent): Resolved {
  const shapes = readShapes(sqlite)
  const problems: ContentProblem[] = [...content.problems]
  const tables = new Map<TableShape, readonly ResolvedRow[]>()
  /** Ids as they came, to ids here, by table. */
  const ids = new Map<string, Map<string, string>>()
  const arriving = new Map<string, ReadonlySet<string>>()
  for (const [table, rows] of Object.entries(content.tables)) {
    const shape = shapes.find((one) => one.table === table)
    if (shape === undefined) {
      problems.push({ table, id: '', column: '', message: ROW_PROBLEMS.newTable(table) })
      continue
    }
    const code = shape.code
    if (code !== undefined)
      arriving.set(table, new Set(rows.flatMap((row) => (row.deleted === true ? [] : [String(row.cells[code])]))))
  }
  const stamps = new Map<string, Stamp | null>()
  const stampOf = (text: string): Stamp | null => {
    const known = stamps.get(text)
    if (known !== undefined) return known
    const read = readStamp(text)
    stamps.set(text, read)
    return read
  }
  let skipped = 0
  for (const shape of shapes) {
    const rows = content.tables[shape.table]
    if (rows === undefined) continue
    const finder = new RowFinder(sqlite, shape, codes, ids)
    const resolved: ResolvedRow[] = []
    for (const [row, found] of finder.find(rows)) {
      const translated = translate(shape, row, { sqlite, codes, ids, arriving, problems, stampOf })
      if (translated === null) {
        // Nothing may be hung on it either.
        ids.get(shape.table)?.delete(row.id)
        skipped++
        continue
      }
      resolved.push({
        id: found.id,
        sentId: row.id,
        sent: translated.sent,
        title: row.title ?? null,
        by: row.by ?? null,
        at: row.at ?? null,
        joined: found.joined,
        aliases: found.aliases,
        impossible: translated.impossible,
      })
    }
    tables.set(shape, resolved)
  }
  return { tables, problems, skipped }
}

interface Found {
  readonly id: string
  readonly joined: boolean
  readonly aliases: readonly string[]
}

class RowFinder {
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

interface Surroundings {
  readonly stampOf: (text: string) => Stamp | null
  readonly sqlite: Sqlite
  readonly codes: CodeBook
  readonly ids: ReadonlyMap<string, ReadonlyMap<string, string>>
  readonly arriving: ReadonlyMap<string, ReadonlySet<string>>
  readonly problems: ContentProblem[]
}

/** The row in ids of this file. Null when it cannot be without a row that is neither here nor in the package. */
function translate(
  shape: TableShape,
  row: ContentRow,
  around: Surroundings,
): { readonly sent: SentRow; readonly impossible: ReadonlySet<string> } | null {
  const cells: Record<string, ContentValue> = {}
  const base: Record<string, ContentValue> = {}
  const impossible = new Set<string>()
  const refuse = (column: string, message: string): void => {
    impossible.add(column)
    around.problems.push({ table: shape.table, id: row.id, column, message })
  }
  for (const column of shape.columns) {
    const { name } = column
    if (row.base !== undefined && Object.hasOwn(row.base, name))
      base[name] = translateValue(column, row.base[name] ?? null, around).value
    if (!Object.hasOwn(row.cells, name)) continue
    const { value, isUnknown } = translateValue(column, row.cells[name] ?? null, around)
    cells[name] = value
    if (row.deleted === true) continue
    if (isUnknown) {
      if (column.isRequired || shape.parents?.includes(name) === true) {
        const what = column.isCoded ? String(value) : name
        around.problems.push({
          table: shape.table,
          id: row.id,
          column: name,
          message: ROW_PROBLEMS.unknownReference(what),
        })
        return null
      }
      refuse(name, column.isCoded ? ROW_PROBLEMS.unknownCode(String(value)) : ROW_PROBLEMS.unknownReference(name))
    } else if (value === null && column.isRequired) refuse(name, ROW_PROBLEMS.notEmpty)
  }
  const read = row.stamp === undefined ? null : around.stampOf(row.stamp)
  // A row without a stamp was born in a form; what it carries was said by nobody before.
  const stamp: Stamp = translateOthers(shape, read ?? newStamp(`form:${row.id}`, 1), around)
  return {
    sent: {
      cells,
      base,
      stamp: stamp.gone === (row.deleted === true) ? stamp : turnRow(stamp, { site: `form:${row.id}`, count: 1 }),
      isBare: read === null && row.base !== undefined,
    },
    impossible,
  }
}

/** What waits at the sender in ids of this file; thousands of rows share a stamp that holds nothing of the kind. */
function translateOthers(shape: TableShape, stamp: Stamp, around: Surroundings): Stamp {
  const columns = shape.columns.filter(
    ({ name, refers, isCoded }) => refers !== null && !isCoded && name in stamp.others,
  )
  if (columns.length === 0) return stamp
  const others: Record<string, readonly OtherEdit[]> = { ...stamp.others }
  for (const column of columns)
    others[column.name] = (others[column.name] ?? []).map((edit) =>
      edit.value === undefined ? edit : { ...edit, value: translateValue(column, edit.value, around).value },
    )
  return { ...stamp, others }
}

function translateValue(
  { refers, isCoded }: ShapedColumn,
  value: ContentValue,
  { sqlite, codes, ids, arriving }: Surroundings,
): { readonly value: ContentValue; readonly isUnknown: boolean } {
  if (refers === null || value === null) return { value, isUnknown: false }
  const text = String(value)
  if (isCoded)
    return { value: text, isUnknown: codes.idOf(refers, text) === null && arriving.get(refers)?.has(text) !== true }
  const here = ids.get(refers)?.get(text) ?? aliasOf(sqlite, refers, text)
  const isThere = ids.get(refers)?.has(text) === true || existsHere(sqlite, refers, here)
  return { value: here, isUnknown: !isThere }
}

function aliasOf(sqlite: Sqlite, table: string, id: string): string {
  return (
    firstText(sqlite, 'SELECT row_id FROM exchange_aliases WHERE table_name = ? AND alias_id = ?', [table, id]) ?? id
  )
}

function existsHere(sqlite: Sqlite, table: string, id: string): boolean {
  return firstText(sqlite, `SELECT id FROM "${table}" WHERE id = ?`, [id]) !== null
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
