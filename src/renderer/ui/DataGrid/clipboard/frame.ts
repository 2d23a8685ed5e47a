import type { RangeBounds } from '../cell-range.ts'
import type { GridHands } from '../hands.ts'

/**
 * The room of a range on screen, of those of its cells that are drawn and not scrolled under the header or the
 * frozen columns; null when there is none.
 */
export function boxOf<Row>(hands: GridHands<Row>, bounds: RangeBounds): DOMRect | null {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const element of hands.root.querySelectorAll('.ag-cell[col-id]')) {
    const place = hands.range.placeOfElement(element)
    if (
      place === null ||
      place.row < bounds.top ||
      place.row > bounds.bottom ||
      place.column < bounds.left ||
      place.column > bounds.right
    )
      continue
    const box = visibleBox(hands.root, element)
    if (box === null) continue
    left = Math.min(left, box.left)
    top = Math.min(top, box.top)
    right = Math.max(right, box.right)
    bottom = Math.max(bottom, box.bottom)
  }
  return left === Infinity ? null : new DOMRect(left, top, right - left, bottom - top)
}

/** What is seen of a cell inside the parts that scroll and cut it off. */
export function visibleBox(root: HTMLElement, element: Element): DOMRect | null {
  const box = element.getBoundingClientRect()
  let { left, top, right, bottom } = box
  for (let around = element.parentElement; around !== null && around !== root; around = around.parentElement) {
    const { overflowX, overflowY } = getComputedStyle(around)
    if (overflowX === 'visible' && overflowY === 'visible') continue
    const frame = around.getBoundingClientRect()
    if (overflowX !== 'visible') [left, right] = [Math.max(left, frame.left), Math.min(right, frame.right)]
    if (overflowY !== 'visible') [top, bottom] = [Math.max(top, frame.top), Math.min(bottom, frame.bottom)]
  }
  return right - left > 1 && bottom - top > 1 ? new DOMRect(left, top, right - left, bottom - top) : null
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
