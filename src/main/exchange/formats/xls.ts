import type * as Xlsx from '@e965/xlsx'
import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx'
import type { CellStyle, CellValue, ForeignRow } from '#shared/domain/exchange/foreign-sheet.ts'
import { dateOfSerial } from '#shared/domain/text/parse-date.ts'
import { ForeignFailure, refuseDamaged, refuseNoTable } from '../foreign-failure.ts'
import { LIMITS } from '../limits.ts'
import type { SheetSink, TableFormat } from './format.ts'
import { isDateFormat } from './number-format.ts'
import { readBiffLooks, type BiffLooks, type SheetLooks } from './xls/biff-looks.ts'
import { chooseSheets } from './xlsx.ts'
import { makeRow } from './xlsx/worksheet.ts'

/** Excel 97–2003 and 5/95: a workbook stream inside an OLE container, or bare. Values through @e965/xlsx. */
export const xlsFormat: TableFormat = {
  id: 'xls',
  extensions: ['xls'],
  async read(bytes, request, sink) {
    // Loaded here and not above: it is large, and nine files in ten are .xlsx.
    const library = await import('@e965/xlsx')
    const stream = openContainer(bytes, library)
    const looks = readBiffLooks(stream)
    if (looks.isEncrypted) throw new ForeignFailure('FILE_ENCRYPTED')
    // Excel 95 and older wrote one byte a letter, in the code page of the machine.
    if (looks.version !== 0x0600) library.set_cptable(await import('@e965/xlsx/dist/cpexcel.full.mjs'))
    const book = readBook(bytes, library)
    const names = book.SheetNames
    sink.names(names)
    const is1904 = book.Workbook?.WBProps?.date1904 === true
    const listed = names.map((name, index) => ({
      name,
      index,
      hidden: (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0,
    }))
    const budget = { cells: 0, rows: 0 }
    for (const { name, index, hidden } of chooseSheets(listed, request)) {
      const sheet = book.Sheets[name]
      if (sheet !== undefined)
        sendSheet(sink, { name, hidden, sheet, looks: looksOf(looks, names.length, index), is1904, budget })
    }
  },
}

type Library = Pick<typeof Xlsx, 'CFB' | 'read' | 'set_cptable'>

/** The library types its container reader as `any`; this is the part of it we look at. */
interface ContainerEntry {
  readonly name: string
  /** 1 folder, 2 stream. */
  readonly type: number
  readonly content: Uint8Array
}

/** The workbook stream of an OLE file; other documents and passwords are named. */
function openContainer(bytes: Buffer, library: Library): Buffer {
  if (bytes[0] !== 0xd0) return bytes
  let container: { readonly FileIndex: readonly ContainerEntry[] }
  try {
    container = library.CFB.read(bytes, { type: 'buffer' }) as { readonly FileIndex: readonly ContainerEntry[] }
  } catch {
    return refuseDamaged()
  }
  const find = (name: string): Buffer | null => {
    const entry = container.FileIndex.find(
      (candidate) => candidate.name.toLowerCase() === name.toLowerCase() && candidate.type === 2,
    )
    return entry === undefined ? null : Buffer.from(entry.content)
  }
  if (find('EncryptedPackage') !== null) throw new ForeignFailure('FILE_ENCRYPTED')
  const stream = find('Workbook') ?? find('Book')
  if (stream !== null) return stream
  if (find('WordDocument') !== null) refuseNoTable('văn bản Word')
  if (find('PowerPoint Document') !== null) refuseNoTable('bản trình chiếu PowerPoint')
  return refuseNoTable('tệp Office cũ không phải bảng tính')
}

function readBook(bytes: Buffer, library: Library): WorkBook {
  try {
    return library.read(bytes, {
      type: 'buffer',
      dense: true,
      cellNF: true,
      cellDates: false,
      cellHTML: false,
      cellText: false,
      cellFormula: false,
      sheetRows: LIMITS.rows + 1,
    })
  } catch (failure) {
    if (failure instanceof Error && /password|encrypt/i.test(failure.message))
      throw new ForeignFailure('FILE_ENCRYPTED')
    return refuseDamaged()
  }
}

/** Chart and macro sheets are sheets to the library but not to the walker; with any of them fonts stay unknown. */
function looksOf(looks: BiffLooks, sheets: number, index: number): SheetLooks | null {
  return looks.sheets.length === sheets ? (looks.sheets[index] ?? null) : null
}

interface SheetInput {
  readonly name: string
  readonly hidden: boolean
  readonly sheet: WorkSheet
  readonly looks: SheetLooks | null
  readonly is1904: boolean
  readonly budget: { cells: number; rows: number }
}

function sendSheet(sink: SheetSink, input: SheetInput): void {
  const styles: CellStyle[] = []
  const known = new Map<string, number>()
  const styleIndex = (font: string | null, format: string): number => {
    const key = `${font ?? ''}\u0000${format}`
    const index = known.get(key) ?? styles.push({ font, format }) - 1
    known.set(key, index)
    return index
  }
  const grid = (input.sheet['!data'] ?? []) as (readonly (CellObject | undefined)[] | undefined)[]
  const rows: ForeignRow[] = []
  grid.forEach((cells, at) => {
    const values: CellValue[] = []
    const looks: number[] = []
    const formulas: number[] = []
    cells?.forEach((cell, column) => {
      const value = column < LIMITS.columns ? readCell(cell, input.is1904) : null
      if (cell === undefined || value === null) return
      if (++input.budget.cells > LIMITS.cells)
        throw new ForeignFailure('FILE_TOO_LARGE', { limit: `${LIMITS.cells / 1_000_000} triệu ô` })
      while (values.length < column) {
        values.push(null)
        looks.push(0)
      }
      const place = at * 256 + column
      values[column] = value
      looks[column] = styleIndex(
        input.looks?.fontAt.get(place) ?? null,
        typeof cell.z === 'string' ? cell.z : 'General',
      )
      if (input.looks?.formulaAt.has(place) === true) formulas.push(column)
    })
    if (values.length > 0) rows.push(makeRow(at + 1, input.looks?.hiddenRows.has(at) === true, values, looks, formulas))
  })
  const merges = (input.sheet['!merges'] ?? []).slice(0, LIMITS.merges)
  sink.sheet({
    name: input.name,
    hidden: input.hidden,
    styles,
    merges: merges.map(({ s, e }) => ({ top: s.r + 1, left: s.c, bottom: e.r + 1, right: e.c })),
  })
  for (const row of rows) sink.row(row)
}

function readCell(cell: CellObject | undefined, is1904: boolean): CellValue {
  if (cell === undefined || cell.v === undefined || cell.v === null) return null
  if (cell.t === 'e') return { error: typeof cell.w === 'string' ? cell.w : (ERRORS.get(Number(cell.v)) ?? '#LỖI') }
  if (cell.t === 'b') return cell.v === true
  if (cell.t === 'n' && typeof cell.v === 'number') {
    const format = typeof cell.z === 'string' ? cell.z : 'General'
    if (!isDateFormat(format)) return cell.v
    const serial = is1904 ? cell.v + 1462 : cell.v
    return { date: dateOfSerial(serial), serial }
  }
  return cell.t === 's' && typeof cell.v === 'string' && cell.v !== '' ? cell.v : null
}

const ERRORS = new Map([
  [0x00, '#NULL!'],
  [0x07, '#DIV/0!'],
  [0x0f, '#VALUE!'],
  [0x17, '#REF!'],
  [0x1d, '#NAME?'],
  [0x24, '#NUM!'],
  [0x2a, '#N/A'],
])
