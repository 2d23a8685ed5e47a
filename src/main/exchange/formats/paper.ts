import type { CellValue, ForeignNote, MergedArea } from '#shared/domain/exchange/foreign-sheet.ts'
import { ForeignFailure, refuseDamaged, refuseUnsafe } from '../foreign-failure.ts'
import { LIMITS } from '../limits.ts'
import { openSafeZip } from '../zip-gate.ts'
import { csvFormat } from './csv.ts'
import { decodeBytes } from './csv/decode-bytes.ts'
import { child, readElements } from './docx/element.ts'
import { readWordSheet } from './docx/lines-and-tables.ts'
import type { SheetSink, TableFormat } from './format.ts'

/** Name of the one sheet a paper is read as. */
const SHEET = 'Văn bản'
const DOCUMENT = 'word/document.xml'

/** A Word document as one sheet from top to bottom: its lines and its tables. */
export const wordPaper: TableFormat = {
  id: 'docx',
  extensions: ['docx'],
  async read(bytes, _request, sink) {
    const zip = await openSafeZip(bytes)
    try {
      if (!zip.names.has(DOCUMENT)) refuseDamaged()
      const body = child(readElements(await zip.bytes(DOCUMENT)), 'body')
      if (body === undefined) return refuseDamaged()
      const { rows, merges, font } = readWordSheet(body)
      handOn(sink, rows, { merges, font, note: null })
    } finally {
      zip.close()
    }
  },
}

/**
 * Running text: a line is a row of one cell. Text that is cut into columns is the table it says it is; commas of
 * sentences cut no two lines into as many pieces, and make none.
 */
export const textPaper: TableFormat = {
  id: 'txt',
  extensions: ['txt'],
  async read(bytes, request, sink) {
    const { text, note } = decodeBytes(bytes)
    if (isCutIntoColumns(text)) return csvFormat.read(bytes, request, sink)
    const rows = text
      .replace(/^\ufeff/, '')
      .split(/\r\n|\n|\r/)
      .map((line): CellValue[] => (line.trim() === '' ? [] : [line.trim().slice(0, LIMITS.cellText)]))
    handOn(sink, rows, { merges: [], font: null, note })
  },
}

function isCutIntoColumns(text: string): boolean {
  const lines = text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '')
  return [';', '\t', '|', ','].some((sign) => {
    const widths = new Map<number, number>()
    for (const line of lines) {
      // "1.234,5" and "Kết nạp 12 đoàn viên, đạt …" hold commas that part nothing.
      const parts = sign === ',' ? line.split(/,(?! )/).length : line.split(sign).length
      if (parts > 1) widths.set(parts, (widths.get(parts) ?? 0) + 1)
    }
    return Math.max(0, ...widths.values()) >= Math.max(2, lines.length * 0.3)
  })
}

function handOn(
  sink: SheetSink,
  rows: readonly (readonly CellValue[])[],
  head: { readonly merges: readonly MergedArea[]; readonly font: string | null; readonly note: ForeignNote | null },
): void {
  if (rows.length > LIMITS.rows)
    throw new ForeignFailure('FILE_TOO_LARGE', { limit: `${LIMITS.rows / 1000} nghìn dòng` })
  if (rows.some((row) => row.length > LIMITS.columns)) refuseUnsafe('bảng rộng bất thường')
  sink.names([SHEET])
  if (head.note !== null) sink.note(head.note)
  sink.sheet({ name: SHEET, hidden: false, styles: [{ font: head.font, format: '@' }], merges: [...head.merges] })
  rows.forEach((values, at) => {
    if (values.some((value) => value !== null))
      sink.row({ number: at + 1, hidden: false, values: [...values], styles: 0 })
  })
}
