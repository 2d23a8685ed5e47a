import { useEffect, type RefObject } from 'react'
import { clipboardText } from '#renderer/text/clipboard.ts'
import { FillHandle } from './fill/fill-handle.ts'
import { clearRange, fillRange } from './fill/fill-range.ts'
import type { GridMenuItem } from './grid-model.ts'
import type { GridHands, MenuTarget } from './hands.ts'
import type { RangeBounds } from './cell-range.ts'

/** The square at the corner of the range, for as long as the table is there. */
export function useFillHandle<Row>(hands: RefObject<GridHands<Row> | null>, isReady: boolean): void {
  useEffect(() => {
    if (!isReady || hands.current === null) return
    const handle = new FillHandle(() => hands.current, hands.current)
    return () => handle.remove()
  }, [hands, isReady])
}

/** Delete empties the range, Ctrl+D and Ctrl+R fill it. */
export function handleFillKeys<Row>(event: KeyboardEvent, hands: GridHands<Row>): boolean {
  if (event.key === 'Delete' && !event.ctrlKey && !event.shiftKey && !event.altKey) {
    void clearRange(hands)
    return true
  }
  const key = event.key.toLowerCase()
  if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || (key !== 'd' && key !== 'r')) return false
  event.preventDefault()
  void fillRange(hands, key === 'd' ? 'down' : 'right')
  return true
}

export function fillItems<Row>(
  target: MenuTarget<Row>,
  bounds: RangeBounds | null,
  hands: GridHands<Row>,
): readonly GridMenuItem[] {
  if (target.kind === 'header' || bounds === null || hands.setup.write === null) return []
  return [
    { label: clipboardText.fillDown, keys: 'Ctrl+D', run: () => void fillRange(hands, 'down') },
    { label: clipboardText.fillRight, keys: 'Ctrl+R', run: () => void fillRange(hands, 'right') },
    { label: clipboardText.clear, keys: 'Delete', run: () => void clearRange(hands) },
  ]
}
