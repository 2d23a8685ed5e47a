import path from 'node:path'
import { readForeignFile } from '#main/exchange/read-foreign-file.ts'
import type { SheetHead } from '#main/exchange/formats/format.ts'
import type { ForeignRow, ForeignWorkbook } from '#shared/domain/exchange/foreign-sheet.ts'

/** A workbook whole, read in this process. */
export async function readWholeWorkbook(file: string): Promise<ForeignWorkbook> {
  const sheets: { readonly head: SheetHead; readonly rows: ForeignRow[] }[] = []
  let sheetNames: readonly string[] = []
  const read = await readForeignFile(
    file,
    { sheet: null },
    {
      names: (names) => void (sheetNames = names),
      note: () => undefined,
      sheet: (head) => void sheets.push({ head, rows: [] }),
      row: (row) => void sheets.at(-1)?.rows.push(row),
    },
  )
  if (!read.ok) throw new Error(`${path.basename(file)}: ${read.error.message}`)
  return { ...read.value, sheetNames, notes: [], sheets: sheets.map(({ head, rows }) => ({ ...head, rows })) }
}
