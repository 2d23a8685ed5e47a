import { isValidOn, type IsoDate } from '#shared/kit/dates.ts'

/**
 * How many members a union needs to be founded, by type of union and by time: the Điều lệ changes (XII, Điều 13:
 * five; nghiệp đoàn by the Điều lệ of 2013: ten), so it is data of the office.
 */
export interface FoundingMinimum {
  readonly type: string
  readonly members: number
  readonly validFrom: IsoDate | null
  readonly validTo: IsoDate | null
}

export interface UnionRules {
  readonly minimums: readonly FoundingMinimum[]
  /** A founding day before this one is taken for a slip of the pen. */
  readonly earliest: IsoDate
}

export const DEFAULT_UNION_RULES: UnionRules = {
  minimums: [
    { type: 'CDCS', members: 5, validFrom: null, validTo: null },
    { type: 'NGHIEP_DOAN', members: 10, validFrom: null, validTo: null },
  ],
  earliest: '1945-01-01',
}

/** The minimum in force for a type on a day; on an unknown day the newest one. Null: there is none. */
export function minimumOn(rules: UnionRules, type: string, day: IsoDate | null): number | null {
  const ofType = rules.minimums.filter((entry) => entry.type === type)
  const known = day === null ? [] : ofType.filter((entry) => isValidOn(day, entry.validFrom, entry.validTo))
  const candidates = day === null ? ofType : known
  return (
    candidates.reduce<FoundingMinimum | null>(
      (newest, entry) => (newest === null || (entry.validFrom ?? '') >= (newest.validFrom ?? '') ? entry : newest),
      null,
    )?.members ?? null
  )
}
