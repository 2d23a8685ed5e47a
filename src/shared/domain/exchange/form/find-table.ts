import type { SheetText } from '../decode-text.ts'
import type { ForeignSheet, ForeignRow } from '../foreign-sheet.ts'
import { foldHeader } from '../../survey/fields.ts'
import { DELETE_COLUMN, ID_COLUMN, readKeyMark, type FormTable } from './form-book.ts'

/** Where a table of the form stands in the file that came back. */
export interface FoundTable {
  /** Column of the sheet by key of the form. */
  readonly columns: ReadonlyMap<string, number>
  /** Rows up to this one are the head; added rows stand below it. */
  readonly headEnd: number
  /** Whether the hidden line of keys was still there, or the titles had to say it. */
  readonly by: 'keys' | 'titles'
  /** Titles that were changed, where the hidden keys still tell the column. */
  readonly renamed: readonly { readonly key: string; readonly was: string; readonly is: string }[]
  /** Columns of the form that are gone. */
  readonly missing: readonly string[]
  /** Titles of columns somebody added. */
  readonly added: readonly string[]
}

export type TableSearch =
  | { readonly kind: 'found'; readonly table: FoundTable }
  | { readonly kind: 'none' }
  /** Keys and titles contradict each other, or one title stands over several columns: nothing may be guessed. */
  | { readonly kind: 'unclear'; readonly why: 'SWAPPED' | 'TWICE' | 'PARTLY'; readonly titles: readonly string[] }

/** Lines that are looked at for titles. */
const HEAD_DEPTH = 60

/**
 * Finds a table by the hidden line of keys, which moves with its columns; where that is lost, by the words of its
 * titles, each of which must stand over exactly one column. `isOwn`: the keys name this table.
 */
export function findTable(table: FormTable, sheet: ForeignSheet, text: SheetText): TableSearch {
  const keyed = findKeys(table, sheet, text)
  return keyed === null ? findTitles(table, sheet, text) : checkTitles(table, sheet, text, keyed)
}

interface Keyed {
  readonly row: number
  readonly columns: Map<string, number>
}

function findKeys(table: FormTable, sheet: ForeignSheet, text: SheetText): Keyed | null {
  for (const row of sheet.rows) {
    const columns = new Map<string, number>()
    row.values.forEach((value, column) => {
      if (typeof value !== 'string' || !value.includes('ct:')) return
      const mark = readKeyMark(text.read(row, column))
      if (mark?.table === table.key && !columns.has(mark.column)) columns.set(mark.column, column)
    })
    // One key alone may be a copied cell.
    if (columns.size >= 2) return { row: row.number, columns }
  }
  return null
}

/** Folded titles a column may have; only these mean it. */
function titlesOf(table: FormTable, key: string): readonly string[] {
  if (key === DELETE_COLUMN) return ['xoa', 'xoa dong', 'xoa dong nay']
  if (key === ID_COLUMN) return ['ma dong']
  const column = table.columns.find((one) => one.key === key)
  if (column === undefined) return []
  const whole = column.group === undefined ? [] : [`${column.group} ${column.title}`]
  return [column.title, ...(column.also ?? []), ...whole].map(foldHeader)
}

function keysOf(table: FormTable): readonly string[] {
  return [ID_COLUMN, ...table.columns.map(({ key }) => key), ...(table.isDeletable ? [DELETE_COLUMN] : [])]
}

function checkTitles(table: FormTable, sheet: ForeignSheet, text: SheetText, keyed: Keyed): TableSearch {
  const below = sheet.rows.filter((row) => row.number > keyed.row).slice(0, 3)
  const head = headRows(table, below, text, keyed.columns)
  const renamed: { key: string; was: string; is: string }[] = []
  const contradicting: string[] = []
  for (const column of table.columns) {
    const at = keyed.columns.get(column.key)
    if (at === undefined || head.length === 0) continue
    const said = head.map((row) => text.read(row, at)).filter((part) => part !== '')
    const leaf = foldHeader(said.at(-1) ?? '')
    if (leaf === '' || titlesOf(table, column.key).some((title) => said.some((part) => foldHeader(part) === title)))
      continue
    const other = table.columns.find((one) => one.key !== column.key && titlesOf(table, one.key).includes(leaf))
    if (other === undefined) renamed.push({ key: column.key, was: column.title, is: said.join(' – ') })
    else contradicting.push(column.title)
  }
  if (contradicting.length > 0) return { kind: 'unclear', why: 'SWAPPED', titles: contradicting }
  const known = new Set(keyed.columns.values())
  const added = [
    ...new Set(head.flatMap((row) => row.values.flatMap((_, at) => (known.has(at) ? [] : [text.read(row, at)])))),
  ]
  return {
    kind: 'found',
    table: {
      columns: keyed.columns,
      headEnd: head.at(-1)?.number ?? keyed.row,
      by: 'keys',
      renamed,
      missing: keysOf(table).filter((key) => key !== ID_COLUMN && !keyed.columns.has(key)),
      added: added.filter((title) => title !== '' && foldHeader(title) !== 'tt'),
    },
  }
}

/** Rows under the keys that hold titles: those where a known title, or no cell of data, stands over a known column. */
function headRows(
  table: FormTable,
  rows: readonly ForeignRow[],
  text: SheetText,
  columns: ReadonlyMap<string, number>,
): readonly ForeignRow[] {
  const idColumn = columns.get(ID_COLUMN)
  const titles = new Set(
    table.columns.flatMap((column) => [...titlesOf(table, column.key), foldHeader(column.group ?? '')]),
  )
  const isTitle = (row: ForeignRow): boolean =>
    row.values.some((_, at) => {
      const read = foldHeader(text.read(row, at))
      return read !== '' && titles.has(read)
    })
  const head: ForeignRow[] = []
  for (const row of rows) {
    if (idColumn !== undefined && text.read(row, idColumn) !== '' && !isTitle(row)) break
    if (!isTitle(row)) break
    head.push(row)
  }
  return head
}

function findTitles(table: FormTable, sheet: ForeignSheet, text: SheetText): TableSearch {
  let best: { readonly row: ForeignRow; readonly columns: Map<string, number>; readonly twice: string[] } | null = null
  for (const row of sheet.rows.slice(0, HEAD_DEPTH)) {
    const columns = new Map<string, number>()
    const twice: string[] = []
    const read = row.values.map((_, at) => foldHeader(text.read(row, at)))
    for (const key of keysOf(table)) {
      const titles = titlesOf(table, key)
      const places = read.flatMap((title, at) => (title !== '' && titles.includes(title) ? [at] : []))
      const [first, second] = places
      if (first === undefined) continue
      if (second === undefined) columns.set(key, first)
      else twice.push(table.columns.find((one) => one.key === key)?.title ?? key)
    }
    if (columns.size > (best?.columns.size ?? 0)) best = { row, columns, twice }
  }
  if (best === null || best.columns.size < 2) return { kind: 'none' }
  if (best.twice.length > 0) return { kind: 'unclear', why: 'TWICE', titles: best.twice }
  const { columns, row } = best
  const open = table.columns.filter(({ isOpen }) => isOpen)
  const missing = [...open, ...table.columns.filter(({ key }) => table.knownBy.includes(key))].filter(
    ({ key }) => !columns.has(key),
  )
  const isTold = columns.has(ID_COLUMN) || table.knownBy.some((key) => columns.has(key))
  if (!isTold || missing.length > 0)
    return { kind: 'unclear', why: 'PARTLY', titles: [...new Set(missing.map(({ title }) => title))] }
  return {
    kind: 'found',
    table: { columns, headEnd: row.number, by: 'titles', renamed: [], missing: [], added: [] },
  }
}
