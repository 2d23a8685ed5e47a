import type { CellValue } from './column.ts'

/** What was typed and could not be taken, with the reason as the clerk reads it. */
export interface CellProblem {
  readonly text: string
  readonly reason: string
}

interface Pending {
  readonly value: CellValue
  /** The backend has it; it goes as soon as the rows have been read again. */
  readonly settled: boolean
}

/**
 * What cells show beside the rows they were given: values on their way to the data file, and wrong ones that
 * stay in their cell until they are put right. One per grid.
 */
export class CellStates {
  private readonly pending = new Map<string, Pending>()
  private readonly problems = new Map<string, CellProblem>()

  static key(rowId: string, column: string): string {
    return `${rowId}\u0000${column}`
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
    return this.pending.get(CellStates.key(rowId, column))?.settled === false
  }

  begin(rowId: string, column: string, value: CellValue): void {
    const key = CellStates.key(rowId, column)
    this.problems.delete(key)
    this.pending.set(key, { value, settled: false })
  }

  /** The backend has `value`. A newer one typed meanwhile is still on its way and stays. */
  settle(rowId: string, column: string, value: CellValue): void {
    const key = CellStates.key(rowId, column)
    if (this.pending.get(key)?.value === value) this.pending.set(key, { value, settled: true })
  }

  refuse(rowId: string, column: string, problem: CellProblem): void {
    const key = CellStates.key(rowId, column)
    this.pending.delete(key)
    this.problems.set(key, problem)
  }

  forgetProblem(rowId: string, column: string): void {
    this.problems.delete(CellStates.key(rowId, column))
  }

  /** The cell shows only what its row says. */
  forget(rowId: string, column: string): void {
    const key = CellStates.key(rowId, column)
    this.pending.delete(key)
    this.problems.delete(key)
  }

  /** New rows are here: what the backend already has is in them. Answers whether there was any. */
  dropSettled(): boolean {
    const before = this.pending.size
    for (const [key, pending] of this.pending) if (pending.settled) this.pending.delete(key)
    return this.pending.size < before
  }

  countProblems(): number {
    return this.problems.size
  }
}
