import { foldText } from '../../text/fold.ts'
import type { SheetText } from '../decode-text.ts'
import { columnLetter, styleOf, type ForeignRow, type ForeignSheet } from '../foreign-sheet.ts'
import type { FoundTable } from './find-table.ts'
import { DELETE_COLUMN, ID_COLUMN, type FormColumn, type FormRow, type FormTable, type FormValue } from './form-book.ts'
import { readFormCell, type FormCell } from './read-cell.ts'
import type { FilledRow, FilledTable, FormNote, FormNoteCode } from './read-form.ts'

/** A sum or a signature written under the table is no row. "Công ty" folds to the word of a sum, so ends count. */
const NOT_ROWS =
  /^(?:tong cong|tong so|tong|cong)[\s:.\d]*$|^(?:nguoi lap|lap bieu|nguoi bao cao|noi nhan|ghi chu ?:|t\/m |tm\. |kt\. )|^(?:chu tich|pho chu tich)$|^(?:.{0,30}, )?ngay [\d.… ]+ ?thang/
const MARK = /^(?:x+|v|xoa|xoa dong|co|1|true|✓|✔|√)$/
const NO_MARK = /^(?:khong|0|false|-)?$/
/** More is told of no file. */
export const MOST_NOTES = 2000

interface OddPlace {
  readonly column: FormColumn
  readonly at: number
  readonly cell: Extract<FormCell, { readonly kind: 'odd' }>
}

/** Reads the rows of one table, in whatever order they stand, and says what is odd about them. */
export class TableReader {
  private readonly table: FormTable
  private readonly sheet: ForeignSheet
  private readonly text: SheetText
  private readonly found: FoundTable
  private readonly notes: FormNote[]
  private readonly byId: ReadonlyMap<string, FormRow>
  /** Rows that are known by their words alone. */
  private readonly lost: number[] = []

  constructor(table: FormTable, sheet: ForeignSheet, text: SheetText, found: FoundTable, notes: FormNote[]) {
    this.table = table
    this.sheet = sheet
    this.text = text
    this.found = found
    this.notes = notes
    this.byId = new Map(table.rows.map((row) => [row.id, row]))
  }

  read(): FilledTable {
    this.noteHead()
    const seen = new Map<string, number>()
    const rows: FilledRow[] = []
    for (const row of this.sheet.rows) {
      const read = this.readRow(row, seen)
      if (read !== null) rows.push(read)
    }
    // Where the whole column was deleted one sentence says it; a few rows are named.
    if (this.lost.length === rows.length && this.lost.length > 1)
      this.note('ROW_IDS_LOST', 'warning', null, null, { count: String(this.lost.length) })
    else for (const number of this.lost) this.note('ROW_ID_LOST', 'note', number, null, {})
    const missing = this.table.rows.filter(({ id, isHeading }) => isHeading !== true && !seen.has(id))
    return { key: this.table.key, sheet: this.sheet.name, rows, missing }
  }

  private noteHead(): void {
    const { by, renamed, missing, added } = this.found
    if (by === 'titles') this.note('HEADER_BY_WORDS', 'warning', null, null, {})
    for (const { key, was, is } of renamed)
      this.note('HEADER_RENAMED', 'warning', null, this.found.columns.get(key) ?? null, { was, is })
    for (const key of missing) {
      const title = key === DELETE_COLUMN ? 'Xóa' : (this.table.columns.find((one) => one.key === key)?.title ?? key)
      this.note('COLUMN_GONE', 'warning', null, null, { title })
    }
    for (const title of added) this.note('COLUMN_ADDED', 'warning', null, null, { title: title.slice(0, 100) })
    const columns = new Set(this.found.columns.values())
    for (const { top, bottom, left, right } of this.sheet.merges) {
      const isAcross = [...columns].some((column) => column >= left && column <= right)
      if (bottom > this.found.headEnd && top > this.found.headEnd && isAcross)
        this.note('MERGED_CELLS', 'warning', top, left, { rows: `${top}–${bottom}` })
    }
  }

  private readRow(row: ForeignRow, seen: Map<string, number>): FilledRow | null {
    const { columns, headEnd } = this.found
    const idColumn = columns.get(ID_COLUMN)
    const written = idColumn === undefined ? '' : this.text.read(row, idColumn)
    const isBelow = row.number > headEnd
    const known = this.byId.get(written)
    if (known === undefined && !isBelow) return null
    if (known?.isHeading === true) {
      seen.set(known.id, row.number)
      return null
    }
    if (known === undefined && this.isNoRow(row)) return null
    const { values, odd } = this.readCells(row)
    if (known === undefined && values.size === 0 && odd.length === 0) return null
    const base = this.identify(row, known, written, values, seen)
    if (base === 'unknown') return null
    for (const { column, at, cell } of odd)
      this.note(cell.why, 'error', row.number, at, {
        title: column.title,
        text: cell.text,
        least: String(column.least ?? 0),
      })
    const isMarked = this.readDeleteMark(row)
    if (base !== null) seen.set(base.id, row.number)
    return { id: base?.id ?? null, number: row.number, isMarked, changes: this.compare(row, base, values) }
  }

  /** The form's row this one is; null for an added one, `unknown` for one that may not be there. */
  private identify(
    row: ForeignRow,
    known: FormRow | undefined,
    written: string,
    values: ReadonlyMap<string, FormValue>,
    seen: ReadonlyMap<string, number>,
  ): FormRow | null | 'unknown' {
    if (known !== undefined) {
      const first = seen.get(known.id)
      if (first === undefined) return known
      // A line that was copied to be filled in anew carries the hidden id of its model with it.
      this.note('ROW_COPIED', 'warning', row.number, null, { row: String(first) })
    } else {
      const alike = this.findAlike(values, seen)
      if (alike !== null) {
        this.lost.push(row.number)
        return alike
      }
    }
    if (this.table.spareRows > 0) return null
    this.note(written === '' ? 'ROW_NOT_ADDED' : 'ROW_UNKNOWN', 'warning', row.number, null, {
      text: this.firstText(row),
    })
    return 'unknown'
  }

  /** The one row of the form that is known by the same words and was not met yet. */
  private findAlike(values: ReadonlyMap<string, FormValue>, seen: ReadonlyMap<string, number>): FormRow | null {
    for (const key of this.table.knownBy) {
      const value = values.get(key)
      if (value === undefined || value === null) continue
      const wanted = foldText(String(value))
      const alike = this.table.rows.filter(
        (row) => row.isHeading !== true && foldText(String(row.cells[key] ?? '')) === wanted,
      )
      const [only, another] = alike
      if (only !== undefined && another === undefined && !seen.has(only.id)) return only
    }
    return null
  }

  /** Only what says something; `odd` are cells the unit fills in that could not be read. */
  private readCells(row: ForeignRow): { readonly values: Map<string, FormValue>; readonly odd: readonly OddPlace[] } {
    const values = new Map<string, FormValue>()
    const odd: OddPlace[] = []
    for (const column of this.table.columns) {
      const at = this.found.columns.get(column.key)
      if (at === undefined) continue
      const format = styleOf(this.sheet, row, at)?.format ?? 'General'
      const cell = readFormCell(column, row.values[at], this.text.read(row, at), format)
      if (cell.kind === 'value') {
        values.set(column.key, cell.value)
        if (cell.word !== undefined && column.wordKey !== undefined) values.set(column.wordKey, cell.word)
      } else if (cell.kind === 'clear') values.set(column.key, null)
      else if (cell.kind === 'odd' && (column.isOpen || column.isOpenInNew === true)) odd.push({ column, at, cell })
    }
    return { values, odd }
  }

  private compare(
    row: ForeignRow,
    base: FormRow | null,
    values: ReadonlyMap<string, FormValue>,
  ): Record<string, FormValue> {
    const changes: Record<string, FormValue> = {}
    for (const column of this.table.columns) {
      const value = values.get(column.key)
      if (value === undefined) continue
      const was = base?.cells[column.key] ?? null
      if (isSame(was, value)) continue
      const isOpen = base === null ? (column.isOpenInNew ?? column.isOpen) : column.isOpen
      if (isOpen) changes[column.key] = value
      else if (base !== null)
        this.note('LOCKED_CHANGED', 'warning', row.number, this.found.columns.get(column.key) ?? null, {
          title: column.title,
          text: String(value ?? ''),
        })
    }
    return changes
  }

  private readDeleteMark(row: ForeignRow): boolean {
    const at = this.found.columns.get(DELETE_COLUMN)
    if (!this.table.isDeletable || at === undefined) return false
    const value = row.values[at]
    const read = value === true ? 'x' : foldText(this.text.read(row, at))
    if (NO_MARK.test(read)) return false
    if (MARK.test(read)) return true
    this.note('MARK_UNCLEAR', 'error', row.number, at, { text: read })
    return false
  }

  /** A sum, a signature or a note somebody wrote under the table. */
  private isNoRow(row: ForeignRow): boolean {
    return NOT_ROWS.test(foldText(this.firstText(row)))
  }

  private firstText(row: ForeignRow): string {
    for (let at = 0; at < row.values.length; at++) {
      const read = this.text.read(row, at)
      if (read !== '' && !/^[\d.,\s]+$/.test(read)) return read.slice(0, 100)
    }
    return ''
  }

  private note(
    code: FormNoteCode,
    severity: FormNote['severity'],
    row: number | null,
    column: number | null,
    places: Readonly<Record<string, string>>,
  ): void {
    if (this.notes.length > MOST_NOTES) return
    this.notes.push({
      code,
      severity,
      sheet: this.sheet.name,
      row,
      column: column === null ? null : columnLetter(column),
      places,
    })
  }
}

/** Text is the same without regard to how its spaces and composed letters are stored. */
function isSame(was: FormValue, value: FormValue): boolean {
  if (typeof was === 'string' && typeof value === 'string')
    return was.normalize('NFC').trim() === value.normalize('NFC').trim()
  return was === value
}
