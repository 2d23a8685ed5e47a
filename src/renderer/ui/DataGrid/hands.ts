import type { TableView } from '#shared/domain/table/view.ts'
import type { CellField } from './cell-field.ts'
import type { CellPlace, RangeBounds } from './cell-range.ts'
import type { WriterSetup } from './cell-writer.ts'
import type { GridColumn } from './column.ts'
import type { DraftRow } from './draft-row.ts'
import type { DataGridProps, GridMenuItem } from './grid-model.ts'
import type { RangeController } from './range-controller.ts'

/**
 * What every part of the table's behaviour works on: keys, mouse, clipboard, fill, find, menus. It exists as
 * soon as the table does; what it answers is always the newest.
 */
export interface GridHands<Row> {
  /** `write` is null when nothing can be written. */
  readonly setup: Omit<WriterSetup<Row>, 'write'> & { readonly write: WriterSetup<Row>['write'] | null }
  readonly range: RangeController<Row>
  /** The text field that holds the focus for the active cell; what is typed goes through it. */
  readonly field: CellField
  /** The new row being typed into the empty line. */
  readonly draft: DraftRow<Row>
  readonly root: HTMLElement
  /** Lies over the cells without taking the mouse: for what is drawn on top, such as the fill handle. */
  readonly layer: HTMLElement
  /** The newest props of the screen. */
  readonly props: () => DataGridProps<Row>
  /** Order and filters in force; with a span of rows it names rows that are not loaded. */
  readonly view: () => TableView
  readonly setView: (view: TableView) => void
  /** Called after every marking of cells (selection, scrolling, new rows): what lies in `layer` moves then. */
  readonly onPaint: (listener: () => void) => () => void
  /** A cell is being typed in: its keys and clipboard belong to the text. */
  readonly isEditing: () => boolean
  /** The keyboard is in this table's cells: document-wide events such as copy and paste are meant for it. */
  readonly hasFocus: () => boolean
  /** Makes the cell the active one, scrolls to it and gives it the keyboard. */
  readonly focus: (place: CellPlace) => void
  /** Scrolls so that the cell is seen; along rows only, where whole rows are meant, or along columns only. */
  readonly reveal: (place: CellPlace, along?: 'rows' | 'columns' | 'both') => void
  /** A sentence at the foot of the table about the active cell, until the next move. */
  readonly say: (sentence: string) => void
  /** Puts the empty line for a new row before or behind a row; without a row to the end of the table. */
  readonly placeDraft: (beside: DraftPlace | null) => void
}

export interface DraftPlace {
  readonly rowId: string
  readonly below: boolean
}

/**
 * One link of the chain a key pressed on a focused cell goes through; the first that answers true has dealt
 * with it (the browser and the rest of the window then never see the key). Never called while a cell is being
 * typed in.
 */
export type KeyHandler<Row> = (event: KeyboardEvent, hands: GridHands<Row>) => boolean

/** What a right click, or the button of a header, was about. */
export type MenuTarget<Row> =
  | { readonly kind: 'cells'; readonly place: CellPlace; readonly row: Row; readonly column: GridColumn<Row> }
  | { readonly kind: 'header'; readonly column: GridColumn<Row> }

/** Gives a group of entries for the right-click menu; groups are separated by lines, in the order of the chain. */
export type MenuProvider<Row> = (
  target: MenuTarget<Row>,
  bounds: RangeBounds | null,
  hands: GridHands<Row>,
) => readonly GridMenuItem[]
