import type { IDatasource } from 'ag-grid-community'
import type { TableView } from '#shared/domain/table/view.ts'
import type { RowSource } from './grid-model.ts'
import { DRAFT_ROW } from './places.ts'

/** One request of rows; a screen shows about 30. */
export const PAGE_ROWS = 100

/** Pages of one view of the source. Order is the view's, not AG Grid's: the same view names rows everywhere. */
export function makeDatasource<Row>(
  source: RowSource<Row>,
  view: TableView,
  onLoaded: (total: number) => void,
  takesNew: boolean,
): IDatasource {
  return {
    getRows: (request) => {
      source.load(request.startRow, request.endRow, view).then(
        ({ rows, total }) => {
          onLoaded(total)
          const page = [...rows]
          if (takesNew && request.startRow + page.length === total && page.length < request.endRow - request.startRow)
            page.push(DRAFT_ROW)
          request.successCallback(page, takesNew ? total + 1 : total)
        },
        () => request.failCallback(),
      )
    },
  }
}
