import type { GridApi, IDatasource, IGetRowsParams, IRowNode } from 'ag-grid-community'
import type { TableView } from '#shared/domain/table/view.ts'
import type { RowSource } from './grid-model.ts'
import { heldPages, makePeekNode } from './loaded-rows.ts'
import { DRAFT_ROW, isDraft } from './places.ts'

/** One request of rows; a screen shows about 30. */
export const PAGE_ROWS = 100
/** Pages kept behind and before those on screen. Each is read again after every change, and takes ~0.3 MB. */
export const MOST_PAGES = 4
/** Rows of another view take the place of those shown without the table being emptied between, so near to its top. */
const NEAR_ROWS = 2 * PAGE_ROWS

interface AskedPages<Row> {
  readonly source: RowSource<Row>
  readonly view: TableView
  /** An empty line for a new row stands behind the last one. */
  readonly takesNew: boolean
}

type Page<Row> = Awaited<ReturnType<RowSource<Row>['load']>>

/** Pages of one view of a source. Order is the view's, not AG Grid's: the same view names rows everywhere. */
export class PagedRows<Row> implements IDatasource {
  private asked: AskedPages<Row>
  private total: number | null = null
  /** The first page is asked for while AG Grid is still building its frame. */
  private ahead: ReturnType<RowSource<Row>['load']> | null
  /** Pages that were read to be compared, until AG Grid asks for them; good until the next change. */
  private ready = new Map<number, Page<Row>>()
  private refreshes = 0
  private readonly rowId: (row: Row) => string
  /** `rows`: those just read, before AG Grid has them. */
  private readonly onLoaded: (total: number, rows: readonly Row[]) => void

  constructor(
    asked: AskedPages<Row>,
    rowId: (row: Row) => string,
    onLoaded: (total: number, rows: readonly Row[]) => void,
  ) {
    this.asked = asked
    this.rowId = rowId
    this.onLoaded = onLoaded
    this.ahead = asked.source.load(0, PAGE_ROWS, asked.view)
    // Who takes it hears of a failure.
    this.ahead.catch(() => undefined)
  }

  /** Index of the empty line; null without one, or as long as nobody knows how many rows there are. */
  draftIndex(): number | null {
    return this.asked.takesNew ? this.total : null
  }

  readonly getRows = (request: IGetRowsParams): void => {
    const { asked } = this
    const ahead = request.startRow === 0 ? this.ahead : null
    this.ahead = null
    const ready = this.ready.get(request.startRow)
    this.ready.delete(request.startRow)
    const loading =
      ready === undefined
        ? (ahead ?? asked.source.load(request.startRow, request.endRow, asked.view))
        : Promise.resolve(ready)
    loading.then(
      ({ rows, total }) => {
        // Of a view that was left meanwhile: AG Grid has asked again, or is about to.
        if (asked === this.asked) {
          this.total = total
          this.onLoaded(total, rows)
        }
        const page: Row[] = [...rows]
        const isEnd = request.startRow + page.length === total && page.length < request.endRow - request.startRow
        if (asked.takesNew && isEnd) page.push(DRAFT_ROW)
        request.successCallback(page, asked.takesNew ? total + 1 : total)
      },
      () => request.failCallback(),
    )
  }

  /**
   * Reads the pages that are here again after a change. Nearly always some rows hold other values and all stand where
   * they stood: only those are given to AG Grid, which would else draw every cell anew and lay the table out twice.
   * Answers whether any row changed.
   */
  async refresh(api: GridApi<Row>): Promise<boolean> {
    this.ready.clear()
    this.refreshes += 1
    const turn = this.refreshes
    const { asked } = this
    const held = heldPages(api) ?? []
    if (held.length === 0 || held.some(({ pageStatus }) => pageStatus !== 'loaded')) {
      api.refreshInfiniteCache()
      return true
    }
    const pages = await readPages(asked, held)
    // A later refresh, or another view, takes it from here. What failed was told; the rows stay as they are.
    if (pages === null || turn !== this.refreshes || asked !== this.asked || api.isDestroyed()) return false
    const changed = this.findChanged(api, pages)
    if (changed === null) {
      this.ready = pages
      api.refreshInfiniteCache()
      return true
    }
    // First what the cells showed beside their rows goes, then they are drawn.
    if (this.total !== null)
      this.onLoaded(
        this.total,
        [...pages.values()].flatMap(({ rows }) => rows),
      )
    for (const [node, row] of changed) node.setData(row)
    return changed.length > 0
  }

  /** Rows that hold something else than on screen; null when rows came, went or changed their places. */
  private findChanged(
    api: GridApi<Row>,
    pages: ReadonlyMap<number, Page<Row>>,
  ): (readonly [node: IRowNode<Row>, row: Row])[] | null {
    const nodeAt = makePeekNode(api)
    const changed: (readonly [IRowNode<Row>, Row])[] = []
    for (const [start, { rows, total }] of pages) {
      if (total !== this.total) return null
      for (const [at, row] of rows.entries()) {
        const node = nodeAt(start + at)
        // A page that was let go meanwhile is read anew when it is wanted again.
        if (node === undefined) continue
        const before = node.data
        if (before === undefined || isDraft(before) || this.rowId(before) !== this.rowId(row)) return null
        if (!isSameRow(before, row)) changed.push([node, row])
      }
    }
    return changed
  }

  /** Other rows from now on, from the top. */
  show(api: GridApi<Row>, asked: AskedPages<Row>): void {
    const before = this.asked
    if (before.source === asked.source && before.view === asked.view && before.takesNew === asked.takesNew) return
    this.asked = asked
    this.total = null
    this.ahead = null
    this.ready.clear()
    if (heldPages(api)?.every(({ startRow }) => startRow < NEAR_ROWS) === true && api.getDisplayedRowCount() > 0) {
      // Asked for in vain it is looked at once more when the rows come, which has them laid out before they all stand.
      if (api.getVerticalPixelRange().top > 0) api.ensureIndexVisible(0, 'top')
      api.refreshInfiniteCache()
    } else api.setGridOption('datasource', { getRows: this.getRows })
  }
}

/** By their first row; null when one could not be read. */
async function readPages<Row>(
  { source, view }: AskedPages<Row>,
  held: readonly { readonly startRow: number; readonly endRow: number }[],
): Promise<Map<number, Page<Row>> | null> {
  try {
    const pages = await Promise.all(
      held.map(async ({ startRow, endRow }) => [startRow, await source.load(startRow, endRow, view)] as const),
    )
    return new Map(pages)
  } catch {
    return null
  }
}

/** Rows come as JSON: what is no plain value in them is a small list or record. */
function isSameRow<Row>(one: Row, other: Row): boolean {
  const before = (one ?? {}) as Readonly<Record<string, unknown>>
  const after = (other ?? {}) as Readonly<Record<string, unknown>>
  // Without lists made of either: hundreds of rows of fifty columns are compared after every edit.
  let more = 0
  for (const _ in before) more += 1
  for (const name in after) {
    more -= 1
    const value = before[name]
    const now = after[name]
    if (value === now) continue
    if (typeof value !== 'object' || JSON.stringify(value) !== JSON.stringify(now)) return false
  }
  return more === 0
}
