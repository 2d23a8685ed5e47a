import { create } from 'zustand'
import type { SheetLayout, SheetRow } from '#shared/domain/table/sheet.ts'
import { openDialog } from './open-dialog.ts'

/** What a table hands over to Excel, paper or PDF: what is shown of it, in its order. */
export interface TableSheet {
  readonly columns: SheetLayout['columns']
  readonly frozen: number
  /** In words: "Lao động từ 25 · CĐCS: để trống"; empty when nothing is filtered. */
  readonly filters: string
  /** All rows, as far as is known before they are read. */
  readonly count: number
  /** Gives the rows part by part; stops when `give` answers false. Rejects when a page could not be read. */
  readonly read: (give: (rows: readonly SheetRow[], done: number, total: number) => Promise<boolean>) => Promise<void>
}

/** A table that is on screen, as the frame around it knows it. */
export interface ShownTable {
  readonly name: string
  readonly label: string
  readonly element: () => HTMLElement | null
  readonly sheet: () => TableSheet
  readonly find: (withReplace: boolean) => void
  readonly chooseColumns: (target: DOMRect) => void
}

/** In the order they came up: the first is the screen's own, later ones stand in dialogs above it. */
export const useShownTables = create<{ readonly tables: readonly ShownTable[] }>(() => ({ tables: [] }))

export type TableTask = 'excel' | 'print' | 'pdf'

/** What a table's own menu asks of the frame around it, which knows the title and whose figures they are. */
export const useTableTask = create<{ readonly task: TableTask | null; readonly table: string }>(() => ({
  task: null,
  table: '',
}))

export function askForTask(table: string, task: TableTask | null): void {
  useTableTask.setState({ task, table })
}

export function showTable(table: ShownTable): () => void {
  useShownTables.setState(({ tables }) => ({ tables: [...tables, table] }))
  return () => useShownTables.setState(({ tables }) => ({ tables: tables.filter((one) => one !== table) }))
}

/**
 * The table keys such as Ctrl+F and Ctrl+P are meant for: the one with the keyboard, else the only or first one of
 * what is on top. Null where there is none, or a dialog without a table lies above.
 */
export function currentTable(tables: readonly ShownTable[]): ShownTable | null {
  const active = document.activeElement
  const focused = tables.find((table) => table.element()?.contains(active) === true)
  if (focused !== undefined) return focused
  const dialog = openDialog()
  return (
    tables.find((table) => {
      const element = table.element()
      return element !== null && (dialog === null || dialog.contains(element))
    }) ?? null
  )
}
