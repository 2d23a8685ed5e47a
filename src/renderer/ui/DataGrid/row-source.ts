import type { IDatasource } from 'ag-grid-community'
import type { RowSource } from './grid-model.ts'

/** One request of rows; a screen shows about 30. */
export const PAGE_ROWS = 200

export function makeDatasource<Row>(source: RowSource<Row>, onLoaded: () => void): IDatasource {
  return {
    getRows: (request) => {
      const [first] = request.sortModel
      const sort = first === undefined ? null : { column: first.colId, descending: first.sort === 'desc' }
      source.load(request.startRow, request.endRow, sort).then(
        ({ rows, total }) => {
          onLoaded()
          request.successCallback([...rows], total)
        },
        () => request.failCallback(),
      )
    },
  }
}
