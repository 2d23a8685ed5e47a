import { foldText } from '../../text/fold.ts'
import { createSheetText, type SheetText } from '../decode-text.ts'
import type { ForeignSheet } from '../foreign-sheet.ts'
import { readStamp, type FormRow, type FormStamp, type FormTable, type FormValue } from './form-book.ts'
import { findTable, type FoundTable } from './find-table.ts'
import type { OddCell } from './read-cell.ts'
import { MOST_NOTES, TableReader } from './read-table.ts'

/** What a unit did with one table of its form. */
export interface FilledTable {
  readonly key: string
  /** As the sheet is called now. */
  readonly sheet: string
  readonly rows: readonly FilledRow[]
  /** Rows of the form that are gone from the sheet; they change nothing and are listed. */
  readonly missing: readonly FormRow[]
}

export interface FilledRow {
  /** Id of the form's row; null for a row the unit added. */
  readonly id: string | null
  /** Row as Excel numbers it. */
  readonly number: number
  readonly isMarked: boolean
  /**
   * Only what says something other than the form did: a new value, or null where the unit cleared the cell. Blank
   * cells and cells as they were are not here.
   */
  readonly changes: Readonly<Record<string, FormValue>>
}

/** Something to tell about the file; codes are worded by `wordFormNote`. */
export interface FormNote {
  readonly code: FormNoteCode
  readonly severity: 'error' | 'warning' | 'note'
  readonly sheet: string
  readonly row: number | null
  /** Letter of the column. */
  readonly column: string | null
  /** What the sentence names: a title, what stands in the cell. */
  readonly places: Readonly<Record<string, string>>
}

export type FormNoteCode =
  | OddCell
  | 'HEADER_RENAMED'
  | 'HEADER_BY_WORDS'
  | 'COLUMN_GONE'
  | 'COLUMN_ADDED'
  | 'LOCKED_CHANGED'
  | 'ROW_COPIED'
  | 'ROW_UNKNOWN'
  | 'ROW_ID_LOST'
  | 'ROW_IDS_LOST'
  | 'ROW_NOT_ADDED'
  | 'MERGED_CELLS'
  | 'MARK_UNCLEAR'

export interface TableFailure {
  readonly table: string
  readonly why: 'SWAPPED' | 'TWICE' | 'PARTLY' | 'GONE'
  readonly titles: readonly string[]
}

export interface FormReading {
  readonly tables: readonly FilledTable[]
  readonly notes: readonly FormNote[]
  readonly failures: readonly TableFailure[]
}

/**
 * Reads the tables of a form out of the sheets that came back: rows in any order, added or marked, columns moved,
 * formats spoilt. `tables` are as the form was made.
 */
export function readForm(tables: readonly FormTable[], sheets: readonly ForeignSheet[]): FormReading {
  const notes: FormNote[] = []
  const failures: TableFailure[] = []
  const filled: FilledTable[] = []
  const texts = new Map(sheets.map((sheet) => [sheet, createSheetText({ ...sheet, rows: sheet.rows.slice(0, 1000) })]))
  for (const table of tables) {
    if (table.isShownOnly === true) continue
    const found = chooseSheet(table, sheets, texts)
    if (found.kind === 'none') failures.push({ table: table.title, why: 'GONE', titles: [table.sheet] })
    else if (found.kind === 'unclear') failures.push({ table: table.title, why: found.why, titles: found.titles })
    else filled.push(new TableReader(table, found.sheet, found.text, found.table, notes).read())
  }
  return { tables: filled, notes: notes.slice(0, MOST_NOTES), failures }
}

/** The stamp on any sheet that can be seen, for a form whose hidden part is gone. */
export function findVisibleStamp(sheets: readonly ForeignSheet[]): FormStamp | null {
  for (const sheet of sheets)
    for (const row of sheet.rows.slice(0, 200))
      for (const value of row.values)
        if (typeof value === 'string' && value.includes('|')) {
          const stamp = readStamp(value)
          if (stamp !== null) return stamp
        }
  return null
}

type Choice =
  | { readonly kind: 'found'; readonly sheet: ForeignSheet; readonly text: SheetText; readonly table: FoundTable }
  | { readonly kind: 'unclear'; readonly why: 'SWAPPED' | 'TWICE' | 'PARTLY'; readonly titles: readonly string[] }
  | { readonly kind: 'none' }

/** Keys win over titles, whatever sheet they are on; of several sheets with titles, the one of the form's name. */
function chooseSheet(
  table: FormTable,
  sheets: readonly ForeignSheet[],
  texts: ReadonlyMap<ForeignSheet, SheetText>,
): Choice {
  const byTitle: Choice[] = []
  let unclear: Choice | null = null
  for (const sheet of sheets) {
    const text = texts.get(sheet)
    if (text === undefined) continue
    const search = findTable(table, sheet, text)
    if (search.kind === 'unclear') unclear ??= { kind: 'unclear', why: search.why, titles: search.titles }
    if (search.kind !== 'found') continue
    const choice: Choice = { kind: 'found', sheet, text, table: search.table }
    if (search.table.by === 'keys') return choice
    if (!sheet.hidden) byTitle.push(choice)
  }
  const named = byTitle.find(
    (choice) => choice.kind === 'found' && foldText(choice.sheet.name) === foldText(table.sheet),
  )
  return named ?? byTitle[0] ?? unclear ?? { kind: 'none' }
}
