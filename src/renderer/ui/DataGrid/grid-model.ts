import type { ReactNode } from 'react'
import type { TableView } from '#shared/domain/table/view.ts'
import type { RowInHistory } from '../state/history-view.ts'
import type { FindQuery } from '#shared/domain/table/find.ts'
import type { CellValue, GridColumns } from './column.ts'
import type { GridSums } from './totals/live-totals.ts'

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

export type EditOrigin = 'type' | 'paste' | 'cut' | 'delete' | 'fill' | 'replace' | 'insert'

/** A row that is not there yet: typed or pasted past the last one. Columns left out are empty. */
export interface NewRow {
  readonly cells: readonly { readonly column: string; readonly value: CellValue; readonly text: string }[]
}

/**
 * Writes cells to the data file: one typing, one paste, one delete is one call, so that it is one step of the
 * history. Resolves when they are durable; answers the cells that were not taken, with the reason. `added` come
 * only where `canAddRows`; a refusal of a new row names it by `newRowId`.
 */
export type WriteCells<Row> = (
  edits: readonly CellEdit<Row>[],
  origin: EditOrigin,
  added: readonly NewRow[],
) => Promise<readonly CellRefusal[]>

export function newRowId(index: number): string {
  return `new:${index}`
}

/** Rows `start` to `end` (not included) of the view, loaded or not. */
export interface RowSpan {
  readonly view: TableView
  readonly start: number
  readonly end: number
  /** Ids of columns. */
  readonly columns: readonly string[]
}

export interface SpanEdit extends RowSpan {
  readonly origin: EditOrigin
  /** Texts as typed, repeated over the span as Excel repeats a block; [['']] clears. Rows are equally long. */
  readonly texts: readonly (readonly string[])[]
  /** The rows of the span as its preview named them. */
  readonly ids?: readonly string[]
}

export interface SpanAnswer {
  readonly written: number
  readonly unchanged: number
  readonly readOnly: number
  /** `row` counts from 0 in the view. At most some hundred are listed. */
  readonly refused: readonly {
    readonly row: number
    readonly column: string
    readonly text: string
    readonly reason: string
  }[]
  readonly refusedCount: number
}

export interface SpanSummary {
  /** Cells with something in them. */
  readonly filled: number
  readonly numbers: number
  readonly sum: number
}

/** What the backend does over rows that are not loaded. */
export interface SpanOperations {
  readonly read: (span: RowSpan) => Promise<readonly (readonly string[])[]>
  readonly summarize: (span: RowSpan) => Promise<SpanSummary>
  /** What `write` would do, and to which rows; nothing is written. */
  readonly preview: (edit: SpanEdit) => Promise<SpanAnswer & { readonly ids: readonly string[] }>
  /** One step of the history. */
  readonly write: (edit: SpanEdit) => Promise<SpanAnswer>
}

/** Rows that are brought page by page. A new object means other rows: the table starts at the top again. */
export interface RowSource<Row> {
  readonly load: (
    start: number,
    end: number,
    view: TableView,
  ) => Promise<{ readonly rows: readonly Row[]; readonly total: number }>
  readonly spans?: SpanOperations
  /** Place of a row in a view, from 0; null when the view does not show it. */
  readonly locate?: (rowId: string, view: TableView) => Promise<number | null>
  /** Different values of a column under the other filters, with how often, for "danh sách giá trị". */
  readonly valuesOf?: (
    column: string,
    view: TableView,
  ) => Promise<readonly { readonly value: CellValue; readonly count: number; readonly text?: string }[]>
  readonly finder?: SourceFinder
}

/** Where to look in rows that are not loaded. */
export interface FindScope {
  readonly view: TableView
  /** Ids of columns in the order they stand. */
  readonly columns: readonly string[]
}

export interface SourceFinder {
  /** `row` counts from 0 in the view. `total` counts all places, also those past the listed ones. */
  readonly find: (
    query: FindQuery,
    scope: FindScope,
  ) => Promise<{
    readonly total: number
    readonly places: readonly { readonly row: number; readonly column: string }[]
  }>
  /** One step of the history; with `dryRun` only the answer. */
  readonly replace?: (query: FindQuery, by: string, scope: FindScope, dryRun: boolean) => Promise<ReplaceAnswer | null>
}

export interface ReplaceAnswer {
  readonly written: number
  readonly readOnly: number
  readonly refusedCount: number
  readonly changes: readonly ReplacedCell[]
}

export interface ReplacedCell {
  /** Counts from 0 in the view. */
  readonly row: number
  readonly column: string
  readonly before: string
  readonly after: string
  /** Why it is refused; null where it is not. */
  readonly reason: string | null
}

export interface GridTree<Row> {
  readonly depthOf: (row: Row) => number
  readonly parentOf: (row: Row) => string | null
}

export interface GridMenuItem {
  readonly label: string
  readonly run: () => void
  readonly icon?: ReactNode
  /** The keys that do the same: "Ctrl+C". */
  readonly keys?: string
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
  /** What the same rows and columns stand for now, a plan and its assigner: wrong values wait there, not elsewhere. */
  readonly about?: string
  readonly columns: GridColumns<Row>
  readonly rowId: (row: Row) => string
  /** All rows, or a source of pages. */
  readonly rows?: readonly Row[]
  readonly source?: RowSource<Row>
  /** With a source: another number reads the shown pages again in place. */
  readonly version?: number
  readonly totals?: readonly Row[]
  /** How group rows and totals follow typing and filters. */
  readonly sums?: GridSums<Row>
  readonly isGroup?: (row: Row) => boolean
  readonly tree?: GridTree<Row>
  readonly write?: WriteCells<Row>
  /** What `write` would refuse; nothing is written. Asked before a paste, so that the clerk sees it first. */
  readonly tryWrite?: WriteCells<Row>
  /** Typing or pasting past the last row makes rows (asked once per paste). */
  readonly canAddRows?: boolean
  /** Removes whole rows as one step; the screen asks when something hangs on them. */
  readonly removeRows?: (rows: readonly Row[]) => Promise<void>
  /** Double click or Enter on a cell that takes no typing. */
  readonly onOpen?: (row: Row) => void
  readonly onFocusRow?: (row: Row | null, column: string | null) => void
  /** The selected rows and columns (ids), whenever they become others; rows that are not loaded are left out. */
  readonly onSelect?: (rows: readonly Row[], columns: readonly string[]) => void
  readonly menu?: (row: Row, column: string) => readonly GridMenuItem[]
  /** Which row of the data file a row of the table is; with it the menu offers "Lịch sử dòng này". */
  readonly historyOf?: (row: Row) => RowInHistory | null
  readonly noRowsText?: string
}
