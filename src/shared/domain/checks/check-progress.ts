import { daysBetween, type IsoDate } from '../../kit/dates.ts'
import type { PercentFinding, ProgressRow } from '../results/progress-row.ts'
import { formatDate, formatNumber, formatPercent } from '../text/format.ts'
import type { CheckFinding } from './finding.ts'

export interface ProgressFacts {
  readonly rows: readonly Pick<
    ProgressRow,
    | 'level'
    | 'unit'
    | 'name'
    | 'depth'
    | 'indicator'
    | 'assigner'
    | 'target'
    | 'result'
    | 'reported'
    | 'resultAsOf'
    | 'targetDifference'
    | 'resultDifference'
  >[]
  readonly findings: readonly PercentFinding[]
  readonly silent: readonly { readonly unit: string; readonly name: string }[]
  readonly asOf: IsoDate
  readonly from: IsoDate
  readonly shortNameOf: (indicator: string) => string
}

/** A report every month is the rule; one and a half leave room for a late one. */
const STALE_DAYS = 45

/** What targets and results of a plan say against each other, and who is missing. */
export function checkProgress(facts: ProgressFacts): readonly CheckFinding[] {
  const { rows, asOf, shortNameOf } = facts
  const findings: CheckFinding[] = []
  const newest = new Map<string, { name: string; on: IsoDate }>()
  const untold = new Set(facts.silent.map(({ unit }) => unit))
  // A target that only the whole province has is no unit's to miss.
  const spread = new Set(
    rows.flatMap(({ assigner, indicator, depth }) => (assigner === null || depth !== 1 ? [] : [indicator])),
  )
  for (const row of rows) {
    if (row.level !== 'unit' || row.unit === null) continue
    const { unit, name: subject, indicator } = row
    const about = { unit, subject, indicator, focus: unit, asOf }
    const short = shortNameOf(indicator)
    if (row.assigner !== null && row.target === null)
      findings.push({ ...about, rule: 'target-blank', message: `${short} (${row.assigner}): chưa nêu số.` })
    if (row.assigner === null && row.depth === 1 && (row.result ?? 0) > 0 && spread.has(indicator))
      findings.push({
        ...about,
        rule: 'unit-without-target',
        message: `${short}: đã có ${formatNumber(row.result ?? 0)} nhưng không được giao chỉ tiêu.`,
      })
    if (row.targetDifference !== null && row.targetDifference !== 0) {
      const word = row.targetDifference > 0 ? 'nhiều hơn' : 'ít hơn'
      const by = formatNumber(Math.abs(row.targetDifference))
      findings.push({
        ...about,
        rule: 'target-sum',
        message: `${short} (${row.assigner ?? ''}): giao ${formatNumber(row.target ?? 0)}, ${word} tổng các đơn vị trực thuộc ${by}.`,
      })
    }
    if (row.resultDifference !== null && row.resultDifference !== 0) {
      const own = row.result ?? 0
      findings.push({
        ...about,
        rule: 'result-sum',
        message: `${short}: đơn vị báo ${formatNumber(own)}, cộng các đơn vị trực thuộc được ${formatNumber(own - row.resultDifference)}.`,
      })
    }
    if (row.depth === 1 && row.resultAsOf !== null && row.resultAsOf >= facts.from) {
      const before = newest.get(unit)
      if (before === undefined || before.on < row.resultAsOf) newest.set(unit, { name: subject, on: row.resultAsOf })
    }
  }
  for (const { indicator, unit, name, assigner, stated, computed, asOf: on } of facts.findings) {
    findings.push({
      rule: 'stated-percent',
      unit,
      subject: name,
      indicator,
      focus: unit,
      asOf: on,
      message: `${shortNameOf(indicator)} (${assigner}): báo cáo nêu ${formatPercent(stated)}, tính lại ${formatPercent(computed)}.`,
    })
  }
  for (const { unit, name } of facts.silent) {
    findings.push({
      rule: 'silent',
      unit,
      subject: name,
      indicator: null,
      focus: unit,
      asOf: null,
      message: `Chưa có số liệu nào của kế hoạch này tính đến ${formatDate(asOf)}.`,
    })
  }
  for (const [unit, { name, on }] of newest) {
    const days = daysBetween(on, asOf)
    if (untold.has(unit) || days <= STALE_DAYS) continue
    findings.push({
      rule: 'stale',
      unit,
      subject: name,
      indicator: null,
      focus: unit,
      asOf: on,
      message: `Số liệu mới nhất đến ${formatDate(on)}, đã ${formatNumber(days)} ngày.`,
    })
  }
  return findings
}
