import { compareKeys, type OrderKey } from '#shared/domain/table/compare.ts'
import type { TableValue } from '#shared/domain/table/view.ts'

export const NO_VALUE = -1
/** So many new values are put into their places one by one; more are sorted anew. */
const FEW = 200

/** What a column says of its values: how they are shown and ordered. */
export interface ValueRules {
  readonly text: (value: TableValue) => string
  readonly key: (value: TableValue) => OrderKey
}

/**
 * A column of the whole registry as numbers: every different value once, and for each row which it is. Filters,
 * orders and counts then look at each value once instead of at each row: 100,000 rows are a matter of milliseconds.
 */
export class CodedColumn {
  readonly values: Exclude<TableValue, null>[] = []
  codes: Int32Array
  private readonly rules: ValueRules
  /** Let go of when nearly every row has a value of its own, and made again when one is written. */
  private codeOf: Map<TableValue, number> | null = new Map()
  /** Codes in order, with the keys they are ordered by; made when first asked for. */
  private order: number[] | null = null
  private keys: OrderKey[] = []
  private ranks: Int32Array | null = null

  constructor(rows: number, rules: ValueRules) {
    this.codes = new Int32Array(rows).fill(NO_VALUE)
    this.rules = rules
  }

  set(row: number, value: TableValue): void {
    if (row >= this.codes.length) this.grow(row + 1)
    this.codes[row] = value === null || value === '' ? NO_VALUE : this.encode(value)
  }

  get(row: number): TableValue {
    return this.values[this.codes[row] ?? NO_VALUE] ?? null
  }

  text(row: number): string {
    return this.rules.text(this.get(row))
  }

  textOf(value: TableValue): string {
    return this.rules.text(value)
  }

  /** Which values pass, by code. */
  test(passes: (value: TableValue, text: () => string) => boolean): Uint8Array {
    const passing = new Uint8Array(this.values.length)
    for (let code = 0; code < passing.length; code++) {
      const value = this.values[code] ?? null
      if (passes(value, () => this.rules.text(value))) passing[code] = 1
    }
    return passing
  }

  /** Place of each value in the column's order, by code; equal keys share a place. `-1`: ordered as if empty. */
  rank(): Int32Array {
    const order = this.inOrder()
    if (this.ranks !== null) return this.ranks
    const ranks = new Int32Array(this.values.length)
    let place = -1
    let last: OrderKey = null
    for (const code of order) {
      const key = this.keys[code] ?? null
      if (key === null) {
        ranks[code] = -1
        continue
      }
      if (last === null || compareKeys(last, key) !== 0) place++
      last = key
      ranks[code] = place
    }
    this.ranks = ranks
    return ranks
  }

  private inOrder(): readonly number[] {
    const missing = this.values.length - this.keys.length
    if (this.order !== null && missing === 0) return this.order
    this.ranks = null
    for (let code = this.keys.length; code < this.values.length; code++)
      this.keys.push(this.rules.key(this.values[code] ?? null))
    if (this.order === null || missing > FEW) {
      this.order = this.sortCodes()
    } else for (let code = this.order.length; code < this.values.length; code++) this.insert(this.order, code)
    return this.order
  }

  /** Compared by their first letters as one number, which decides nearly always, before the keys themselves. */
  private sortCodes(): number[] {
    const heads = Float64Array.from(this.keys, headOf)
    const order = Array.from({ length: this.values.length }, (_, code) => code)
    return order.sort((a, b) => (heads[a] ?? 0) - (heads[b] ?? 0) || this.compareCodes(a, b))
  }

  private insert(order: number[], code: number): void {
    let low = 0
    let high = order.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.compareCodes(order[middle] ?? 0, code) < 0) low = middle + 1
      else high = middle
    }
    order.splice(low, 0, code)
  }

  private compareCodes(a: number, b: number): number {
    const one = this.keys[a] ?? null
    const other = this.keys[b] ?? null
    if (one === null || other === null) return one === other ? 0 : one === null ? 1 : -1
    return compareKeys(one, other)
  }

  private encode(value: Exclude<TableValue, null>): number {
    this.codeOf ??= new Map(this.values.map((one, code) => [one, code]))
    const known = this.codeOf.get(value)
    if (known !== undefined) return known
    const code = this.values.length
    this.values.push(value)
    this.codeOf.set(value, code)
    return code
  }

  /** All rows are read: what only reading needs is let go. */
  settle(): void {
    if (this.values.length > this.codes.length / 4) this.codeOf = null
  }

  private grow(rows: number): void {
    const codes = new Int32Array(Math.max(rows, Math.ceil(this.codes.length * 1.25) + 16)).fill(NO_VALUE)
    codes.set(this.codes)
    this.codes = codes
  }
}

const HEAD = 7
const LETTERS = 128

/** The beginning of a key as a number that orders like it: numbers before texts, empty cells behind everything. */
function headOf(key: OrderKey): number {
  if (key === null) return Infinity
  if (typeof key === 'number') return -Infinity
  let head = 0
  for (let at = 0; at < HEAD; at++) {
    const letter = at < key.length ? key.charCodeAt(at) : 0
    // A letter that is no plain one: from here on the keys themselves are compared.
    if (letter >= LETTERS) return head * LETTERS ** (HEAD - at) + LETTERS ** (HEAD - at) - 1
    head = head * LETTERS + letter
  }
  return head
}
