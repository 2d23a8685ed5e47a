import { readSortKey } from '../../db/queries/enterprise-columns.ts'
import type { ReadStore } from '../../db/store.ts'

/**
 * Rows in Vietnamese order of names. The keys they are ordered by stay in the file, which can be asked for the few that
 * a new place is looked for by: 100,000 of them would be 9 MB. `idOf` tells the id of a row.
 */
export class NameOrder {
  private rows: number[] = []
  /** By row: its name's key is that of the row before it. */
  private same = new Uint8Array(0)
  private readonly sqlite: ReadStore['sqlite']
  private readonly idOf: (row: number) => string

  constructor(sqlite: ReadStore['sqlite'], idOf: (row: number) => string) {
    this.sqlite = sqlite
    this.idOf = idOf
  }

  inOrder(): readonly number[] {
    return this.rows
  }

  /** Rows come in their order, as they are read from the file. */
  append(row: number, isSame: boolean): void {
    this.rows.push(row)
    this.mark(row, isSame)
  }

  /** Takes rows out of the order; those that are there are put where their keys say now. */
  move(moved: ReadonlySet<number>, isThere: (row: number) => boolean): void {
    this.rows = this.rows.filter((row, place) => {
      if (!moved.has(row)) return true
      const next = this.rows[place + 1]
      if (next !== undefined) this.mark(next, this.same[next] === 1 && this.same[row] === 1)
      return false
    })
    for (const row of moved) if (isThere(row)) this.insert(row)
  }

  /** Place of each of `size` rows, rows of one name sharing theirs; -1 where a row is not there. */
  ranks(size: number): Int32Array {
    const of = new Int32Array(size).fill(-1)
    let place = -1
    for (const row of this.rows) {
      if (this.same[row] !== 1) place++
      of[row] = place
    }
    return of
  }

  private insert(row: number): void {
    const id = this.idOf(row)
    const key = this.keyOf(row)
    let low = 0
    let high = this.rows.length
    while (low < high) {
      const middle = (low + high) >>> 1
      const other = this.rows[middle] ?? 0
      const otherKey = this.keyOf(other)
      const isBefore = otherKey === key ? this.idOf(other) < id : otherKey < key
      if (isBefore) low = middle + 1
      else high = middle
    }
    const before = this.rows[low - 1]
    const behind = this.rows[low]
    this.rows.splice(low, 0, row)
    this.mark(row, before !== undefined && this.keyOf(before) === key)
    if (behind !== undefined) this.mark(behind, this.keyOf(behind) === key)
  }

  private keyOf(row: number): string {
    return readSortKey(this.sqlite, this.idOf(row)) ?? ''
  }

  private mark(row: number, isSame: boolean): void {
    if (row >= this.same.length) {
      const longer = new Uint8Array(Math.ceil(row * 1.25) + 1024)
      longer.set(this.same)
      this.same = longer
    }
    this.same[row] = isSame ? 1 : 0
  }
}
