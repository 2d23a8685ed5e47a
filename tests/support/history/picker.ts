import type { SqliteDatabase } from '#main/db/load-sqlite.ts'

/** Chooses from the data as it is at the moment, by a seed. */
export interface Picker {
  readonly sqlite: SqliteDatabase
  /** 0 ≤ n < limit. */
  number(limit: number): number
  chance(odds: number): boolean
  of<T>(list: readonly T[]): T
  /** A value of one column of some row, or a text nobody has when there is none. */
  from(table: string, column?: string, where?: string): string
  some(table: string, most: number, where?: string): string[]
  /** Never the same twice. */
  fresh(prefix: string): string
  words(): string
  day(from?: string, to?: string): string
}

const WORDS = [
  'Hạ Long',
  'Đặng',
  'Sơn Lộc',
  'May mặc',
  'Điện tử',
  'An Phát',
  'Nguyễn Đức',
  'Tân Khê',
  'Cảng',
  'Thủy sản',
]
const DAY_MS = 86_400_000

export function createPicker(sqlite: SqliteDatabase, seed: number): Picker {
  let state = seed >>> 0
  let made = 0
  const random = (): number => {
    // mulberry32: small, and good enough to walk everywhere.
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const number = (limit: number): number => Math.floor(random() * limit)
  const of = <T>(list: readonly T[]): T => list[number(list.length)] as T
  const some = (table: string, most: number, where = '1'): string[] => {
    const count = sqlite.prepare<[], { n: number }>(`SELECT COUNT(*) AS n FROM "${table}" WHERE ${where}`).get()?.n ?? 0
    return Array.from({ length: Math.min(count, 1 + number(most)) }, () => from(table, 'id', where))
  }
  const from = (table: string, column = 'id', where = '1'): string => {
    const count = sqlite.prepare<[], { n: number }>(`SELECT COUNT(*) AS n FROM "${table}" WHERE ${where}`).get()?.n ?? 0
    if (count === 0) return 'không có'
    const row = sqlite
      .prepare<[number], { value: string }>(
        `SELECT "${column}" AS value FROM "${table}" WHERE ${where} ORDER BY id LIMIT 1 OFFSET ?`,
      )
      .get(number(count))
    return row?.value ?? 'không có'
  }
  return {
    sqlite,
    number,
    chance: (odds) => random() < odds,
    of,
    from,
    some,
    fresh: (prefix) => `${prefix}${(made += 1)}-${number(1e6)}`,
    words: () => `${of(WORDS)} ${of(WORDS)}`,
    day: (first = '2023-01-01', last = '2025-12-31') => {
      const [begin, end] = [Date.parse(first), Date.parse(last)]
      return new Date(begin + number(Math.max(1, (end - begin) / DAY_MS)) * DAY_MS).toISOString().slice(0, 10)
    },
  }
}
