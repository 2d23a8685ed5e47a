import { create } from 'zustand'

/** Count, sum and average of the selected cells; sum and average only where there are numbers. */
export interface SelectionSummary {
  readonly cells: number
  readonly numbers: number
  readonly sum: number
}

/** Something worth a look on this screen; `open` leads to it. */
export interface Warning {
  readonly text: string
  readonly open?: () => void
}

interface Status {
  readonly selection: SelectionSummary | null
  readonly warnings: readonly Warning[]
  /** Cells that hold something typed that could not be taken, by grid. */
  readonly unsaved: Readonly<Record<string, number>>
}

export const useStatus = create<Status>(() => ({ selection: null, warnings: [], unsaved: {} }))

export function showSelection(selection: SelectionSummary | null): void {
  useStatus.setState({ selection })
}

export function showWarnings(warnings: readonly Warning[]): void {
  useStatus.setState({ warnings })
}

export function showUnsaved(grid: string, count: number): void {
  useStatus.setState((before) => {
    if ((before.unsaved[grid] ?? 0) === count) return before
    const { [grid]: _, ...others } = before.unsaved
    return { unsaved: count === 0 ? others : { ...others, [grid]: count } }
  })
}
