import { addDays, daysBetween, type IsoDate } from '../../kit/dates.ts'
import { groupBy } from '../../kit/group-by.ts'
import type { DuePeriod } from '../report-files/calendar.ts'
import { formatDate, formatNumber } from '../text/format.ts'
import type { CheckedEntry } from './check-reports.ts'
import type { CheckFinding } from './finding.ts'

/** A due period with the first day from which a report counts as its own. */
export interface CheckedPeriod extends DuePeriod {
  readonly countsFrom: IsoDate
}

interface TimelinessFacts {
  readonly entries: readonly (CheckedEntry & { readonly receivedOn: IsoDate | null })[]
  /** Periods that were over on the day, in the order they were due. */
  readonly periods: readonly CheckedPeriod[]
  /** Indicators a unit has targets of, which it therefore has to report. */
  readonly targeted: ReadonlyMap<string, ReadonlySet<string>>
  /** What an indicator is the sum of; none for most. */
  readonly partsOf: (indicator: string) => readonly string[]
  readonly nameOf: (unit: string) => string
  readonly shortNameOf: (indicator: string) => string
  readonly asOf: IsoDate
}

/**
 * What came in longer after it was due than this was entered afterwards: somebody typed an old year, and no unit is late.
 */
const ENTERED_AFTERWARDS_DAYS = 92

/** Reports that came after they were due, and reports of the last period that leave out what has a target. */
export function checkTimeliness(facts: TimelinessFacts): readonly CheckFinding[] {
  const findings: CheckFinding[] = []
  // Of those that end on one day the shortest, as `missing` names it.
  const last = facts.periods
    .filter(({ to }) => to <= facts.asOf)
    .toSorted((a, b) => (a.to === b.to ? (a.from < b.from ? -1 : 1) : a.to < b.to ? -1 : 1))
    .at(-1)
  for (const [unit, entries] of groupBy(facts.entries, (entry) => entry.unit)) {
    const about = { unit, subject: facts.nameOf(unit), focus: unit, indicator: null }
    const late: { readonly period: CheckedPeriod; readonly received: IsoDate }[] = []
    for (const period of facts.periods) {
      const own = entries.filter(({ asOf }) => period.countsFrom <= asOf && asOf <= period.to)
      const received = own.flatMap(({ receivedOn }) => receivedOn ?? []).toSorted()[0]
      // June, the second quarter and the half-year end on one day and are one report.
      const isTold = late.some((other) => other.period.to === period.to)
      if (received === undefined || received <= period.dueOn || received > facts.asOf || isTold) continue
      if (received <= addDays(period.dueOn, ENTERED_AFTERWARDS_DAYS)) late.push({ period, received })
    }
    // One line a unit: a list of every late month would hide the other findings.
    if (late.length > 0)
      findings.push({
        ...about,
        rule: 'received-late',
        asOf: late.at(-1)?.period.to ?? null,
        message: `Báo cáo nhận muộn: ${late.map(tellLate).join('; ')}.`,
      })
    if (last === undefined) continue
    const reported = new Set(
      entries.filter(({ asOf }) => last.countsFrom <= asOf && asOf <= facts.asOf).map(({ indicator }) => indicator),
    )
    // Who reports every part of it reports the whole.
    const isTold = (indicator: string): boolean => {
      const parts = facts.partsOf(indicator)
      return reported.has(indicator) || (parts.length > 0 && parts.every(isTold))
    }
    const left = [...(facts.targeted.get(unit) ?? [])].filter((indicator) => !isTold(indicator))
    if (reported.size > 0 && left.length > 0)
      findings.push({
        ...about,
        rule: 'incomplete-report',
        asOf: last.to,
        message: `Báo cáo ${last.name} chưa có số của: ${left.map(facts.shortNameOf).join(', ')}.`,
      })
  }
  return findings
}

function tellLate({ period, received }: { readonly period: CheckedPeriod; readonly received: IsoDate }): string {
  const { name, dueOn } = period
  return `${name} hạn ${formatDate(dueOn)}, nhận ${formatDate(received)}, muộn ${formatNumber(daysBetween(dueOn, received))} ngày`
}
