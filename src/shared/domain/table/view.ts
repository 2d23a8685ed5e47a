/** What a cell holds where tables are sorted, filtered and searched. Dates are ISO text. */
export type TableValue = string | number | boolean | null

export interface RowSort {
  readonly column: string
  readonly descending: boolean
}

/**
 * values    one of these; null stands for an empty cell
 * contains  its words are found without case and accents: "ha long" finds "Hạ Long"
 * between   numbers, or ISO dates; null leaves that side open; both ends count
 * empty     nothing in the cell
 * filled    something in the cell
 */
export type ColumnFilter =
  | { readonly column: string; readonly kind: 'values'; readonly values: readonly TableValue[] }
  | { readonly column: string; readonly kind: 'contains'; readonly text: string }
  | {
      readonly column: string
      readonly kind: 'between'
      readonly from: number | string | null
      readonly to: number | string | null
    }
  | { readonly column: string; readonly kind: 'empty' | 'filled' }

/** Which rows a table shows and in what order; with a row span it names rows that are not loaded. */
export interface TableView {
  /** The first decides, the next settle what is equal. */
  readonly sort: readonly RowSort[]
  /** A row must pass all of them. */
  readonly filters: readonly ColumnFilter[]
}

export const WHOLE_TABLE: TableView = { sort: [], filters: [] }
