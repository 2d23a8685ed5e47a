import { csvFormat } from './formats/csv.ts'
import type { TableFormat } from './formats/format.ts'
import { odsFormat } from './formats/ods.ts'
import { textPaper, wordPaper } from './formats/paper.ts'
import { xlsFormat } from './formats/xls.ts'
import { xlsxFormat } from './formats/xlsx.ts'

/** Every format tables are read from. A new one is a file in formats/ and a line here. */
export const tableFormats = {
  xlsx: xlsxFormat,
  xls: xlsFormat,
  ods: odsFormat,
  csv: csvFormat,
} satisfies Record<string, TableFormat>

/** What only those read who take papers for tables too: reports of units. */
export const paperFormats = { docx: wordPaper, txt: textPaper } satisfies Record<string, TableFormat>
