/** Longest text that widens the field; beyond, it scrolls inside. */
const LINES_AT_MOST = 8
const ROOM_FOR_CARET_PX = 22
/** The field's own frame, above and below. */
const FRAME_PX = 4

/**
 * Puts the field over its cell and cuts it off where the cell is covered: by the header, the totals and the
 * columns that stay in place. While typing it grows with its text. A cell out of sight leaves it where it was,
 * unseen: an element that is hidden for good would lose the focus.
 */
export function placeField(
  root: HTMLElement,
  clip: HTMLElement,
  field: HTMLInputElement | HTMLTextAreaElement,
  cell: HTMLElement | null,
  isTyping: boolean,
): void {
  const layer = clip.parentElement
  if (cell === null || layer === null) return
  const origin = layer.getBoundingClientRect()
  const box = cell.getBoundingClientRect()
  const region = regionOf(root, cell)
  Object.assign(clip.style, {
    left: `${region.left - origin.left}px`,
    top: `${region.top - origin.top}px`,
    width: `${Math.max(0, region.right - region.left)}px`,
    height: `${Math.max(0, region.bottom - region.top)}px`,
  })
  field.style.left = `${box.left - region.left}px`
  field.style.top = `${box.top - region.top}px`
  field.style.minWidth = `${box.width}px`
  field.style.minHeight = `${box.height}px`
  if (!isTyping) {
    field.style.width = `${box.width}px`
    field.style.height = `${box.height}px`
    return
  }
  const room = Math.max(box.width, region.right - box.left - 4)
  if (field instanceof HTMLTextAreaElement) {
    field.style.width = `${Math.min(room, Math.max(box.width, 320))}px`
    field.style.height = 'auto'
    field.style.height = `${Math.min(field.scrollHeight + FRAME_PX, box.height * LINES_AT_MOST)}px`
  } else {
    field.style.width = `${Math.min(room, Math.max(box.width, textWidth(field) + ROOM_FOR_CARET_PX))}px`
  }
}

export interface Region {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Where cells like this one can be seen. */
export function regionOf(root: HTMLElement, cell: Element): Region {
  const region = dataRegion(root)
  const isPinned = cell.closest('.ag-grid-pinned-left-cells') !== null
  return isPinned ? region : { ...region, left: region.left + pinnedWidth(root) }
}

/** The part of the table where rows of data are seen, in the window's coordinates. */
export function dataRegion(root: HTMLElement): Region {
  const view = root.querySelector('.ag-grid-viewport')?.getBoundingClientRect() ?? root.getBoundingClientRect()
  const header = root.querySelector('.ag-header')?.getBoundingClientRect()
  const totals = root.querySelector('.ag-grid-pinned-bottom-rows')?.getBoundingClientRect()
  return {
    left: view.left,
    right: view.right,
    top: header === undefined ? view.top : header.bottom,
    bottom: totals === undefined || totals.height === 0 ? view.bottom : Math.min(view.bottom, totals.top),
  }
}

function pinnedWidth(root: HTMLElement): number {
  return root.querySelector('.ag-header .ag-grid-pinned-left-cells')?.getBoundingClientRect().width ?? 0
}

let pen: CanvasRenderingContext2D | null = null

function textWidth(field: HTMLInputElement): number {
  pen ??= document.createElement('canvas').getContext('2d')
  if (pen === null) return 0
  pen.font = getComputedStyle(field).font
  return pen.measureText(field.value).width
}
