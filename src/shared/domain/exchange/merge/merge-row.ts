import type { ContentCells, ContentValue } from '../content.ts'
import {
  chooseDot,
  dotOf,
  dotsOf,
  type Dot,
  hasSeen,
  hasSeenAll,
  isSameDot,
  joinKnows,
  openDots,
  type Stamp,
  WHOLE_ROW,
  withoutTwins,
} from './stamp.ts'

/** How a row stands on one side. `stamp.gone` says that it is no longer there; its cells are then as they were last. */
export interface RowSide {
  readonly cells: ContentCells
  readonly stamp: Stamp
}

export interface SentRow extends RowSide {
  /** As both sides last had it, for people to read; it decides only where the row came without a stamp of its own. */
  readonly base: ContentCells
  /** The row came without a stamp: its base alone says what was changed. */
  readonly isBare?: boolean
}

export type ClashChoice = 'ours' | 'theirs' | 'leave'

export interface MergeRules {
  /** The table's columns; those the sender says nothing of stay as they are. */
  readonly columns: readonly string[]
  /** Whether this side owns the row, and with it decides what both sides changed. */
  readonly decides: boolean
  /** Both rows were born on their own and turn out to be one: an empty cell then says nothing. */
  readonly joined: boolean
  /** Joined rows of a catalogue: the side that keeps it has the word. */
  readonly prevails: 'ours' | 'theirs' | null
  /** What is to be done about a clash; '' is the row. */
  readonly choose: (column: string) => ClashChoice
  /**
   * What shall not be taken over although nothing speaks against it. reject: the clerk does not want it; impossible: it
   * cannot be written here (an unknown code, an MST of another row) and stays open whoever owns the row.
   */
  readonly refuses: (column: string) => 'reject' | 'impossible' | null
  /** Edits with their values that wait for a decision here already, by column. */
  readonly pending: (column: string) => readonly Dot[]
  /** Names what this side decides now. */
  readonly decision: Dot
}

export interface CellOutcome {
  /** '' is the row. */
  readonly column: string
  readonly what: 'take' | 'clash' | 'keep'
  readonly old: ContentValue
  readonly theirs: ContentValue
  readonly ours: ContentValue
  /** What became of a clash; null: it is open. */
  readonly decided: 'ours' | 'theirs' | null
}

export interface OpenedClash {
  readonly column: string
  readonly dot: Dot
  readonly base: ContentValue
  /** Of a row: null when it is gone there. */
  readonly theirs: ContentValue
}

export interface RowMerge {
  readonly what: 'none' | 'create' | 'update' | 'delete'
  /** Cells to write; of a row to create all of them. */
  readonly cells: ContentCells
  readonly outcomes: readonly CellOutcome[]
  readonly stamp: Stamp
  readonly opened: readonly OpenedClash[]
  /** Clashes that are answered, by this row or by the decision. */
  readonly closed: readonly { readonly column: string; readonly dot: Dot }[]
}

/**
 * The rule itself, for one cell (semantics "Merge between sites"): with base B, ours O and theirs T, T = B keeps O,
 * O = B takes T, O = T is nothing to do, anything else was changed on both sides. `undefined`: no base in common.
 */
export function compareThree(
  base: ContentValue | undefined,
  ours: ContentValue,
  theirs: ContentValue,
): 'same' | 'keep' | 'take' | 'clash' {
  if (ours === theirs) return 'same'
  if (base !== undefined && theirs === base) return 'keep'
  if (base !== undefined && ours === base) return 'take'
  return 'clash'
}

/** Merges a row that came with the one that is here; null where there is none and never was. Changes nothing itself. */
export function mergeRow(ours: RowSide | null, theirs: SentRow, rules: MergeRules): RowMerge {
  if (ours === null) return theirs.stamp.gone === null ? bringIn(theirs, rules) : nothing(theirs.stamp)
  const oursGone = ours.stamp.gone !== null
  const theirsGone = theirs.stamp.gone !== null
  if (oursGone && theirsGone) return bothGone(ours, theirs)
  if (theirsGone) return removedThere(ours, theirs, rules)
  if (oursGone) return removedHere(ours, theirs, rules)
  return mergeCells(ours, theirs, rules)
}

function nothing(stamp: Stamp): RowMerge {
  return { what: 'none', cells: {}, outcomes: [], stamp, opened: [], closed: [] }
}

/** A row that is new here. Rejected, it is open like a clash, so that it is offered again. */
function bringIn(theirs: SentRow, rules: MergeRules): RowMerge {
  const outcome = { column: WHOLE_ROW, old: null, theirs: null, ours: null, decided: null } as const
  if (rules.refuses(WHOLE_ROW) !== null) {
    const kept = { ...outcome, what: 'keep' } as const
    return { ...nothing(theirs.stamp), outcomes: [kept] }
  }
  return {
    what: 'create',
    cells: pickCells(theirs.cells, rules.columns),
    outcomes: [{ ...outcome, what: 'take' }],
    stamp: theirs.stamp,
    opened: [],
    closed: [],
  }
}

function bothGone(ours: RowSide, theirs: SentRow): RowMerge {
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

/** Two edits that said the same, as one: the name every site chooses, and the others beside it. */
function joinTwins(ours: Stamp, theirs: Stamp, column: string): { readonly gone: Dot; readonly twins: readonly Dot[] } {
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

function removedThere(ours: RowSide, theirs: SentRow, rules: MergeRules): RowMerge {
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

function removedHere(ours: RowSide, theirs: SentRow, rules: MergeRules): RowMerge {
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

interface SettledOpen {
  readonly open: Record<string, readonly Dot[]>
  readonly closed: { column: string; dot: Dot }[]
}

function joinStamps(ours: RowSide, theirs: SentRow, { open, closed }: SettledOpen): Joined {
  return { stamp: { ...ours.stamp, open, knows: joinKnows(ours.stamp.knows, theirs.stamp.knows) }, closed }
}

/** What stays open where the row stays as it is here although theirs holds edits it has not. */
function keepOpen(
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

function mergeCells(ours: RowSide, theirs: SentRow, rules: MergeRules): RowMerge {
  const cells: Record<string, ContentValue> = {}
  const dots = new Map<string, Dot>()
  const twins: Record<string, readonly Dot[]> = {}
  const keepTwins = (column: string, list: readonly Dot[]): void => {
    if (list.length > 0) twins[column] = list
  }
  const outcomes: CellOutcome[] = []
  const opened: OpenedClash[] = []
  const left = new Map<string, readonly Dot[]>()
  const answered = new Map<string, readonly Dot[]>()
  let decidedAny = false
  for (const column of rules.columns) {
    const mine = dotOf(ours.stamp, column)
    if (!Object.hasOwn(theirs.cells, column)) {
      dots.set(column, mine)
      keepTwins(column, dotsOf(ours.stamp, column).slice(1))
      continue
    }
    const sent = dotOf(theirs.stamp, column)
    const here = ours.cells[column] ?? null
    const there = theirs.cells[column] ?? null
    const verdict = judge(ours, theirs, rules, column, { mine, sent, here, there })
    const sentAll = dotsOf(theirs.stamp, column)
    if (verdict === 'keep') {
      dots.set(column, mine)
      keepTwins(column, dotsOf(ours.stamp, column).slice(1))
      continue
    }
    if (verdict === 'same') {
      const joined = joinTwins(ours.stamp, theirs.stamp, column)
      dots.set(column, joined.gone)
      keepTwins(column, joined.twins)
      answered.set(column, [
        ...sentAll,
        ...openDots(ours.stamp, column).filter((dot) => hasSeen(theirs.stamp, column, dot)),
      ])
      continue
    }
    const old = theirs.base[column] ?? null
    const outcome = { column, old, theirs: there, ours: here }
    const refused = rules.refuses(column)
    if (verdict === 'take' && refused === null) {
      cells[column] = there
      dots.set(column, sent)
      keepTwins(column, sentAll.slice(1))
      answered.set(column, sentAll)
      outcomes.push({ ...outcome, what: 'take', decided: null })
      continue
    }
    const what = verdict === 'take' ? 'keep' : 'clash'
    const choice = chooseFor(rules, column, refused, what === 'keep')
    if (choice === 'theirs' || (choice === 'ours' && rules.decides)) {
      if (choice === 'theirs') cells[column] = there
      // Whose decision it is, is a new edit; who gives way takes the other's as it is.
      dots.set(column, rules.decides ? rules.decision : sent)
      if (!rules.decides) keepTwins(column, sentAll.slice(1))
      decidedAny ||= rules.decides
      answered.set(column, [...sentAll, ...rules.pending(column)])
      outcomes.push({ ...outcome, what, decided: choice })
      continue
    }
    dots.set(column, mine)
    keepTwins(column, dotsOf(ours.stamp, column).slice(1))
    const unmet = sentAll.filter((dot) => !hasSeen(ours.stamp, column, dot))
    left.set(column, unmet)
    opened.push({ column, dot: unmet[0] ?? sent, base: old, theirs: there })
    outcomes.push({ ...outcome, what, decided: null })
  }
  const { open, closed } = settleOpen(ours.stamp, theirs.stamp, left, answered)
  const born = isSameDot(ours.stamp.born, theirs.stamp.born)
    ? ours.stamp.born
    : chooseDot(ours.stamp.born, theirs.stamp.born)
  const named: Record<string, Dot> = {}
  for (const [column, dot] of dots) if (!isSameDot(dot, born)) named[column] = dot
  const knows = joinKnows(ours.stamp.knows, theirs.stamp.knows)
  const { decision } = rules
  return {
    what: Object.keys(cells).length > 0 ? 'update' : 'none',
    cells,
    outcomes,
    stamp: {
      knows: decidedAny ? joinKnows(knows, { [decision.site]: decision.count }) : knows,
      born,
      cells: named,
      open,
      gone: null,
      twins,
    },
    opened,
    closed,
  }
}

function chooseFor(
  rules: MergeRules,
  column: string,
  refused: 'reject' | 'impossible' | null,
  isFree: boolean,
): ClashChoice {
  if (refused === 'impossible') return 'leave'
  if (isFree) return rules.decides ? 'ours' : 'leave'
  return refused === 'reject' ? (rules.decides ? 'ours' : 'leave') : rules.choose(column)
}

interface CellPair {
  readonly mine: Dot
  readonly sent: Dot
  readonly here: ContentValue
  readonly there: ContentValue
}

/** Finds the base the two edits have in common, and asks the rule. */
function judge(
  ours: RowSide,
  theirs: SentRow,
  rules: MergeRules,
  column: string,
  { mine, sent, here, there }: CellPair,
): ReturnType<typeof compareThree> {
  // Also where both say the same: what we have is newer, and keeps its name.
  if (hasSeenAll(ours.stamp, column, theirs.stamp)) return 'keep'
  if (isSameDot(mine, sent)) return 'same'
  if (hasSeenAll(theirs.stamp, column, ours.stamp)) return compareThree(here, here, there)
  if (theirs.isBare === true) return compareThree(theirs.base[column] ?? null, here, there)
  if (!rules.joined || here === there) return compareThree(undefined, here, there)
  if (here === null || there === null) return compareThree(null, here, there)
  return rules.prevails === null ? 'clash' : rules.prevails === 'theirs' ? 'take' : 'keep'
}

/**
 * What stays open: what was open on either side, unless the other side has dealt with it, and what is left open now.
 * `answered` are dealt with by this very merge.
 */
function settleOpen(
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

function pickCells(cells: ContentCells, columns: readonly string[]): ContentCells {
  return Object.fromEntries(columns.map((column) => [column, cells[column] ?? null]))
}
