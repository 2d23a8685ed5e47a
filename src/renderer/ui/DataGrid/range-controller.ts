import type { GridApi } from 'ag-grid-community'
import { boundsOf, isInside, type CellPlace, type GridSize, type RangeBounds } from './cell-range.ts'
import { followRows, holdRows, type HeldRows, type StandingRows } from './held-rows.ts'
import { makePeekId, peekRow } from './loaded-rows.ts'
import { DRAFT_ID, isDraft, rowIndexOf, ROW_NUMBERS, shownColumns } from './places.ts'
import { clampSelection, isSame, selectOnly, type Selection } from './range-moves.ts'
import { RangePainter } from './range-painter.ts'

export interface RangeListener {
  /** The selection, or what lies under it, changed. */
  readonly onChange: (selection: Selection | null, bounds: RangeBounds | null) => void
  readonly onPaint: () => void
}

/**
 * Ranges of cells, which AG Grid Community does not have. It knows which cells are meant and has them painted;
 * what is done with them is decided elsewhere. Pinned rows and the column of row numbers are never part of a
 * range; the empty last line can hold the active cell, but is never counted among the rows.
 */
export class RangeController<Row> {
  private current: Selection | null = null
  private held: HeldRows | null = null
  private readonly api: GridApi<Row>
  private readonly root: HTMLElement
  private readonly listener: RangeListener
  private readonly painter: RangePainter<Row>
  private readonly pagedDraft: () => number | null

  /** `pagedDraft`: where the empty line stands in a table by pages; its page need not be here. */
  constructor(api: GridApi<Row>, root: HTMLElement, listener: RangeListener, pagedDraft: () => number | null) {
    this.api = api
    this.pagedDraft = pagedDraft
    this.root = root
    this.listener = listener
    this.painter = new RangePainter(api, root)
  }

  /** Id of the active cell's element, for screen readers. */
  get activeId(): string {
    return this.painter.activeId
  }

  selection(): Selection | null {
    return this.current
  }

  bounds(): RangeBounds | null {
    return this.current === null ? null : boundsOf(this.current)
  }

  /** The cell that typing goes into. */
  active(): CellPlace | null {
    return this.current?.active ?? null
  }

  /** Rows and columns of data; the empty line for a new row is not one of them. */
  size(): GridSize {
    return { rows: this.reach().rows - (this.draftIndex() === null ? 0 : 1), columns: shownColumns(this.api).length }
  }

  /** Rows the keyboard can reach: those of data and the empty line. */
  reach(): GridSize {
    return { rows: this.api.getDisplayedRowCount(), columns: shownColumns(this.api).length }
  }

  /** Index of the empty line for a new row. */
  draftIndex(): number | null {
    const count = this.api.getDisplayedRowCount()
    const last = count - 1
    if (last >= 0 && (this.pagedDraft() === last || isDraft(peekRow(this.api, last)))) return last
    return this.api.getRowNode(DRAFT_ID)?.rowIndex ?? null
  }

  isDraftAt(place: CellPlace): boolean {
    return isDraft(peekRow(this.api, place.row))
  }

  select(selection: Selection | null): void {
    this.current = selection
    this.held = this.isEveryRow() ? null : holdRows(selection, this.standing())
    this.paint()
    this.listener.onChange(selection, this.bounds())
  }

  moveTo(place: CellPlace): void {
    this.select(selectOnly(place))
  }

  /** Shift+click, dragging: the anchor stays. From inside a range it begins anew at the active cell. */
  extendTo(head: CellPlace): void {
    if (this.current === null) this.moveTo(head)
    else this.select({ anchor: this.current.anchor, active: this.current.active, head })
  }

  /** Enter and Tab inside a range move only the active cell. */
  activate(active: CellPlace): void {
    if (this.current !== null) this.select({ ...this.current, active })
  }

  selectAll(): void {
    const { rows, columns } = this.size()
    if (rows === 0 || columns === 0) return
    const active = this.current?.active ?? { row: 0, column: 0 }
    this.select({ anchor: { row: 0, column: 0 }, head: { row: rows - 1, column: columns - 1 }, active })
  }

  /** Whole rows, from the one the drag began at to the one it is at. */
  selectRows(from: number, to: number): void {
    const { columns } = this.size()
    if (columns === 0) return
    const anchor = { row: from, column: 0 }
    this.select({ anchor, active: anchor, head: { row: to, column: columns - 1 } })
  }

  selectColumns(from: number, to: number): void {
    const { rows } = this.size()
    if (rows === 0) return
    const anchor = { row: 0, column: from }
    this.select({ anchor, active: anchor, head: { row: rows - 1, column: to } })
  }

  isWholeRows(): boolean {
    const bounds = this.bounds()
    return bounds !== null && bounds.left === 0 && bounds.right === this.size().columns - 1
  }

  isWholeColumns(): boolean {
    const bounds = this.bounds()
    return bounds !== null && bounds.top === 0 && bounds.bottom >= this.size().rows - 1
  }

  /** A selection of everything there is means that, whatever rows come. */
  private isEveryRow(): boolean {
    const bounds = this.bounds()
    return bounds !== null && bounds.bottom > bounds.top && this.isWholeColumns()
  }

  private standing(): StandingRows {
    return {
      idAt: makePeekId(this.api),
      indexOf: (id) => this.api.getRowNode(id)?.rowIndex ?? null,
    }
  }

  clear(): void {
    if (this.current !== null) this.select(null)
  }

  includes(place: CellPlace): boolean {
    const bounds = this.bounds()
    return bounds !== null && isInside(bounds, place)
  }

  /** New rows or columns: the selection goes with its rows, else stays where it was on screen, inside the table. */
  keepInside(): void {
    if (this.current === null) return
    const followed = this.held === null ? null : followRows(this.held, this.standing())
    if (followed !== null) {
      this.select(followed)
      return
    }
    const reach = this.reach()
    // Rows of a source are counted only after the first page; until then nothing is known.
    if (reach.rows === 0) return
    const kept = clampSelection(this.current, reach)
    const before = this.current
    if (
      kept === null ||
      !isSame(kept.anchor, before.anchor) ||
      !isSame(kept.head, before.head) ||
      !isSame(kept.active, before.active)
    )
      this.select(kept)
    else {
      this.paint()
      this.listener.onChange(before, this.bounds())
    }
  }

  /** Marks the cells on screen; AG Grid makes new elements while scrolling, so it is called again then. */
  paint(): void {
    this.painter.paint(this.current, this.bounds())
    this.listener.onPaint()
  }

  /** The cell an element belongs to; null for headers, totals and row numbers. */
  placeOfElement(target: EventTarget | null): CellPlace | null {
    const cell = target instanceof Element ? target.closest('.ag-cell[col-id]') : null
    if (cell === null || !this.root.contains(cell)) return null
    const row = rowIndexOf(cell)
    const id = cell.getAttribute('col-id')
    if (row === null || id === ROW_NUMBERS) return null
    const column = shownColumns(this.api).findIndex((shown) => shown.getColId() === id)
    return column < 0 ? null : { row, column }
  }
}
