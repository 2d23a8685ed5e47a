import type { ForeignRow } from '#shared/domain/exchange/foreign-sheet.ts'
import { foldText } from '#shared/domain/text/fold.ts'
import { ForeignFailure } from '../foreign-failure.ts'
import { openSafeZip } from '../zip-gate.ts'
import type { ReadRequest, TableFormat } from './format.ts'
import { readSharedStrings } from './xlsx/shared-strings.ts'
import { readStyles } from './xlsx/styles.ts'
import { readWorkbookParts } from './xlsx/workbook.ts'
import { readMerges } from './xlsx/merges.ts'
import { readWorksheet } from './xlsx/worksheet.ts'

/**
 * Excel 2007 and later. Read part by part from the zip with our own eyes, not through a workbook library: the
 * font of a cell and its number format are needed (legacy fonts, lost zeros), and the libraries either hide them
 * or build the whole workbook in memory (docs/adr).
 */
export const xlsxFormat: TableFormat = {
  id: 'xlsx',
  extensions: ['xlsx', 'xlsm'],
  async read(file, request, sink) {
    const zip = await openSafeZip(file)
    try {
      const parts = await readWorkbookParts(zip)
      sink.names(parts.sheets.map((sheet) => sheet.name))
      if (parts.hasExternalLinks) sink.note('externalLinks')
      const wanted = chooseSheets(parts.sheets, request)
      const has = (part: string | null): part is string =>
        part !== null && [...zip.names].some((name) => name.toLowerCase() === part.toLowerCase())
      const strings = has(parts.sharedStrings) ? readSharedStrings(await zip.bytes(parts.sharedStrings)) : []
      const styles = readStyles(has(parts.styles) ? await zip.text(parts.styles) : null)
      const budget = { cells: 0, rows: 0 }
      for (const { name, hidden, part } of wanted) {
        const bytes = await zip.bytes(part)
        sink.sheet({ name, hidden, styles: styles.styles, merges: readMerges(bytes) })
        const onRow = (row: ForeignRow): void => sink.row(row)
        const end = readWorksheet(bytes, { strings, styles, is1904: parts.is1904, budget, onRow })
        if (end.hasUncomputed) sink.note('uncomputed')
        if (end.isCut) sink.note('columnsCut')
      }
    } finally {
      zip.close()
    }
  },
}

/** The sheets asked for: all, or the named one (by its exact name, else without case and accents). */
export function chooseSheets<S extends { readonly name: string }>(
  sheets: readonly S[],
  request: ReadRequest,
): readonly S[] {
  const wanted = request.sheet
  if (wanted === null) return sheets
  const found =
    sheets.find((sheet) => sheet.name === wanted) ?? sheets.find((sheet) => foldText(sheet.name) === foldText(wanted))
  if (found !== undefined) return [found]
  const names = sheets.map((sheet) => sheet.name)
  throw new ForeignFailure(
    'SHEET_MISSING',
    { sheet: wanted, sheets: names.map((name) => `“${name}”`).join(', ') },
    { sheets: names },
  )
}
