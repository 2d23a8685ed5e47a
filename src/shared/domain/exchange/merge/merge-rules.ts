import type { ContentCells, ContentValue } from '../content.ts'
import type { Dot, Stamp } from './stamp.ts'

/** How a row stands on one side. `stamp.gone` says that it is no longer there; its cells go on being merged. */
export interface RowSide {
  readonly cells: ContentCells
  readonly stamp: Stamp
}

export interface SentRow extends RowSide {
  /** As the sender last had it in common with others, for people to read; a cell it says nothing of was born there. */
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
  /** Whether the row came from who owns it: who does not decide gives way to the owner alone. */
  readonly fromOwner: boolean
  /** Joined rows of a catalogue: the side that keeps it has the word. */
  readonly prevails: 'theirs' | null
  /** What is to be done about a clash; '' is the row. */
  readonly choose: (column: string) => ClashChoice
  /**
   * What shall not be taken over although nothing speaks against it. reject: the clerk does not want it; impossible: it
   * cannot be written here (an unknown code, an MST of another row) and stays open whoever owns the row.
   */
  readonly refuses: (column: string) => 'reject' | 'impossible' | null
  /** Names what this side writes now. */
  readonly decision: Dot
}

export interface CellOutcome {
  /** '' is the row. */
  readonly column: string
  readonly what: 'take' | 'clash' | 'keep'
  /** As both sides last had it; undefined: the cell was born at the sender. */
  readonly old: ContentValue | undefined
  readonly theirs: ContentValue
  readonly ours: ContentValue
  /** What became of a clash; null: it is open. */
  readonly decided: 'ours' | 'theirs' | null
}

export interface RowMerge {
  readonly what: 'none' | 'create' | 'update' | 'delete'
  /** Cells to write; of a row to create all of them. */
  readonly cells: ContentCells
  /** All cells as they are known after it, also of a row that is gone. */
  readonly after: ContentCells
  readonly outcomes: readonly CellOutcome[]
  readonly stamp: Stamp
}
