import type { AppResult } from '#shared/contract/errors.ts'
import type { Output, ParsedInput } from '#shared/contract/index.ts'
import type { PlanRow } from '#shared/contract/plans.ts'
import type { checksContract } from '#shared/contract/checks.ts'
import { checkEnterprise } from '#shared/domain/checks/check-enterprise.ts'
import { checkProgress } from '#shared/domain/checks/check-progress.ts'
import { checkReports } from '#shared/domain/checks/check-reports.ts'
import { checkTimeliness } from '#shared/domain/checks/check-timeliness.ts'
import { CHECK_RULE_IDS, CHECK_RULES, type CheckFinding, sortFindings } from '#shared/domain/checks/finding.ts'
import { findingId } from '#shared/domain/checks/finding-id.ts'
import { duePeriods } from '#shared/domain/report-files/calendar.ts'
import { addDays, type IsoDate } from '#shared/kit/dates.ts'
import { groupBy } from '#shared/kit/group-by.ts'
import { ok } from '#shared/kit/result.ts'
import { hasUnionBook, iterateCheckedEnterprises, readFiguresToCheck } from '../db/queries/check-facts.ts'
import { readIndicators } from '../db/queries/indicators.ts'
import { readDefaultPlan } from '../db/queries/plans.ts'
import { readUnits } from '../db/queries/units.ts'
import type { ReadStore } from '../db/store.ts'
import { explainFindings, readCheckNotes, withdrawNotes } from './check-notes.ts'
import { findPlan, findUnitsBelow } from './lookup.ts'
import { progressOf } from './progress.ts'
import { countsFrom, readCalendar } from './report-import/reporting.ts'
import type { QueryContext, Service } from './service.ts'
import { readUnionRows } from './unions/list.ts'

const NONE: readonly string[] = []

/** History that a figure is measured by: enough for a second look at the same months of the year before. */
const HISTORY_DAYS = 760

export const checksService: Service<keyof typeof checksContract> = {
  'checks.list': listChecks,
  'checks.explain': explainFindings,
  'checks.withdraw': withdrawNotes,
}

function listChecks(
  { store, today }: QueryContext,
  { plan: code, asOf: day, unit, perRule, withExplained }: ParsedInput<'checks.list'>,
): AppResult<Output<'checks.list'>> {
  const plan = code === null && readDefaultPlan(store) === null ? null : findPlan(store, code)
  if (plan !== null && !plan.ok) return plan
  const asOf = day ?? today()
  const below = findUnitsBelow(store, unit)
  if (!below.ok) return below
  const within = below.value
  const all = [
    ...findInEnterprises(store, asOf),
    ...findInUnions(store, asOf),
    ...(plan === null ? [] : findInPlan(store, plan.value, asOf)),
  ].filter((finding) => within === null || (finding.unit !== null && within.has(finding.unit)))

  const notes = readCheckNotes(store)
  const told = sortFindings(all).map((finding) => {
    const id = findingId(finding, plan?.value.code ?? null)
    const note = notes.get(id)
    return {
      ...finding,
      id,
      explanation: note === undefined ? null : { note: note.note, on: note.notedOn, by: note.notedBy },
    }
  })
  const open = told.filter(({ explanation }) => explanation === null)
  const byRule = groupBy(open, ({ rule }) => rule)
  const shown = withExplained ? groupBy(told, ({ rule }) => rule) : byRule
  const counts = { error: 0, warning: 0, hint: 0 }
  const rules = CHECK_RULE_IDS.flatMap((rule) => {
    const count = byRule.get(rule)?.length ?? 0
    const { severity, title, advice, place } = CHECK_RULES[rule]
    counts[severity] += count
    return shown.get(rule) === undefined ? [] : [{ rule, severity, title, advice, place, count }]
  })
  const findings = [...shown.values()].flatMap((rows) =>
    rows.slice(0, perRule).map((finding) => {
      const { severity, title, place } = CHECK_RULES[finding.rule]
      return { ...finding, severity, title, place }
    }),
  )
  return ok({ plan: plan?.value.code ?? null, asOf, counts, explained: told.length - open.length, rules, findings })
}

function findInEnterprises(store: ReadStore, asOf: IsoDate): readonly CheckFinding[] {
  const isKept = hasUnionBook(store)
  const findings: CheckFinding[] = []
  for (const row of iterateCheckedEnterprises(store, asOf)) {
    const found = checkEnterprise({
      ...row,
      hasUnion: row.hasUnion === 1,
      isRecorded: isKept ? row.recorded === 1 : null,
    })
    for (const { rule, message } of found)
      findings.push({ rule, message, unit: row.unit, subject: row.name, focus: row.id, indicator: null, asOf: null })
  }
  return findings
}

function findInUnions(store: ReadStore, asOf: IsoDate): readonly CheckFinding[] {
  return readUnionRows(store, asOf).flatMap((row): CheckFinding[] => {
    const about = { unit: row.unit, subject: row.name, focus: row.id, indicator: null, asOf: null }
    const found = row.warnings.map(({ message }): CheckFinding => ({ ...about, rule: 'union-decision', message }))
    if (row.state === 'active' && row.members === 0)
      found.push({ ...about, rule: 'union-without-members', message: 'Số đoàn viên mới nhất là 0.' })
    return found
  })
}

function findInPlan(store: ReadStore, plan: PlanRow, asOf: IsoDate): readonly CheckFinding[] {
  const indicators = readIndicators(store)
  const shortNames = new Map(indicators.map((indicator) => [indicator.code, indicator.shortName]))
  const partsBy = new Map(
    indicators.flatMap(({ code, formula }) => (formula !== null && 'parts' in formula ? [[code, formula.parts]] : [])),
  )
  const units = new Map(readUnits(store, null).map((unit) => [unit.code, unit]))
  const last = asOf < plan.to ? asOf : plan.to
  const progress = progressOf(store, plan, asOf)
  const entries = readFiguresToCheck(store, addDays(last, -HISTORY_DAYS), last)
  const nameOf = (code: string): string => units.get(code)?.name ?? code
  const shortNameOf = (code: string): string => shortNames.get(code) ?? code
  return [
    ...checkProgress({
      ...progress,
      asOf: last,
      from: plan.from,
      shortNameOf,
    }),
    ...checkReports({
      entries,
      indicators,
      nameOf,
      from: plan.from,
      to: last,
    }),
    ...checkTimeliness({
      entries: entries.filter((entry) => entry.asOf >= plan.from),
      periods: duePeriods(readCalendar(store).rules, plan.from, last).map((period) => ({
        ...period,
        countsFrom: countsFrom(period),
      })),
      targeted: targetedIndicators(progress.rows, new Map(indicators.map(({ code, kind }) => [code, kind]))),
      partsOf: (code) => partsBy.get(code) ?? NONE,
      nameOf,
      shortNameOf,
      asOf,
    }),
  ]
}

/** What each unit has targets of and reports itself; net figures and ratios are made here. */
function targetedIndicators(
  rows: ReturnType<typeof progressOf>['rows'],
  kinds: ReadonlyMap<string, string>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const targeted = new Map<string, Set<string>>()
  for (const { level, unit, indicator, target } of rows) {
    // A target of 0 is "không giao": nobody waits for its figure.
    if (
      level !== 'unit' ||
      unit === null ||
      target === null ||
      target === 0 ||
      ['net', 'ratio'].includes(kinds.get(indicator) ?? '')
    )
      continue
    const own = targeted.get(unit) ?? new Set<string>()
    targeted.set(unit, own.add(indicator))
  }
  return targeted
}
