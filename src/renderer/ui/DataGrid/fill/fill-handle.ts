import { clipboardText } from '#renderer/text/clipboard.ts'
import { isInside, type CellPlace, type RangeBounds } from '../cell-range.ts'
import { boxOf, visibleBox } from '../clipboard/frame.ts'
import { dataRegion } from '../field-place.ts'
import type { GridHands } from '../hands.ts'
import { cellElement } from '../places.ts'
import { depthOfNeighbour, fill, filledBounds, type FillRequest, type FillSide } from './fill-range.ts'

/** Pixels from the edge of the cells where drawing on scrolls. */
const EDGE = 24
/** A hand that only holds the square does not keep quite still. */
const STILL_PX = 4
const SCROLL_MS = 40

/**
 * The small square at the lower right corner of the range: drawn in any direction it continues the cells, a
 * double click fills down as far as the neighbouring column goes.
 */
export class FillHandle<Row> {
  private readonly square = document.createElement('div')
  private readonly frame = document.createElement('div')
  private readonly newest: () => GridHands<Row> | null
  private readonly first: GridHands<Row>
  private readonly forget: () => void
  private drag: {
    readonly from: RangeBounds
    /** Where it was taken hold of. */
    readonly began: { readonly x: number; readonly y: number }
    at: CellPlace
    x: number
    y: number
  } | null = null
  private timer: ReturnType<typeof setInterval> | null = null

  /** `newest` answers the table as it is now; `first` what it is drawn on. */
  constructor(newest: () => GridHands<Row> | null, first: GridHands<Row>) {
    this.newest = newest
    this.first = first
    this.square.className = 'grid-fill-handle'
    this.square.title = clipboardText.fillHandle
    this.frame.className = 'grid-fill-frame'
    this.frame.hidden = true
    first.layer.append(this.frame, this.square)
    this.square.addEventListener('mousedown', (event) => this.press(event))
    this.square.addEventListener('dblclick', (event) => void this.fillDown(event))
    this.forget = first.onPaint(() => this.place())
    this.place()
  }

  private get hands(): GridHands<Row> {
    return this.newest() ?? this.first
  }

  remove(): void {
    this.stop()
    this.forget()
    this.square.remove()
    this.frame.remove()
  }

  private place(): void {
    const bounds = this.hands.range.bounds()
    const { rows } = this.hands.range.size()
    const canFill =
      this.hands.setup.write !== null && bounds !== null && bounds.bottom < rows && !this.hands.isEditing()
    const corner = canFill
      ? cellElement(this.hands.root, this.hands.setup.api, { row: bounds.bottom, column: bounds.right })
      : null
    const box = corner === null ? null : corner.getBoundingClientRect()
    const seen = corner === null ? null : visibleBox(this.hands.root, corner)
    // Only where the corner itself is seen: a handle elsewhere would be another cell's.
    const isSeen =
      box !== null && seen !== null && Math.abs(seen.right - box.right) < 1 && Math.abs(seen.bottom - box.bottom) < 1
    this.square.hidden = !isSeen
    if (isSeen) {
      const around = this.hands.layer.getBoundingClientRect()
      this.square.style.transform = `translate(${box.right - around.left - 5}px, ${box.bottom - around.top - 5}px)`
    }
    if (this.drag !== null) this.showFrame()
  }

  private press(event: MouseEvent): void {
    const from = this.hands.range.bounds()
    if (event.button !== 0 || from === null) return
    // The grid must not take it for a new selection, nor the focus leave its cell.
    event.preventDefault()
    event.stopPropagation()
    const { clientX: x, clientY: y } = event
    this.drag = { from, began: { x, y }, at: { row: from.bottom, column: from.right }, x, y }
    document.addEventListener('mousemove', this.move)
    document.addEventListener('mouseup', this.release)
    document.addEventListener('keydown', this.key, { capture: true })
    this.timer = setInterval(() => this.scroll(), SCROLL_MS)
  }

  private readonly move = (event: MouseEvent): void => {
    if (this.drag === null) return
    this.drag.x = event.clientX
    this.drag.y = event.clientY
    this.follow()
  }

  private follow(): void {
    if (this.drag === null) return
    const area = dataRegion(this.hands.root)
    // Outside the cells the nearest one counts.
    const x = Math.min(Math.max(this.drag.x, area.left + 2), area.right - 2)
    const y = Math.min(Math.max(this.drag.y, area.top + 2), area.bottom - 2)
    const place = document
      .elementsFromPoint(x, y)
      .map((element) => this.hands.range.placeOfElement(element))
      .find((found) => found !== null)
    if (place !== null && place !== undefined && place.row < this.hands.range.size().rows) this.drag.at = place
    this.showFrame()
  }

  private readonly release = (event: MouseEvent): void => {
    const request = this.request(event.ctrlKey || event.metaKey)
    this.stop()
    if (request === null) return
    void fill(this.hands, request)
    this.select(request)
  }

  /** Esc lets go without filling. */
  private readonly key = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    this.stop()
  }

  private stop(): void {
    this.drag = null
    this.frame.hidden = true
    if (this.timer !== null) clearInterval(this.timer)
    this.timer = null
    document.removeEventListener('mousemove', this.move)
    document.removeEventListener('mouseup', this.release)
    document.removeEventListener('keydown', this.key, { capture: true })
  }

  /** Which way the mouse went farther from the range; null while it is inside. */
  private request(isTurned: boolean): FillRequest | null {
    if (this.drag === null || isInside(this.drag.from, this.drag.at)) return null
    const { from, at } = this.drag
    const ways: readonly (readonly [FillSide, number])[] = [
      ['down', at.row - from.bottom],
      ['up', from.top - at.row],
      ['right', at.column - from.right],
      ['left', from.left - at.column],
    ]
    // A row is a quarter as high as a column is wide: what counts is the way of the mouse, in cells.
    const [side, count] = ways.reduce((most, way) => (way[1] > most[1] ? way : most))
    return count > 0 ? { from, side, count, how: isTurned ? 'turned' : 'series' } : null
  }

  private showFrame(): void {
    const request = this.request(false)
    const box = request === null ? null : boxOf(this.hands, filledBounds(request))
    this.frame.hidden = box === null
    if (box === null) return
    const around = this.hands.layer.getBoundingClientRect()
    this.frame.style.transform = `translate(${box.left - around.left}px, ${box.top - around.top}px)`
    this.frame.style.width = `${box.width}px`
    this.frame.style.height = `${box.height}px`
  }

  private select(request: FillRequest): void {
    const filled = filledBounds(request)
    const { from } = request
    const anchor = { row: Math.min(from.top, filled.top), column: Math.min(from.left, filled.left) }
    const head = { row: Math.max(from.bottom, filled.bottom), column: Math.max(from.right, filled.right) }
    this.hands.range.select({ anchor, head, active: { row: from.top, column: from.left } })
  }

  private async fillDown(event: MouseEvent): Promise<void> {
    event.preventDefault()
    event.stopPropagation()
    const from = this.hands.range.bounds()
    if (from === null) return
    const count = await depthOfNeighbour(this.hands, from)
    if (count === 0) return
    const request: FillRequest = { from, side: 'down', count, how: event.ctrlKey ? 'turned' : 'series' }
    this.select(request)
    await fill(this.hands, request)
  }

  /**
   * While the mouse is at an edge the table moves on below it. The square of the last cell in sight lies at the edge
   * itself: there only drawing on towards it counts, not holding it nor drawing upwards from it.
   */
  private scroll(): void {
    if (this.drag === null) return
    const area = dataRegion(this.hands.root)
    const { rows, columns } = this.hands.range.size()
    const { x, y, began } = this.drag
    const down = towards(y, began.y, area.top, area.bottom)
    const across = towards(x, began.x, area.left, area.right)
    if (down !== 0) {
      // The farther outside, the faster.
      const beyond = Math.max(0, down > 0 ? y - area.bottom : area.top - y)
      const row = this.drag.at.row + down * (1 + Math.floor(beyond / 20))
      this.drag.at = { ...this.drag.at, row: Math.min(Math.max(row, 0), rows - 1) }
    }
    if (across !== 0) {
      const column = Math.min(Math.max(this.drag.at.column + across, 0), columns - 1)
      this.drag.at = { ...this.drag.at, column }
    }
    if (down === 0 && across === 0) return
    this.hands.reveal(this.drag.at)
    this.showFrame()
  }
}

/** 1 at or beyond the far edge, -1 the near one; 0 between them, and where it has hardly left the place it began at. */
function towards(at: number, began: number, near: number, far: number): -1 | 0 | 1 {
  if (at > far - EDGE && at > began + STILL_PX) return 1
  return at < near + EDGE && at < began - STILL_PX ? -1 : 0
}
