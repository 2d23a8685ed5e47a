import type { TableView } from '#shared/domain/table/view.ts'
import type { CellPlace, RangeBounds } from './cell-range.ts'
import type { WriterSetup } from './cell-writer.ts'
import type { GridColumn } from './column.ts'
import type { DataGridProps, GridMenuItem } from './grid-model.ts'
import type { RangeController } from './range-controller.ts'

/**
 * What every part of the table's behaviour works on: keys, mouse, clipboard, fill, find, menus. It exists as
 * soon as the table does and is the same object until the table goes; what it answers is always the newest.
 */
export interface GridHands<Row> {
  /** `write` is null when nothing can be written. */
  readonly setup: Omit<WriterSetup<Row>, 'write'> & { readonly write: WriterSetup<Row>['write'] | null }
  readonly range: RangeController<Row>
  /** The newest props of the screen. */
  readonly props: () => DataGridProps<Row>
  /** Order and filters in force; with a span of rows it names rows that are not loaded. */
  readonly view: () => TableView
  readonly setView: (view: TableView) => void
  /** Lies over the cells without taking the mouse: for what is drawn on top, such as the fill handle. */
  readonly layer: HTMLElement
  /** Called after every marking of cells (selection, scrolling, new rows): what lies in `layer` moves then. */
  readonly onPaint: (listener: () => void) => () => void
  /** A cell is being typed in: its keys and clipboard belong to the text. */
  readonly isEditing: () => boolean
  readonly focus: (place: CellPlace) => void
}

/**
 * One link of the chain a key pressed on a focused cell goes through; the first that answers true has dealt
 * with it. Never called while a cell is being edited.
 */
export type KeyHandler<Row> = (event: KeyboardEvent, hands: GridHands<Row>) => boolean

/** What a right click was about. */
export type MenuTarget<Row> =
  | { readonly kind: 'cells'; readonly place: CellPlace; readonly row: Row; readonly column: GridColumn<Row> }
  | { readonly kind: 'header'; readonly column: GridColumn<Row> }

/** Gives a group of entries for the right-click menu; groups are separated by lines, in the order of the chain. */
export type MenuProvider<Row> = (
  target: MenuTarget<Row>,
  bounds: RangeBounds | null,
  hands: GridHands<Row>,
) => readonly GridMenuItem[]
