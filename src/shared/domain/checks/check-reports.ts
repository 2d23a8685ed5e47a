import type { IsoDate } from '../../kit/dates.ts'
import { groupBy } from '../../kit/group-by.ts'
import { addDecimals } from '../../kit/fraction.ts'
import type { Indicator } from '../indicators/indicator.ts'
import type { ReportedEntry } from '../results/reported-entry.ts'
import { formatDate, formatNumber } from '../text/format.ts'
import type { CheckFinding, CheckRuleId } from './finding.ts'
import { findJump, findUnusual, stepsOf } from './history.ts'

/** A figure with the unit and indicator it is of. */
export interface CheckedEntry extends ReportedEntry {
  readonly unit: string
  readonly indicator: string
}

interface ReportFacts {
  /** Of one unit each, whatever order; two years back are enough. */
  readonly entries: readonly CheckedEntry[]
  readonly indicators: readonly Indicator[]
  readonly nameOf: (unit: string) => string
  /** Findings are of reports of these days; earlier ones are only what they are measured by. */
  readonly from: IsoDate
  readonly to: IsoDate
}

/** Everything that two figures of one unit can say against each other. */
export function checkReports(facts: ReportFacts): readonly CheckFinding[] {
  const indicators = new Map(facts.indicators.map((indicator) => [indicator.code, indicator]))
  const findings: CheckFinding[] = []
  for (const [unit, entries] of groupBy(facts.entries, (entry) => entry.unit)) {
    const say = (rule: CheckRuleId, entry: Pick<CheckedEntry, 'indicator' | 'asOf'>, message: string): void => {
      if (entry.asOf < facts.from || entry.asOf > facts.to) return
      const { indicator, asOf } = entry
      findings.push({ rule, unit, subject: facts.nameOf(unit), message, focus: unit, indicator, asOf })
    }
    for (const [code, figures] of groupBy(entries, (entry) => entry.indicator)) {
      const indicator = indicators.get(code)
      if (indicator === undefined) continue
      if (indicator.kind === 'flow' || indicator.kind === 'loss') checkFlow(figures, indicator, say)
      else if (indicator.kind === 'stock') checkLevel(figures, indicator, say)
    }
    for (const figures of groupBy(entries, ({ from, asOf, basis }) => `${from}|${asOf}|${basis}`).values()) {
      checkWithin(figures, indicators, say)
    }
  }
  return findings
}

type Say = (rule: CheckRuleId, entry: Pick<CheckedEntry, 'indicator' | 'asOf'>, message: string) => void

function checkFlow(entries: readonly CheckedEntry[], indicator: Indicator, say: Say): void {
  const cumulative = entries.filter(({ basis }) => basis === 'cumulative')
  for (const year of groupBy(cumulative, ({ from }) => from).values()) {
    const ordered = year.toSorted((a, b) => (a.asOf < b.asOf ? -1 : 1))
    ordered.forEach((entry, at) => {
      const before = ordered[at - 1]
      if (before === undefined || before.value <= entry.value) return
      say(
        'cumulative-falls',
        entry,
        `${indicator.shortName}: đến ${formatDate(before.asOf)} là ${formatNumber(before.value)}, đến ${formatDate(entry.asOf)} chỉ còn ${formatNumber(entry.value)}.`,
      )
    })
  }
  const unusual = findUnusual(stepsOf(entries))
  if (unusual !== null) {
    say(
      'unlike-history',
      { indicator: indicator.code, asOf: unusual.asOf },
      `${indicator.shortName}: kỳ đến ${formatDate(unusual.asOf)} thêm ${formatNumber(unusual.amount)}, các kỳ trước cùng số ngày chỉ khoảng ${formatNumber(unusual.usual)}.`,
    )
  }
}

function checkLevel(entries: readonly CheckedEntry[], indicator: Indicator, say: Say): void {
  const jump = findJump(entries)
  if (jump === null) return
  say(
    'unlike-history',
    { indicator: indicator.code, asOf: jump.asOf },
    `${indicator.shortName}: đến ${formatDate(jump.asOf)} là ${formatNumber(jump.amount)}, kỳ trước là ${formatNumber(jump.usual)}.`,
  )
}

/** Figures of one report: a part is no more than its whole, and the whole is the sum of its parts. */
function checkWithin(entries: readonly CheckedEntry[], indicators: ReadonlyMap<string, Indicator>, say: Say): void {
  const byCode = new Map(entries.map((entry) => [entry.indicator, entry]))
  for (const entry of entries) {
    const indicator = indicators.get(entry.indicator)
    if (indicator === undefined) continue
    const whole = indicator.parent === null ? undefined : byCode.get(indicator.parent)
    const of = indicator.parent === null ? undefined : indicators.get(indicator.parent)
    if (whole !== undefined && of !== undefined && entry.value > whole.value && whole.qualifier === null) {
      say(
        'cut-over-whole',
        entry,
        `Đến ${formatDate(entry.asOf)}: ${indicator.shortName} ${formatNumber(entry.value)}, trong khi ${of.shortName} chỉ ${formatNumber(whole.value)}.`,
      )
    }
    const { formula } = indicator
    if (formula === null || !('parts' in formula) || entry.qualifier !== null) continue
    const parts = formula.parts.map((code) => byCode.get(code))
    if (parts.some((part) => part === undefined || part.qualifier !== null)) continue
    const sum = parts.reduce((total, part) => addDecimals(total, part?.value ?? 0), 0)
    if (sum === entry.value) continue
    say(
      'parts-differ',
      entry,
      `Đến ${formatDate(entry.asOf)}: ${indicator.shortName} ghi ${formatNumber(entry.value)}, cộng các phần được ${formatNumber(sum)}.`,
    )
  }
}
