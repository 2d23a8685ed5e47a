/** Which cells are found, asked for each cell that is drawn. Rows of a whole table by id, paged ones by place. */
export class FindMarks {
  private marked: ReadonlySet<string> = new Set()
  private current: string | null = null

  static key(row: string | number, column: string): string {
    return `${row}\u0000${column}`
  }

  set(marked: ReadonlySet<string>, current: string | null): void {
    this.marked = marked
    this.current = current
  }

  isEmpty(): boolean {
    return this.marked.size === 0 && this.current === null
  }

  isMarked(row: string | number, column: string): boolean {
    return this.marked.size > 0 && this.marked.has(FindMarks.key(row, column))
  }

  isCurrent(row: string | number, column: string): boolean {
    return this.current !== null && this.current === FindMarks.key(row, column)
  }
}
