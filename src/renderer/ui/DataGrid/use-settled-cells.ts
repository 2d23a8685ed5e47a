import { useEffect, type RefObject } from 'react'
import { dataTurn, isReading, onDataArrived } from '../state/data-arrivals.ts'
import type { CellStates } from './cell-states.ts'
import type { GridHands } from './hands.ts'

/** So long after an answer of the backend, with nothing being read, the word that something changed has long come. */
const QUIET_MS = 1000

/**
 * Lets go of values the backend has taken, once everything was read again after it had them. Rows that say the same let
 * go of them at once (`dropSaid`); what is left is what the backend wrote in its own way, and what was undone at once:
 * then the rows are equal to those before and come as the very same object, and nothing else would tell the table.
 *
 * Never earlier: rows arrive for many reasons, and for one frame the cell would show its old value. A Ctrl+arrow
 * pressed in that frame would end somewhere else.
 */
export function useSettledCells<Row>(hands: RefObject<GridHands<Row> | null>, states: CellStates): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const drop = (before: number): void => {
      const setup = hands.current?.setup
      if (setup !== undefined && states.dropSettled(before)) setup.onStatesChanged()
    }
    const stopArrivals = onDataArrived(() => {
      if (states.hasSettled()) drop(dataTurn())
    })
    let quietAt = 0
    const whenQuiet = (): void => {
      const left = isReading() ? QUIET_MS : quietAt - performance.now()
      timer = left > 0 ? setTimeout(whenQuiet, left) : undefined
      if (timer === undefined) drop(Infinity)
    }
    // Asked for each cell of a paste: the clock is read, and one timer runs.
    const stopSettled = states.onSettled(() => {
      quietAt = performance.now() + QUIET_MS
      timer ??= setTimeout(whenQuiet, QUIET_MS)
    })
    return () => {
      clearTimeout(timer)
      stopArrivals()
      stopSettled()
    }
  }, [hands, states])
}
