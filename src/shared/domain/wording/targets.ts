import { formatCountInProse, formatPercent } from '../text/format.ts'
import type { Measure, PlanFact } from '../documents/facts.ts'
import { coverageWords, cutWords, goalNoun, hasSetPhrase, indicatorWords, lowerFirst } from './indicator-words.ts'
import type { SpokenIndicator } from './indicator-words.ts'
import { capitalize, dataText, figure, line, text } from './parts.ts'
import type { Inline } from './parts.ts'
import { byEndOf } from './period.ts'
import { sourceOf } from './results.ts'
import type { Telling } from './results.ts'

/**
 * A target as a plan states it:
 * - flow  "kết nạp mới 10.800 đoàn viên"
 * - stock "đến năm 2023, toàn tỉnh có 63.000 đoàn viên"
 * - ratio "100% doanh nghiệp có từ 20 lao động trở lên đã đi vào hoạt động có CĐCS"
 * Null without a target.
 */
export function goalClause(
  measure: Measure,
  indicator: SpokenIndicator,
  telling: Telling,
  scope: { readonly plan: PlanFact; readonly whole: string },
): Inline | null {
  if (measure.target === null) return null
  const source = sourceOf(measure, 'target', telling)
  const words = indicatorWords(indicator)
  if (indicator.kind === 'ratio') {
    const percent = figure(measure.target, formatPercent(measure.target), source)
    const coverage = coverageWords(indicator)
    if (coverage !== null) return [percent, text(' '), ...coverage]
    return [dataText(lowerFirst(indicator.name)), text(' đạt '), percent]
  }
  const number = figure(measure.target, formatCountInProse(measure.target), source)
  if (indicator.kind === 'stock') {
    const until = byEndOf(scope.plan)
    if (!hasSetPhrase(indicator)) {
      return [
        ...until,
        text(', '),
        dataText(lowerFirst(indicator.name)),
        text(' đạt '),
        number,
        text(` ${indicator.unitLabel}`),
      ]
    }
    return [...until, text(`, ${scope.whole} có `), number, text(` ${goalNoun(indicator)}`)]
  }
  if (!hasSetPhrase(indicator)) {
    return [dataText(lowerFirst(indicator.name)), text(': '), number, text(` ${indicator.unitLabel}`)]
  }
  const cut = cutWords(indicator.parent === null ? null : indicator.cut)
  return [
    text(`${words.toDo} `),
    number,
    text(` ${goalNoun(indicator)}`),
    ...(cut.length > 0 ? [text(' '), ...cut] : []),
  ]
}

/** A goal with its "trong đó" parts: "Kết nạp mới 10.800 đoàn viên; trong đó có 9.000 đoàn viên ở khu vực ngoài nhà nước". */
export function goalWithParts(goal: Inline, parts: readonly Inline[]): Inline {
  if (parts.length === 0) return capitalize(goal)
  return [...capitalize(goal), ...parts.flatMap((part, index) => [text(index === 0 ? ', trong đó ' : ', '), ...part])]
}

/** "9.000 đoàn viên ở khu vực ngoài nhà nước": a part of a target, without its verb. */
export function partOfGoal(measure: Measure, indicator: SpokenIndicator, telling: Telling): Inline | null {
  if (measure.target === null) return null
  const number = figure(measure.target, formatCountInProse(measure.target), sourceOf(measure, 'target', telling))
  const cut = cutWords(indicator.cut)
  if (cut.length === 0 && !hasSetPhrase(indicator)) {
    return line`${lowerFirst(indicator.name)}: ${number} ${indicator.unitLabel}`
  }
  return [number, text(` ${goalNoun(indicator)}`), ...(cut.length > 0 ? [text(' '), ...cut] : [])]
}
