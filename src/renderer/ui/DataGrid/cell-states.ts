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
  /** By what the table is about and the cell: a wrong target of one body is none of another's. */
  private readonly problems = new Map<string, CellProblem>()
  private about = ''
  /** Cells that show something else since they were asked for last. */
  private changed = new Set<string>()
  private readonly listeners = new Set<() => void>()

  static key(rowId: string, column: string): string {
    return `${rowId}\u0000${column}`
  }

  private static split(key: string): readonly [rowId: string, column: string] {
    const [rowId = '', column = ''] = key.split('\u0000')
    return [rowId, column]
  }

  problemOf(rowId: string, column: string): CellProblem | null {
    return this.problems.get(this.problemKey(rowId, column)) ?? null
  }

  /** The same rows and columns now stand for something else. Answers whether cells may show something else for it. */
  turnTo(about: string): boolean {
    const turns = about !== this.about
    this.about = about
    return turns && this.problems.size > 0
  }

  /** What the cell shows: undefined when only the row says. */
  valueOf(rowId: string, column: string): CellValue | undefined {
    return this.problemOf(rowId, column)?.text ?? this.pending.get(CellStates.key(rowId, column))?.value
  }

  isPending(rowId: string, column: string): boolean {
    return this.pending.get(CellStates.key(rowId, column))?.settledAt === null
  }

  /** Row and column of the cells that changed since this was asked. */
  takeChanged(): readonly (readonly [rowId: string, column: string])[] {
    const cells = [...this.changed].map((key) => CellStates.split(key))
    this.changed = new Set()
    return cells
  }

  begin(rowId: string, column: string, value: CellValue): void {
    const key = this.touch(rowId, column)
    this.problems.delete(this.problemKey(rowId, column))
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
    this.pending.delete(this.touch(rowId, column))
    this.problems.set(this.problemKey(rowId, column), problem)
  }

  forgetProblem(rowId: string, column: string): void {
    this.touch(rowId, column)
    this.problems.delete(this.problemKey(rowId, column))
  }

  /** The cell shows only what its row says. */
  forget(rowId: string, column: string): void {
    this.pending.delete(this.touch(rowId, column))
    this.problems.delete(this.problemKey(rowId, column))
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
      if (settledAt !== null && says(...CellStates.split(key)) === value) this.pending.delete(key)
  }

  /** Everything was read again in a turn later than theirs: the rows know better. Answers whether there was any. */
  dropSettled(before: number): boolean {
    const had = this.pending.size
    for (const [key, { settledAt }] of this.pending)
      if (settledAt !== null && settledAt < before && this.pending.delete(key)) this.changed.add(key)
    return this.pending.size < had
  }

  private problemKey(rowId: string, column: string): string {
    return `${this.about}\u0001${CellStates.key(rowId, column)}`
  }

  private touch(rowId: string, column: string): string {
    const key = CellStates.key(rowId, column)
    this.changed.add(key)
    return key
  }

  /** Also of what the table was about before: they wait there to be put right. */
  countProblems(): number {
    return this.problems.size
  }
}
