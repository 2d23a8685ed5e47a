/**
 * What the workbook library hides of an old Excel file: the font of each cell, which cells are formulas and which
 * rows are hidden. Walks the records of the workbook stream ([MS-XLS], BIFF5 and BIFF8) without building cells.
 */
export interface BiffLooks {
  readonly isEncrypted: boolean
  /** 0x0600 for Excel 97–2003, 0x0500 for Excel 5/95, 0 when unknown. */
  readonly version: number
  /** By the sheet's place among the worksheets of the file. */
  readonly sheets: readonly SheetLooks[]
}

export interface SheetLooks {
  /** Font of a cell by `row * 256 + column`, both from 0. */
  readonly fontAt: ReadonlyMap<number, string>
  readonly formulaAt: ReadonlySet<number>
  readonly hiddenRows: ReadonlySet<number>
}

const BOF = 0x0809
const EOF = 0x000a
const FILEPASS = 0x002f
const BOUNDSHEET = 0x0085
const FONT = 0x0031
const XF = 0x00e0
const ROW = 0x0208
const FORMULA = 0x0006
const MULRK = 0x00bd
/** Records of one cell: row, column, XF index are their first three words. */
const CELLS = new Set([0x0203, 0x0204, 0x0205, 0x0206, FORMULA, 0x0406, 0x027e, 0x00fd, 0x00d6])
const WORKSHEET_TYPE = 0x0010
const HIDDEN_ROW = 0x0020

export function readBiffLooks(stream: Buffer): BiffLooks {
  const fonts: string[] = []
  const fontOfXf: number[] = []
  const sheets: SheetLooks[] = []
  let version = 0
  let isEncrypted = false
  let depth = 0
  let sheet: { fontAt: Map<number, string>; formulaAt: Set<number>; hiddenRows: Set<number> } | null = null
  for (const { type, body } of records(stream)) {
    if (type === BOF) {
      depth++
      if (version === 0 && body.length >= 2) version = body.readUInt16LE(0)
      const isWorksheet = depth === 1 && body.length >= 4 && body.readUInt16LE(2) === WORKSHEET_TYPE
      if (isWorksheet) {
        sheet = { fontAt: new Map(), formulaAt: new Set(), hiddenRows: new Set() }
        sheets.push(sheet)
      }
    } else if (type === EOF) {
      depth--
      if (depth === 0) sheet = null
    } else if (type === FILEPASS) isEncrypted = true
    else if (type === FONT) fonts.push(readFontName(body, version))
    else if (type === XF && body.length >= 2) fontOfXf.push(body.readUInt16LE(0))
    else if (type === BOUNDSHEET) continue
    else if (sheet !== null && depth === 1) readSheetRecord(sheet, type, body, (xf) => fontOf(fonts, fontOfXf[xf] ?? 0))
  }
  return { isEncrypted, version, sheets }
}

function readSheetRecord(
  sheet: { fontAt: Map<number, string>; formulaAt: Set<number>; hiddenRows: Set<number> },
  type: number,
  body: Buffer,
  fontOfXf: (xf: number) => string | undefined,
): void {
  const mark = (row: number, column: number, xf: number): void => {
    const font = fontOfXf(xf)
    if (font !== undefined) sheet.fontAt.set(row * 256 + column, font)
  }
  if (CELLS.has(type) && body.length >= 6) {
    const row = body.readUInt16LE(0)
    const column = body.readUInt16LE(2)
    mark(row, column, body.readUInt16LE(4))
    if (type === FORMULA || type === 0x0206 || type === 0x0406) sheet.formulaAt.add(row * 256 + column)
  } else if (type === MULRK && body.length >= 6) {
    const row = body.readUInt16LE(0)
    const first = body.readUInt16LE(2)
    for (let at = 4, column = first; at + 6 <= body.length - 2; at += 6, column++)
      mark(row, column, body.readUInt16LE(at))
  } else if (type === ROW && body.length >= 14) {
    if ((body.readUInt16LE(12) & HIDDEN_ROW) !== 0) sheet.hiddenRows.add(body.readUInt16LE(0))
  }
}

function* records(stream: Buffer): Generator<{ readonly type: number; readonly body: Buffer }> {
  let at = 0
  while (at + 4 <= stream.length) {
    const type = stream.readUInt16LE(at)
    const length = stream.readUInt16LE(at + 2)
    // Padding after the last substream.
    if (type === 0 && length === 0) return
    yield { type, body: stream.subarray(at + 4, Math.min(at + 4 + length, stream.length)) }
    at += 4 + length
  }
}

/** Font 4 does not exist: indexes above it are one too high ([MS-XLS] 2.5.129). */
function fontOf(fonts: readonly string[], index: number): string | undefined {
  return fonts[index > 4 ? index - 1 : index]
}

function readFontName(body: Buffer, version: number): string {
  if (body.length < 16) return ''
  const length = body[14] ?? 0
  if (version !== 0x0600) return body.subarray(15, 15 + length).toString('latin1')
  const isWide = ((body[15] ?? 0) & 1) === 1
  return isWide
    ? body.subarray(16, 16 + length * 2).toString('utf16le')
    : body.subarray(16, 16 + length).toString('latin1')
}
