import { tablesText } from '#renderer/text/tables.ts'
import type { GridApi } from 'ag-grid-community'
import { askForTask } from '../state/shown-tables.ts'
import { cellAt } from './cell-writer.ts'
import { flattenColumns } from './column.ts'
import type { ColumnLayouts } from './columns/use-column-layout.ts'
import { withFilter } from './filter/change-view.ts'
import type { MenuProvider } from './hands.ts'
import { shownColumns } from './places.ts'
import type { ToolParts } from './use-table-tools.tsx'

interface MenuParts<Row> extends ToolParts<Row> {
  readonly openFilter: (column: string, below: DOMRect) => void
  readonly chooseColumns: (below: DOMRect) => void
}

/** What every table offers of a cell and of a column by the right button, beside what its screen does. */
export function makeTableMenu<Row>(parts: MenuParts<Row>): MenuProvider<Row> {
  const { api, root, props, tableColumns, layouts, openFilter, chooseColumns } = parts
  const { view, setView } = parts.rows
  return (target, _, own) => {
    const { column } = target
    const text = tablesText.columns
    const headerOf = (): DOMRect =>
      root.current?.querySelector(`.ag-header-cell[col-id="${CSS.escape(column.id)}"]`)?.getBoundingClientRect() ??
      new DOMRect()
    if (target.kind === 'cells') {
      const cell = cellAt(own.setup, target.place)
      const value = cell === null ? undefined : (tableColumns.get(column.id)?.value(cell.row) ?? null)
      return [
        ...(value === undefined || column.filter === false
          ? []
          : [
              {
                label: tablesText.bar.menuByValue,
                run: () => setView(withFilter(view, column.id, { column: column.id, kind: 'values', values: [value] })),
              },
            ]),
        { label: tablesText.bar.menuFilter, keys: 'Alt+↓', run: () => openFilter(column.id, headerOf()) },
        { label: tablesText.export.excel, run: () => askForTask(props.name, 'excel') },
        {
          label: tablesText.export.print,
          keys: tablesText.export.printKeys,
          run: () => askForTask(props.name, 'print'),
        },
      ]
    }
    const isFrozenHere =
      flattenColumns(layouts.columns).findLast(({ id }) => layouts.looks.get(id)?.frozen === true)?.id === column.id
    return [
      ...(column.filter === false
        ? []
        : [{ label: tablesText.bar.menuFilter, keys: 'Alt+↓', run: () => openFilter(column.id, headerOf()) }]),
      { label: text.hide, run: () => layouts.setHidden(column.id, true) },
      isFrozenHere
        ? { label: text.unfreeze, run: () => layouts.change({ frozen: null }) }
        : { label: text.freeze, run: () => layouts.change({ frozen: column.id }) },
      { label: text.moveLeft, run: () => layouts.move(column.id, -1) },
      { label: text.moveRight, run: () => layouts.move(column.id, 1) },
      { label: text.fit, run: () => fitAll(api, layouts) },
      { label: text.choose, run: () => chooseColumns(headerOf()) },
      { label: text.reset, disabled: layouts.isDefault, run: layouts.reset },
    ]
  }
}

/** Every column as wide as what is seen of it. */
export function fitAll<Row>(api: GridApi<Row> | null, layouts: ColumnLayouts<Row>): void {
  if (api === null) return
  const shown = shownColumns(api)
  api.autoSizeColumns(shown.map((column) => column.getColId()))
  layouts.setWidths(Object.fromEntries(shown.map((column) => [column.getColId(), column.getActualWidth()])))
}
