import type { GridApi } from 'ag-grid-community'
import { useEffect, useRef, useState, type RefObject } from 'react'
import { readText } from '../cell-writer.ts'
import type { CellValue, GridColumn } from '../column.ts'
import { isEditable, type ColumnContext } from '../column-defs.ts'
import type { DataGridProps } from '../grid-model.ts'
import type { GridHands } from '../hands.ts'
import { peekRow } from '../loaded-rows.ts'
import { isDraft, shownColumns } from '../places.ts'
import type { TableRows } from '../use-table-rows.ts'
import { makeLiveTotals, type LiveTotals } from './live-totals.ts'

export interface TotalsParts<Row> {
  readonly api: GridApi<Row> | null
  readonly root: RefObject<HTMLElement | null>
  readonly hands: RefObject<GridHands<Row> | null>
  readonly props: DataGridProps<Row>
  readonly columns: ReadonlyMap<string, GridColumn<Row>>
  readonly context: ColumnContext<Row>
  readonly rows: TableRows<Row>
}

/** What is in the field right now, before Enter. */
interface Typing {
  readonly rowId: string
  readonly column: string
  readonly value: CellValue
}

/**
 * Group rows and totals that follow every key. `totals` is the same object as long as the table is there and
 * answers by the newest rows; `follow` is called once in each drawing with what they are.
 */
export function useLiveTotals<Row>(): {
  readonly totals: LiveTotals<Row>
  readonly follow: (parts: TotalsParts<Row>) => void
} {
  const current = useRef<LiveTotals<Row>>({ valueOf: () => undefined, nameOf: (_, name) => name })
  const [totals] = useState<LiveTotals<Row>>(() => ({
    valueOf: (column, row) => current.current.valueOf(column, row),
    nameOf: (row, name) => current.current.nameOf(row, name),
  }))
  const typing = useRef<Typing | null>(null)
  return { totals, follow: useFollow }

  function useFollow(parts: TotalsParts<Row>): void {
    const { api, root, props, columns, context, rows } = parts
    const { matched } = rows.arranged
    const newest = useRef(parts)
    newest.current = parts
    const pinned = new Set(props.totals)
    const all = props.rows ?? []
    const filtered = matched === null ? null : all.filter((row) => matched.has(props.rowId(row)))
    current.current = makeLiveTotals<Row>({
      sums: props.sums,
      rows: all,
      filtered,
      isTotal: (row) => pinned.has(row) || (props.isGroup?.(row) ?? false),
      columnOf: (id) => columns.get(id),
      shown: (column, row) => {
        const id = context.rowId(row)
        const now = typing.current
        if (now !== null && now.rowId === id && now.column === column.id) return now.value
        const state = column.edit === undefined ? undefined : context.states.valueOf(id, column.id)
        return state === undefined ? column.value(row) : state
      },
    })
    const hasSums = props.sums !== undefined
    // Filtering changes the sums without changing the rows that show them.
    useEffect(() => {
      if (hasSums && api?.isDestroyed() === false) api.refreshCells({ force: true })
    }, [api, hasSums, matched])
    useEffect(() => {
      const element = root.current
      if (element === null || !hasSums) return
      const follow = (): void => {
        const before = typing.current
        typing.current = typedNow(newest.current)
        if (before === null && typing.current === null) return
        const { api: grid } = newest.current
        if (grid?.isDestroyed() === false)
          grid.refreshCells({ force: true, rowNodes: totalNodes(grid, newest.current) })
      }
      // The field's own listeners come first; what it holds afterwards is what counts.
      const soon = (): void => queueMicrotask(follow)
      for (const kind of FIELD_EVENTS) element.addEventListener(kind, soon)
      return () => {
        for (const kind of FIELD_EVENTS) element.removeEventListener(kind, soon)
      }
    }, [root, hasSums])
  }
}

const FIELD_EVENTS = ['input', 'keyup', 'focusout'] as const

function typedNow<Row>({ hands, columns }: TotalsParts<Row>): Typing | null {
  const current = hands.current
  const active = current?.range.active() ?? null
  if (current === null || active === null || !current.isEditing()) return null
  const { api, context } = current.setup
  const row = peekRow(api, active.row)
  const column = columns.get(shownColumns(api)[active.column]?.getColId() ?? '')
  if (row === undefined || isDraft(row) || column === undefined || column.total === undefined) return null
  if (!isEditable(column, row, context)) return null
  const read = readText(column, row, current.field.typed().text)
  // Half a formula or a word that is no number yet: the old figure counts.
  return read.ok ? { rowId: context.rowId(row), column: column.id, value: read.value } : null
}

function totalNodes<Row>(api: GridApi<Row>, { props }: TotalsParts<Row>) {
  const nodes = (props.totals ?? []).flatMap((_, index) => api.getPinnedBottomRow(index) ?? [])
  const first = api.getFirstDisplayedRowIndex()
  for (let index = first; index <= api.getLastDisplayedRowIndex(); index += 1) {
    const node = api.getDisplayedRowAtIndex(index)
    if (node?.data !== undefined && props.isGroup?.(node.data) === true) nodes.push(node)
  }
  return nodes
}
