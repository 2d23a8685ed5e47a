import { isInside, type RangeBounds } from '../cell-range.ts'
import { regionOf, type Region } from '../field-place.ts'
import type { GridHands } from '../hands.ts'
import { rowIndexOf, shownColumns } from '../places.ts'

/**
 * The room of a range on screen, of those of its cells that are drawn and not scrolled under the header or the
 * frozen columns; null when there is none.
 */
export function boxOf<Row>(hands: GridHands<Row>, bounds: RangeBounds): DOMRect | null {
  const { root, setup } = hands
  const columns = new Map(shownColumns(setup.api).map((column, index) => [column.getColId(), index]))
  // Two kinds of cells: those that scroll sideways and those that are frozen.
  const regions = new Map<boolean, Region>()
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const element of root.querySelectorAll('.ag-cell[col-id]')) {
    const row = rowIndexOf(element)
    const column = columns.get(element.getAttribute('col-id') ?? '')
    if (row === null || column === undefined || !isInside(bounds, { row, column })) continue
    const isFrozen = element.closest('.ag-grid-pinned-left-cells') !== null
    const region = regions.get(isFrozen) ?? regionOf(root, element)
    regions.set(isFrozen, region)
    const box = clip(element.getBoundingClientRect(), region)
    if (box === null) continue
    left = Math.min(left, box.left)
    top = Math.min(top, box.top)
    right = Math.max(right, box.right)
    bottom = Math.max(bottom, box.bottom)
  }
  return left === Infinity ? null : new DOMRect(left, top, right - left, bottom - top)
}

/** What is seen of a cell; null when it is scrolled away. */
export function visibleBox(root: HTMLElement, cell: Element): DOMRect | null {
  return clip(cell.getBoundingClientRect(), regionOf(root, cell))
}

function clip(box: DOMRect, region: Region): DOMRect | null {
  const left = Math.max(box.left, region.left)
  const top = Math.max(box.top, region.top)
  const width = Math.min(box.right, region.right) - left
  const height = Math.min(box.bottom, region.bottom) - top
  return width > 1 && height > 1 ? new DOMRect(left, top, width, height) : null
}

/** Draws the marching frame of a cut or copy over the cells on screen; answers how to take it away. */
export function drawFrame<Row>(hands: GridHands<Row>, bounds: RangeBounds, kind: 'cut' | 'copy'): () => void {
  const frame = document.createElement('div')
  frame.className = 'grid-marching'
  frame.dataset['kind'] = kind
  hands.layer.append(frame)
  const place = (): void => {
    const box = boxOf(hands, bounds)
    frame.hidden = box === null
    if (box === null) return
    const around = hands.layer.getBoundingClientRect()
    frame.style.transform = `translate(${box.left - around.left}px, ${box.top - around.top}px)`
    frame.style.width = `${box.right - box.left}px`
    frame.style.height = `${box.bottom - box.top}px`
  }
  place()
  const forget = hands.onPaint(place)
  return () => {
    forget()
    frame.remove()
  }
}
