import type { GridApi } from 'ag-grid-community'
import type { RangeBounds } from './cell-range.ts'
import { rowIndexOf, ROW_NUMBERS, shownColumns } from './places.ts'
import type { Selection } from './range-moves.ts'

const MARKS = [
  'grid-current',
  'grid-range',
  'grid-range-top',
  'grid-range-bottom',
  'grid-range-left',
  'grid-range-right',
  'grid-chosen',
] as const
type Mark = (typeof MARKS)[number]

const NO_MARKS: readonly Mark[] = []
const CHOSEN: readonly Mark[] = ['grid-chosen']

let painters = 0

/**
 * Marks the elements of the selection: the frame, the light fill, the tinted headers and row numbers. It works
 * on elements directly: thousands of cells asked one by one through AG Grid's class rules would be felt while
 * dragging.
 */
export class RangePainter<Row> {
  private readonly api: GridApi<Row>
  private readonly root: HTMLElement
  private readonly marked = new WeakSet<Element>()
  /** The id a screen reader finds the active cell by; the cells themselves never hold the focus. */
  readonly activeId: string

  constructor(api: GridApi<Row>, root: HTMLElement) {
    painters += 1
    this.activeId = `grid-${painters}-active`
    this.api = api
    this.root = root
  }

  paint(selection: Selection | null, bounds: RangeBounds | null): void {
    const columns = new Map(shownColumns(this.api).map((column, index) => [column.getColId(), index]))
    for (const line of this.root.querySelectorAll<HTMLElement>('.ag-grid-scrolling-rows .ag-row')) {
      const row = rowIndexOf(line)
      if (row === null) continue
      for (const cell of line.querySelectorAll<HTMLElement>('.ag-cell[col-id]')) {
        const id = cell.getAttribute('col-id') ?? ''
        if (id === ROW_NUMBERS) {
          this.mark(cell, bounds !== null && row >= bounds.top && row <= bounds.bottom ? CHOSEN : NO_MARKS)
          showRowNumber(cell, row)
          continue
        }
        const column = columns.get(id)
        const isActive = selection?.active.row === row && selection.active.column === column
        const marks = bounds === null || column === undefined ? NO_MARKS : marksOf(row, column, bounds, isActive)
        if (this.mark(cell, marks)) this.describe(cell, marks.length > 0, isActive)
      }
    }
    for (const header of this.root.querySelectorAll<HTMLElement>('.ag-header-cell[col-id]')) {
      const column = columns.get(header.getAttribute('col-id') ?? '')
      const isChosen = bounds !== null && column !== undefined && column >= bounds.left && column <= bounds.right
      this.mark(header, isChosen ? CHOSEN : NO_MARKS)
    }
  }

  /** False when there was nothing to do: most cells have no marks and had none. */
  private mark(element: Element, marks: readonly Mark[]): boolean {
    if (marks.length === 0 && !this.marked.has(element)) return false
    for (const name of MARKS) element.classList.toggle(name, marks.includes(name))
    if (marks.length > 0) this.marked.add(element)
    else this.marked.delete(element)
    return true
  }

  private describe(cell: HTMLElement, isSelected: boolean, isActive: boolean): void {
    if (isSelected) cell.setAttribute('aria-selected', 'true')
    else cell.removeAttribute('aria-selected')
    if (isActive) cell.id = this.activeId
    else if (cell.id === this.activeId) cell.removeAttribute('id')
  }
}

function marksOf(row: number, column: number, bounds: RangeBounds, isActive: boolean): readonly Mark[] {
  if (row < bounds.top || row > bounds.bottom || column < bounds.left || column > bounds.right) return NO_MARKS
  const marks: Mark[] = [isActive ? 'grid-current' : 'grid-range']
  if (row === bounds.top) marks.push('grid-range-top')
  if (row === bounds.bottom) marks.push('grid-range-bottom')
  if (column === bounds.left) marks.push('grid-range-left')
  if (column === bounds.right) marks.push('grid-range-right')
  return marks
}

/** Rows change places under their elements: sorting, a row inserted above. */
function showRowNumber(cell: HTMLElement, row: number): void {
  const number = cell.querySelector('.grid-row-number:not(.is-draft)')
  const text = String(row + 1)
  if (number !== null && number.textContent !== text) number.textContent = text
}
