import type { IsoDate } from '../../kit/dates.ts'

/** Both days included; null is open. */
export interface Period {
  readonly from: IsoDate | null
  readonly to: IsoDate | null
}

/** Whether there is a day that lies in both. */
export function overlap(a: Period, b: Period): boolean {
  return (a.to === null || b.from === null || b.from <= a.to) && (b.to === null || a.from === null || a.from <= b.to)
}

/** False where the last day stands before the first. */
export function isInOrder({ from, to }: Period): boolean {
  return from === null || to === null || from <= to
}

/** Whether `inner` leaves `outer` on a side both know. */
export function leaves(inner: Period, outer: Period): boolean {
  return (
    (inner.from !== null && outer.from !== null && inner.from < outer.from) ||
    (inner.to !== null && outer.to !== null && inner.to > outer.to) ||
    (inner.from !== null && outer.to !== null && inner.from > outer.to)
  )
}
