import type { ReportImport } from '#shared/contract/report-import.ts'
import { findUnknownUnits } from '#shared/domain/report-files/unknown-units.ts'
import type { NewUnit } from '#shared/domain/survey/new-units.ts'
import type { PlaceUnit } from '#shared/domain/survey/places.ts'
import type { TreeUnit } from '#shared/domain/units/tree.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import { readUnits, readUnitTypes } from '../../db/queries/units.ts'
import type { ReadStore, Transaction } from '../../db/store.ts'
import { freeUnitCode, insertNewUnit } from '../units/insert-new-unit.ts'
import { createEndedUnits } from './ended-units.ts'
import type { ReadFile } from './read-files.ts'

/** A unit this import makes: it has its id and code before it is written, so that figures can be staged for it. */
export interface MadeUnit {
  readonly nameInFile: string
  readonly unit: NewUnit
  readonly place: PlaceUnit
  readonly tree: TreeUnit
}

/** The units that files name and nobody knows, ready to be made; `fallback`: the day of reports that say none. */
export function planNewUnits(
  store: ReadStore,
  files: readonly ReadFile[],
  fallback: IsoDate,
  newId: () => string,
): readonly MadeUnit[] {
  const root = readUnits(store, null).find(({ parent }) => parent === null)
  if (root === undefined) return []
  const typeIds = new Map(readUnitTypes(store).map(({ code, id }) => [code, id]))
  const codes = new Set<string>()
  const seen = new Set<string>()
  const ended = createEndedUnits(store)
  return files.flatMap(({ sheets }) => {
    const day = sheets.flatMap(({ reports }) => reports.flatMap(({ period }) => period.asOf ?? []))[0] ?? fallback
    return findUnknownUnits(sheets, day).flatMap(({ nameInFile, unit }): MadeUnit[] => {
      // Several files may name the same new unit.
      // One of another day is no new one: who took it over is asked about.
      if (seen.has(unit.name) || ended.find(nameInFile, day) !== null) return []
      seen.add(unit.name)
      const code = freeUnitCode(store, unit.code, codes)
      codes.add(code)
      const id = newId()
      const { name, shortName, type } = unit
      return [
        {
          nameInFile,
          unit: { ...unit, code },
          place: { id, code, name, shortName, typeCode: type, aliases: [unit.alias] },
          tree: {
            id,
            code,
            name,
            typeId: typeIds.get(type) ?? '',
            parentId: root.id,
            sortOrder: 0,
            validFrom: null,
            validTo: null,
          },
        },
      ]
    })
  })
}

/** Writes those that figures were taken for, in the order they were named. */
export function insertMadeUnits(tx: Transaction, made: readonly MadeUnit[], used: ReadonlySet<string>): void {
  for (const { unit, tree } of made)
    if (used.has(tree.id) && tree.parentId !== null)
      insertNewUnit(tx, { id: tree.id, code: tree.code, unit }, tree.parentId, tree.typeId)
}

/** As the answer tells of them; a preview gives no codes yet. */
export function tellMadeUnits(
  made: readonly MadeUnit[],
  used: ReadonlySet<string>,
  dryRun: boolean,
): ReportImport['newUnits'] {
  return made
    .filter(({ tree }) => used.has(tree.id))
    .map(({ nameInFile, unit }) => ({
      code: dryRun ? null : unit.code,
      name: unit.name,
      type: unit.type,
      nameInFile,
      new: true,
    }))
}
