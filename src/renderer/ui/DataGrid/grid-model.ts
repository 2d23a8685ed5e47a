import type { ReactNode } from 'react'
import type { CellValue, GridColumns } from './column.ts'

/** One cell the clerk wants changed, already read by the column's rules. */
export interface CellEdit<Row> {
  readonly row: Row
  readonly rowId: string
  readonly column: string
  readonly value: CellValue
  /** As typed or pasted. */
  readonly text: string
}

export interface CellRefusal {
  readonly rowId: string
  readonly column: string
  readonly reason: string
}

export type EditOrigin = 'type' | 'paste' | 'delete' | 'fill'

/**
 * Writes cells to the data file: one typing, one paste, one delete is one call, so that it is one step of the
 * history. Resolves when they are durable; answers the cells that were not taken, with the reason.
 */
export type WriteCells<Row> = (edits: readonly CellEdit<Row>[], origin: EditOrigin) => Promise<readonly CellRefusal[]>

export interface RowSort {
  readonly column: string
  readonly descending: boolean
}

/** Rows that are brought page by page. A new object means other rows: the table starts at the top again. */
export interface RowSource<Row> {
  readonly load: (
    start: number,
    end: number,
    sort: RowSort | null,
  ) => Promise<{ readonly rows: readonly Row[]; readonly total: number }>
}

export interface GridTree<Row> {
  readonly depthOf: (row: Row) => number
  readonly parentOf: (row: Row) => string | null
}

export interface GridMenuItem {
  readonly label: string
  readonly run: () => void
  readonly icon?: ReactNode
  readonly disabled?: boolean
}

export interface DataGridHandle {
  readonly showRow: (rowId: string) => void
}

export interface DataGridProps<Row> {
  /** Stable name of the table: it marks its element, its problems and (later) its remembered columns. */
  readonly name: string
  /** What a screen reader calls the table. */
  readonly label: string
  readonly columns: GridColumns<Row>
  readonly rowId: (row: Row) => string
  /** All rows, or a source of pages. */
  readonly rows?: readonly Row[]
  readonly source?: RowSource<Row>
  /** With a source: another number reads the shown pages again in place. */
  readonly version?: number
  readonly totals?: readonly Row[]
  readonly isGroup?: (row: Row) => boolean
  readonly tree?: GridTree<Row>
  readonly write?: WriteCells<Row>
  /** Double click or Enter on a cell that takes no typing. */
  readonly onOpen?: (row: Row) => void
  readonly onFocusRow?: (row: Row | null, column: string | null) => void
  readonly menu?: (row: Row, column: string) => readonly GridMenuItem[]
  readonly noRowsText?: string
}
