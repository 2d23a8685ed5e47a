import type { PlaceUnit } from '#shared/domain/survey/places.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import { readUnits, readUnitTypes } from '../../db/queries/units.ts'
import type { ReadStore } from '../../db/store.ts'

export interface Surroundings {
  /** Rounds that earlier imports of this very file and sheet made, newest first. */
  readonly rounds: readonly { readonly id: string; readonly surveyedOn: IsoDate }[]
  readonly legalFormIds: ReadonlyMap<string, string>
  readonly unitTypeIds: ReadonlyMap<string, string>
}

export function readSurroundings(
  store: ReadStore,
  workbook: { readonly sha256: string },
  sheet: string | null,
): Surroundings {
  const rounds = store.sqlite
    .prepare<[string, string | null], { id: string; surveyedOn: string }>(
      'SELECT id, surveyed_on AS surveyedOn FROM survey_rounds WHERE file_hash = ? AND sheet IS ? ORDER BY id DESC',
    )
    .all(workbook.sha256, sheet)
  const forms = store.sqlite.prepare<[], { id: string; code: string }>('SELECT id, code FROM legal_forms').all()
  return {
    rounds,
    legalFormIds: new Map(forms.map((form) => [form.code, form.id])),
    unitTypeIds: new Map(readUnitTypes(store).map((type) => [type.code, type.id])),
  }
}

/** The province and the units a place may mean on a day; the province counts whatever its dates say. */
export function readPlaces(
  store: ReadStore,
  date: IsoDate,
): { readonly root: PlaceUnit; readonly units: readonly PlaceUnit[] } {
  const units = readUnits(store, date).map((unit): PlaceUnit => ({ ...unit, typeCode: unit.type }))
  const roots = readUnits(store, null).filter((unit) => unit.parent === null)
  const root = roots[0]
  if (root === undefined) throw new Error('the data file has no province')
  const province: PlaceUnit = { ...root, typeCode: root.type }
  return { root: province, units: units.some((unit) => unit.id === province.id) ? units : [province, ...units] }
}
