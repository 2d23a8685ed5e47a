import type { IsoDate } from '#shared/kit/dates.ts'
import type { ReadStore } from '../store.ts'

/** An enterprise with the figures known of it on a day, newest word of each. */
export interface CheckedEnterprise {
  readonly id: string
  readonly name: string
  readonly taxCode: string | null
  readonly unit: string | null
  readonly workers: number | null
  readonly women: number | null
  readonly insured: number | null
  readonly members: number | null
  readonly hasUnion: number | null
  /** Whether the book of unions has a union of it that exists on the day. */
  readonly recorded: number
}

const newest = (column: string): string =>
  `(SELECT o.${column} FROM observations o WHERE o.enterprise_id = e.id AND o.${column} IS NOT NULL
    AND o.observed_on <= :day ORDER BY o.observed_on DESC, o.id DESC LIMIT 1)`

/** Row by row, as a province has a hundred thousand and only few of them are of interest. */
export function iterateCheckedEnterprises(
  store: Pick<ReadStore, 'sqlite'>,
  day: IsoDate,
): IterableIterator<CheckedEnterprise> {
  return store.sqlite
    .prepare<{ day: string }, CheckedEnterprise>(
      `SELECT e.id, e.name, e.tax_code AS taxCode, n.code AS unit,
         ${newest('workers')} AS workers, ${newest('women')} AS women, ${newest('insured')} AS insured,
         ${newest('members')} AS members, ${newest('has_union')} AS hasUnion,
         EXISTS (SELECT 1 FROM grassroots_unions g WHERE g.enterprise_id = e.id
           AND (g.ended_on IS NULL OR g.ended_on > :day)) AS recorded
       FROM enterprises e LEFT JOIN units n ON n.id = e.unit_id
       WHERE e.operating_status IS NULL OR e.operating_status IN ('active', 'suspended')`,
    )
    .iterate({ day })
}

/** Whether the book of unions is kept at all: without it, no enterprise can be missing in it. */
export function hasUnionBook(store: Pick<ReadStore, 'sqlite'>): boolean {
  return store.sqlite.prepare('SELECT 1 FROM grassroots_unions LIMIT 1').get() !== undefined
}

/** Every counted figure of the units that speaks of days from `from` to `to`, with the codes it hangs on. */
export function readFiguresToCheck(store: Pick<ReadStore, 'sqlite'>, from: IsoDate, to: IsoDate): FigureToCheck[] {
  return store.sqlite
    .prepare<{ from: string; to: string }, FigureToCheck>(
      `SELECT u.code AS unit, i.code AS indicator, r.from_date AS "from", r.as_of AS asOf, r.basis, v.value,
         v.qualifier, v.qualifier_word AS word, v.stated_percent AS statedPercent, r.received_on AS receivedOn
       FROM reports r JOIN report_values v ON v.report_id = r.id
       JOIN units u ON u.id = r.unit_id JOIN indicators i ON i.id = v.indicator_id
       WHERE r.as_of BETWEEN :from AND :to AND r.status IN ('received', 'accepted')`,
    )
    .all({ from, to })
}

export interface FigureToCheck {
  readonly unit: string
  readonly indicator: string
  readonly from: IsoDate
  readonly asOf: IsoDate
  readonly basis: 'cumulative' | 'increment'
  readonly value: number
  readonly qualifier: '≥' | '≈' | '≤' | null
  readonly word: string | null
  readonly statedPercent: number | null
  readonly receivedOn: IsoDate | null
}
