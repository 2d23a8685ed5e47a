import type { RowMerge, MergeRules, RowSide, SentRow } from './merge-rules.ts'
import { chooseFor, nothing, pickCells } from './merge-rules.ts'
import { joinTwins, keepOpen, settleOpen, type SettledOpen } from './open-edits.ts'
import {
  dotOf,
  dotsOf,
  type Dot,
  hasSeen,
  hasSeenAll,
  isSameDot,
  joinKnows,
  type Stamp,
  WHOLE_ROW,
  withoutTwins,
} from './stamp.ts'

// A row that is there on one side and gone on the other, or gone on both.

export function bothGone(ours: RowSide, theirs: SentRow): RowMerge {
  const { gone, twins } = joinTwins(ours.stamp, theirs.stamp, WHOLE_ROW)
  const { open, closed } = settleOpen(ours.stamp, theirs.stamp, new Map(), new Map())
  const stamp = {
    ...ours.stamp,
    gone,
    open,
    knows: joinKnows(ours.stamp.knows, theirs.stamp.knows),
    twins: { ...withoutTwins(ours.stamp.twins, [WHOLE_ROW]), ...(twins.length > 0 ? { [WHOLE_ROW]: twins } : {}) },
  }
  return { ...nothing(stamp), closed }
}

export function removedThere(ours: RowSide, theirs: SentRow, rules: MergeRules): RowMerge {
  const gone = dotOf(theirs.stamp, WHOLE_ROW)
  const isKnown = hasSeenAll(ours.stamp, WHOLE_ROW, theirs.stamp)
  const isEdited = unseen(ours.stamp, theirs.stamp, rules.columns)
  return decideRow(ours, theirs, rules, {
    dot: gone,
    isKnown,
    isFree: !isEdited,
    take: (stamp, dot) => {
      const twins = dot === null ? dotsOf(theirs.stamp, WHOLE_ROW).slice(1) : []
      const kept = withoutTwins(stamp.twins, [WHOLE_ROW])
      const after = { ...stamp, gone: dot ?? gone, twins: twins.length > 0 ? { ...kept, [WHOLE_ROW]: twins } : kept }
      return { what: 'delete', cells: {}, stamp: after }
    },
    keep: (stamp, dot) => (dot === null ? stamp : reborn(stamp, dot, rules.columns)),
  })
}

export function removedHere(ours: RowSide, theirs: SentRow, rules: MergeRules): RowMerge {
  const isFree = hasSeenAll(theirs.stamp, WHOLE_ROW, ours.stamp)
  return decideRow(ours, theirs, rules, {
    // Everybody knows the birth of an old row; the question is about what was edited since.
    dot: lastUnseen(theirs.stamp, ours.stamp, rules.columns) ?? theirs.stamp.born,
    isKnown: !isFree && !unseen(theirs.stamp, ours.stamp, rules.columns),
    isFree,
    take: (stamp, dot) => {
      const alive = { ...theirs.stamp, knows: stamp.knows, open: stamp.open, gone: null }
      return {
        what: 'create',
        cells: pickCells(theirs.cells, rules.columns),
        stamp: dot === null ? alive : reborn(alive, dot, rules.columns),
      }
    },
    keep: (stamp, dot) =>
      dot === null ? stamp : { ...stamp, gone: dot, twins: withoutTwins(stamp.twins, [WHOLE_ROW]) },
  })
}

interface RowQuestion {
  /** The edit of theirs the question is about. */
  readonly dot: Dot
  /** It was dealt with here before. */
  readonly isKnown: boolean
  /** Nothing here speaks against it. */
  readonly isFree: boolean
  /** With the dot of this side's own decision, or null when it is no decision. */
  readonly take: (stamp: Stamp, decision: Dot | null) => Pick<RowMerge, 'what' | 'cells' | 'stamp'>
  readonly keep: (stamp: Stamp, decision: Dot | null) => Stamp
}

/** A row that is there on one side and gone on the other. */
function decideRow(ours: RowSide, theirs: SentRow, rules: MergeRules, question: RowQuestion): RowMerge {
  const answered = new Map([[WHOLE_ROW, [question.dot, ...rules.pending(WHOLE_ROW)]]])
  /** The stamp where theirs is taken as it is. */
  const adopted = (): Joined => joinStamps(ours, theirs, settleOpen(ours.stamp, theirs.stamp, new Map(), answered))
  /** The stamp where ours stays: what they edited and we do not take stays open, cell by cell. */
  const kept = (left: Dot | null, done: ReadonlyMap<string, readonly Dot[]>): Joined =>
    joinStamps(ours, theirs, keepOpen(ours.stamp, theirs.stamp, rules.columns, left, done))
  if (question.isKnown) {
    const { stamp, closed } = kept(null, new Map())
    return { ...nothing(question.keep(stamp, null)), closed }
  }
  const outcome = { column: WHOLE_ROW, old: null, theirs: null, ours: null }
  const refused = rules.refuses(WHOLE_ROW)
  if (question.isFree && refused === null) {
    const { stamp, closed } = adopted()
    const taken = question.take(stamp, null)
    return { ...taken, outcomes: [{ ...outcome, what: 'take', decided: null }], opened: [], closed }
  }
  const what = question.isFree ? 'keep' : 'clash'
  const choice = chooseFor(rules, WHOLE_ROW, refused, question.isFree)
  if (choice === 'theirs') {
    const { stamp, closed } = adopted()
    const decision = rules.decides ? rules.decision : null
    const taken = question.take(withDecision(stamp, decision), decision)
    return { ...taken, outcomes: [{ ...outcome, what, decided: 'theirs' }], opened: [], closed }
  }
  if (choice === 'ours' && rules.decides) {
    const { stamp, closed } = kept(null, answerRow(theirs.stamp, rules.columns, question.dot, rules.pending(WHOLE_ROW)))
    const stays = question.keep(withDecision(stamp, rules.decision), rules.decision)
    return { ...nothing(stays), outcomes: [{ ...outcome, what, decided: 'ours' }], closed }
  }
  const { stamp, closed } = kept(question.dot, new Map())
  return {
    ...nothing(stamp),
    outcomes: [{ ...outcome, what, decided: null }],
    opened: [{ column: WHOLE_ROW, dot: question.dot, base: null, theirs: null }],
    closed,
  }
}

/** Who decides about a row has seen all edits the other side's holds. */
export function answerRow(
  theirs: Stamp,
  columns: readonly string[],
  dot: Dot,
  pending: readonly Dot[],
): ReadonlyMap<string, readonly Dot[]> {
  const answered = new Map<string, readonly Dot[]>(columns.map((column) => [column, dotsOf(theirs, column)]))
  return answered.set(WHOLE_ROW, [dot, ...dotsOf(theirs, WHOLE_ROW), ...pending])
}

interface Joined {
  readonly stamp: Stamp
  readonly closed: RowMerge['closed']
}

function joinStamps(ours: RowSide, theirs: SentRow, { open, closed }: SettledOpen): Joined {
  return { stamp: { ...ours.stamp, open, knows: joinKnows(ours.stamp.knows, theirs.stamp.knows) }, closed }
}

function withDecision(stamp: Stamp, decision: Dot | null): Stamp {
  return decision === null ? stamp : { ...stamp, knows: joinKnows(stamp.knows, { [decision.site]: decision.count }) }
}

/** The same cells, but the row is there by a new decision. */
function reborn(stamp: Stamp, born: Dot, columns: readonly string[]): Stamp {
  const cells: Record<string, Dot> = {}
  for (const column of columns) {
    const dot = dotOf(stamp, column)
    if (!isSameDot(dot, born)) cells[column] = dot
  }
  return { ...stamp, born, cells, gone: null, twins: withoutTwins(stamp.twins, [WHOLE_ROW]) }
}

/** Whether one side holds edits, or the row itself, that the other has not seen. */
function unseen(holder: Stamp, other: Stamp, columns: readonly string[]): boolean {
  return lastUnseen(holder, other, columns) !== null
}

/** The newest of them. */
function lastUnseen(holder: Stamp, other: Stamp, columns: readonly string[]): Dot | null {
  let last = hasSeen(other, WHOLE_ROW, holder.born) ? null : holder.born
  for (const column of columns)
    for (const dot of dotsOf(holder, column))
      if (!hasSeen(other, column, dot) && (last === null || dot.count > last.count)) last = dot
  return last
}
