import { useEffect, useRef, type RefObject } from 'react'
import type { GridColumns } from '../column.ts'
import type { GridHands } from '../hands.ts'
import { ROW_NUMBERS, shownColumns } from '../places.ts'
import { orderAfterDrop } from './column-layout.ts'

/** A press that moves less than this is a click. */
const CLICK_PX = 5

/**
 * Columns are put elsewhere by dragging their header, as in Excel and Google Sheets: the first press selects the
 * column (use-grid-mouse.ts), a press on a selected one takes it along. A line shows where it will stand.
 */
export function useColumnDrag<Row>(
  hands: RefObject<GridHands<Row> | null>,
  root: RefObject<HTMLElement | null>,
  columns: GridColumns<Row>,
  onOrder: (order: readonly string[]) => void,
): void {
  const newest = useRef({ columns, onOrder })
  newest.current = { columns, onOrder }
  useEffect(() => {
    let stop: (() => void) | null = null
    const press = (event: MouseEvent): void => {
      const current = hands.current
      const element = root.current
      const taken = current === null || element === null ? null : takenColumns(current, element, event)
      if (current === null || element === null || taken === null) return
      // Before the table's own listener, which would begin a new selection.
      event.stopPropagation()
      event.preventDefault()
      current.field.finish()
      current.field.focus()
      stop?.()
      stop = follow(element, event, taken, (drop) => {
        if (drop === null) {
          const at = shownColumns(current.setup.api).findIndex((column) => column.getColId() === taken.pressed)
          if (at >= 0) current.range.selectColumns(at, at)
          return
        }
        const order = orderAfterDrop(newest.current.columns, taken.ids, drop.target, drop.after)
        if (order !== null) newest.current.onOrder(order)
      })
    }
    document.addEventListener('mousedown', press, { capture: true })
    return () => {
      stop?.()
      document.removeEventListener('mousedown', press, { capture: true })
    }
  }, [hands, root])
}

interface Taken {
  readonly pressed: string
  readonly ids: readonly string[]
}

function takenColumns<Row>({ range, setup }: GridHands<Row>, root: HTMLElement, event: MouseEvent): Taken | null {
  if (event.button !== 0 || event.shiftKey || event.ctrlKey || !(event.target instanceof Element)) return null
  if (!root.contains(event.target) || event.target.closest('button, input, .ag-header-cell-resize') !== null)
    return null
  const pressed = event.target.closest('.ag-header-cell[col-id]')?.getAttribute('col-id') ?? null
  const bounds = range.bounds()
  if (pressed === null || bounds === null || !range.isWholeColumns()) return null
  const shown = shownColumns(setup.api).map((column) => column.getColId())
  const ids = shown.slice(bounds.left, bounds.right + 1)
  // With everything selected there is nowhere to go.
  return ids.includes(pressed) && ids.length < shown.length ? { pressed, ids } : null
}

interface Drop {
  readonly target: string
  readonly after: boolean
}

/** Follows the mouse until it is let go; `done` gets null for a mere click. Esc leaves everything as it was. */
function follow(root: HTMLElement, from: MouseEvent, { ids }: Taken, done: (drop: Drop | null) => void): () => void {
  const line = document.createElement('div')
  line.className = 'grid-drop-line'
  let drop: Drop | null = null
  let moves = false
  const move = (event: MouseEvent): void => {
    if (event.buttons === 0) return end()
    moves ||= Math.abs(event.clientX - from.clientX) > CLICK_PX
    if (!moves) return
    const header = [...root.querySelectorAll('.ag-header-cell[col-id]')].find((one) => {
      const box = one.getBoundingClientRect()
      return event.clientX >= box.left && event.clientX < box.right
    })
    const id = header?.getAttribute('col-id') ?? null
    if (header === undefined || id === null || id === ROW_NUMBERS) return
    const box = header.getBoundingClientRect()
    const after = event.clientX > box.left + box.width / 2
    drop = ids.includes(id) ? null : { target: id, after }
    const body = root.getBoundingClientRect()
    if (drop === null) line.remove()
    else {
      line.style.left = `${(after ? box.right : box.left) - body.left - 1}px`
      line.style.top = `${box.top - body.top}px`
      root.append(line)
    }
  }
  const end = (): void => {
    stop()
    if (drop !== null) done(drop)
    else if (!moves) done(null)
  }
  const leave = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') stop()
  }
  const stop = (): void => {
    line.remove()
    document.removeEventListener('mousemove', move)
    document.removeEventListener('mouseup', end)
    document.removeEventListener('keydown', leave, { capture: true })
  }
  document.addEventListener('mousemove', move)
  document.addEventListener('mouseup', end)
  document.addEventListener('keydown', leave, { capture: true })
  return stop
}
