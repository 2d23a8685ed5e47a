import type { IDatasource } from 'ag-grid-community'
import type { RowSource } from './grid-model.ts'

/** One request of rows; a screen shows about 30. */
export const PAGE_ROWS = 200

export function makeDatasource<Row>(source: RowSource<Row>, onLoaded: () => void): IDatasource {
  return {
    getRows: (request) => {
      const sort = request.sortModel.map(({ colId, sort: order }) => ({ column: colId, descending: order === 'desc' }))
      source.load(request.startRow, request.endRow, { sort, filters: [] }).then(
        ({ rows, total }) => {
          onLoaded()
          request.successCallback([...rows], total)
        },
        () => request.failCallback(),
      )
    },
  }
}
