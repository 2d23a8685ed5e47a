/** What a cell holds. Dates are ISO text; a choice holds the id of one of its choices. */
export type CellValue = string | number | boolean | null

/**
 * text     as it is
 * count    a whole number from 0: right-aligned, 1.348
 * number   a number that may have decimals: 83,5
 * percent  a percent already rounded: 65,7%
 * date     shown dd/mm/yyyy
 * choice   one of `choices`
 */
export type ColumnKind = 'text' | 'count' | 'number' | 'percent' | 'date' | 'choice'

/** Colour means state and only that; the cell's own text always says it as well. */
export type CellTone = 'behind' | 'pace' | 'reached' | 'exceeded' | 'muted' | 'warning'

export interface Choice {
  readonly id: CellValue
  readonly label: string
}

export type ParsedCell =
  { readonly ok: true; readonly value: CellValue } | { readonly ok: false; readonly reason: string }

export interface ColumnEditing<Row> {
  /** Whether this row's cell takes typing; left out: every row that is not a group. */
  readonly allowed?: (row: Row) => boolean
  /** Replaces the reading of the column's kind: "hơn 7.000". */
  readonly parse?: (text: string, row: Row) => ParsedCell
}

/**
 * sum       the figures of the rows below a group or total are added up
 * function  computed from the rows below: Σ result ÷ Σ target. `value` is a row's figure by column id as shown.
 */
export type ColumnTotal<Row> =
  'sum' | ((rows: readonly Row[], value: (row: Row, column: string) => CellValue) => CellValue)

export interface GridColumn<Row> {
  readonly id: string
  readonly title: string
  /** Says the title in full where it is short: "ĐV mới" → "Kết nạp mới đoàn viên". */
  readonly titleHint?: string
  readonly kind: ColumnKind
  readonly value: (row: Row) => CellValue
  /** What is shown instead of the formatted value: "còn 120 chưa giao". */
  readonly display?: (row: Row, shown?: CellValue) => string | null
  readonly choices?: readonly Choice[]
  /** Long text: its editor has several lines, Alt+Enter begins a new one. */
  readonly multiline?: boolean
  readonly width?: number
  readonly minWidth?: number
  /** Share of the room that is left over. */
  readonly flex?: number
  readonly pinned?: boolean
  /** Not shown until the clerk asks for it in the list of columns. */
  readonly aside?: boolean
  readonly align?: 'left' | 'right' | 'center'
  /** False: no order by this column. Tables that come by pages sort only by columns that say true. */
  readonly sortable?: boolean
  /** False: no filter and no order by this column (running numbers). */
  readonly filter?: false
  /** The cell is a person's name: it is sorted by given name. */
  readonly sortAs?: 'person'
  /** How group rows and totals follow typing and filters (see totals/); left out: they show what the row says. */
  readonly total?: ColumnTotal<Row>
  /** The column that carries indent and arrow of a tree. */
  readonly tree?: boolean
  /** The column the table is about stands out. */
  readonly strong?: boolean
  /** `shown`: what the cell shows at this moment, with what is being typed elsewhere. */
  readonly tone?: (row: Row, shown: CellValue) => CellTone | null
  /** A padlock in the cell: the value is kept. */
  readonly locked?: (row: Row) => boolean
  readonly hint?: (row: Row) => string | null
  readonly edit?: ColumnEditing<Row>
}

/** Columns under one common title: an indicator's CT, lũy kế, %. */
export interface GridColumnGroup<Row> {
  readonly title: string
  readonly titleHint?: string
  readonly columns: readonly GridColumn<Row>[]
}

export type GridColumns<Row> = readonly (GridColumn<Row> | GridColumnGroup<Row>)[]

export function flattenColumns<Row>(columns: GridColumns<Row>): readonly GridColumn<Row>[] {
  return columns.flatMap((column) => ('columns' in column ? column.columns : [column]))
}

export function isNumeric(kind: ColumnKind): boolean {
  return kind === 'count' || kind === 'number' || kind === 'percent'
}
