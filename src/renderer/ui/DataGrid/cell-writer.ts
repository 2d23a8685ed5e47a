import type { GridApi } from 'ag-grid-community'
import { gridText } from '#renderer/text/grid.ts'
import { dataTurn } from '../state/data-arrivals.ts'
import { CellStates } from './cell-states.ts'
import { copyCell, parseCell, readCalculated } from './cell-text.ts'
import { isEditable, shownValue, type ColumnContext } from './column-defs.ts'
import type { CellPlace } from './cell-range.ts'
import type { GridColumn, ParsedCell } from './column.ts'
import type { CellEdit, EditOrigin, NewRow, WriteCells } from './grid-model.ts'
import { peekRow } from './loaded-rows.ts'
import { DRAFT_ROW, isDraft, shownColumns } from './places.ts'

/** Text for one cell, as typed or pasted. */
export interface CellText<Row> {
  readonly row: Row
  readonly column: GridColumn<Row>
  readonly text: string
}

export interface WriterSetup<Row> {
  readonly api: GridApi<Row>
  readonly columns: ReadonlyMap<string, GridColumn<Row>>
  readonly context: ColumnContext<Row>
  readonly write: WriteCells<Row>
  /** Called when marks of cells changed: something is on its way, taken or refused. */
  readonly onStatesChanged: () => void
}

/** A cell whose text can't be taken, with the reason. */
export interface RefusedText<Row> extends CellText<Row> {
  readonly reason: string
}

/** Texts read by their columns, before anything is written or marked. */
export interface ReadTexts<Row> {
  readonly edits: readonly CellEdit<Row>[]
  readonly refused: readonly RefusedText<Row>[]
  /** Hold it already. */
  readonly unchanged: readonly CellText<Row>[]
  /** Only to be looked at, and the text is another than theirs. */
  readonly readOnly: readonly CellText<Row>[]
}

export interface WriteOptions {
  readonly added?: readonly NewRow[]
  /** Wrong texts: marked in their cells with the reason (as when typed), or left out and the old value kept. */
  readonly wrong?: 'mark' | 'leave'
}

export interface Written {
  /** Cells only to be looked at that were meant to change. */
  readonly readOnly: number
  readonly written: number
  /** Refused by the column or by the backend. */
  readonly refused: number
  /** New rows with something refused, and why the first of them was. */
  readonly newRefused: number
  readonly newReason: string | null
}

export const NOTHING_WRITTEN: Written = { readOnly: 0, written: 0, refused: 0, newRefused: 0, newReason: null }

/**
 * From text to data: reads each cell by its column, marks the wrong ones with the reason, sends the right ones
 * as one step and shows them at once. Answers how many cells were only to be looked at.
 */
export function writeTexts<Row>(
  setup: WriterSetup<Row>,
  texts: readonly CellText<Row>[],
  origin: EditOrigin,
  options: WriteOptions = {},
): Promise<Written> {
  return sendTexts(setup, readTexts(setup, texts), origin, options)
}

/** Reads texts by the rules of their columns. Nothing is written or marked. */
export function readTexts<Row>(
  { context }: Pick<WriterSetup<Row>, 'context'>,
  texts: readonly CellText<Row>[],
): ReadTexts<Row> {
  const edits: CellEdit<Row>[] = []
  const refused: RefusedText<Row>[] = []
  const unchanged: CellText<Row>[] = []
  const readOnly: CellText<Row>[] = []
  for (const given of texts) {
    const { row, column, text } = given
    const parsed = readText(column, row, text)
    // Against what the cell shows: an edit under way is not in the row yet, and typing the old number back over
    // it is an edit too.
    const isSame = parsed.ok && parsed.value === shownValue(column, row, context)
    if (!isEditable(column, row, context))
      (isSame || text === textOfCell(column, row, context) ? unchanged : readOnly).push(given)
    else if (!parsed.ok) refused.push({ ...given, reason: parsed.reason })
    else if (isSame) unchanged.push(given)
    else edits.push({ row, rowId: context.rowId(row), column: column.id, value: parsed.value, text })
  }
  return { edits, refused, unchanged, readOnly }
}

/** A cell's text as it goes into the clipboard: what is shown, numbers without dots. */
export function textOfCell<Row>(column: GridColumn<Row>, row: Row, context: ColumnContext<Row>): string {
  return column.display?.(row) ?? copyCell(column, shownValue(column, row, context))
}

export function readText<Row>(column: GridColumn<Row>, row: Row, text: string): ParsedCell {
  return readCalculated(column, text, (plain) => column.edit?.parse?.(plain, row) ?? parseCell(column, plain))
}

/** Writes what was read: one call, one step of the history. */
export async function sendTexts<Row>(
  setup: WriterSetup<Row>,
  { edits, refused, unchanged, readOnly }: ReadTexts<Row>,
  origin: EditOrigin,
  { added = [], wrong = 'mark' }: WriteOptions = {},
): Promise<Written> {
  const { context, write, onStatesChanged } = setup
  const { states, rowId } = context
  announceWriting(setup.api)
  // Put back as it was: a wrong text that stood there is gone.
  for (const { row, column } of unchanged) states.forgetProblem(rowId(row), column.id)
  if (wrong === 'mark')
    for (const { row, column, text, reason } of refused) states.refuse(rowId(row), column.id, { text, reason })
  for (const edit of edits) states.begin(edit.rowId, edit.column, edit.value)
  onStatesChanged()
  if (edits.length === 0 && added.length === 0)
    return { ...NOTHING_WRITTEN, readOnly: readOnly.length, refused: refused.length }
  const refusals = await write(edits, origin, added)
  const reasons = new Map(refusals.map((refusal) => [CellStates.key(refusal.rowId, refusal.column), refusal.reason]))
  const turn = dataTurn()
  for (const edit of edits) {
    const reason = reasons.get(CellStates.key(edit.rowId, edit.column))
    if (reason === undefined) states.settle(edit.rowId, edit.column, edit.value, turn)
    else states.refuse(edit.rowId, edit.column, { text: edit.text, reason: reason || gridText.notSaved })
  }
  onStatesChanged()
  // Of new rows only the reason can be told: what was refused has no cell to stand in.
  const ofNew = refusals.filter(({ rowId: id }) => id.startsWith('new:'))
  return {
    readOnly: readOnly.length,
    written: edits.length - (refusals.length - ofNew.length),
    refused: refused.length + refusals.length - ofNew.length,
    newRefused: new Set(ofNew.map(({ rowId: id }) => id)).size,
    newReason: ofNew[0]?.reason ?? null,
  }
}

const LISTENERS = new WeakMap<object, Set<() => void>>()

/** Writing begins: a cut or copied range is no longer what it was. */
export function announceWriting(api: object): void {
  for (const listener of [...(LISTENERS.get(api) ?? [])]) listener()
}

/** Hears of every writing into the table; answers how to stop listening. */
export function onWritten(api: object, listener: () => void): () => void {
  const listeners = LISTENERS.get(api) ?? new Set()
  LISTENERS.set(api, listeners)
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Row and column of a place on screen; null for rows that are not loaded and for the empty line at the end. */
export function cellAt<Row>(
  { api, columns }: Pick<WriterSetup<Row>, 'api' | 'columns'>,
  place: CellPlace,
): { readonly row: Row; readonly column: GridColumn<Row> } | null {
  const row = rowAt(api, place.row)
  const shown = shownColumns(api)[place.column]
  const column = shown === undefined ? undefined : columns.get(shown.getColId())
  return row === null || column === undefined ? null : { row, column }
}

/** A loaded row of data by its place on screen. */
export function rowAt<Row>(api: GridApi<Row>, index: number): Row | null {
  const row = peekRow(api, index)
  return row === undefined || isDraft(row) ? null : row
}

/** The columns of a range, as the screen defined them. */
export function columnsOf<Row>(
  { api, columns }: Pick<WriterSetup<Row>, 'api' | 'columns'>,
  left: number,
  right: number,
): readonly GridColumn<Row>[] {
  return shownColumns(api)
    .slice(left, right + 1)
    .flatMap((shown) => columns.get(shown.getColId()) ?? [])
}

/** What a new row is read with: it has no row of data yet. */
export function readNewText<Row>(column: GridColumn<Row>, text: string): ParsedCell {
  return readText(column, DRAFT_ROW, text)
}
