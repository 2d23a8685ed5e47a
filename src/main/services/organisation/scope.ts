import { fail, type AppResult } from '#shared/contract/errors.ts'
import { ok } from '#shared/kit/result.ts'
import { readUnits } from '../../db/queries/units.ts'
import type { ReadStore } from '../../db/store.ts'

export interface Scope {
  /** Whether a row of this unit is asked for; what belongs to no unit only where everything is. */
  readonly holds: (unit: string | null) => boolean
  /** Where a unit stands in official order; the province first. */
  readonly placeOf: (unit: string | null) => number
}

/** A unit with everything below it, whenever valid; null: all. */
export function readScope(store: Pick<ReadStore, 'db'>, unit: string | null): AppResult<Scope> {
  const units = readUnits(store, null)
  const place = new Map(units.map(({ code }, index) => [code, index]))
  const placeOf: Scope['placeOf'] = (code) => (code === null ? units.length : (place.get(code) ?? units.length))
  if (unit === null) return ok({ holds: () => true, placeOf })
  const within = new Set<string>()
  // Parents come before children.
  for (const { code, parent } of units) if (code === unit || (parent !== null && within.has(parent))) within.add(code)
  if (within.size === 0) return fail('UNIT_UNKNOWN', { code: unit })
  return ok({ holds: (code) => code !== null && within.has(code), placeOf })
}
