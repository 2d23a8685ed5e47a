import type { ContentCells, ContentValue } from '../content.ts'
import type { Dot, Stamp } from './stamp.ts'

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
  /**
   * Whether the row came from who owns it. Who does not decide gives way to the owner alone: two sites that gave way to
   * each other would swap their edits, each believing that it had seen the other's, and the owner would not be asked.
   */
  readonly fromOwner: boolean
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

export function nothing(stamp: Stamp): RowMerge {
  return { what: 'none', cells: {}, outcomes: [], stamp, opened: [], closed: [] }
}

export function chooseFor(
  rules: MergeRules,
  column: string,
  refused: 'reject' | 'impossible' | null,
  isFree: boolean,
): ClashChoice {
  if (refused === 'impossible') return 'leave'
  if (isFree) return rules.decides ? 'ours' : 'leave'
  if (refused === 'reject') return rules.decides ? 'ours' : 'leave'
  const chosen = rules.choose(column)
  return chosen === 'theirs' && !rules.decides && !rules.fromOwner ? 'leave' : chosen
}

export function pickCells(cells: ContentCells, columns: readonly string[]): ContentCells {
  if (columns.every((column) => Object.hasOwn(cells, column))) return cells
  const picked: Record<string, ContentValue> = {}
  for (const column of columns) picked[column] = cells[column] ?? null
  return picked
}
