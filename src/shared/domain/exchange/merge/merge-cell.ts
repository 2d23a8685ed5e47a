import type { ContentValue } from '../content.ts'
import type { CellOutcome, ClashChoice, MergeRules } from './merge-rules.ts'
import { editsOf, joinEdits, staleValues, type Register } from './register.ts'
import { type Dot, holdsDot, type OtherEdit, WHOLE_ROW } from './stamp.ts'

/** What a cell is after a merge. */
export interface CellMerge {
  readonly value: ContentValue
  readonly dots: readonly Dot[]
  readonly others: readonly OtherEdit[]
  /** Null where there is nothing to tell. */
  readonly outcome: Pick<CellOutcome, 'what' | 'theirs' | 'decided'> | null
  /** This side wrote an edit of its own into the cell. */
  readonly wrote: boolean
  /** Somebody here said what the cell shall be, so that it also speaks for the row. */
  readonly said: boolean
}

/**
 * The rule itself (semantics "Merge between sites"). With what is left of both sides' edits: theirs wrote over ours, it
 * is taken (O = B); ours wrote over theirs, it stays (T = B); all that is left says the same, nothing is to be done
 * (O = T); else it is a clash. Whatever is dropped here is written over by an edit of this side, never just left out:
 * two sites that drop each other's edits would be left with none.
 */
export function mergeCell(ours: Register, theirs: Register, column: string, rules: MergeRules): CellMerge {
  const left = joinEdits(ours, theirs)
  const isMine = left.some((edit) => edit.value === ours.value)
  const isTheirs = theirs.dots.some((dot) => holdsDot(left, dot))
  if (!isMine && (ours.dots.length > 0 || left.length > 0)) {
    if (isTheirs) return takeOver(ours, theirs, column, left, rules)
    // Nothing is left of ours, and of theirs only what the sender does not show either.
    return settle(ours.value, left, left.length === 0 ? ours.dots : [])
  }
  // Of a whole row, to have seen one edit of several is not to have seen them all.
  const stale = column === WHOLE_ROW ? new Set<ContentValue>() : staleValues(ours, theirs, left)
  const fresh = left.filter(({ value }) => value === undefined || !stale.has(value))
  const hasFresh = fresh.some(({ value }) => value !== undefined)
  if (stale.size === 0 || !hasFresh) return settleRivals(ours, theirs, column, left, rules)
  if (!stale.has(ours.value)) {
    const kept = settleRivals(ours, theirs, column, fresh, rules)
    return kept.wrote ? kept : { ...kept, dots: [...kept.dots, rules.decision], wrote: true }
  }
  // Ours agreed with what was written over.
  const taken = fresh.find(({ value }) => value === theirs.value) ?? fresh.find(({ value }) => value !== undefined)
  if (taken === undefined) return settleRivals(ours, theirs, column, left, rules)
  return takeOver(ours, { ...theirs, value: taken.value ?? null }, column, fresh, rules, true)
}

/** A value with the edits that say it, and those that say something else. */
function settle(
  value: ContentValue,
  left: readonly OtherEdit[],
  dots: readonly Dot[] = left.filter((edit) => edit.value === value),
): CellMerge {
  const others = left.filter((edit) => edit.value !== value)
  return { value, dots, others, outcome: null, wrote: false, said: false }
}

/** Theirs has seen ours. */
function takeOver(
  ours: Register,
  theirs: Register,
  column: string,
  left: readonly OtherEdit[],
  rules: MergeRules,
  byAgreement = false,
): CellMerge {
  const refused = rules.refuses(column)
  const outcome = { what: 'take', theirs: theirs.value, decided: null } as const
  if (refused === null) {
    const taken = settle(theirs.value, left)
    return byAgreement
      ? { ...taken, dots: [...taken.dots, rules.decision], outcome, wrote: true }
      : { ...taken, outcome }
  }
  const kept = { ...outcome, what: 'keep' } as const
  if (refused === 'impossible') return { ...settle(ours.value, left, []), outcome: kept }
  // The clerk says again what was there: the owner decides by it, anybody else asks the owner.
  const others = rules.decides ? left.filter(({ value }) => value === undefined) : left
  const decided = rules.decides ? 'ours' : null
  return {
    value: ours.value,
    dots: [rules.decision],
    others,
    outcome: { ...kept, decided },
    wrote: true,
    said: true,
  }
}

function settleRivals(
  ours: Register,
  theirs: Register,
  column: string,
  left: readonly OtherEdit[],
  rules: MergeRules,
): CellMerge {
  const kept = settle(ours.value, left)
  const rivals = kept.others.filter(({ value }) => value !== undefined)
  const shown = rivals.find((edit) => edit.value === theirs.value)
  const known = editsOf(ours)
  const rival = shown ?? rivals.find((edit) => !holdsDot(known, edit))
  // What waited before and is not said by this row waits on without a word.
  if (rival === undefined) return kept
  const value = rival.value ?? null
  // Of what both have from birth, the keeper's word is simply taken.
  if (rules.prevails === 'theirs' && column !== WHOLE_ROW && shown !== undefined && rules.refuses(column) === null)
    return {
      ...answer(ours.value, left, value, { ...rules, decides: false }),
      outcome: { what: 'take', theirs: value, decided: null },
    }
  const choice = chooseFor(rules, column, shown !== undefined)
  const outcome = { what: 'clash', theirs: value } as const
  if (choice === 'leave' || (choice === 'ours' && !rules.decides))
    return { ...kept, outcome: { ...outcome, decided: null } }
  const chosen = choice === 'theirs' ? value : ours.value
  return { ...answer(ours.value, left, chosen, rules), outcome: { ...outcome, decided: choice } }
}

/**
 * The owner's word answers everything that waits in the cell. Who gives way says the other's over his own; what others
 * said there is not his to answer.
 */
export function answer(
  ours: ContentValue,
  left: readonly OtherEdit[],
  value: ContentValue,
  { decides, decision }: Pick<MergeRules, 'decides' | 'decision'>,
): Omit<CellMerge, 'outcome'> {
  const others = left.filter((edit) =>
    decides ? edit.value === undefined : edit.value !== ours && edit.value !== value,
  )
  const alike = decides ? [] : left.filter((edit) => edit.value === value)
  return { value, dots: [...alike, decision], others, wrote: true, said: decides }
}

function chooseFor(rules: MergeRules, column: string, isShown: boolean): ClashChoice {
  const refused = rules.refuses(column)
  if (refused === 'impossible') return 'leave'
  if (refused === 'reject') return rules.decides ? 'ours' : 'leave'
  const chosen = rules.choose(column)
  return chosen === 'theirs' && !rules.decides && !(rules.fromOwner && isShown) ? 'leave' : chosen
}
