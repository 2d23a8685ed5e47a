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
  /** Cells that show something else since they were asked for last. */
  private changed = new Set<string>()

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

  /** Row and column of the cells that changed since this was asked. */
  takeChanged(): readonly (readonly [rowId: string, column: string])[] {
    const cells = [...this.changed].map((key) => {
      const [rowId = '', column = ''] = key.split('\u0000')
      return [rowId, column] as const
    })
    this.changed = new Set()
    return cells
  }

  begin(rowId: string, column: string, value: CellValue): void {
    const key = this.touch(rowId, column)
    this.problems.delete(key)
    this.pending.set(key, { value, settled: false })
  }

  /** The backend has `value`. A newer one typed meanwhile is still on its way and stays. */
  settle(rowId: string, column: string, value: CellValue): void {
    const key = this.touch(rowId, column)
    if (this.pending.get(key)?.value === value) this.pending.set(key, { value, settled: true })
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

  /** New rows are here: what the backend already has is in them. Answers whether there was any. */
  dropSettled(): boolean {
    const before = this.pending.size
    for (const [key, pending] of this.pending) if (pending.settled && this.pending.delete(key)) this.changed.add(key)
    return this.pending.size < before
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
