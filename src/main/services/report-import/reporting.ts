import type { MissingAnswer, MissingUnit } from '#shared/contract/periods.ts'
import type { PlanRow } from '#shared/contract/plans.ts'
import type { UnitRow } from '#shared/contract/units.ts'
import {
  type CalendarRule,
  type DuePeriod,
  duePeriods,
  lastDuePeriod,
  type PeriodKind,
  periodOf,
  type ReportingPeriod,
} from '#shared/domain/report-files/calendar.ts'
import { placeName } from '#shared/domain/report-files/find-unit.ts'
import { owingUnits } from '#shared/domain/report-files/owing-units.ts'
import { groupBy } from '#shared/kit/group-by.ts'
import { addDays, type IsoDate } from '#shared/kit/dates.ts'
import { readCalendarRows, readLastReports, readTargetedUnits } from '../../db/queries/report-files.ts'
import { readUnits, readUnitTypes } from '../../db/queries/units.ts'
import type { ReadStore } from '../../db/store.ts'
import { officeCalendar } from '../figures.ts'

type Reader = Pick<ReadStore, 'db' | 'sqlite'>

/** Days after a period's end by which offices usually want its report. */
const USUAL_DUE: Readonly<Record<PeriodKind, number | null>> = {
  week: null,
  month: 5,
  quarter: 5,
  half: 5,
  nine: 5,
  year: 10,
}

/** The calendar of the data file; without a row the usual one: monthly, quarterly, six and nine months, yearly. */
export function readCalendar(store: Pick<ReadStore, 'db'>): {
  readonly rules: readonly CalendarRule[]
  readonly usual: boolean
} {
  const rows = readCalendarRows(store)
  return rows.length > 0 ? { rules: rows, usual: false } : { rules: usualRules(store), usual: true }
}

export function usualRules(store: Pick<ReadStore, 'db'>): readonly CalendarRule[] {
  const yearStart = officeCalendar(store)
  return (Object.entries(USUAL_DUE) as [PeriodKind, number | null][]).flatMap(([kind, dueDays]) =>
    dueDays === null ? [] : [{ kind, yearStart, dueDays, validFrom: null, validTo: null }],
  )
}

/**
 * From which day on a report counts as that of the period: within a week or month any of its days will do; a report
 * of January is none of the half-year, so longer periods ask for their last month.
 */
export function countsFrom(period: Pick<ReportingPeriod, 'kind' | 'from' | 'to'>): IsoDate {
  if (period.kind === 'week' || period.kind === 'month') return period.from
  return (
    periodOf('month', period.to, addDays(period.to, 1).slice(5) === '02-29' ? '03-01' : addDays(period.to, 1).slice(5))
      ?.from ?? period.from
  )
}

/** How long ago a unit may have reported last and still be waited for: a year, and a month for the late. */
const WAITED_DAYS = 400

/** Units of a day that owe a report, of any level, with all there are. */
export function unitsThatOwe(
  store: Reader,
  day: IsoDate,
  last: ReturnType<typeof readLastReports> = readLastReports(store, day),
): { readonly expected: readonly UnitRow[]; readonly all: readonly UnitRow[] } {
  const all = readUnits(store, day)
  const root = readUnits(store, null).find(({ parent }) => parent === null)
  const levels = new Map(readUnitTypes(store).map(({ code, level }) => [code, level]))
  const targeted = readTargetedUnits(store, day)
  const since = addDays(day, -WAITED_DAYS)
  const owing = owingUnits(
    all.map((row) => {
      const isGrassroots = levels.get(row.type) === 'grassroots'
      const hasReported = (last.get(row.id)?.asOf ?? '') >= since
      const { code, parent } = row
      return { row, code, parent, isGrassroots, isWaitedFor: targeted.has(row.id) || (hasReported && !isGrassroots) }
    }),
    root?.code ?? '',
  )
  return { expected: owing.map(({ row }) => row), all }
}

/** Who of those that owe one has a report of a day between two, or whose every part has one. */
export function silentUnits(
  store: Reader,
  from: IsoDate,
  to: IsoDate,
  alsoReported: ReadonlySet<string> = new Set(),
): { readonly expected: readonly UnitRow[]; readonly silent: readonly Omit<MissingUnit, 'dueOn' | 'overdue'>[] } {
  const last = readLastReports(store, to)
  const { expected, all } = unitsThatOwe(store, to, last)
  const names = new Map(all.map(({ code, name }) => [code, name]))
  const hasOwn = (unit: UnitRow): boolean => alsoReported.has(unit.id) || (last.get(unit.id)?.asOf ?? '') >= from
  const reported = (unit: UnitRow): boolean => {
    if (hasOwn(unit)) return true
    const parts = all.filter(({ parent }) => parent === unit.code)
    return parts.length > 0 && parts.every(reported)
  }
  return {
    expected,
    silent: expected
      .filter((unit) => !reported(unit))
      .map(({ id, code, name, parent, typeName }) => ({
        code,
        name,
        place: placeName(name),
        parent,
        parentName: parent === null ? null : (names.get(parent) ?? null),
        group: typeName,
        lastReportAsOf: last.get(id)?.asOf ?? null,
        lastReportOn: last.get(id)?.receivedOn ?? null,
      })),
  }
}

/** Who has not reported for the last period that was over on a day. */
export function missingOn(
  store: Reader,
  asked: { readonly asOf: IsoDate; readonly plan: PlanRow | null; readonly kind: PeriodKind | null },
): MissingAnswer {
  const { plan, kind } = asked
  const day = plan !== null && plan.to < asked.asOf ? plan.to : asked.asOf
  const { rules } = readCalendar(store)
  const period = choosePeriod(store, rules, kind, day)
  const head = { asOf: asked.asOf, plan: plan?.code ?? null }
  if (period === null) return { ...head, period: null, dueOn: null, expected: 0, reported: 0, groups: [], missing: [] }
  const { expected, silent } = silentUnits(store, countsFrom(period), day)
  return {
    ...head,
    period: { code: period.code, name: period.name, from: period.from, to: period.to },
    dueOn: period.dueOn,
    expected: expected.length,
    reported: expected.length - silent.length,
    groups: [...groupBy(expected, ({ typeName }) => typeName)].map(([group, units]) => ({
      group,
      expected: units.length,
      reported: units.length - silent.filter((unit) => unit.group === group).length,
    })),
    missing: silent.map((unit) => ({ ...unit, dueOn: period.dueOn, overdue: period.dueOn < asked.asOf })),
  }
}

function choosePeriod(
  store: Reader,
  rules: readonly CalendarRule[],
  kind: PeriodKind | null,
  day: IsoDate,
): DuePeriod | null {
  if (kind === null) return lastDuePeriod(rules, day)
  const own = rules.filter((rule) => rule.kind === kind)
  const asked =
    own.length > 0 ? own : [{ kind, yearStart: officeCalendar(store), dueDays: 0, validFrom: null, validTo: null }]
  return duePeriods(asked, addDays(day, -800), day).findLast(({ to }) => to <= day) ?? null
}
