import type { CellFocusedEvent, GridApi } from 'ag-grid-community'
import {
  boundsOf,
  isInside,
  movePlace,
  type CellPlace,
  type CellRange,
  type Direction,
  type GridSize,
  type RangeBounds,
} from './cell-range.ts'

const DIRECTIONS: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
}
const CLASSES = [
  'grid-current',
  'grid-range',
  'grid-range-top',
  'grid-range-bottom',
  'grid-range-left',
  'grid-range-right',
] as const

/**
 * Ranges of cells, which AG Grid Community does not have. It only marks elements and answers which cells are
 * meant; what is done with them is decided elsewhere. Pinned rows are never part of a range.
 */
export class RangeController<Row> {
  private range: CellRange | null = null
  private dragging = false
  /** The last thing that can have moved AG Grid's focus was a key, not the mouse. */
  private byKeyboard = false
  private readonly api: GridApi<Row>
  private readonly root: HTMLElement
  private readonly onChange: (bounds: RangeBounds | null) => void
  private readonly onPaint: () => void

  constructor(
    api: GridApi<Row>,
    root: HTMLElement,
    onChange: (bounds: RangeBounds | null) => void,
    onPaint: () => void,
  ) {
    this.api = api
    this.root = root
    this.onChange = onChange
    this.onPaint = onPaint
  }

  bounds(): RangeBounds | null {
    return this.range === null ? null : boundsOf(this.range)
  }

  size(): GridSize {
    return { rows: this.api.getDisplayedRowCount(), columns: this.api.getAllDisplayedColumns().length }
  }

  /**
   * The mouse is listened to on the elements themselves: AG Grid tells of it late, after it has moved its focus,
   * and by then the anchor of a Shift+click would be lost.
   */
  mouseDown(event: MouseEvent): void {
    this.byKeyboard = false
    const place = this.placeOfElement(event.target)
    if (place === null) return
    // The right button on the selection keeps it: the menu is about all of it.
    if (event.button !== 0) {
      const bounds = this.bounds()
      if (bounds === null || !isInside(bounds, place)) this.set({ anchor: place, head: place })
      return
    }
    this.dragging = true
    this.set(event.shiftKey && this.range !== null ? { ...this.range, head: place } : { anchor: place, head: place })
  }

  mouseOver(event: MouseEvent): void {
    if (!this.dragging || this.range === null) return
    const place = this.placeOfElement(event.target)
    if (place !== null) this.set({ ...this.range, head: place })
  }

  mouseUp(): void {
    this.dragging = false
  }

  focused(event: CellFocusedEvent<Row>): void {
    const column = event.column
    if (column === null || typeof column === 'string') return
    const place = this.placeOf(event.rowIndex, column.getColId(), event.rowPinned)
    // What the mouse did is known already; this only says so again, later.
    if (!this.byKeyboard && this.range !== null) return
    this.set(place === null ? null : { anchor: place, head: place })
  }

  /** A key that may move the focus: Enter ends an editing and goes down. */
  noteKey(): void {
    this.byKeyboard = true
  }

  /** Shift+arrows, Ctrl+Shift+arrows, Ctrl+A. True when the key was ours. */
  keyDown(event: KeyboardEvent): boolean {
    this.noteKey()
    if ((event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'a') {
      this.selectAll()
      event.preventDefault()
      return true
    }
    const direction = DIRECTIONS[event.key]
    if (!event.shiftKey || direction === undefined || this.range === null) return false
    const head = movePlace(this.range.head, direction, this.size(), event.ctrlKey || event.metaKey)
    this.set({ ...this.range, head })
    this.api.ensureIndexVisible(head.row)
    const column = this.api.getAllDisplayedColumns()[head.column]
    if (column !== undefined) this.api.ensureColumnVisible(column)
    event.preventDefault()
    return true
  }

  selectAll(): void {
    const { rows, columns } = this.size()
    if (rows === 0) return
    this.set({ anchor: { row: 0, column: 0 }, head: { row: rows - 1, column: columns - 1 } })
  }

  clear(): void {
    if (this.range !== null) this.set(null)
  }

  /** Marks the cells on screen; AG Grid makes new elements while scrolling, so it is called again then. */
  paint(): void {
    const bounds = this.bounds()
    const several = bounds !== null && (bounds.top !== bounds.bottom || bounds.left !== bounds.right)
    const columns = new Map(this.api.getAllDisplayedColumns().map((column, index) => [column.getColId(), index]))
    for (const cell of this.root.querySelectorAll<HTMLElement>('.ag-cell[col-id]')) {
      const row = Number(cell.closest('.ag-row')?.getAttribute('row-index') ?? Number.NaN)
      const column = columns.get(cell.getAttribute('col-id') ?? '')
      const place = Number.isInteger(row) && column !== undefined ? { row, column } : null
      const inside = several && place !== null && isInside(bounds, place)
      const isCurrent = place !== null && this.range?.head.row === place.row && this.range.head.column === place.column
      const marks = inside
        ? [
            false,
            true,
            place.row === bounds.top,
            place.row === bounds.bottom,
            place.column === bounds.left,
            place.column === bounds.right,
          ]
        : [isCurrent && !several]
      CLASSES.forEach((name, index) => cell.classList.toggle(name, marks[index] === true))
    }
    this.onPaint()
  }

  private set(range: CellRange | null): void {
    this.range = range
    this.paint()
    this.onChange(this.bounds())
  }

  placeOfElement(target: EventTarget | null): CellPlace | null {
    const cell = target instanceof Element ? target.closest('.ag-cell[col-id]') : null
    const row = Number(cell?.closest('.ag-row')?.getAttribute('row-index') ?? Number.NaN)
    // Pinned rows have an index that is no number.
    return cell === null || !Number.isInteger(row) ? null : this.placeOf(row, cell.getAttribute('col-id') ?? '', null)
  }

  private placeOf(row: number | null, columnId: string, pinned: 'top' | 'bottom' | null | undefined): CellPlace | null {
    if (row === null || (pinned !== null && pinned !== undefined)) return null
    const column = this.api.getAllDisplayedColumns().findIndex((shown) => shown.getColId() === columnId)
    return column < 0 ? null : { row, column }
  }
}
