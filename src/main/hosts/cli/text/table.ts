import { formatNumber } from '#shared/domain/text/format.ts'

/** A plain table for the terminal; columns of numbers are right-aligned. Widths count characters as shown. */
export function writeTable(header: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string {
  const cells = rows.map((row) => row.map((cell) => writeCell(cell)))
  const numeric = header.map(
    (_, column) => rows.length > 0 && rows.every((row) => row[column] === null || typeof row[column] === 'number'),
  )
  const widths = header.map((title, column) => Math.max(title.length, ...cells.map((row) => row[column]?.length ?? 0)))
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) =>
        numeric[column] === true ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd()
  return [line(header), widths.map((width) => '-'.repeat(width)).join('  '), ...cells.map(line)].join('\n')
}

function writeCell(cell: string | number | null): string {
  if (cell === null) return ''
  return typeof cell === 'number' ? formatNumber(cell) : cell
}
