import type { ReportAnswer } from '#shared/contract/results.ts'
import { ruleOf } from '#shared/domain/indicators/kinds/index.ts'
import type { EntryWarning } from '#shared/domain/results/check-entry.ts'
import { achievedFraction, percentOf } from '#shared/domain/results/percent.ts'
import { disagreement } from '#shared/domain/results/stated-percent.ts'
import { formatDate, formatNumber, formatPercent } from '#shared/domain/text/format.ts'
import { assertNever } from '#shared/kit/assert-never.ts'
import { addDays } from '#shared/kit/dates.ts'
import { readPlans } from '../db/queries/plans.ts'
import { readNumberInForce } from '../db/queries/plan-versions.ts'
import { readTargets } from '../db/queries/targets.ts'
import type { ReadStore } from '../db/store.ts'
import { windowOf } from './figures.ts'
import type { StagedEntry } from './report-entry.ts'

type Finding = ReportAnswer['findings'][number]

/** Everything worth a look about a figure that was taken, each as a sentence. */
export function describeWarnings(store: ReadStore, entry: StagedEntry): Finding[] {
  const percent = checkStatedPercent(store, entry)
  return [...entry.warnings.map(describeWarning), ...(percent === null ? [] : [percent])]
}

function describeWarning(warning: EntryWarning): Finding {
  switch (warning.code) {
    case 'CUMULATIVE_FALLS': {
      const { earlier, later } = warning
      const message =
        `Số lũy kế giảm: đến ${formatDate(earlier.asOf)} là ${formatNumber(earlier.value)}, ` +
        `đến ${formatDate(later.asOf)} chỉ còn ${formatNumber(later.value)}. Hãy kiểm tra lại.`
      return { kind: 'cumulative-falls', message }
    }
    case 'NOT_FROM_YEAR_START':
      return {
        kind: 'not-from-year-start',
        message: `Số lũy kế từ ${formatDate(warning.from)} không bắt đầu từ đầu năm báo cáo nên không được cộng vào kế hoạch nào.`,
      }
    case 'SPLITS_INCREMENT': {
      const { from, asOf } = warning.other
      return {
        kind: 'splits-increment',
        message: `Số phát sinh từ ${formatDate(from)} đến ${formatDate(asOf)} vắt qua ngày này nên từ nay không được cộng thêm. Hãy kiểm tra lại.`,
      }
    }
    case 'CROSSES_OTHER_YEAR': {
      const next = formatDate(addDays(warning.boundary, 1))
      return {
        kind: 'crosses-other-year',
        message: `Số phát sinh vắt qua ${next}, ngày đầu của một năm báo cáo đang dùng, nên kế hoạch theo năm ấy không cộng số này.`,
      }
    }
    default:
      return assertNever(warning)
  }
}

/** A stated percent that none of the unit's targets of that time bears out. */
function checkStatedPercent(store: ReadStore, entry: StagedEntry): Finding | null {
  const { statedPercent: stated, asOf, indicator, unit } = entry
  if (stated === null) return null
  let first: number | null = null
  for (const plan of readPlans(store)) {
    if (plan.kind !== 'year' || asOf < plan.from || plan.to < asOf) continue
    const { amount } = ruleOf(indicator.kind).read(entry.all, windowOf(store, plan), asOf)
    if (amount === null) continue
    const statement = { percent: stated, asOf, result: amount.value, qualifier: amount.qualifier }
    for (const target of readTargets(store, plan.id, readNumberInForce(store, plan.id, asOf))) {
      if (target.unitId !== unit.id || target.indicatorId !== indicator.id) continue
      const achieved = achievedFraction(amount.value, target.value)
      if (achieved === null) continue
      // The report does not say of whose target its percent is; one that fits any is right.
      if (disagreement(statement, target.value) === null) return null
      first ??= percentOf(achieved)
    }
  }
  if (first === null) return null
  const message = `Tỷ lệ nêu trong báo cáo là ${formatPercent(stated)}, tính lại là ${formatPercent(first)}.`
  return { kind: 'percent', message, stated, computed: first }
}
