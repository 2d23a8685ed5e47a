import type { CountWindow } from '#shared/domain/results/as-of.ts'
import { startOfReportingYear } from '#shared/domain/results/reporting-year.ts'
import { addDays, type IsoDate } from '#shared/kit/dates.ts'
import { readDatedUnits, readRelations, readTargetMoves } from '../db/queries/dated-units.ts'
import { readSurveyDays } from '../db/queries/survey-counts.ts'
import { rememberFacts } from '../db/remembered.ts'
import { ReportMemory } from '../db/report-memory.ts'
import type { ReadStore } from '../db/store.ts'

// Between two reports nothing a figure is counted from changes: what was counted for the 3rd of July holds up to the
// 30th. Both functions answer the first day of the stretch a day lies in, so that its days share one answer.

/** The earliest day from which the units of a plan stood as they do on `day`, not before the plan's own first. */
export function unitsSettledOn(store: Pick<ReadStore, 'db' | 'sqlite'>, day: IsoDate, first: IsoDate): IsoDate {
  if (store.sqlite.inTransaction) return day
  return latest([first < day ? first : day, lastOf(readUnitDays(store), day)])
}

/** The earliest day on which counting in the window gives what it gives on `last`, whatever is asked. */
export function figuresSettledOn(store: Pick<ReadStore, 'db' | 'sqlite'>, window: CountWindow, last: IsoDate): IsoDate {
  // A plan that has not begun answers with notes about the day itself.
  if (last < window.from || store.sqlite.inTransaction) return last
  return latest([
    // Before the first report of a reporting year its own first day says the same.
    startOfReportingYear(last, window.calendar),
    unitsSettledOn(store, last, window.from),
    lastOf(
      rememberFacts(store.sqlite, 'survey days', () => readSurveyDays(store)),
      last,
    ),
    ReportMemory.of(store.sqlite).lastDayBy(last),
  ])
}

function readUnitDays(store: Pick<ReadStore, 'db' | 'sqlite'>): readonly IsoDate[] {
  return rememberFacts(store.sqlite, 'unit days', () => {
    const days = new Set<IsoDate>()
    for (const { validFrom, validTo, pasts } of readDatedUnits(store).values()) {
      if (validFrom !== null) days.add(validFrom)
      if (validTo !== null) days.add(addDays(validTo, 1))
      for (const { until } of pasts) days.add(addDays(until, 1))
    }
    for (const { on } of readRelations(store)) days.add(on)
    for (const { on } of readTargetMoves(store)) days.add(on)
    return [...days].toSorted()
  })
}

/** '' when none is as early. */
function lastOf(sorted: readonly IsoDate[], day: IsoDate): IsoDate {
  return sorted.findLast((one) => one <= day) ?? ''
}

function latest(days: readonly IsoDate[]): IsoDate {
  return days.reduce((a, b) => (b > a ? b : a))
}
