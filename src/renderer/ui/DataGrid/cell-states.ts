import type { CellValue } from './column.ts'

/** What was typed and could not be taken, with the reason as the clerk reads it. */
export interface CellProblem {
  readonly text: string
  readonly reason: string
}

interface Pending {
  readonly value: CellValue
  /** The backend has it: the turn of reading that had begun by then; null while it is on its way. */
  readonly settledAt: number | null
}

/** What a row that was read says itself of a cell; undefined: that row or column is not among those read. */
export type RowSays = (rowId: string, column: string) => CellValue | undefined

/**
 * What cells show beside the rows they were given: values on their way to the data file, and wrong ones that
 * stay in their cell until they are put right. One per grid.
 */
export class CellStates {
  private readonly pending = new Map<string, Pending>()
  private readonly problems = new Map<string, CellProblem>()
  /** Cells that show something else since they were asked for last. */
  private changed = new Set<string>()
  private readonly listeners = new Set<() => void>()

  static key(rowId: string, column: string): string {
    return `${rowId}\u0000${column}`
  }

  private static place(key: string): readonly [rowId: string, column: string] {
    const [rowId = '', column = ''] = key.split('\u0000')
    return [rowId, column]
  }

  problemOf(rowId: string, column: string): CellProblem | null {
    return this.problems.get(CellStates.key(rowId, column)) ?? null
  }

  /** What the cell shows: undefined when only the row says. */
  valueOf(rowId: string, column: string): CellValue | undefined {
    const key = CellStates.key(rowId, column)
    return this.problems.get(key)?.text ?? this.pending.get(key)?.value
  }

  isPending(rowId: string, column: string): boolean {
    return this.pending.get(CellStates.key(rowId, column))?.settledAt === null
  }

  /** Row and column of the cells that changed since this was asked. */
  takeChanged(): readonly (readonly [rowId: string, column: string])[] {
    const cells = [...this.changed].map((key) => CellStates.place(key))
    this.changed = new Set()
    return cells
  }

  begin(rowId: string, column: string, value: CellValue): void {
    const key = this.touch(rowId, column)
    this.problems.delete(key)
    this.pending.set(key, { value, settledAt: null })
  }

  /** The backend has `value`. A newer one typed meanwhile is still on its way and stays. `turn`: see `dataTurn`. */
  settle(rowId: string, column: string, value: CellValue, turn: number): void {
    const key = this.touch(rowId, column)
    if (this.pending.get(key)?.value !== value) return
    this.pending.set(key, { value, settledAt: turn })
    for (const listener of this.listeners) listener()
  }

  /** Calls whenever the backend has a value; answers how to stop listening. */
  onSettled(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  refuse(rowId: string, column: string, problem: CellProblem): void {
    const key = this.touch(rowId, column)
    this.pending.delete(key)
    this.problems.set(key, problem)
  }

  forgetProblem(rowId: string, column: string): void {
    this.problems.delete(this.touch(rowId, column))
  }

  /** The cell shows only what its row says. */
  forget(rowId: string, column: string): void {
    const key = this.touch(rowId, column)
    this.pending.delete(key)
    this.problems.delete(key)
  }

  hasSettled(): boolean {
    return [...this.pending.values()].some(({ settledAt }) => settledAt !== null)
  }

  /**
   * Rows were read: a value that they say themselves by now goes, which nobody sees. Rows that say another may have been
   * read before the value was taken; what was typed must not give way to the old value, not for one moment.
   */
  dropSaid(says: RowSays): void {
    for (const [key, { value, settledAt }] of this.pending)
      if (settledAt !== null && says(...CellStates.place(key)) === value) this.pending.delete(key)
  }

  /** Everything was read again in a turn later than theirs: the rows know better. Answers whether there was any. */
  dropSettled(before: number): boolean {
    const had = this.pending.size
    for (const [key, { settledAt }] of this.pending)
      if (settledAt !== null && settledAt < before && this.pending.delete(key)) this.changed.add(key)
    return this.pending.size < had
  }

  private touch(rowId: string, column: string): string {
    const key = CellStates.key(rowId, column)
    this.changed.add(key)
    return key
  }

  countProblems(): number {
    return this.problems.size
  }
}
