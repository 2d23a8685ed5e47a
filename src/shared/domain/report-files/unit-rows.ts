import type { ForeignRow } from '../exchange/foreign-sheet.ts'
import type { TableSpan } from './find-header.ts'
import type { UnitFinder } from './find-unit.ts'
import { isTotalLabel } from './read-consolidated.ts'
import type { ReportGrid } from './report-grid.ts'
import type { UnitRef } from './report-model.ts'

/** A unit's rows in a table that has a row for each indicator of each unit. */
export interface UnitBlock {
  readonly unit: UnitRef
  readonly cell: string
  readonly rows: readonly ForeignRow[]
}

/**
 * Parts a table by the names of units in a column; a blank there goes on with the unit above, and so does its own name
 * again. Rows of a total are left out: what the units say is summed here.
 */
export function unitRows(
  grid: ReportGrid,
  { body }: Pick<TableSpan, 'body'>,
  names: number,
  finder: UnitFinder,
): readonly UnitBlock[] {
  const blocks: { unit: UnitRef; cell: string; rows: ForeignRow[] }[] = []
  let current: (typeof blocks)[number] | null = null
  for (const row of body) {
    const name = grid.text(row, names)
    if (/\p{L}/u.test(name)) {
      const found = finder.inCell(name)
      if ((found.kind === 'unit' && found.isRoot) || (found.kind !== 'unit' && isTotalLabel(name))) {
        current = null
        continue
      }
      const known = blocks.find(({ unit }) =>
        found.kind === 'unit' ? unit.kind === 'unit' && unit.unit.id === found.unit.id : unit.text === name,
      )
      const unit: UnitRef =
        found.kind === 'unit'
          ? { kind: 'unit', unit: found.unit, source: 'row', text: name }
          : found.kind === 'several'
            ? found
            : { kind: 'unknown', text: name }
      current = known ?? { unit, cell: grid.address(row, names), rows: [] }
      if (known === undefined) blocks.push(current)
    }
    current?.rows.push(row)
  }
  return blocks.filter(({ rows }) => rows.length > 0)
}
