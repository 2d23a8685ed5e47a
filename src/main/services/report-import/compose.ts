import type { ImportFinding, ReportImport, UnitReport } from '#shared/contract/report-import.ts'
import { periodOf } from '#shared/domain/report-files/calendar.ts'
import type { Qualifier } from '#shared/domain/results/qualifier.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import { groupBy } from '#shared/kit/group-by.ts'
import { readIndicators } from '../../db/queries/indicators.ts'
import { readUnits } from '../../db/queries/units.ts'
import type { Store } from '../../db/store.ts'
import { officeCalendar } from '../figures.ts'
import type { DecidedReport } from './decide.ts'
import type { FailedFile, ReadFile } from './read-files.ts'
import { countsFrom, silentUnits } from './reporting.ts'

/** What was understood of all the files and decided about it. */
export interface Gathered {
  readonly decided: readonly DecidedReport[]
  readonly findings: readonly ImportFinding[]
  readonly questions: ReportImport['questions']
  readonly unmatched: ReportImport['unmatched']
}

const SIGNS: Readonly<Record<Qualifier, '>=' | '~' | '<='>> = { '≥': '>=', '≈': '~', '≤': '<=' }

/** The answer of an import, in full and in short. */
export function composeAnswer(
  store: Store,
  askedDay: IsoDate | null,
  facts: Gathered & {
    readonly dryRun: boolean
    readonly files: readonly ReadFile[]
    readonly failed: readonly FailedFile[]
    readonly known: ReadonlySet<string>
    readonly newUnits: ReportImport['newUnits']
  },
): ReportImport {
  const reports = facts.decided.map(({ report }) => report)
  const unitsByName: ReportImport['units'] = {}
  const totals: Record<string, number> = {}
  // As tables call them ("Huyện Cam Lộ"), but where two units of this import share a place.
  const codesAt = groupBy(reports, ({ place }) => place)
  const keyOf = ({ place, unit, unitName }: UnitReport): string =>
    codesAt.get(place)?.every((other) => other.unit === unit) === true ? place : unitName
  const kinds = new Map(readIndicators(store).map(({ code, kind }) => [code, kind]))
  for (const report of reports) {
    const isNew = facts.newUnits.some(({ name }) => name === report.unitName)
    const short = (unitsByName[keyOf(report)] ??= {
      code: isNew && facts.dryRun ? null : report.unit,
      ...(isNew && { new: true }),
      place: report.place,
      file: report.file,
      targets: {},
      cumulative: {},
      increment: {},
      qualifiers: {},
    })
    for (const { indicator, value } of report.stated) short.targets[indicator] ??= value
    for (const { indicator, value } of report.inPeriod) short.increment[indicator] ??= value
    for (const { indicator, value, qualifier, basis, state } of report.values) {
      const place = basis === 'increment' ? short.increment : short.cumulative
      if (state === 'checked' || indicator in place) continue
      place[indicator] = value
      if (qualifier !== null) short.qualifiers[indicator] = SIGNS[qualifier]
      const kind = kinds.get(indicator)
      if (kind === 'flow' || kind === 'loss') totals[indicator] = (totals[indicator] ?? 0) + value
    }
  }
  const states = reports.flatMap(({ values }) => values.map(({ state }) => state))
  const days = [...new Set(reports.map(({ asOf }) => asOf))]
  const starts = [...new Set(reports.map(({ from }) => from))]
  const lastDay = days.toSorted().at(-1) ?? askedDay
  return {
    dryRun: facts.dryRun,
    asOf: days.length === 1 ? (days[0] ?? null) : null,
    periodStart: starts.length === 1 ? (starts[0] ?? null) : null,
    files: facts.files.map(({ name, sha256, sheets, ignored }) => ({
      file: name,
      sha256,
      sheets: sheets.map(({ sheet }) => sheet),
      ignored: [...ignored],
      known: facts.known.has(sha256),
    })),
    failed: facts.failed.map(({ file, error }) => ({ file, code: error.code, message: error.message })),
    newUnits: facts.newUnits,
    reports,
    units: unitsByName,
    totals,
    taken: states.filter((state) => state === 'new' || state === 'corrected' || state === 'adjusted').length,
    corrected: states.filter((state) => state === 'corrected').length,
    unchanged: states.filter((state) => state === 'unchanged').length,
    findings: [...facts.findings],
    questions: facts.questions,
    unmatched: facts.unmatched,
    missing: lastDay === null || lastDay === undefined ? [] : missingAfter(store, lastDay, reports),
  }
}

/** Who has still not reported for the month these reports are of. */
function missingAfter(store: Store, day: IsoDate, reports: readonly UnitReport[]): ReportImport['missing'] {
  const period = periodOf('month', day, officeCalendar(store))
  const ids = new Map(readUnits(store, null).map(({ code, id }) => [code, id]))
  const reported = new Set(
    // A form of which nobody filled in a figure is no report.
    reports
      .filter(({ asOf, values }) => values.length > 0 && (period === null || asOf >= period.from))
      .map(({ unit }) => ids.get(unit) ?? ''),
  )
  return silentUnits(store, period === null ? day : countsFrom(period), day, reported).silent.map((unit) => ({
    ...unit,
    dueOn: null,
    overdue: false,
  }))
}
