import type { ContentValue } from '../content.ts'
import { bothGone, removedHere, removedThere } from './merge-presence.ts'
import {
  chooseFor,
  nothing,
  pickCells,
  type CellOutcome,
  type MergeRules,
  type OpenedClash,
  type RowMerge,
  type RowSide,
  type SentRow,
} from './merge-rules.ts'
import { joinTwins, settleOpen } from './open-edits.ts'
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
  WHOLE_ROW,
} from './stamp.ts'

export type { CellOutcome, ClashChoice, MergeRules, OpenedClash, RowMerge, RowSide, SentRow } from './merge-rules.ts'

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
