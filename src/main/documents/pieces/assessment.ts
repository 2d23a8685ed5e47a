import { hasReached } from '#shared/domain/documents/reached.ts'
import type { DocumentFacts, IndicatorFact, Measure } from '#shared/domain/documents/facts.ts'
import type { Block } from '#shared/domain/documents/tree.ts'
import { formatCountInProse } from '#shared/domain/text/format.ts'
import { indicatorWords, lowerFirst, shortNoun } from '#shared/domain/wording/indicator-words.ts'
import { dataText, figure, type Inline, joinInline, line, text } from '#shared/domain/wording/parts.ts'
import { elapsedPercent } from '#shared/domain/results/pace.ts'
import { elapsedFigure } from '#shared/domain/wording/period.ts'
import { percentOf, sourceOf, tailOf } from '#shared/domain/wording/results.ts'
import { silentUnits, unitCount, unitNames } from '#shared/domain/wording/unit-lists.ts'
import { item, tellingOf } from './telling.ts'

export interface Judged {
  readonly indicator: IndicatorFact
  readonly measure: Measure
}

/** Measures with a percent, sorted by what the figures alone say of them. */
export interface Assessment {
  readonly reached: readonly Judged[]
  /** Flows at or past the share of time gone by. */
  readonly onPace: readonly Judged[]
  /** Flows below the share of time gone by; after the plan's end, everything not reached. */
  readonly behind: readonly Judged[]
  /** Levels and ratios not reached yet: they have no pace. */
  readonly open: readonly Judged[]
  /** With a target and no result. */
  readonly unreported: readonly Judged[]
}

export function assess(facts: DocumentFacts, measures: readonly Measure[]): Assessment {
  const over = facts.asOf >= facts.plan.to
  const pace = elapsedPercent(facts.plan, facts.asOf)
  const assessment = {
    reached: [] as Judged[],
    onPace: [] as Judged[],
    behind: [] as Judged[],
    open: [] as Judged[],
    unreported: [] as Judged[],
  }
  for (const indicator of facts.indicators) {
    if (indicator.parent !== null) continue
    for (const measure of measures.filter(
      (entry) => entry.indicator === indicator.code && entry.target !== null && entry.target !== 0,
    )) {
      const judged = { indicator, measure }
      const grows = indicator.kind === 'flow' || indicator.kind === 'net'
      if (measure.percent === null) assessment.unreported.push(judged)
      else if (hasReached(measure)) assessment.reached.push(judged)
      else if (over) assessment.behind.push(judged)
      else if (!grows) assessment.open.push(judged)
      else if (measure.percent >= pace) assessment.onPace.push(judged)
      else assessment.behind.push(judged)
    }
  }
  return assessment
}

/**
 * "kết nạp mới đoàn viên công đoàn (đạt 59,2% chỉ tiêu … giao, 59,7% chỉ tiêu … giao); …": an indicator is named
 * once, with a percent for each who set a target.
 */
function named(facts: DocumentFacts, judged: readonly Judged[]): Inline {
  const telling = tellingOf(facts)
  const indicators = [...new Set(judged.map((entry) => entry.indicator))]
  const members = indicators.map((indicator): Inline => {
    const percents = judged.flatMap((entry): Inline[] => {
      const percent = entry.indicator === indicator ? percentOf(entry.measure, telling) : null
      return percent === null ? [] : [[percent, text(' '), ...tailOf(entry.measure, telling)]]
    })
    const name: Inline = [dataText(lowerFirst(indicator.name))]
    return percents.length === 0 ? name : [...name, text(' (đạt '), ...joinInline(percents, ', ', ', '), text(')')]
  })
  return joinInline(members, '; ', '; ')
}

/** What was achieved, as far as figures say it. Empty when they say nothing. */
export function achievements(facts: DocumentFacts, { reached, onPace }: Assessment): Block[] {
  const list = (judged: readonly Judged[]): Inline => named(facts, judged)
  const blocks: Block[] = []
  if (reached.length > 0) blocks.push(item([text('Chỉ tiêu đã hoàn thành: '), ...list(reached), text('.')]))
  if (onPace.length > 0) {
    blocks.push(
      item([
        ...line`Chỉ tiêu bằng hoặc vượt tiến độ thời gian (${elapsedFigure(facts.plan, facts.asOf)}): `,
        ...list(onPace),
        text('.'),
      ]),
    )
  }
  return blocks
}

/** What is behind, missing or silent, as far as figures say it; causes are for people to write. */
export function shortfalls(facts: DocumentFacts, assessment: Assessment): Block[] {
  const telling = tellingOf(facts)
  const list = (judged: readonly Judged[]): Inline => named(facts, judged)
  const blocks: Block[] = []
  const over = facts.asOf >= facts.plan.to
  if (assessment.behind.length > 0) {
    const lead = over
      ? line`Chỉ tiêu chưa hoàn thành: `
      : line`Chỉ tiêu chậm so với tiến độ thời gian (${elapsedFigure(facts.plan, facts.asOf)}): `
    blocks.push(item([...lead, ...list(assessment.behind), text('.')]))
  }
  if (assessment.open.length > 0)
    blocks.push(item([text('Chỉ tiêu chưa đạt mức đề ra: '), ...list(assessment.open), text('.')]))
  if (assessment.unreported.length > 0) {
    blocks.push(item([text('Chỉ tiêu chưa có số liệu báo cáo: '), ...list(assessment.unreported), text('.')]))
  }
  const silent = silentUnits(facts)
  if (silent.length > 0) {
    const count = unitCount(silent.length, 'units without report', telling)
    blocks.push(item(line`${count} đơn vị chưa có báo cáo: ${unitNames(silent.map((entry) => entry.unit))}.`))
  }
  return blocks
}

/** "54 CĐCS, 3.800 đoàn viên": what each target still lacks; of several targets of one indicator the largest. */
export function remainingPhrases(facts: DocumentFacts, measures: readonly Measure[]): Inline[] {
  const telling = tellingOf(facts)
  return facts.indicators.flatMap((indicator): Inline[] => {
    if (indicator.parent !== null || indicator.kind === 'ratio' || indicator.kind === 'loss') return []
    const [most] = measures
      .filter((measure) => measure.indicator === indicator.code && (measure.remaining ?? 0) > 0)
      .toSorted((a, b) => (b.remaining ?? 0) - (a.remaining ?? 0))
    if (most === undefined || most.remaining === null) return []
    const remaining = figure(most.remaining, formatCountInProse(most.remaining), sourceOf(most, 'remaining', telling))
    if (indicator.kind === 'stock') return [[text('tăng thêm '), remaining, text(` ${shortNoun(indicator)}`)]]
    return [[text(`${indicatorWords(indicator).toDo} `), remaining, text(` ${shortNoun(indicator)}`)]]
  })
}
