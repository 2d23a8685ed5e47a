import { useEffect } from 'react'
import { create } from 'zustand'
import { takeFocus, useNavigation } from './navigation.ts'

/** A row some table is asked to show, wherever it is: by the palette, by a warning. Taken once by the table. */
interface RowRequest {
  /** Name of the table. */
  readonly grid: string | null
  readonly rowId: string | null
}

export const useRowRequest = create<RowRequest>(() => ({ grid: null, rowId: null }))

export function askForRow(grid: string, rowId: string): void {
  useRowRequest.setState({ grid, rowId })
}

export function dropRowRequest(): void {
  useRowRequest.setState({ grid: null, rowId: null })
}

/**
 * Shows the row a screen was opened at: by a problem of a document, a figure's source, a check. `rowIdOf` gives the
 * table's id of it; null as long as it is not known, or for what the screen itself deals with.
 */
export function useRowInFocus(grid: string, rowIdOf: (focus: string) => string | null): void {
  const focus = useNavigation((state) => state.focus)
  const rowId = focus === null ? null : rowIdOf(focus)
  useEffect(() => {
    if (rowId === null) return
    takeFocus()
    askForRow(grid, rowId)
  }, [grid, rowId])
}
