import { create } from 'zustand'

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
