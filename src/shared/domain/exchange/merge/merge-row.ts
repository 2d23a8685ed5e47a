import type { ContentCells, ContentValue } from '../content.ts'
import { mergeCell, type CellMerge } from './merge-cell.ts'
import type { CellOutcome, MergeRules, RowMerge, RowSide, SentRow } from './merge-rules.ts'
import { registerOf, StampWriter, touchRow, type Register } from './register.ts'
import {
  GONE,
  type Hand,
  handOf,
  isSameDot,
  joinKnows,
  type Knows,
  knowsOf,
  type OtherEdit,
  type Stamp,
  THERE,
  WHOLE_ROW,
} from './stamp.ts'

export type { CellOutcome, ClashChoice, MergeRules, RowMerge, RowSide, SentRow } from './merge-rules.ts'

/**
 * Merges a row that came with the one that is here; null where there is none and never was. Changes nothing itself.
 * Whether the row is there is merged like a cell, and each edit of a cell says again that it is: a removal and an edit
 * that had not seen each other are then two edits that differ, and a row that is gone keeps merging its cells unseen.
 */
export function mergeRow(ours: RowSide | null, theirs: SentRow, rules: MergeRules): RowMerge {
  if (ours === null) return bringIn(theirs, rules)
  return new RowMerger(ours, theirs, rules).merge()
}

/** A row that is new here. Rejected, it is as if it had not come, so that it is offered again. */
function bringIn({ cells, stamp }: SentRow, rules: MergeRules): RowMerge {
  const after = pickCells(cells, rules.columns)
  if (stamp.gone) return { what: 'none', cells: {}, after, outcomes: [], stamp }
  const outcome = { column: WHOLE_ROW, old: undefined, theirs: null, ours: null, decided: null } as const
  if (rules.refuses(WHOLE_ROW) !== null)
    return { what: 'none', cells: {}, after, outcomes: [{ ...outcome, what: 'keep' }], stamp }
  return { what: 'create', cells: after, after, outcomes: [{ ...outcome, what: 'take' }], stamp }
}

class RowMerger {
  private readonly ours: RowSide
  private readonly theirs: SentRow
  private readonly rules: MergeRules
  private readonly writer: StampWriter
  private readonly outcomes: CellOutcome[] = []
  private readonly cells: Record<string, ContentValue>
  private readonly changed: Record<string, ContentValue> = {}
  private readonly hands: Record<string, Hand>
  private readonly lags: Record<string, Knows> = {}
  private readonly knows: Knows
  private wrote = false
  private said = false

  constructor(ours: RowSide, theirs: SentRow, rules: MergeRules) {
    this.ours = ours
    this.theirs = theirs
    this.rules = rules
    this.writer = new StampWriter(ours.stamp)
    this.cells = { ...pickCells(ours.cells, rules.columns) }
    this.hands = { ...ours.stamp.hands }
    this.knows = joinKnows(ours.stamp.knows, theirs.stamp.knows)
  }

  merge(): RowMerge {
    const { ours, rules } = this
    const wasThere = !ours.stamp.gone
    const presence = this.mergePresence()
    const isThere = presence.value === THERE
    for (const column of rules.columns) this.mergeColumn(column, wasThere && isThere)
    const stamp = this.finishStamp(!isThere)
    const turned = isThere === wasThere ? null : isThere ? 'create' : 'delete'
    const what = turned ?? (isThere && Object.keys(this.changed).length > 0 ? 'update' : 'none')
    const cells = what === 'create' ? this.cells : what === 'update' ? this.changed : {}
    return { what, cells, after: this.cells, outcomes: this.outcomes, stamp }
  }

  private mergePresence(): CellMerge {
    const { ours, rules } = this
    const here = registerOf(ours.stamp, WHOLE_ROW, {})
    const merged = mergeCell(here, this.registerOfTheirs(WHOLE_ROW, here), WHOLE_ROW, rules)
    this.put(WHOLE_ROW, merged)
    if (merged.outcome !== null) {
      const { what, decided } = merged.outcome
      this.outcomes.push({ column: WHOLE_ROW, what, old: null, theirs: null, ours: null, decided })
    }
    return merged
  }

  private mergeColumn(column: string, isTold: boolean): void {
    const { ours, theirs, rules } = this
    if (!Object.hasOwn(theirs.cells, column)) return this.keepColumn(column)
    if (this.isPlain(column)) return
    const here = registerOf(ours.stamp, column, ours.cells)
    const there = this.registerOfTheirs(column, here)
    // Of a row that is gone nothing is asked: its cells go along unseen until it is there again.
    const merged = mergeCell(here, there, column, isTold ? rules : { ...rules, ...SILENT })
    this.put(column, merged)
    this.noteLag(column, joinKnows(knowsOf(ours.stamp, column), knowsOf(theirs.stamp, column)))
    if (merged.value !== here.value) {
      this.cells[column] = merged.value
      this.changed[column] = merged.value
      this.hands[column] = handOf(theirs.stamp, column) ?? { by: null, at: null }
    }
    if (!isTold || merged.outcome === null) return
    this.outcomes.push({ column, old: this.oldOf(column), ours: here.value, ...merged.outcome })
  }

  /** Both hold the birth of the row in the cell, or nothing: most cells of most rows. */
  private isPlain(column: string): boolean {
    const [a, b] = [this.ours, this.theirs]
    return (
      isUnmarked(a.stamp, column) &&
      isUnmarked(b.stamp, column) &&
      isSameDot(a.stamp.born, b.stamp.born) &&
      (a.cells[column] ?? null) === (b.cells[column] ?? null) &&
      b.isBare !== true
    )
  }

  private oldOf(column: string): ContentValue | undefined {
    const { base } = this.theirs
    return Object.hasOwn(base, column) ? (base[column] ?? null) : undefined
  }

  private put(column: string, { value, dots, others, wrote, said }: CellMerge): void {
    this.writer.put(column, value, dots, this.signed(column, others))
    this.wrote ||= wrote
    this.said ||= said && column !== WHOLE_ROW
  }

  /** Edits that wait are told with who wrote them. */
  private signed(column: string, others: readonly OtherEdit[]): readonly OtherEdit[] {
    const hand = handOf(this.theirs.stamp, column)
    if (hand === null || hand.by === null || others.length === 0) return others
    const value = column === WHOLE_ROW ? (this.theirs.stamp.gone ? GONE : THERE) : this.theirs.cells[column]
    return others.map((edit) =>
      edit.by === undefined && edit.value === value ? { ...edit, by: hand.by, at: hand.at } : edit,
    )
  }

  private finishStamp(gone: boolean): Stamp {
    const { decision } = this.rules
    const knows = this.wrote ? joinKnows(this.knows, { [decision.site]: decision.count }) : this.knows
    const stamp = this.writer.finish({ gone, knows, lags: this.lags, hands: this.hands })
    return this.said ? touchRow(stamp, decision) : stamp
  }

  /** The sender says nothing of the cell, and then has nothing to say of who has seen what in it. */
  private keepColumn(column: string): void {
    this.noteLag(column, knowsOf(this.ours.stamp, column))
  }

  private noteLag(column: string, known: Knows): void {
    // A form has no edit in a cell it does not show.
    const isMore = Object.entries(this.knows).some(
      ([site, count]) => count > (known[site] ?? 0) && !site.startsWith('form:'),
    )
    if (isMore) this.lags[column] = known
  }

  /** A row without a stamp has seen of each cell what its base says it has. */
  private registerOfTheirs(column: string, here: Register): Register {
    const { cells, stamp, base, isBare } = this.theirs
    const there = registerOf(stamp, column, cells)
    if (isBare !== true) return there
    if (column === WHOLE_ROW) {
      const isSame = Object.keys(base).every((name) => (base[name] ?? null) === (this.ours.cells[name] ?? null))
      return isSame ? { ...there, knows: joinKnows(there.knows, here.knows) } : there
    }
    const was = base[column] ?? null
    // Its value is the base: it says nothing of its own.
    if (there.value === was) return { ...there, dots: [], knows: {} }
    return was === here.value ? { ...there, knows: joinKnows(there.knows, here.knows) } : there
  }
}

const SILENT: Pick<MergeRules, 'choose' | 'refuses' | 'prevails'> = {
  choose: () => 'leave',
  refuses: () => null,
  prevails: null,
}

function isUnmarked({ shown, others, lags }: Stamp, column: string): boolean {
  return !Object.hasOwn(shown, column) && !Object.hasOwn(others, column) && !Object.hasOwn(lags, column)
}

export function pickCells(cells: ContentCells, columns: readonly string[]): ContentCells {
  if (columns.every((column) => Object.hasOwn(cells, column))) return cells
  const picked: Record<string, ContentValue> = {}
  for (const column of columns) picked[column] = cells[column] ?? null
  return picked
}

/** Whether a value waits in a cell that a stamp shows otherwise: what is asked. */
export function openEdits(stamp: Stamp): { readonly column: string; readonly edit: OtherEdit }[] {
  const open: { column: string; edit: OtherEdit }[] = []
  for (const column in stamp.others) {
    if (!Object.hasOwn(stamp.others, column)) continue
    // Of a row that is gone only the row is asked.
    if (stamp.gone && column !== WHOLE_ROW) continue
    const values = new Set<ContentValue>()
    for (const edit of stamp.others[column] ?? []) {
      if (edit.value === undefined || values.has(edit.value)) continue
      values.add(edit.value)
      open.push({ column, edit })
    }
  }
  return open
}
