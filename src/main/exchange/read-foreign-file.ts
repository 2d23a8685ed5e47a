import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { fail, type AppResult } from '#shared/contract/errors.ts'
import { ownValue } from '#shared/kit/own-value.ts'
import { ok } from '#shared/kit/result.ts'
import { isErrorCell, isRichCell, type ForeignFormat, type ForeignNote } from '#shared/domain/exchange/foreign-sheet.ts'
import { paperFormats, tableFormats } from './catalogue.ts'
import { ForeignFailure, refuseNoTable } from './foreign-failure.ts'
import type { ReadRequest, SheetSink, TableFormat } from './formats/format.ts'
import { isOpenDocument } from './formats/ods.ts'
import { LIMITS } from './limits.ts'
import { recognise, type FileKind } from './recognise.ts'
import { openSafeZip } from './zip-gate.ts'

export interface ForeignFileFacts {
  readonly format: ForeignFormat
  readonly size: number
  readonly sha256: string
}

/**
 * Opens, recognises and parses a foreign file, handing its sheets to `sink`. Runs in the parse process: a hostile
 * file may take it down, not the caller. Expected failures come back as values; a parser that breaks on its input
 * means a damaged file.
 */
export async function readForeignFile(
  file: string,
  request: ReadRequest,
  sink: SheetSink,
): Promise<AppResult<ForeignFileFacts>> {
  const name = path.basename(file)
  try {
    const bytes = readBytes(file)
    const format = await chooseFormat(recognise(bytes), bytes, request.papers === true)
    noteLyingName(name, format, sink)
    await format.read(bytes, request, boundText(sink))
    return ok({ format: format.id, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') })
  } catch (thrown) {
    if (thrown instanceof ForeignFailure) return fail(thrown.code, { file: name, ...thrown.places }, thrown.details)
    return fail('FILE_DAMAGED', { file: name })
  }
}

/** The whole file, after its size was looked at. */
export function readBytes(file: string): Buffer {
  try {
    const stat = fs.statSync(file)
    if (stat.isDirectory()) throw new ForeignFailure('FILE_IS_FOLDER')
    if (!stat.isFile()) throw new ForeignFailure('FILE_UNSAFE', { why: 'không phải tệp thường' })
    if (stat.size === 0) throw new ForeignFailure('FILE_EMPTY')
    if (stat.size > LIMITS.fileBytes)
      throw new ForeignFailure('FILE_TOO_LARGE', { limit: `${LIMITS.fileBytes / 1024 / 1024} MB` })
    return fs.readFileSync(file)
  } catch (thrown) {
    if (thrown instanceof ForeignFailure) throw thrown
    throw new ForeignFailure(codeOfSystemError(thrown))
  }
}

function codeOfSystemError(
  thrown: unknown,
): 'FILE_MISSING' | 'FILE_NO_PERMISSION' | 'FILE_OPEN_ELSEWHERE' | 'FILE_DAMAGED' {
  const code = typeof thrown === 'object' && thrown !== null && 'code' in thrown ? thrown.code : ''
  if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG') return 'FILE_MISSING'
  if (code === 'EACCES') return 'FILE_NO_PERMISSION'
  // Windows answers EBUSY or EPERM for a file another program holds.
  return code === 'EBUSY' || code === 'EPERM' ? 'FILE_OPEN_ELSEWHERE' : 'FILE_DAMAGED'
}

async function chooseFormat(kind: FileKind, bytes: Buffer, papers: boolean): Promise<TableFormat> {
  if (typeof kind === 'object') return refuseNoTable(kind.alien)
  switch (kind) {
    case 'zip': {
      // Office Open XML and OpenDocument are both zips; which one is said inside.
      const zip = await openSafeZip(bytes)
      zip.close()
      if (papers && zip.names.has('word/document.xml')) return paperFormats.docx
      return isOpenDocument(zip) ? tableFormats.ods : tableFormats.xlsx
    }
    case 'ole':
    case 'biff':
      return tableFormats.xls
    case 'text':
      return papers ? paperFormats.txt : tableFormats.csv
    case 'empty':
      throw new ForeignFailure('FILE_EMPTY')
    case 'html':
      return refuseNoTable('trang web HTML; hãy mở bằng Excel và lưu lại dạng .xlsx')
    case 'xmlSpreadsheet':
      return refuseNoTable('bảng tính XML 2003; hãy mở bằng Excel và lưu lại dạng .xlsx')
  }
}

/**
 * Bounds the text handed on: a workbook holds each text once and names it in as many cells as it likes, so that a
 * file of a few kilobytes could fill the memory of whoever takes the rows.
 */
function boundText(sink: SheetSink): SheetSink {
  let signs = 0
  const count = (more: number): void => {
    signs += more
    if (signs > LIMITS.textSigns)
      throw new ForeignFailure('FILE_TOO_LARGE', { limit: `${LIMITS.textSigns / 1_000_000} triệu chữ` })
  }
  return {
    ...sink,
    sheet(head) {
      for (const { font, format } of head.styles) count((font?.length ?? 0) + format.length)
      sink.sheet(head)
    },
    row(row) {
      let inRow = 0
      for (const value of row.values) {
        if (typeof value === 'string') inRow += value.length
        else if (isRichCell(value)) for (const run of value.runs) inRow += run.text.length + (run.font?.length ?? 0)
        else if (isErrorCell(value)) inRow += value.error.length
      }
      count(inRow)
      sink.row(row)
    },
  }
}

function noteLyingName(name: string, format: TableFormat, sink: SheetSink): void {
  const extension = path.extname(name).slice(1).toLowerCase()
  if (format.extensions.includes(extension)) return
  const notes: Readonly<Record<string, ForeignNote>> = {
    xlsx: 'nameSaysXlsx',
    xls: 'nameSaysXls',
    ods: 'nameSaysOds',
    csv: 'nameSaysCsv',
  }
  const note = ownValue(notes, extension)
  if (note !== undefined) sink.note(note)
}
