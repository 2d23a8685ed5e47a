import type { DocumentFacts, IndicatorFact } from '#shared/domain/documents/facts.ts'
import type { Block } from '#shared/domain/documents/tree.ts'
import { type IndicatorTopic, indicatorWords } from '#shared/domain/wording/indicator-words.ts'
import { capitalize, type Inline, joinInline, line, text } from '#shared/domain/wording/parts.ts'
import { elapsedFigure, periodLabel, untilDay } from '#shared/domain/wording/period.ts'
import {
  impliedSentence,
  indicatorClause,
  resultsSentence,
  type ToldIndicator,
} from '#shared/domain/wording/results.ts'
import { standingOf, unitCount, unitNames, unitNamesWithPercent } from '#shared/domain/wording/unit-lists.ts'
import { assignersOfUnits } from '#shared/domain/documents/sums.ts'
import { isMain, isTopic, item, partsOf, tellingOf, told } from './telling.ts'

/** Names above this count would make a sentence a list; the annex has them all. */
const NAMES_IN_SENTENCE = 8

/**
 * The one sentence everybody quotes: "Tính đến ngày 15/8/2019, toàn tỉnh kết nạp mới 1.348 đoàn viên, thành lập
 * mới 17 CĐCS." With targets unions stand first, as offices print it: "thành lập mới 20/25 CĐCS, đạt 80%; kết
 * nạp 657/1.000 đoàn viên, đạt 65,7% chỉ tiêu Thành phố giao."
 */
export function headline(
  facts: DocumentFacts,
  source: readonly ToldIndicator[] = told(facts, facts.own, isMain),
): Inline {
  const telling = tellingOf(facts)
  const both = source.filter(({ indicator }) => indicator.code === 'DV_MOI' || indicator.code === 'CDCS_MOI')
  const reported = both.filter(({ measures }) => measures.some((measure) => measure.result !== null))
  if (reported.length === 0) {
    return [
      ...capitalize(untilDay(facts.asOf)),
      text(`, ${facts.scope.whole} chưa có số liệu báo cáo kết quả thực hiện.`),
    ]
  }
  const withPercent = reported.some(({ measures }) => measures.some((measure) => measure.percent !== null))
  const ordered = withPercent ? reported.toReversed() : reported
  return [
    ...capitalize(untilDay(facts.asOf)),
    text(`, ${facts.scope.whole} `),
    ...resultsSentence(ordered, telling),
    text('.'),
  ]
}

/** One item an indicator of a topic, its "trong đó" parts behind it. Only what was reported is told. */
export function topicItems(facts: DocumentFacts, topic: IndicatorTopic): Block[] {
  const telling = tellingOf(facts)
  return told(facts, facts.own, (indicator) => isMain(indicator) && isTopic(topic)(indicator)).flatMap(
    (entry): Block[] => {
      const clause = indicatorClause(entry, telling)
      if (clause === null) return []
      const parts = told(facts, facts.own, (part) => partsOf(facts, entry.indicator.code).includes(part)).flatMap(
        (part): Inline[] => {
          const partClause = indicatorClause(part, telling)
          return partClause === null ? [] : [partClause]
        },
      )
      const withParts = parts.length === 0 ? [] : [text('; trong đó '), ...joinInline(parts, '; ', '; ')]
      return [item([...capitalize([...clause]), ...withParts, text('.')])]
    },
  )
}

/** The note on percents that were stated by the unit itself, where their targets are not known. */
export function impliedNote(facts: DocumentFacts): Block[] {
  const sentence = impliedSentence(told(facts, facts.own, isMain), tellingOf(facts))
  return sentence.length === 0 ? [] : [item(sentence)]
}

/** Who has reached what, who is behind the time gone by, who is silent: per indicator that units have targets of. */
export function unitStandings(facts: DocumentFacts): Block[] {
  const telling = tellingOf(facts)
  return facts.indicators
    .filter((indicator) => isMain(indicator) && (indicator.kind === 'flow' || indicator.kind === 'net'))
    .flatMap((indicator) => {
      const [assigner] = assignersOfUnits(facts, indicator.code)
      if (assigner === undefined) return []
      const standing = standingOf(facts, indicator, assigner)
      // Who is silent altogether is named where the reports are counted.
      if (standing.reached.length + standing.onPace.length + standing.behind.length === 0) return []
      const clauses: Inline[] = []
      const say = (
        members: readonly { unit: { code: string; name: string; shortName: string } }[],
        what: string,
        tail: Inline,
        names: Inline,
      ): void => {
        if (members.length === 0) return
        const listed = members.length <= NAMES_IN_SENTENCE ? [text(': '), ...names] : []
        clauses.push([
          unitCount(members.length, `${what} ${indicator.code}`, telling),
          text(' đơn vị '),
          ...tail,
          ...listed,
        ])
      }
      say(
        standing.reached,
        'reached',
        line`đã hoàn thành và hoàn thành vượt chỉ tiêu`,
        unitNamesWithPercent(standing.reached, telling),
      )
      const pace = elapsedFigure(facts.plan, facts.asOf)
      const over = facts.asOf >= facts.plan.to
      if (over)
        say(standing.behind, 'behind', line`chưa hoàn thành chỉ tiêu`, unitNamesWithPercent(standing.behind, telling))
      else {
        say(
          standing.onPace,
          'on pace',
          line`đạt từ ${pace} chỉ tiêu trở lên (bằng hoặc vượt tiến độ thời gian)`,
          unitNamesWithPercent(standing.onPace, telling),
        )
        say(
          standing.behind,
          'behind',
          line`đạt dưới ${pace} chỉ tiêu (chậm so với tiến độ thời gian)`,
          unitNamesWithPercent(standing.behind, telling),
        )
      }
      const silent = standing.silent.map((unit) => ({ unit }))
      say(silent, 'silent', line`chưa có báo cáo`, unitNames(standing.silent))
      if (clauses.length === 0) return []
      return [item([...topicLead(indicator), text(': '), ...joinInline(clauses, '; ', '; '), text('.')])]
    })
}

function topicLead(indicator: IndicatorFact): Inline {
  const { topic, toDo, noun } = indicatorWords(indicator)
  if (topic === 'members') return line`Về phát triển đoàn viên`
  if (topic === 'unions') return line`Về thành lập CĐCS`
  if (topic === 'party') return line`Về giới thiệu đoàn viên ưu tú`
  return line`Về ${toDo} ${noun}`
}

/** "49,7% thời gian thực hiện kế hoạch năm 2024": what percents are held against. */
export function elapsedSentence(facts: DocumentFacts): Inline {
  if (facts.asOf >= facts.plan.to) return []
  return line`Đến ngày chốt số liệu, thời gian thực hiện kế hoạch ${periodLabel(facts.plan)} đã qua ${elapsedFigure(facts.plan, facts.asOf)}.`
}
