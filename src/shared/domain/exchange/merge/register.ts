import type { ContentCells, ContentValue } from '../content.ts'
import {
  covers,
  type Dot,
  GONE,
  holdsDot,
  isSameDot,
  joinKnows,
  type Knows,
  knowsOf,
  newStamp,
  othersOf,
  type OtherEdit,
  presenceOf,
  shownDots,
  type Stamp,
  WHOLE_ROW,
} from './stamp.ts'

/** One cell of a row on one side, or ('') whether the row is there. */
export interface Register {
  readonly value: ContentValue
  /** Edits the shown value stands for. None with a value: what is shown was overwritten and cannot be replaced yet. */
  readonly dots: readonly Dot[]
  readonly others: readonly OtherEdit[]
  readonly knows: Knows
}

export function registerOf(stamp: Stamp, column: string, cells: ContentCells): Register {
  const value = column === WHOLE_ROW ? presenceOf(stamp) : (cells[column] ?? null)
  return {
    value,
    dots: shownDots(stamp, column, value),
    others: othersOf(stamp, column),
    knows: knowsOf(stamp, column),
  }
}

/** All edits of a cell with what they say. */
export function editsOf({ value, dots, others }: Register): OtherEdit[] {
  return [...dots.map((dot) => ({ ...dot, value })), ...others]
}

/** What is left of both sides: every edit the other side has too, or has never seen. */
export function joinEdits(ours: Register, theirs: Register): OtherEdit[] {
  const here = editsOf(ours)
  const there = editsOf(theirs)
  const left: OtherEdit[] = []
  for (const edit of here) {
    const same = there.find((one) => isSameDot(one, edit))
    if (same === undefined && covers(theirs.knows, edit)) continue
    // What an edit says may be known to one side alone.
    left.push(edit.value === undefined && same !== undefined ? same : edit)
  }
  for (const edit of there) if (!holdsDot(here, edit) && !covers(ours.knows, edit)) left.push(edit)
  return left
}

/**
 * Values that one side wrote over with these before its eyes, although not with each edit that says them: of two people
 * who say the same, it is enough to have seen one.
 */
export function staleValues(ours: Register, theirs: Register, left: readonly OtherEdit[]): ReadonlySet<ContentValue> {
  const stale = new Set<ContentValue>()
  const sides = [editsOf(ours), editsOf(theirs)] as const
  const isStale = (
    value: ContentValue,
    [here, there]: readonly [readonly OtherEdit[], readonly OtherEdit[]],
  ): boolean =>
    // Whoever says it anew has not given it up.
    !there.some((edit) => edit.value === value) && here.some((edit) => edit.value === value && !holdsDot(left, edit))
  for (const { value } of left)
    if (value !== undefined && (isStale(value, sides) || isStale(value, [sides[1], sides[0]]))) stale.add(value)
  return stale
}

/** Puts cells of a stamp anew; what says nothing special is left out, so that most stamps stay short and alike. */
export class StampWriter {
  private readonly from: Stamp
  private readonly shown: Record<string, readonly Dot[]>
  private readonly others: Record<string, readonly OtherEdit[]>

  constructor(from: Stamp) {
    this.from = from
    this.shown = { ...from.shown }
    this.others = { ...from.others }
  }

  put(column: string, value: ContentValue, dots: readonly Dot[], others: readonly OtherEdit[]): this {
    const [only] = dots
    const isPlain =
      value === null ? dots.length === 0 : dots.length === 1 && only !== undefined && isSameDot(only, this.from.born)
    if (isPlain) Reflect.deleteProperty(this.shown, column)
    else this.shown[column] = dots.map(({ site, count }) => ({ site, count }))
    if (others.length === 0) Reflect.deleteProperty(this.others, column)
    else this.others[column] = others
    return this
  }

  finish(change: Partial<Stamp> = {}): Stamp {
    return { ...this.from, shown: this.shown, others: this.others, ...change }
  }
}

/** The stamp after somebody here changed cells from what they were to `news`. It answers what he saw, nothing else. */
export function editCells(stamp: Stamp, before: ContentCells, news: ContentCells, dot: Dot): Stamp {
  const columns = Object.keys(news)
  if (columns.length === 0) return stamp
  const writer = new StampWriter(stamp)
  const hands = { ...stamp.hands }
  for (const column of columns) {
    const value = news[column] ?? null
    const { others } = registerOf(stamp, column, before)
    const alike = others.filter((edit) => edit.value === value)
    writer.put(
      column,
      value,
      [dot, ...alike],
      others.filter((edit) => edit.value !== value),
    )
    hands[column] = NO_HAND
  }
  return touchRow(
    writer.finish({ knows: joinKnows(stamp.knows, { [dot.site]: dot.count }), hands: tidyHands(hands) }),
    dot,
  )
}

const NO_HAND = { by: null, at: null }

/** A cell that was edited here is told by the history of this file; it is named only where the row says otherwise. */
function tidyHands(hands: Stamp['hands']): Stamp['hands'] {
  if (Object.hasOwn(hands, WHOLE_ROW)) return hands
  return Object.fromEntries(Object.entries(hands).filter(([, { by, at }]) => by !== null || at !== null))
}

/** An edit of a cell says that the row is there: who removes it without having seen the edit is asked. */
export function touchRow(stamp: Stamp, dot: Dot): Stamp {
  if (stamp.gone) return stamp
  const { value, dots, others } = registerOf(stamp, WHOLE_ROW, {})
  const pinned = dots.filter((one) => isPinned(stamp, one) && !isSameDot(one, dot))
  return new StampWriter(stamp).put(WHOLE_ROW, value, [dot, ...pinned], others).finish()
}

/** Whether an edit waits in some cell: nothing done to the row meanwhile has dealt with it. */
function isPinned({ others }: Stamp, dot: Dot): boolean {
  for (const column in others) if (column !== WHOLE_ROW && holdsDot(others[column] ?? [], dot)) return true
  return false
}

/** The stamp after the row was removed here, or put back. */
export function turnRow(stamp: Stamp, dot: Dot): Stamp {
  const { value, dots, others } = registerOf(stamp, WHOLE_ROW, {})
  const gone = !stamp.gone
  const turned = gone ? GONE : 'there'
  const pinned = gone ? dots.filter((one) => isPinned(stamp, one)).map((one) => ({ ...one, value })) : []
  const alike = others.filter((edit) => edit.value === turned)
  const rest = [...others.filter((edit) => edit.value !== turned), ...pinned]
  const knows = joinKnows(stamp.knows, { [dot.site]: dot.count })
  return new StampWriter(stamp).put(WHOLE_ROW, turned, [dot, ...alike], rest).finish({ gone, knows })
}

/** What was done to a row here since it last travelled. */
export interface Settled {
  readonly stamp: Stamp
  /** Columns with an edit; '' when the row was born, removed or put back. */
  readonly news: readonly string[]
}

/**
 * Names the edits of this site by comparing a row (null: it is not there) with how it last travelled. A value that was
 * changed and changed back in between is no edit.
 */
export function settleRow(
  cells: ContentCells | null,
  shadow: { readonly cells: ContentCells; readonly stamp: Stamp } | null,
  columns: readonly string[],
  now: Dot,
): Settled {
  if (shadow === null) {
    const born = newStamp(now.site, now.count)
    return { stamp: cells === null ? { ...born, gone: true } : born, news: [WHOLE_ROW] }
  }
  const { stamp } = shadow
  if (cells === null) return stamp.gone ? { stamp, news: [] } : { stamp: turnRow(stamp, now), news: [WHOLE_ROW] }
  const changed = columns.filter((name) => (cells[name] ?? null) !== (shadow.cells[name] ?? null))
  const there = stamp.gone ? turnRow(stamp, now) : stamp
  const news = Object.fromEntries(changed.map((name) => [name, cells[name] ?? null]))
  return {
    stamp: editCells(there, shadow.cells, news, now),
    news: stamp.gone ? [WHOLE_ROW, ...changed] : changed,
  }
}
