import { CODE_SEPARATOR, splitCodes } from '#shared/domain/enterprises/cell-text.ts'
import type { RegistryColumnId } from '#shared/domain/enterprises/columns.ts'
import type { TableValue } from '#shared/domain/table/view.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import {
  iterateObservedCells,
  iterateStages,
  OBSERVED_CELLS,
  readMovedSince,
  readRegistryCells,
  REGISTRY_CELLS,
  type ObservedCell,
  type RegistryCell,
} from '../../db/queries/enterprise-columns.ts'
import { readOfficersOn } from '../../db/queries/enterprise-officers.ts'
import type { ReadStore } from '../../db/store.ts'
import { FLAGS } from './dated-layer.ts'

/** What cells of one enterprise hold now; a column that was not asked for holds nothing. */
export type CurrentCells = ReadonlyMap<RegistryColumnId, TableValue>
type Filling = Map<string, Map<RegistryColumnId, TableValue>>

const PIECE = 2000

/**
 * Cells of enterprises on a day (null: whatever is known), by id; ids of none are left out. Only the columns asked for
 * are read: a paste compares some of fifty, and whole rows took longer than writing them.
 */
export function readCurrentCells(
  { sqlite }: Pick<ReadStore, 'sqlite'>,
  ids: readonly string[],
  columns: ReadonlySet<RegistryColumnId>,
  day: IsoDate | null,
): ReadonlyMap<string, CurrentCells> {
  const registry = [...columns].filter((id): id is RegistryCell => Object.hasOwn(REGISTRY_CELLS, id))
  const observed = [...columns].filter((id): id is ObservedCell => Object.hasOwn(OBSERVED_CELLS, id))
  const found: Filling = new Map()
  // In the order of the file, whatever the order of the view: each page of it is then brought in once.
  const inOrder = ids.toSorted()
  for (let at = 0; at < inOrder.length; at += PIECE) {
    const piece = inOrder.slice(at, at + PIECE)
    // At least one, so that it shows which enterprises there are.
    const cells = registry.length === 0 ? (['name'] as const) : registry
    for (const [id, ...values] of readRegistryCells(sqlite, cells, piece))
      found.set(id, new Map(cells.map((cell, place) => [cell, values[place] ?? null])))
    if (columns.has('unit') && day !== null)
      for (const { id, code } of readMovedSince(sqlite, day, piece)) found.get(id)?.set('unit', code)
    if (columns.has('officer') && day !== null)
      for (const { id, officerId } of readOfficersOn(sqlite, day, piece)) found.get(id)?.set('officer', officerId)
    if (observed.length > 0) layFigures(sqlite, found, observed, day, piece)
    if (columns.has('stage'))
      for (const [id, stage] of iterateStages(sqlite, day, piece)) found.get(id)?.set('stage', stage)
  }
  return found
}

/** Column by column the newest observation that says something; a blank never wipes. */
function layFigures(
  sqlite: ReadStore['sqlite'],
  found: Filling,
  cells: readonly ObservedCell[],
  day: IsoDate | null,
  ids: readonly string[],
): void {
  const rows = [...iterateObservedCells(sqlite, cells, { day, round: null }, ids)]
  rows.sort(([, day1, id1], [, day2, id2]) => (day1 === day2 ? compare(id1, id2) : compare(day1, day2)))
  for (const [enterprise, , , ...values] of rows) {
    const known = found.get(enterprise)
    cells.forEach((cell, place) => {
      const value = values[place] ?? null
      if (value !== null) known?.set(cell, readFigure(cell, value))
    })
  }
}

function readFigure(cell: ObservedCell, value: string | number): TableValue {
  if (FLAGS.has(cell)) return value === 1
  if (cell !== 'difficultyCodes') return value
  const codes = splitCodes(String(value))
  return codes.length === 0 ? null : codes.join(CODE_SEPARATOR)
}

function compare(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1
}
