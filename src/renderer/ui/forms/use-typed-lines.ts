import { useState } from 'react'
import type { WriteCells } from '../DataGrid/grid-model.ts'

export interface TypedLines<Line> {
  readonly lines: readonly Line[]
  readonly write: WriteCells<Line>
  readonly removeRows: (gone: readonly Line[]) => Promise<void>
}

/**
 * Lines of a table in a dialog, kept here until the dialog writes them all at once. `stored` are shown until one is
 * typed; `empty` is a new line before anything stands in it.
 */
export function useTypedLines<Line extends { readonly id: string }>(
  stored: readonly Line[],
  empty: Omit<Line, 'id'>,
): TypedLines<Line> {
  const [typed, setTyped] = useState<readonly Line[] | null>(null)
  const lines = typed ?? stored
  return {
    lines,
    write: (edits, _, added) => {
      const changed = lines.map((line) =>
        edits.reduce((row, edit) => (edit.rowId === line.id ? { ...row, [edit.column]: edit.value } : row), line),
      )
      // The table's columns are the line's own fields.
      const born = added.map(({ cells }) => ({
        ...empty,
        id: crypto.randomUUID(),
        ...Object.fromEntries(cells.map(({ column, value }) => [column, value])),
      })) as unknown as readonly Line[]
      setTyped([...changed, ...born])
      return Promise.resolve([])
    },
    removeRows: (gone) => {
      const ids = new Set(gone.map(({ id }) => id))
      setTyped(lines.filter(({ id }) => !ids.has(id)))
      return Promise.resolve()
    },
  }
}
