import type { ContentRow, ContentValue } from '#shared/domain/exchange/content.ts'
import { refuseDamaged } from '../foreign-failure.ts'

/**
 * Rows of a table as they lie in a package: names of cells once, stamps once each, cells in the order of the names.
 * Fifty thousand rows are a third of what they would be as objects.
 */
interface PackedRows {
  readonly columns: readonly string[]
  readonly stamps: readonly string[]
  readonly rows: readonly PackedRow[]
}

type PackedRow = readonly [id: string, stamp: number, cells: readonly ContentValue[], rest?: PackedRest]

interface PackedRest {
  /** Places of cells nothing is said of. */
  readonly x?: readonly number[]
  readonly a?: readonly string[]
  readonly b?: Readonly<Record<string, ContentValue>>
  readonly d?: 1
  readonly t?: string
  readonly w?: string
  readonly m?: string
}

export function packRows(rows: readonly ContentRow[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row.cells)))]
  const stamps = new Map<string, number>()
  const packed = rows.map((row): PackedRow => {
    const { stamp } = row
    let at = -1
    if (stamp !== undefined) {
      at = stamps.get(stamp) ?? stamps.size
      stamps.set(stamp, at)
    }
    const cells = columns.map((column) => row.cells[column] ?? null)
    const absent = columns.flatMap((column, place) => (Object.hasOwn(row.cells, column) ? [] : [place]))
    const rest: PackedRest = {
      ...(absent.length > 0 ? { x: absent } : {}),
      ...(row.aliases !== undefined && row.aliases.length > 0 ? { a: row.aliases } : {}),
      ...(row.base !== undefined && Object.keys(row.base).length > 0 ? { b: row.base } : {}),
      ...(row.deleted === true ? { d: 1 } : {}),
      ...(row.title === undefined ? {} : { t: row.title }),
      ...(row.by === undefined ? {} : { w: row.by }),
      ...(row.at === undefined ? {} : { m: row.at }),
    }
    return Object.keys(rest).length === 0 ? [row.id, at, cells] : [row.id, at, cells, rest]
  })
  return JSON.stringify({ columns, stamps: [...stamps.keys()], rows: packed } satisfies PackedRows)
}

/** Throws `ForeignFailure` for anything that is not such rows: what is signed may still be wrong. */
export function unpackRows(text: string): ContentRow[] {
  const packed: unknown = parseJson(text)
  if (!isRecord(packed)) return refuseDamaged()
  const { columns, stamps, rows } = packed
  if (!isTexts(columns) || !isTexts(stamps) || !Array.isArray(rows)) return refuseDamaged()
  if (!columns.every(isColumnName)) return refuseDamaged()
  return rows.map((row: unknown) => unpackRow(row, columns, stamps))
}

function unpackRow(row: unknown, columns: readonly string[], stamps: readonly string[]): ContentRow {
  if (!Array.isArray(row)) return refuseDamaged()
  const [id, at, values, rest] = row as readonly unknown[]
  if (!isRowId(id) || typeof at !== 'number' || !Array.isArray(values) || values.length !== columns.length)
    return refuseDamaged()
  const { x: absent, a: aliases, b: base, d, t: title, w: by, m: moment } = isRecord(rest) ? rest : {}
  const skipped = new Set(
    absent === undefined ? [] : Array.isArray(absent) ? (absent as readonly unknown[]) : refuseDamaged(),
  )
  const cells: Record<string, ContentValue> = {}
  columns.forEach((column, place) => {
    const value: unknown = values[place]
    if (!isValue(value)) refuseDamaged()
    else if (!skipped.has(place)) cells[column] = value
  })
  const stamp = stamps[at]
  if (aliases !== undefined && !(isTexts(aliases) && aliases.every(isRowId))) return refuseDamaged()
  return {
    id,
    cells,
    ...(stamp === undefined ? {} : { stamp }),
    ...(aliases === undefined ? {} : { aliases }),
    ...(base === undefined ? {} : { base: readCells(base) }),
    ...(d === 1 ? { deleted: true as const } : {}),
    ...optionalText('title', title),
    ...optionalText('by', by),
    ...optionalText('at', moment),
  }
}

/** Cells of a row given as an object. */
export function readCells(value: unknown): Record<string, ContentValue> {
  if (!isRecord(value)) return refuseDamaged()
  const cells: Record<string, ContentValue> = {}
  for (const [column, cell] of Object.entries(value)) {
    if (!isColumnName(column) || !isValue(cell)) return refuseDamaged()
    cells[column] = cell
  }
  return cells
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return refuseDamaged()
  }
}

function optionalText<K extends string>(key: K, value: unknown): Partial<Record<K, string>> {
  return typeof value === 'string' ? ({ [key]: value.slice(0, 500) } as Partial<Record<K, string>>) : {}
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((text) => typeof text === 'string')
}

/** Ids are UUIDs, or what older files and forms made: never longer, never with signs of a path or of SQL. */
export function isRowId(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9A-Za-z][0-9A-Za-z._-]{0,99}$/.test(value)
}

export function isColumnName(name: string): boolean {
  return /^[a-z][a-z0-9_]{0,59}$/.test(name)
}

function isValue(value: unknown): value is ContentValue {
  return value === null || typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value))
}
