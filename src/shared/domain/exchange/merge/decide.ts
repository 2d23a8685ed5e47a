import type { ContentCells, ContentValue } from '../content.ts'
import { answer } from './merge-cell.ts'
import type { RowSide } from './merge-rules.ts'
import { editsOf, registerOf, StampWriter, touchRow } from './register.ts'
import { type Dot, GONE, isSameDot, joinKnows, othersOf, type Stamp, WHOLE_ROW } from './stamp.ts'

export interface Decision {
  readonly column: string
  /** The edit that waits. */
  readonly dot: Dot
  readonly choice: 'ours' | 'theirs'
  /** Whether this side owns the row; else it gives way. */
  readonly decides: boolean
  readonly now: Dot
  /** What it says, where the stamp does not tell (files of the first versions). */
  readonly said?: ContentValue | undefined
}

export interface Decided extends RowSide {
  /** Cells that change. */
  readonly changed: ContentCells
}

/** A row after a clash was decided that had been left open. Null: the edit does not wait any more. */
export function decideRow(side: RowSide, decision: Decision): Decided | null {
  const { column, dot, choice } = decision
  const edit = othersOf(side.stamp, column).find((one) => isSameDot(one, dot))
  const value = edit?.value ?? (edit?.value === null ? null : decision.said)
  if (edit === undefined || value === undefined) return null
  const first = answerOne(side, column, value, decision)
  if (column !== WHOLE_ROW || choice === 'ours' || first.stamp.gone) return first
  // Their row is there by their word; where its cells differ, theirs go with it.
  let decided: Decided = first
  for (const name of Object.keys(first.stamp.others)) {
    const other = othersOf(first.stamp, name).find(({ site, value }) => site === dot.site && value !== undefined)
    if (name === WHOLE_ROW || other?.value === undefined) continue
    const next = answerOne(decided, name, other.value, decision)
    decided = { ...next, changed: { ...decided.changed, ...next.changed } }
  }
  return decided
}

function answerOne({ cells, stamp }: RowSide, column: string, theirs: ContentValue, decision: Decision): Decided {
  const { choice, decides, now } = decision
  const register = registerOf(stamp, column, cells)
  const chosen = choice === 'theirs' ? theirs : register.value
  const { value, dots, others } = answer(register.value, editsOf(register), chosen, { decides, decision: now })
  const knows = joinKnows(stamp.knows, { [now.site]: now.count })
  const gone = column === WHOLE_ROW ? value === GONE : stamp.gone
  const answered: Stamp = new StampWriter(stamp).put(column, value, dots, others).finish({ knows, gone })
  const after = decides && column !== WHOLE_ROW ? touchRow(answered, now) : answered
  if (column === WHOLE_ROW || value === register.value) return { cells, stamp: after, changed: {} }
  return { cells: { ...cells, [column]: value }, stamp: after, changed: { [column]: value } }
}
