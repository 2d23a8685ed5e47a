import fs from 'node:fs'

/** A row by column name. Cells are text; an empty one is ''. */
export type CsvRow = Readonly<Record<string, string>>

/**
 * Reads the sample's own CSV (commas, quotes doubled inside quotes, a header line). What offices send is
 * another matter and goes through exchange/.
 */
export function readCsvFile(file: string): CsvRow[] {
  const [header, ...rows] = splitRecords(fs.readFileSync(file, 'utf8'))
  if (header === undefined) throw new Error(`${file} has no header line`)
  return rows.map((cells, index) => {
    if (cells.length !== header.length) throw new Error(`${file}: line ${index + 2} has ${cells.length} cells`)
    return Object.fromEntries(header.map((column, at) => [column, cells[at] ?? '']))
  })
}

export function splitRecords(text: string): string[][] {
  const records: string[][] = []
  for (const line of text.replaceAll('\r', '').split('\n')) {
    if (line === '') continue
    // The separator before each cell keeps an empty first cell from being skipped.
    const cells = [...`,${line}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^,]*))/g)]
    records.push(cells.map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? ''))
  }
  return records
}
