import type { GridApi, IDatasource, IGetRowsParams } from 'ag-grid-community'
import type { TableView } from '#shared/domain/table/view.ts'
import type { RowSource } from './grid-model.ts'
import { heldPages } from './loaded-rows.ts'
import { DRAFT_ROW } from './places.ts'

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

/** Pages of one view of a source. Order is the view's, not AG Grid's: the same view names rows everywhere. */
export class PagedRows<Row> implements IDatasource {
  private asked: AskedPages<Row>
  private total: number | null = null
  /** The first page is asked for while AG Grid is still building its frame. */
  private ahead: ReturnType<RowSource<Row>['load']> | null
  private readonly onLoaded: (total: number) => void

  constructor(asked: AskedPages<Row>, onLoaded: (total: number) => void) {
    this.asked = asked
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
    const loading = ahead ?? asked.source.load(request.startRow, request.endRow, asked.view)
    loading.then(
      ({ rows, total }) => {
        // Of a view that was left meanwhile: AG Grid has asked again, or is about to.
        if (asked === this.asked) {
          this.total = total
          this.onLoaded(total)
        }
        const page: Row[] = [...rows]
        const isEnd = request.startRow + page.length === total && page.length < request.endRow - request.startRow
        if (asked.takesNew && isEnd) page.push(DRAFT_ROW)
        request.successCallback(page, asked.takesNew ? total + 1 : total)
      },
      () => request.failCallback(),
    )
  }

  /** Other rows from now on, from the top. */
  show(api: GridApi<Row>, asked: AskedPages<Row>): void {
    const before = this.asked
    if (before.source === asked.source && before.view === asked.view && before.takesNew === asked.takesNew) return
    this.asked = asked
    this.total = null
    this.ahead = null
    if (heldPages(api)?.every(({ startRow }) => startRow < NEAR_ROWS) === true && api.getDisplayedRowCount() > 0) {
      api.ensureIndexVisible(0, 'top')
      api.refreshInfiniteCache()
    } else api.setGridOption('datasource', { getRows: this.getRows })
  }
}
