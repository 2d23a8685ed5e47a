import { useEffect, useRef, type RefObject } from 'react'
import type { CellPlace } from './cell-range.ts'
import { isEditable } from './column-defs.ts'
import { dataRegion } from './field-place.ts'
import type { GridHands, MenuTarget } from './hands.ts'
import { peekRow } from './loaded-rows.ts'
import { rowIndexOf, ROW_NUMBERS, shownColumns } from './places.ts'

/** How often the table scrolls on while the mouse is held beyond its edge. */
const EDGE_TICK_MS = 60
/** One more row per tick for each of these beyond the edge. */
const EDGE_PX_PER_ROW = 24
/** As many ticks at most are made up for at once: a table that leaps cannot be followed. */
const MOST_TICKS = 6

type Drag =
  | { readonly kind: 'cells' }
  | { readonly kind: 'rows'; readonly from: number }
  | { readonly kind: 'columns'; readonly from: number }

/**
 * Ranges by the mouse: cells, whole rows on their numbers, whole columns on their headers; beyond an edge the
 * table scrolls along, also over rows that are not loaded yet. Listened to on the elements themselves, before
 * AG Grid: it would take the focus away from the text field.
 */
export function useGridMouse<Row>(
  hands: RefObject<GridHands<Row> | null>,
  root: RefObject<HTMLElement | null>,
  openMenu: (target: MenuTarget<Row>, x: number, y: number) => void,
): void {
  const menu = useRef(openMenu)
  menu.current = openMenu
  useEffect(() => {
    const element = root.current
    if (element === null) return
    let drag: Drag | null = null
    let pointer = { x: 0, y: 0 }
    let timer: ReturnType<typeof setInterval> | undefined
    let scrolledAt = 0

    const press = (event: MouseEvent): void => {
      const current = hands.current
      if (current === null || !(event.target instanceof Element)) return
      const hit = hitOf(current, event.target)
      if (hit === null) return
      // The browser would give the focus to the cell, or select its text.
      event.preventDefault()
      current.field.finish()
      const keepsRange = event.button !== 0 && isInRange(current, hit)
      if (!keepsRange) start(current, hit, event.shiftKey)
      current.field.focus()
      if (event.button !== 0) return
      drag = dragOf(current, hit, event.shiftKey)
      pointer = { x: event.clientX, y: event.clientY }
      scrolledAt = performance.now()
      timer = setInterval(scrollOn, EDGE_TICK_MS)
    }
    const move = (event: MouseEvent): void => {
      if (drag === null || hands.current === null) return
      // The button was let go outside the window.
      if (event.buttons === 0) return release()
      pointer = { x: event.clientX, y: event.clientY }
      const place = placeUnder(hands.current, pointer)
      if (place !== null) extend(hands.current, drag, place)
    }
    const scrollOn = (): void => {
      const current = hands.current
      const head = current?.range.selection()?.head
      if (drag === null || current === null || head === undefined) return
      const region = dataRegion(current.root)
      const down = drag.kind === 'columns' ? 0 : beyond(pointer.y, region.top, region.bottom)
      const across = drag.kind === 'rows' ? 0 : beyond(pointer.x, region.left, region.right)
      // A busy machine ticks late; the hand that waits goes by the clock.
      const now = performance.now()
      const ticks = clamp(Math.round((now - scrolledAt) / EDGE_TICK_MS) - 1, MOST_TICKS) + 1
      scrolledAt = now
      if (down === 0 && across === 0) return
      const { rows, columns } = current.range.size()
      const place = {
        row: clamp(head.row + ticks * Math.sign(down) * Math.ceil(Math.abs(down) / EDGE_PX_PER_ROW), rows),
        column: clamp(head.column + Math.sign(across), columns),
      }
      if (place.row === head.row && place.column === head.column) return
      extend(current, drag, place)
      current.reveal(place, drag.kind === 'cells' ? 'both' : drag.kind)
    }
    const release = (): void => {
      drag = null
      clearInterval(timer)
    }
    const open = (event: MouseEvent): void => {
      const current = hands.current
      if (current === null || !(event.target instanceof Element)) return
      const hit = hitOf(current, event.target)
      const target = hit === null ? null : targetOf(current, hit)
      if (target === null) return
      event.preventDefault()
      menu.current(target, event.clientX, event.clientY)
    }
    const twice = (event: MouseEvent): void => {
      const current = hands.current
      const place = current?.range.placeOfElement(event.target) ?? null
      if (current === null || place === null) return
      if (current.field.begin('edit')) return
      const target = targetOf(current, { kind: 'cells', place })
      if (target?.kind === 'cells' && !isEditable(target.column, target.row, current.setup.context))
        current.props().onOpen?.(target.row)
    }
    element.addEventListener('mousedown', press, { capture: true })
    element.addEventListener('contextmenu', open)
    element.addEventListener('dblclick', twice)
    document.addEventListener('mousemove', move)
    document.addEventListener('mouseup', release)
    return () => {
      release()
      element.removeEventListener('mousedown', press, { capture: true })
      element.removeEventListener('contextmenu', open)
      element.removeEventListener('dblclick', twice)
      document.removeEventListener('mousemove', move)
      document.removeEventListener('mouseup', release)
    }
  }, [hands, root])
}

type Hit =
  | { readonly kind: 'cells'; readonly place: CellPlace }
  | { readonly kind: 'row'; readonly row: number }
  | { readonly kind: 'columns'; readonly from: number; readonly to: number }
  | { readonly kind: 'all' }

/** What lies under the mouse; null for what deals with the mouse itself: edges of columns, buttons. */
function hitOf<Row>({ range, setup, root }: GridHands<Row>, target: Element): Hit | null {
  if (!root.contains(target)) return null
  if (target.closest('button, input, textarea, select, a, .ag-header-cell-resize') !== null) return null
  const place = range.placeOfElement(target)
  if (place !== null) return { kind: 'cells', place }
  const cell = target.closest('.ag-cell[col-id]')
  if (cell !== null) {
    const row = rowIndexOf(cell)
    return row === null ? null : { kind: 'row', row }
  }
  const header = target.closest('.ag-header-cell[col-id]')
  const columns = shownColumns(setup.api)
  if (header !== null) {
    const id = header.getAttribute('col-id')
    const at = columns.findIndex((column) => column.getColId() === id)
    if (at >= 0) return { kind: 'columns', from: at, to: at }
    return id === ROW_NUMBERS ? { kind: 'all' } : null
  }
  const group = target.closest('.ag-header-group-cell')
  if (group === null) return null
  // The columns under a common title are those that lie below it.
  const box = group.getBoundingClientRect()
  const below = [...root.querySelectorAll<HTMLElement>('.ag-header-cell[col-id]')].flatMap((one) => {
    const { left, right } = one.getBoundingClientRect()
    const at = columns.findIndex((column) => column.getColId() === one.getAttribute('col-id'))
    return at >= 0 && (left + right) / 2 > box.left && (left + right) / 2 < box.right ? [at] : []
  })
  return below.length === 0 ? null : { kind: 'columns', from: Math.min(...below), to: Math.max(...below) }
}

function isInRange<Row>({ range }: GridHands<Row>, hit: Hit): boolean {
  const bounds = range.bounds()
  if (bounds === null) return false
  switch (hit.kind) {
    case 'cells':
      return range.includes(hit.place)
    case 'row':
      return range.isWholeRows() && hit.row >= bounds.top && hit.row <= bounds.bottom
    case 'columns':
      return range.isWholeColumns() && hit.from >= bounds.left && hit.to <= bounds.right
    case 'all':
      return true
  }
}

function start<Row>({ range }: GridHands<Row>, hit: Hit, extends_: boolean): void {
  const anchor = extends_ ? range.selection()?.anchor : undefined
  switch (hit.kind) {
    case 'cells':
      if (anchor === undefined) range.moveTo(hit.place)
      else range.extendTo(hit.place)
      return
    case 'row':
      range.selectRows(anchor?.row ?? hit.row, hit.row)
      return
    case 'columns':
      range.selectColumns(anchor?.column ?? hit.from, hit.to)
      return
    case 'all':
      range.selectAll()
  }
}

function dragOf<Row>({ range }: GridHands<Row>, hit: Hit, extends_: boolean): Drag | null {
  const anchor = extends_ ? range.selection()?.anchor : undefined
  switch (hit.kind) {
    case 'cells':
      return { kind: 'cells' }
    case 'row':
      return { kind: 'rows', from: anchor?.row ?? hit.row }
    case 'columns':
      return { kind: 'columns', from: anchor?.column ?? hit.from }
    case 'all':
      return null
  }
}

function extend<Row>({ range }: GridHands<Row>, drag: Drag, place: CellPlace): void {
  const head = range.selection()?.head
  if (head === undefined) return
  if (drag.kind === 'rows') {
    if (head.row !== place.row) range.selectRows(drag.from, place.row)
  } else if (drag.kind === 'columns') {
    if (head.column !== place.column) range.selectColumns(drag.from, place.column)
  } else if (head.row !== place.row || head.column !== place.column) range.extendTo(place)
}

/** The cell nearest to a point of the window: a drag goes on beside the cells as well. */
function placeUnder<Row>({ range, root, setup }: GridHands<Row>, point: { x: number; y: number }): CellPlace | null {
  const region = dataRegion(root)
  const x = Math.max(region.left + 1, Math.min(region.right - 2, point.x))
  const y = Math.max(region.top + 1, Math.min(region.bottom - 2, point.y))
  for (const element of document.elementsFromPoint(x, y)) {
    const place = range.placeOfElement(element)
    if (place !== null) return place
    const number = element.closest('.ag-cell[col-id]')
    const row = number === null || !root.contains(number) ? null : rowIndexOf(number)
    if (row !== null) return { row, column: 0 }
  }
  // Below the last row.
  const last = setup.api.getDisplayedRowCount() - 1
  const column = range.selection()?.head.column
  return last < 0 || column === undefined ? null : { row: last, column }
}

function targetOf<Row>(hands: GridHands<Row>, hit: Hit): MenuTarget<Row> | null {
  const { setup, range } = hands
  const columns = shownColumns(setup.api)
  if (hit.kind === 'columns') {
    const column = setup.columns.get(columns[hit.from]?.getColId() ?? '')
    return column === undefined ? null : { kind: 'header', column }
  }
  const active = range.active() ?? { row: 0, column: 0 }
  const place = hit.kind === 'cells' ? hit.place : hit.kind === 'row' ? { row: hit.row, column: 0 } : active
  const row = peekRow(setup.api, place.row)
  const column = setup.columns.get(columns[place.column]?.getColId() ?? '')
  return row === undefined || column === undefined ? null : { kind: 'cells', place, row, column }
}

/** The target of the menu key: the active cell. */
export function targetOfActive<Row>(hands: GridHands<Row>): MenuTarget<Row> | null {
  const place = hands.range.active()
  return place === null ? null : targetOf(hands, { kind: 'cells', place })
}

/** How far a point lies outside a stretch; 0 inside. */
function beyond(at: number, start: number, end: number): number {
  return at < start ? at - start : at > end ? at - end : 0
}

function clamp(index: number, count: number): number {
  return Math.max(0, Math.min(count - 1, index))
}
