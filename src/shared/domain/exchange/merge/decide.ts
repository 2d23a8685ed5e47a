import { dotsOf, isSameDot, openDots, type Dot, type Stamp, WHOLE_ROW } from './stamp.ts'

/**
 * What of a row stays open after a clash about a cell, or ('') about the row, was decided. The owner's decision answers
 * all that wait for that cell; about the row, everything the rows hold it was asked about (`theirs`, one for each
 * question). Who gives way answers only this.
 */
export function openAfter(
  ours: Stamp,
  theirs: readonly Stamp[],
  column: string,
  dot: Dot,
  decides: boolean,
): Readonly<Record<string, readonly Dot[]>> {
  const open: Record<string, readonly Dot[]> = {}
  for (const name of Object.keys(ours.open)) {
    const isDone = (one: Dot): boolean => {
      if (name === column) return decides || isSameDot(one, dot)
      return (
        column === WHOLE_ROW && theirs.some((stamp) => dotsOf(stamp, name).some((dotThere) => isSameDot(one, dotThere)))
      )
    }
    const left = openDots(ours, name).filter((one) => !isDone(one))
    if (left.length > 0) open[name] = left
  }
  return open
}
