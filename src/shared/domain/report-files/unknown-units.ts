import { type NewUnit, unitFromPlace } from '../survey/new-units.ts'
import { parsePlace } from '../survey/places.ts'
import { foldText } from '../text/fold.ts'
import type { IsoDate } from '../../kit/dates.ts'
import type { ReadSheet } from './report-model.ts'

/** A unit that reports name and the data file does not have. */
export interface UnknownUnit {
  readonly nameInFile: string
  readonly unit: NewUnit
}

/** No place of the country has a longer name; what is longer runs on into the rest of a title. */
const LONGEST_NAME = 4
/** Rows of a table that are no union above grassroots. */
const NO_UNIT =
  /\b(?:cdcs|cong doan co so|nghiep doan|cong ty|cty|dntn|htx|hop tac xa|truong|benh vien|phong|ban|van phong|khoi|cac)\b/

/**
 * The first line that is a unit's name and nothing else ("LĐLĐ HUYỆN TÂN PHÚ"), of a kind of place the line names; null
 * for none. The province itself is no such line.
 */
export function placeLine(lines: readonly string[]): string | null {
  return (
    lines.find((line) => {
      const place = parsePlace(line.replace(/^[^:]{0,30}:\s*/, ''))
      return (
        place !== null &&
        place.kind !== null &&
        place.kind !== 'province' &&
        place.core !== '' &&
        place.core.split(/\s+/).length <= LONGEST_NAME
      )
    }) ?? null
  )
}

/**
 * The units that would have to be made so that every report has its own: of tables the rows and columns with a name,
 * of forms the letterhead. Each once, in the order the files name them.
 */
export function findUnknownUnits(sheets: readonly ReadSheet[], day: IsoDate): readonly UnknownUnit[] {
  const found = new Map<string, UnknownUnit>()
  for (const { unit, shape } of sheets.flatMap(({ reports }) => reports)) {
    if (unit.kind !== 'unknown') continue
    const line = shape === 'form' ? placeLine([unit.text]) : unit.text
    const place = line === null ? null : parsePlace(line.replace(/^[^:]{0,30}:\s*/, ''))
    if (line === null || place === null || place.core === '' || place.kind === 'province') continue
    if (place.kind === null && (NO_UNIT.test(foldText(line)) || place.core.split(/\s+/).length > LONGEST_NAME)) continue
    const made = unitFromPlace(place, undefined, day)
    const key = `${made.type}|${foldText(made.alias)}`
    if (!found.has(key)) found.set(key, { nameInFile: line, unit: made })
  }
  return [...found.values()]
}
