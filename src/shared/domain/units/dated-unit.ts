import { addDays, type IsoDate, isValidOn } from '../../kit/dates.ts'

/** What may change about a unit while it stays the same unit: its name, its type and where it belongs. */
export interface Standing {
  readonly name: string
  readonly shortName: string
  readonly typeId: string
  readonly parentId: string | null
}

/** How it stood before: up to and including `until`, since the past before it. */
export interface Past extends Standing {
  readonly until: IsoDate
}

/** A unit with all it ever was. The unit itself says how it stands last; `pasts` are in the order of time. */
export interface DatedUnit extends Standing {
  readonly id: string
  readonly code: string
  readonly sortOrder: number
  readonly validFrom: IsoDate | null
  readonly validTo: IsoDate | null
  readonly pasts: readonly Past[]
  readonly aliases: readonly Alias[]
}

/** Another name by which foreign files know it. */
export interface Alias {
  readonly name: string
  /** First day it answers to it; null: always. The name of a merged unit was that unit's own until then. */
  readonly from: IsoDate | null
}

/** Anything with a value that holds until a day and another after it. */
interface Stretch<T> {
  /** Null: up to the end. */
  readonly until: IsoDate | null
  readonly value: T
}

/** How the unit stood on a day. Before its first day it is as it began, after its last as it ended. */
export function standingOn(unit: DatedUnit, day: IsoDate): Standing {
  return unit.pasts.find((past) => day <= past.until) ?? unit
}

export function isActive(unit: Pick<DatedUnit, 'validFrom' | 'validTo'>, day: IsoDate): boolean {
  return isValidOn(day, unit.validFrom, unit.validTo)
}

/**
 * The unit as it is when `change` applies to whatever it is from `day` on; what it was before stays. Changes that
 * were recorded for later days are kept: `change` sees each of them and decides.
 */
export function changeUnitFrom(
  unit: DatedUnit,
  day: IsoDate,
  change: (standing: Standing, until: IsoDate | null) => Standing,
): DatedUnit {
  const stretches: Stretch<Standing>[] = [
    ...unit.pasts.map((past) => ({ until: past.until, value: takeStanding(past) })),
    { until: null, value: takeStanding(unit) },
  ]
  const changed = changeFrom(stretches, unit.validFrom, day, change, isSameStanding)
  const last = changed.at(-1)?.value ?? takeStanding(unit)
  return {
    ...unit,
    ...last,
    pasts: changed.slice(0, -1).map(({ until, value }) => ({ ...value, until: until ?? day })),
  }
}

/** Where an enterprise or a union is placed, and where it was. */
export interface Placed {
  readonly unitId: string | null
  readonly pasts: readonly { readonly until: IsoDate; readonly unitId: string | null }[]
}

export function placeOn(placed: Placed, day: IsoDate): string | null {
  const past = placed.pasts.find(({ until }) => day <= until)
  return past === undefined ? placed.unitId : past.unitId
}

/** The same for a place: `change` answers where it is from `day` on, for each place it has from then on. */
export function changePlaceFrom<P extends Placed>(
  placed: P,
  day: IsoDate,
  change: (unitId: string | null) => string | null,
): P {
  const stretches: Stretch<string | null>[] = [
    ...placed.pasts.map(({ until, unitId }) => ({ until, value: unitId })),
    { until: null, value: placed.unitId },
  ]
  const changed = changeFrom(stretches, null, day, change, (a, b) => a === b)
  return {
    ...placed,
    unitId: changed.at(-1)?.value ?? null,
    pasts: changed.slice(0, -1).map(({ until, value }) => ({ until: until ?? day, unitId: value })),
  }
}

function changeFrom<T>(
  stretches: readonly Stretch<T>[],
  begins: IsoDate | null,
  day: IsoDate,
  change: (value: T, until: IsoDate | null) => T,
  isSame: (a: T, b: T) => boolean,
): readonly Stretch<T>[] {
  const changed: Stretch<T>[] = []
  let from = begins
  for (const { until, value } of stretches) {
    if (until !== null && until < day) changed.push({ until, value })
    else {
      if (from === null || from < day) changed.push({ until: addDays(day, -1), value })
      changed.push({ until, value: change(value, until) })
    }
    if (until !== null) from = addDays(until, 1)
  }
  // Two stretches that say the same are one.
  return changed.filter(({ value }, at) => {
    const next = changed[at + 1]
    return next === undefined || !isSame(value, next.value)
  })
}

function takeStanding({ name, shortName, typeId, parentId }: Standing): Standing {
  return { name, shortName, typeId, parentId }
}

export function isSameStanding(a: Standing, b: Standing): boolean {
  return a.name === b.name && a.shortName === b.shortName && a.typeId === b.typeId && a.parentId === b.parentId
}
