import { useEffect, type RefObject } from 'react'
import { onDataArrived } from '../state/data-arrivals.ts'
import type { GridHands } from './hands.ts'

/**
 * Lets go of values the backend has taken once its rows are here again. New rows do that themselves; but a step
 * that is undone at once gives rows equal to those before it, which come as the very same object: nothing would
 * tell the table, and it would show what was undone for good.
 */
export function useSettledCells<Row>(hands: RefObject<GridHands<Row> | null>): void {
  useEffect(() => {
    let frame = 0
    const drop = (): void => {
      const setup = hands.current?.setup
      if (setup !== undefined && setup.context.states.dropSettled()) setup.onStatesChanged()
    }
    const stop = onDataArrived(() => {
      cancelAnimationFrame(frame)
      // After React has given the rows to the table.
      frame = requestAnimationFrame(() => (frame = requestAnimationFrame(drop)))
    })
    return () => {
      cancelAnimationFrame(frame)
      stop()
    }
  }, [hands])
}
