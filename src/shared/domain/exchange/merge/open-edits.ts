import {
  chooseDot,
  dotOf,
  dotsOf,
  type Dot,
  hasSeen,
  hasSeenAll,
  isSameDot,
  openDots,
  type Stamp,
  WHOLE_ROW,
} from './stamp.ts'

export interface SettledOpen {
  readonly open: Record<string, readonly Dot[]>
  readonly closed: { column: string; dot: Dot }[]
}

/** Two edits that said the same, as one: the name every site chooses, and the others beside it. */
export function joinTwins(
  ours: Stamp,
  theirs: Stamp,
  column: string,
): { readonly gone: Dot; readonly twins: readonly Dot[] } {
  const sentAll = dotsOf(theirs, column)
  const mineAll = dotsOf(ours, column)
  // Who has seen all of the other's speaks for both.
  if (hasSeenAll(theirs, column, ours)) return { gone: dotOf(theirs, column), twins: sentAll.slice(1) }
  if (hasSeenAll(ours, column, theirs)) return { gone: dotOf(ours, column), twins: mineAll.slice(1) }
  const all = [...mineAll, ...sentAll]
  const gone = all.reduce(chooseDot)
  const twins: Dot[] = []
  for (const dot of all) if (!isSameDot(dot, gone) && !twins.some((other) => isSameDot(other, dot))) twins.push(dot)
  return { gone, twins: twins.toSorted((a, b) => (chooseDot(a, b) === a ? -1 : 1)) }
}

/** What stays open where the row stays as it is here although theirs holds edits it has not. */
export function keepOpen(
  ours: Stamp,
  theirs: Stamp,
  columns: readonly string[],
  left: Dot | null,
  answered: ReadonlyMap<string, readonly Dot[]>,
): SettledOpen {
  const open: Record<string, readonly Dot[]> = {}
  const closed: { column: string; dot: Dot }[] = []
  for (const column of new Set([WHOLE_ROW, ...columns, ...Object.keys(ours.open), ...Object.keys(theirs.open)])) {
    const done = answered.get(column) ?? []
    const kept: Dot[] = []
    const add = (dot: Dot): void => {
      if (done.some((other) => isSameDot(other, dot))) closed.push({ column, dot })
      else if (!kept.some((other) => isSameDot(other, dot))) kept.push(dot)
    }
    if (column === WHOLE_ROW && left !== null) add(left)
    for (const dot of openDots(ours, column)) {
      // What is asked now stands for what was asked of the row before.
      const isPast = column === WHOLE_ROW && left !== null && !isSameDot(dot, left) && hasSeen(theirs, column, dot)
      if (isPast) closed.push({ column, dot })
      else add(dot)
    }
    for (const dot of openDots(theirs, column)) if (!hasSeen(ours, column, dot)) add(dot)
    if (column !== WHOLE_ROW) for (const dot of dotsOf(theirs, column)) if (!hasSeen(ours, column, dot)) add(dot)
    if (kept.length > 0) open[column] = kept
  }
  return { open, closed }
}

/**
 * What stays open: what was open on either side, unless the other side has dealt with it, and what is left open now.
 * `answered` are dealt with by this very merge.
 */
export function settleOpen(
  ours: Stamp,
  theirs: Stamp,
  left: ReadonlyMap<string, readonly Dot[]>,
  answered: ReadonlyMap<string, readonly Dot[]>,
): SettledOpen {
  const open: Record<string, readonly Dot[]> = {}
  const closed: { column: string; dot: Dot }[] = []
  const columns = new Set([...Object.keys(ours.open), ...Object.keys(theirs.open), ...left.keys()])
  for (const column of columns) {
    const done = answered.get(column) ?? []
    const isDone = (dot: Dot): boolean => done.some((other) => isSameDot(other, dot))
    const fresh = left.get(column) ?? []
    const kept: Dot[] = [...fresh]
    for (const dot of openDots(ours, column)) {
      if (fresh.some((other) => isSameDot(dot, other))) continue
      if (isDone(dot) || hasSeen(theirs, column, dot)) closed.push({ column, dot })
      else kept.push(dot)
    }
    for (const dot of openDots(theirs, column))
      if (!hasSeen(ours, column, dot) && !isDone(dot) && !kept.some((other) => isSameDot(other, dot))) kept.push(dot)
    if (kept.length > 0) open[column] = kept
  }
  return { open, closed }
}
