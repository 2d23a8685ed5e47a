import { create } from 'zustand'

/** A row of the data file, and further rows that stand in the same line of a screen. */
export interface RowInHistory {
  readonly table: string
  readonly row: string
  /** Of a unit, by its code: what it was given, or what it reported, instead of its own row. */
  readonly of?: 'targets' | 'results'
  readonly also?: readonly { readonly table: string; readonly row: string }[]
}

/** What the history's column beside the screen shows. */
type HistoryView =
  { readonly kind: 'closed' } | { readonly kind: 'steps' } | { readonly kind: 'row'; readonly row: RowInHistory }

export const useHistoryView = create<{ readonly view: HistoryView }>(() => ({ view: { kind: 'closed' } }))

export function openSteps(): void {
  useHistoryView.setState({ view: { kind: 'steps' } })
}

export function openRowHistory(row: RowInHistory): void {
  useHistoryView.setState({ view: { kind: 'row', row } })
}

export function closeHistory(): void {
  useHistoryView.setState({ view: { kind: 'closed' } })
}
