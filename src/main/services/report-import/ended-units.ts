import type { UnitRow } from '#shared/contract/units.ts'
import { createUnitFinder, placeName, plainKey } from '#shared/domain/report-files/find-unit.ts'
import { IMPORT_SENTENCES } from '#shared/domain/report-files/sentences.ts'
import { createPlaceDirectory, type PlaceUnit } from '#shared/domain/survey/places.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import { readStoredRelations } from '../../db/queries/dated-units.ts'
import { readWordings } from '../../db/queries/report-files.ts'
import { readUnits } from '../../db/queries/units.ts'
import type { ReadStore } from '../../db/store.ts'

/** A unit a report names that is not there on the report's day. */
export interface EndedUnit {
  readonly sentence: string
  /** Codes of the units that took it over and are there that day. */
  readonly successors: readonly string[]
}

/** Looks a name up among the units of other days; the finder is made when first asked. */
export interface EndedUnits {
  /** The unit of another day a text names; null when it names none, or one that is there. */
  find(text: string, day: IsoDate): EndedUnit | null
  /**
   * The same where the text was taken for a unit that only has it as an old name, from a unit it took over; null when it
   * is the unit's own name, or was taught.
   */
  predecessor(text: string, taken: Pick<PlaceUnit, 'id' | 'name'>, day: IsoDate): EndedUnit | null
}

/** Looks a name up among the units of other days; what that needs is read when first asked. */
export function createEndedUnits(store: Pick<ReadStore, 'db'>): EndedUnits {
  let look: ((text: string) => readonly UnitRow[]) | null = null
  const namedBy = (text: string): readonly UnitRow[] => (look ??= createLook(store))(text)

  function find(text: string, day: IsoDate): EndedUnit | null {
    const named = namedBy(text).find((unit) => !isThere(unit, day))
    if (named === undefined) return null
    const { name, validFrom, validTo } = named
    const all = readUnits(store, day)
    const successors = heirsOf(store, named.id).flatMap((id) => all.find((unit) => unit.id === id)?.code ?? [])
    const sentence =
      validTo !== null && validTo < day
        ? IMPORT_SENTENCES.unitEnded(text, name, validTo, day, successors.length > 0)
        : IMPORT_SENTENCES.unitNotYet(text, name, validFrom ?? day, day)
    return { sentence, successors }
  }

  return {
    find,
    predecessor(text, taken, day) {
      const key = plainKey(text)
      if (key.includes(plainKey(placeName(taken.name))) || readWordings(store).units.has(key)) return null
      const heirs = namedBy(text).filter(({ id, validTo }) => id !== taken.id && validTo !== null && validTo < day)
      return heirs.some(({ id }) => heirsOf(store, id).includes(taken.id)) ? find(text, day) : null
    },
  }
}

function createLook(store: Pick<ReadStore, 'db'>): (text: string) => readonly UnitRow[] {
  const all = readUnits(store, null)
  const root = all.find(({ parent }) => parent === null)
  const places = all.map((unit): PlaceUnit => ({ ...unit, typeCode: unit.type }))
  const finder = createUnitFinder(places, root?.id ?? '', createPlaceDirectory(places))
  return (text) => {
    const cell = finder.inCell(text)
    const found = cell.kind === 'none' ? finder.inLine(text) : cell
    const units = found.kind === 'unit' ? [found.unit] : found.kind === 'several' ? found.units : []
    // A name that only ended units have as their own may be an alias of who took them over: both are named.
    const key = plainKey(text)
    return all.filter(
      (unit) =>
        units.some(({ id }) => id === unit.id) ||
        (unit.parent !== null && unit.validTo !== null && key.includes(plainKey(placeName(unit.name)))),
    )
  }
}

function isThere({ validFrom, validTo }: Pick<UnitRow, 'validFrom' | 'validTo'>, day: IsoDate): boolean {
  return (validFrom === null || validFrom <= day) && (validTo === null || day <= validTo)
}

/** Who took a unit over, directly or by taking over its heirs. */
function heirsOf(store: Pick<ReadStore, 'db'>, unitId: string): readonly string[] {
  const relations = readStoredRelations(store)
  const heirs = new Set<string>()
  const open = [unitId]
  for (let at = open.pop(); at !== undefined; at = open.pop())
    for (const { fromUnitId, toUnitId } of relations)
      if (fromUnitId === at && toUnitId !== null && toUnitId !== unitId && !heirs.has(toUnitId)) {
        heirs.add(toUnitId)
        open.push(toUnitId)
      }
  return [...heirs]
}
