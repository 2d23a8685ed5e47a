import type { GridApi, IRowNode } from 'ag-grid-community'
import { isDraft } from './places.ts'

/** A page AG Grid holds. Its rows are there unless it is being brought for the first time. */
interface Page {
  readonly startRow: number
  readonly endRow: number
  /** 'loaded', or on its way. */
  readonly pageStatus: string
}

/**
 * The row at an index if it is here, the empty line included. AG Grid itself would begin to bring the page of any index
 * it is asked for: a selection over 5,000 rows would bring fifty of them, and every look at the end the last one.
 */
export function peekRow<Row>(api: GridApi<Row>, index: number): Row | undefined {
  return makePeek(api)(index)
}

/** The same for many indices at one moment. */
export function makePeek<Row>(api: GridApi<Row>): (index: number) => Row | undefined {
  const nodeAt = makePeekNode(api)
  return (index) => nodeAt(index)?.data
}

/** Ids of the rows of data that are here; null elsewhere, and for the empty line. */
export function makePeekId<Row>(api: GridApi<Row>): (index: number) => string | null {
  const nodeAt = makePeekNode(api)
  return (index) => {
    const node = nodeAt(index)
    return node?.data === undefined || isDraft(node.data) ? null : (node.id ?? null)
  }
}

/** The same, as AG Grid holds them. */
export function makePeekNode<Row>(api: GridApi<Row>): (index: number) => IRowNode<Row> | undefined {
  const pages = heldPages(api)
  const isHeld = (index: number): boolean =>
    pages === null || pages.some(({ startRow, endRow }) => index >= startRow && index < endRow)
  return (index) => (isHeld(index) ? api.getDisplayedRowAtIndex(index) : undefined)
}

/** Rows of data from `top` to `bottom` that are here, in their order. */
export function* loadedRows<Row>(api: GridApi<Row>, top: number, bottom: number): Generator<Row> {
  const pages = heldPages(api) ?? [{ startRow: top, endRow: bottom + 1 }]
  for (const { startRow, endRow } of pages)
    for (let index = Math.max(top, startRow); index < Math.min(bottom + 1, endRow); index += 1) {
      const row = api.getDisplayedRowAtIndex(index)?.data
      if (row !== undefined && !isDraft(row)) yield row
    }
}

/** Null for a table whose rows are all here. */
export function heldPages<Row>(api: GridApi<Row>): readonly Page[] | null {
  if (api.getGridOption('rowModelType') !== 'infinite') return null
  return Object.values(api.getCacheBlockState() as Record<string, Page>).toSorted((a, b) => a.startRow - b.startRow)
}
