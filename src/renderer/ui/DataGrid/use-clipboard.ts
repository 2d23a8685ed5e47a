import { useEffect, type RefObject } from 'react'
import { gridText } from '#renderer/text/grid.ts'
import { notify } from '../state/notices.ts'
import { placePaste, type RangeBounds } from './cell-range.ts'
import { cellAt, copyRange, placesOf, writeTexts, type CellText } from './cell-writer.ts'
import type { EditOrigin } from './grid-model.ts'
import type { GridHands } from './hands.ts'
import { formatTsv, parseTsv } from './tsv.ts'

/**
 * Copy, cut and paste. The events are listened for on `document`: a focused cell that is not being edited is no
 * text field, so the browser sends them to the body.
 */
export function useClipboard<Row>(hands: RefObject<GridHands<Row> | null>, root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const own = (): { hands: GridHands<Row>; bounds: RangeBounds } | null => {
      const current = hands.current
      const bounds = current?.range.bounds() ?? null
      if (current === null || bounds === null) return null
      if (root.current?.contains(document.activeElement) !== true) return null
      return current.isEditing() ? null : { hands: current, bounds }
    }
    const copy = (event: ClipboardEvent): void => {
      const mine = own()
      if (mine === null || event.clipboardData === null) return
      event.preventDefault()
      event.clipboardData.setData('text/plain', formatTsv(copyRange(mine.hands.setup, mine.bounds)))
    }
    const cut = (event: ClipboardEvent): void => {
      copy(event)
      const mine = own()
      if (mine !== null && event.defaultPrevented) clearRange(mine.hands)
    }
    const paste = (event: ClipboardEvent): void => {
      const mine = own()
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if (mine === null || text === '') return
      event.preventDefault()
      pasteText(mine.hands, mine.bounds, text)
    }
    document.addEventListener('copy', copy)
    document.addEventListener('cut', cut)
    document.addEventListener('paste', paste)
    return () => {
      document.removeEventListener('copy', copy)
      document.removeEventListener('cut', cut)
      document.removeEventListener('paste', paste)
    }
  }, [hands, root])
}

/** Empties the cells of the range that take typing. */
export function clearRange<Row>(hands: GridHands<Row>): void {
  const bounds = hands.range.bounds()
  if (bounds === null) return
  const texts: CellText<Row>[] = []
  for (const place of placesOf(bounds)) {
    const cell = cellAt(hands.setup, place)
    if (cell !== null) texts.push({ ...cell, text: '' })
  }
  send(hands, texts, 'delete')
}

/** Ctrl+D and Ctrl+R: the first row or column of the range goes into the rest of it. */
export function fillRange<Row>(hands: GridHands<Row>, direction: 'down' | 'right'): void {
  const bounds = hands.range.bounds()
  if (bounds === null) return
  const source = direction === 'down' ? { ...bounds, bottom: bounds.top } : { ...bounds, right: bounds.left }
  const target = direction === 'down' ? { ...bounds, top: bounds.top + 1 } : { ...bounds, left: bounds.left + 1 }
  if (target.top > target.bottom || target.left > target.right) return
  const { cells } = placePaste(copyRange(hands.setup, source), target, hands.range.size())
  sendPlaces(hands, cells, 'fill')
}

function pasteText<Row>(hands: GridHands<Row>, bounds: RangeBounds, text: string): void {
  const { cells, cut } = placePaste(parseTsv(text), bounds, hands.range.size())
  if (cut) notify('warning', gridText.pasteTooWide)
  sendPlaces(hands, cells, 'paste')
}

function sendPlaces<Row>(
  hands: GridHands<Row>,
  cells: readonly { readonly row: number; readonly column: number; readonly text: string }[],
  origin: EditOrigin,
): void {
  const texts = cells.flatMap(({ text, ...place }): CellText<Row>[] => {
    const cell = cellAt(hands.setup, place)
    return cell === null ? [] : [{ ...cell, text }]
  })
  send(hands, texts, origin)
}

function send<Row>(hands: GridHands<Row>, texts: readonly CellText<Row>[], origin: EditOrigin): void {
  const { write } = hands.setup
  if (write === null || texts.length === 0) return
  void writeTexts({ ...hands.setup, write }, texts, origin).then(({ readOnly }) => {
    if (readOnly > 0 && origin !== 'delete') notify('info', gridText.readOnlyCells(readOnly))
  })
}

/** Delete empties the range, Ctrl+D and Ctrl+R fill it. */
export function handleFillKeys<Row>(event: KeyboardEvent, hands: GridHands<Row>): boolean {
  if (event.key === 'Delete') {
    clearRange(hands)
    return true
  }
  const key = event.key.toLowerCase()
  if (!(event.ctrlKey || event.metaKey) || (key !== 'd' && key !== 'r')) return false
  event.preventDefault()
  fillRange(hands, key === 'd' ? 'down' : 'right')
  return true
}
