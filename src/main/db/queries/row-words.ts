import { columnWords, TABLE_WORDS, UNSEEN_COLUMNS } from '#shared/domain/history/words.ts'
import type { CellValue, RowImage } from '#shared/domain/history/net-change.ts'
import { formatDatePadded, formatNumber } from '#shared/domain/text/format.ts'
import { isIsoDate } from '#shared/kit/dates.ts'
import type { SqliteDatabase } from '../load-sqlite.ts'

/** Says rows and cells of the data file in a clerk's words; remembers what it looked up, so one a call. */
export interface RowWords {
  /** "LĐLĐ huyện Hải Lăng"; of a row that is gone, as it was called last. */
  nameOf(table: string, row: string): string
  /** Null for an empty cell. */
  textOf(table: string, column: string, value: CellValue): string | null
  /** "Đơn vị LĐLĐ huyện Hải Lăng, Tên". */
  placeOf(table: string, row: string, column: string): string
}

/** Names of names: a target is called by its unit, which has a name of its own. Deeper would be a circle. */
const DEEPEST = 3

export function sayRows(sqlite: SqliteDatabase): RowWords {
  const names = new Map<string, string>()
  const references = new Map<string, ReadonlyMap<string, string>>()

  const referencesOf = (table: string): ReadonlyMap<string, string> => {
    const known = references.get(table)
    if (known !== undefined) return known
    const found = new Map(
      sqlite
        .prepare<[string], { column: string; parent: string }>(
          'SELECT "from" AS "column", "table" AS parent FROM pragma_foreign_key_list(?)',
        )
        .all(table)
        .map(({ column, parent }) => [column, parent]),
    )
    // Pairs outlive the rows they speak of, so they refer by no key.
    if (table === 'enterprise_pair_reviews')
      for (const column of ['first_id', 'second_id']) found.set(column, 'enterprises')
    references.set(table, found)
    return found
  }

  const nameOf = (table: string, row: string, depth = 0): string => {
    const key = `${table} ${row}`
    const known = names.get(key)
    if (known !== undefined) return known
    const image = readRow(sqlite, table, row)
    const words = Object.hasOwn(TABLE_WORDS, table) ? TABLE_WORDS[table] : undefined
    const parts = (words?.name ?? []).flatMap(
      (column) => textOf(table, column, image?.[column] ?? null, depth + 1) ?? [],
    )
    const name = parts.join(', ') || (words?.one ?? row)
    names.set(key, name)
    return name
  }

  const textOf = (table: string, column: string, value: CellValue, depth = 0): string | null => {
    if (value === null || value === '') return null
    const parent = referencesOf(table).get(column)
    if (parent !== undefined && depth < DEEPEST) return nameOf(parent, String(value), depth)
    const words = columnWords(table, column)
    if (words?.yesNo === true) return Number(value) === 1 ? 'có' : 'không'
    const meaning =
      words?.values === undefined ? undefined : Object.entries(words.values).find(([code]) => code === value)
    if (meaning !== undefined) return meaning[1]
    if (typeof value === 'number') return formatNumber(value)
    if (isIsoDate(value)) return formatDatePadded(value)
    if (/^\d{4}-\d\d-\d\dT/.test(value)) return sayMoment(value)
    return /^[[{]/.test(value) ? sayJson(value) : value
  }

  return {
    nameOf,
    textOf,
    placeOf: (table, row, column) => {
      const one = (Object.hasOwn(TABLE_WORDS, table) ? TABLE_WORDS[table]?.one : undefined) ?? ''
      const title = columnWords(table, column)?.title
      const place = `${one.charAt(0).toLocaleUpperCase('vi')}${one.slice(1)} ${nameOf(table, row)}`.trim()
      return title === undefined ? place : `${place}, ${title}`
    },
  }
}

export function isSeen(table: string, column: string): boolean {
  return !UNSEEN_COLUMNS.has(column) && columnWords(table, column) !== null
}

/** A row as it is, or as it was when it was removed. */
function readRow(sqlite: SqliteDatabase, table: string, row: string): RowImage | undefined {
  const living = sqlite.prepare<[string], Record<string, CellValue>>(`SELECT * FROM "${table}" WHERE id = ?`).get(row)
  if (living !== undefined) return living
  const last = sqlite
    .prepare<[string, string], { image: string }>(
      `SELECT COALESCE(before, after) AS image FROM changes
       WHERE table_name = ? AND row_id = ? AND column_name = '' ORDER BY sequence DESC LIMIT 1`,
    )
    .get(table, row)
  return last === undefined ? undefined : (JSON.parse(last.image) as RowImage)
}

/** Where the office is: 10:32 ngày 30/06/2024. */
function sayMoment(iso: string): string {
  const at = new Date(iso)
  const pad = (value: number): string => String(value).padStart(2, '0')
  const day = `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}`
  return `${pad(at.getHours())}:${pad(at.getMinutes())} ngày ${formatDatePadded(day)}`
}

/** ["A","B"] → "A; B", {"Người liên hệ":"An"} → "Người liên hệ: An"; empty ones say nothing. */
function sayJson(json: string): string | null {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    // A text that only begins like one.
    return json
  }
  const say = (part: unknown): string =>
    typeof part === 'string' || typeof part === 'number' ? String(part) : JSON.stringify(part)
  const parts = Array.isArray(value)
    ? value.map(say)
    : Object.entries(Object(value)).map(([name, part]) => `${name}: ${say(part)}`)
  return parts.length === 0 ? null : parts.join('; ')
}
