import { create } from 'zustand'
import { WHOLE_TABLE, type TableView } from '#shared/domain/table/view.ts'

/**
 * Order and filters of each table, by its name. They last while the program runs, so that going to another screen
 * and back keeps them; a new start begins unfiltered, so that nobody reports from a filter set last week.
 */
export const useTableViews = create<{ readonly views: Readonly<Record<string, TableView>> }>(() => ({ views: {} }))

export function setTableView(table: string, view: TableView): void {
  useTableViews.setState(({ views }) => ({ views: { ...views, [table]: view } }))
}

export function viewOf(views: Readonly<Record<string, TableView>>, table: string): TableView {
  return views[table] ?? WHOLE_TABLE
}
