import { phaseWord } from '../documents/phase-results.ts'
import { formatCountInProse, formatNumber, formatPercent } from '../text/format.ts'
import type { Measure } from '../documents/facts.ts'
import { formatMoney, moneyScaleOf } from '../indicators/money.ts'
import { targetTail } from './assigners.ts'
import { coverageWords, goalNoun, cutWords, hasSetPhrase, indicatorWords, lowerFirst } from './indicator-words.ts'
import type { SpokenIndicator } from './indicator-words.ts'
import { dataText, figure, inlineText, joinInline, line, text } from './parts.ts'
import type { FigureKind, FigureSource, Inline, Part } from './parts.ts'

/** What sentences about one unit have in common. */
export interface Telling {
  readonly plan: string
  readonly asOf: string
  /** The phase of a campaign that is spoken of; left out: the plan itself. */
  readonly phase?: string
  /** Full name of who set a target. */
  assignerName(code: string): string
  /** The same for a narrow column. */
  assignerShortName(code: string): string
}

export function sourceOf(
  measure: Measure,
  kind: FigureKind,
  telling: Pick<Telling, 'plan' | 'asOf' | 'phase'>,
): FigureSource {
  return {
    kind,
    plan: telling.plan,
    unit: measure.unit,
    indicator: measure.indicator,
    // A result is the same whoever set the target; only what depends on the target names the assigner.
    assigner: kind === 'result' || kind === 'stated-percent' || kind === 'implied-target' ? null : measure.assigner,
    asOf: kind === 'target' ? null : telling.asOf,
    ...(telling.phase === undefined || kind === 'target'
      ? {}
      : { what: phaseWord(telling.phase, measure.isCumulative === true) }),
  }
}

/** "09", "1.348", "hơn 7.000": the reporter's own word is printed back. Null where nothing was reported. */
export function resultFigure(measure: Measure, telling: Telling, style: 'prose' | 'table' = 'prose'): Part | null {
  if (measure.result === null) return null
  const { value, word } = measure.result
  const number = style === 'prose' ? formatCountInProse(value) : formatNumber(value)
  return figure(value, word === null ? number : `${word} ${number}`, sourceOf(measure, 'result', telling))
}

export function targetFigure(measure: Measure, telling: Telling, style: 'prose' | 'table' = 'prose'): Part | null {
  if (measure.target === null) return null
  const printed = style === 'prose' ? formatCountInProse(measure.target) : formatNumber(measure.target)
  return figure(measure.target, printed, sourceOf(measure, 'target', telling))
}

/** "80%"; of an approximate result "hơn 64,8%" in prose, "≥64,8%" in a table. */
export function percentOf(measure: Measure, telling: Telling, style: 'prose' | 'table' = 'prose'): Part | null {
  if (measure.percent === null) return null
  const amount = measure.result
  const sign =
    amount === null || amount.qualifier === null ? '' : style === 'table' ? amount.qualifier : `${amount.word ?? ''} `
  return figure(measure.percent, `${sign}${formatPercent(measure.percent)}`, sourceOf(measure, 'percent', telling))
}

/**
 * What was done, without its percent: "thành lập mới 17 CĐCS", with a target "thành lập mới 20/25 CĐCS".
 * Null where nothing was reported.
 */
export function doneClause(measure: Measure, indicator: SpokenIndicator, telling: Telling): Inline | null {
  const result = resultFigure(measure, telling)
  if (result === null) return null
  const words = indicatorWords(indicator)
  if (indicator.kind === 'ratio') return ratioClause(measure, indicator, telling)
  // "657/1.000" keeps both numbers plain, a padded "09/25" reads as a code.
  const withTarget = measure.target !== null && measure.target > 0
  const number: Inline = withTarget ? outOf(measure, telling) : [result]
  if (!hasSetPhrase(indicator)) {
    const money = withTarget ? null : moneyFigure(measure, indicator, telling)
    return [
      dataText(lowerFirst(indicator.name)),
      text(': '),
      ...(money === null ? [...number, text(` ${indicator.unitLabel}`)] : [money]),
    ]
  }
  const cut = cutWords(indicator.parent === null ? null : indicator.cut)
  const verb = withTarget ? words.didOf : words.did
  return [
    text(`${verb} `),
    ...number,
    text(words.noun === '' ? '' : ` ${words.noun}`),
    ...(cut.length > 0 ? [text(' '), ...cut] : []),
  ]
}

/** "hơn 96,4 tỷ đồng" of what is kept as 96.400 triệu; null for what is no money. */
function moneyFigure(measure: Measure, indicator: SpokenIndicator, telling: Telling): Part | null {
  const scale = moneyScaleOf(indicator.unitLabel)
  if (scale === null || measure.result === null) return null
  const { value, word } = measure.result
  const printed = formatMoney(value, scale)
  return figure(value, word === null ? printed : `${word} ${printed}`, sourceOf(measure, 'result', telling))
}

function outOf(measure: Measure, telling: Telling): Inline {
  const result = resultFigure(measure, telling, 'table')
  const target = targetFigure(measure, telling, 'table')
  return result === null || target === null ? [] : [result, text('/'), target]
}

/** "100% doanh nghiệp …" told as a result: "83,5% doanh nghiệp có từ 20 lao động trở lên … có CĐCS". */
function ratioClause(measure: Measure, indicator: SpokenIndicator, telling: Telling): Inline | null {
  const value = measure.result?.value
  if (value === undefined) return null
  const percent = figure(value, formatPercent(value), sourceOf(measure, 'result', telling))
  const coverage = coverageWords(indicator)
  if (coverage !== null) return [text('có '), percent, text(' '), ...coverage]
  return [dataText(lowerFirst(indicator.name)), text(' là '), percent]
}

/** "đạt 80%", past the target "đạt 104,4%, vượt 4,4%"; null without a percent. */
export function percentClause(measure: Measure, telling: Telling): Inline | null {
  const percent = percentOf(measure, telling)
  if (percent === null) return null
  if (measure.exceeded === null || measure.exceeded === 0) return [text('đạt '), percent]
  const over = figure(measure.exceeded, formatPercent(measure.exceeded), sourceOf(measure, 'exceeded', telling))
  return [text('đạt '), percent, text(', vượt '), over]
}

/** Measures of one indicator: one a target, or a single one without. */
export interface ToldIndicator {
  readonly indicator: SpokenIndicator
  readonly measures: readonly Measure[]
}

/**
 * Everything about one indicator in one clause:
 * - "thành lập mới 17 CĐCS"
 * - "thành lập mới 41 CĐCS (đạt 58% kế hoạch)", the percent stated by the unit itself, no target known
 * - "kết nạp 657/1.000 đoàn viên, đạt 65,7% chỉ tiêu Thành phố giao"
 * - two assigners: "kết nạp mới 8.818 đoàn viên, đạt 104,4%, vượt 4,4% chỉ tiêu Tổng Liên đoàn giao (8.446 đoàn
 *   viên) và đạt 94,7% chỉ tiêu Ban Chấp hành LĐLĐ tỉnh giao (9.312 đoàn viên)"
 */
export function indicatorClause(
  told: ToldIndicator,
  telling: Telling,
  tail: 'with-tail' | 'without-tail' = 'with-tail',
): Inline | null {
  const first = told.measures[0]
  if (first === undefined) return null
  const measured = told.measures.filter((measure) => measure.percent !== null)
  const [one] = measured
  if (measured.length > 1) return severalTargets(told.indicator, first, measured, telling)
  const done = doneClause(one ?? { ...first, target: null }, told.indicator, telling)
  if (done === null) return null
  if (one === undefined) return [...done, ...statedClause(first, telling)]
  const percent = percentClause(one, telling)
  if (percent === null) return done
  const ofRatio = told.indicator.kind === 'ratio' ? ratioTarget(one, telling) : []
  const behind = tail === 'with-tail' ? [text(' '), ...tailOf(one, telling)] : []
  return [...done, ...ofRatio, text(', '), ...percent, ...behind]
}

/** " (chỉ tiêu 100%)": a ratio does not print as "83,5/100". */
function ratioTarget(measure: Measure, telling: Telling): Inline {
  if (measure.target === null) return []
  const target = figure(measure.target, formatPercent(measure.target), sourceOf(measure, 'target', telling))
  return [text(' (chỉ tiêu '), target, text(')')]
}

export function tailOf(measure: Measure, telling: Telling): Inline {
  if (measure.assigner === null || measure.kind === null) return line`kế hoạch`
  return targetTail(measure.kind, telling.assignerName(measure.assigner))
}

function severalTargets(
  indicator: SpokenIndicator,
  first: Measure,
  measured: readonly Measure[],
  telling: Telling,
): Inline | null {
  const done = doneClause({ ...first, target: null }, indicator, telling)
  if (done === null) return null
  const noun = indicator.kind === 'ratio' ? '' : ` ${goalNoun(indicator)}`
  const each = measured.flatMap((measure): Inline[] => {
    const percent = percentClause(measure, telling)
    if (percent === null || measure.target === null) return []
    const printed = indicator.kind === 'ratio' ? formatPercent(measure.target) : formatCountInProse(measure.target)
    const target = figure(measure.target, printed, sourceOf(measure, 'target', telling))
    return [[...percent, text(' '), ...tailOf(measure, telling), text(' ('), target, text(`${noun})`)]]
  })
  return [...done, text(', '), ...joinInline(each, '; ', ' và ')]
}

/** " (đạt 58% kế hoạch)": the percent a report states while its target is not known to us. */
function statedClause(measure: Measure, telling: Telling): Inline {
  if (measure.statedPercent === null || measure.target !== null) return []
  const stated = figure(
    measure.statedPercent,
    formatPercent(measure.statedPercent),
    sourceOf(measure, 'stated-percent', telling),
  )
  return [text(' (đạt '), stated, text(' kế hoạch)')]
}

/**
 * Several indicators in one sentence. When all percents are of the same target, it is named once at the end:
 * "thành lập mới 20/25 CĐCS, đạt 80%; kết nạp 657/1.000 đoàn viên, đạt 65,7% chỉ tiêu Thành phố giao".
 */
export function resultsSentence(told: readonly ToldIndicator[], telling: Telling): Inline {
  const measured = told.flatMap((entry) => entry.measures.filter((measure) => measure.percent !== null))
  const [first] = measured
  const single = told.every((entry) => entry.measures.filter((measure) => measure.percent !== null).length <= 1)
  const sharedTail = first === undefined ? '' : inlineText(tailOf(first, telling))
  // A clause without percent at the end would leave the shared tail hanging behind it.
  const lastEntry = told.at(-1)
  const lastMeasured = lastEntry?.measures.some((measure) => measure.percent !== null) === true
  const shared =
    single &&
    lastMeasured &&
    measured.length > 1 &&
    measured.every((measure) => inlineText(tailOf(measure, telling)) === sharedTail)
  const clauses = told.flatMap((entry, index): Inline[] => {
    const isLast = index === told.length - 1
    const clause = indicatorClause(entry, telling, shared && !isLast ? 'without-tail' : 'with-tail')
    return clause === null ? [] : [clause]
  })
  const between = measured.length > 0 ? '; ' : ', '
  return joinInline(clauses, between, between)
}

/**
 * "Chỉ tiêu suy ra từ tỷ lệ do đơn vị báo cáo: từ 70 đến 71 CĐCS; từ 11.889 đến 12.160 đoàn viên."
 * Empty when no stated percent stands without its target.
 */
export function impliedSentence(told: readonly ToldIndicator[], telling: Telling): Inline {
  const members = told.flatMap(({ indicator, measures }): Inline[] => {
    const [measure] = measures
    if (measure === undefined || measure.target !== null || measure.implied === null) return []
    const { low, high } = measure.implied
    const source = sourceOf(measure, 'implied-target', telling)
    const bounds: Inline[] = []
    if (low !== null) bounds.push([text('từ '), figure(low, formatNumber(low), { ...source, what: 'low' })])
    if (high !== null && high !== low)
      bounds.push([text('đến '), figure(high, formatNumber(high), { ...source, what: 'high' })])
    return bounds.length === 0 ? [] : [[...joinInline(bounds, ' ', ' '), text(` ${goalNoun(indicator)}`)]]
  })
  if (members.length === 0) return []
  return [
    text('Tỷ lệ đạt kế hoạch nêu trên là tỷ lệ do đơn vị báo cáo; chỉ tiêu kế hoạch suy ra từ tỷ lệ này: '),
    ...joinInline(members, '; ', '; '),
    text('.'),
  ]
}
