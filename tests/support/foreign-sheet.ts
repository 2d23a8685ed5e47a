import {
  columnIndex,
  type CellValue,
  type ForeignRow,
  type ForeignSheet,
  type MergedArea,
} from '#shared/domain/exchange/foreign-sheet.ts'

/** A sheet as a reader hands it on, from rows as they stand; undefined and '' are blank cells, empty rows are absent. */
export function sheetOf(
  rows: readonly (readonly (CellValue | undefined)[])[],
  options: {
    readonly merges?: readonly string[]
    readonly hiddenRows?: readonly number[]
    readonly name?: string
  } = {},
): ForeignSheet {
  const made = rows.map((cells, at): ForeignRow => {
    const values = cells.map((cell) => (cell === undefined || cell === '' ? null : cell))
    return { number: at + 1, hidden: options.hiddenRows?.includes(at + 1) === true, values, styles: 0 }
  })
  return {
    name: options.name ?? 'Sheet1',
    hidden: false,
    rows: made.filter((row) => row.values.some((value) => value !== null)),
    merges: (options.merges ?? []).map(areaOf),
    styles: [{ font: 'Times New Roman', format: 'General' }],
  }
}

function areaOf(ref: string): MergedArea {
  const match = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(ref)
  if (match === null) throw new Error(`${ref} is no area`)
  return {
    left: columnIndex(match[1] ?? ''),
    top: Number(match[2]),
    right: columnIndex(match[3] ?? ''),
    bottom: Number(match[4]),
  }
}
