import type { Indicator } from '../indicators/indicator.ts'
import { judgedPercent } from '../results/percent.ts'
import type { ProgressRow } from '../results/progress-row.ts'
import { formatCountInProse, formatNumber, formatPercent } from '../text/format.ts'
import { indicatorWords, shortNoun } from '../wording/indicator-words.ts'

type Measure = Pick<
  ProgressRow,
  | 'unit'
  | 'name'
  | 'indicator'
  | 'assignerCode'
  | 'target'
  | 'result'
  | 'qualifierWord'
  | 'percent'
  | 'percentText'
  | 'rank'
  | 'reported'
>

export interface CommendationRules {
  /** Percent every target must have reached. */
  readonly atLeast: number
  /** Only the first so many by rank; whoever shares the last place is in as well. Null: all who reached. */
  readonly top: number | null
  /** Codes of indicators it goes by; empty: every flow or net figure units have targets of. */
  readonly indicators: readonly string[]
  readonly assigner: string | null
  /** Units that take no part in the ranking, by code, with the reason. */
  readonly excluded: ReadonlyMap<string, string>
}

export interface Proposal {
  readonly unit: string
  readonly name: string
  /** Place among the units that are ranked, 1, 1, 3; null: not ranked. */
  readonly rank: number | null
  /** "kết nạp mới 120/100 đoàn viên, đạt 120%; thành lập mới 03/02 CĐCS, đạt 150%" */
  readonly reason: string
  /** Why it is left out; null: it is proposed. */
  readonly exclusion: string | null
}

/** The figures units are held to: by indicator in catalogue order the assigner asked for, else the first that has any. */
export function heldIndicators(
  measures: readonly Measure[],
  indicators: readonly Indicator[],
  { indicators: wanted, assigner }: Pick<CommendationRules, 'indicators' | 'assigner'>,
): readonly { readonly indicator: Indicator; readonly assigner: string }[] {
  const usual = (indicator: Indicator): boolean =>
    indicator.parent === null && indicator.side !== true && (indicator.kind === 'flow' || indicator.kind === 'net')
  return indicators
    .filter((indicator) => (wanted.length > 0 ? wanted.includes(indicator.code) : usual(indicator)))
    .flatMap((indicator) => {
      const found = measures.find(
        (row) =>
          row.indicator === indicator.code &&
          (row.target ?? 0) > 0 &&
          row.assignerCode !== null &&
          (assigner === null || row.assignerCode === assigner),
      )
      return found === undefined || found.assignerCode === null ? [] : [{ indicator, assigner: found.assignerCode }]
    })
}

/**
 * Who is proposed for commendation by the ranking: units (of one level) that reached every target they are held to.
 * Everybody else comes with the reason. By rank in the first indicator, then in those that follow; equal in all of
 * them share the place.
 */
export function proposeUnits(
  measures: readonly Measure[],
  indicators: readonly Indicator[],
  rules: CommendationRules,
): readonly Proposal[] {
  const held = heldIndicators(measures, indicators, rules)
  const units = new Map<string, { name: string; held: (Measure | null)[] }>()
  for (const row of measures) {
    if (row.unit === null) continue
    const known = units.get(row.unit) ?? { name: row.name, held: held.map(() => null) }
    units.set(row.unit, known)
    const at = held.findIndex(
      ({ indicator, assigner }) => indicator.code === row.indicator && assigner === row.assignerCode,
    )
    if (at >= 0 && (row.target ?? 0) > 0) known.held[at] = row
  }
  const listed = [...units].map(([unit, one]) => ({
    unit,
    name: one.name,
    measures: one.held.flatMap((row) => (row === null ? [] : [row])),
    ranks: one.held.map((row) => row?.rank ?? null),
  }))
  const ordered = listed.toSorted((a, b) => compareRanks(a.ranks, b.ranks))
  let place = 0
  let last: readonly (number | null)[] | null = null
  const ranked = ordered.map((one, index) => {
    if (one.ranks.every((rank) => rank === null) || rules.excluded.has(one.unit)) return { ...one, rank: null }
    if (last === null || compareRanks(last, one.ranks) !== 0) place = index + 1
    last = one.ranks
    return { ...one, rank: place }
  })
  const wordOf = new Map(held.map(({ indicator }) => [indicator.code, indicator]))
  const proposals = ranked.map((one) => ({
    unit: one.unit,
    name: one.name,
    rank: one.rank,
    reason: tellMerits(one.measures, wordOf),
    exclusion: whyLeftOut(one.unit, one.measures, rules, wordOf),
  }))
  return limitTo(proposals, rules.top)
}

function compareRanks(a: readonly (number | null)[], b: readonly (number | null)[]): number {
  for (const [at, rank] of a.entries()) {
    const order = (rank ?? Number.MAX_SAFE_INTEGER) - (b[at] ?? Number.MAX_SAFE_INTEGER)
    if (order !== 0) return order
  }
  return 0
}

function whyLeftOut(
  unit: string,
  measures: readonly Measure[],
  { excluded, atLeast }: CommendationRules,
  wordOf: ReadonlyMap<string, Indicator>,
): string | null {
  const reason = excluded.get(unit)
  if (reason !== undefined) return `Không tham gia xếp thứ: ${reason}`
  if (measures.length === 0) return 'Không được giao chỉ tiêu.'
  if (measures.every(({ reported }) => !reported)) return 'Chưa có báo cáo kết quả.'
  // 9.996 of 10.000 is printed "100%" and is not reached: the numbers judge, as everywhere else.
  const behind = measures.filter(
    ({ percent, result, target }) => percent === null || (judgedPercent(result, target) ?? 0) < atLeast,
  )
  if (behind.length === 0) return null
  const told = behind.map(
    ({ indicator, percentText }) => `${wordOf.get(indicator)?.shortName ?? indicator} ${percentText ?? 'chưa có'}`,
  )
  return `Chưa đạt ${formatPercent(atLeast)}: ${told.join('; ')}.`
}

function tellMerits(measures: readonly Measure[], wordOf: ReadonlyMap<string, Indicator>): string {
  return measures
    .map(({ indicator: code, result, target, percentText, qualifierWord }) => {
      const indicator = wordOf.get(code)
      if (indicator === undefined || result === null || target === null) return ''
      const spoken = { ...indicator, minWorkers: indicator.cut?.minWorkers ?? null }
      const done = `${qualifierWord === null ? '' : `${qualifierWord} `}${formatCountInProse(result)}`
      return `${indicatorWords(spoken).didOf} ${done}/${formatCountInProse(target)} ${shortNoun(spoken)}, đạt ${percentText ?? ''}`
    })
    .filter(Boolean)
    .join('; ')
}

function limitTo(proposals: readonly Proposal[], top: number | null): readonly Proposal[] {
  if (top === null) return proposals
  const reached = proposals.filter(({ exclusion }) => exclusion === null)
  const last = reached[Math.min(top, reached.length) - 1]?.rank ?? null
  return proposals.map((one) =>
    one.exclusion !== null || last === null || (one.rank ?? 0) <= last
      ? one
      : { ...one, exclusion: `Đạt chỉ tiêu nhưng xếp sau ${formatNumber(top)} tập thể đứng đầu.` },
  )
}

export interface PersonRecord {
  readonly personId: string
  readonly name: string
  readonly position: string | null
  /** Unions founded in the plan's time at enterprises in the person's charge on that day, and their members. */
  readonly unions: number
  readonly members: number
}

export interface PersonProposal extends PersonRecord {
  readonly rank: number | null
  readonly reason: string
  readonly exclusion: string | null
}

/** People by how many unions were founded where they are in charge, then by members; nobody without any is proposed. */
export function proposePeople(records: readonly PersonRecord[], top: number | null): readonly PersonProposal[] {
  const ordered = records.toSorted((a, b) => b.unions - a.unions || b.members - a.members)
  let place = 0
  const ranked = ordered.map((one, index): PersonProposal => {
    const before = ordered[index - 1]
    if (before === undefined || before.unions !== one.unions || before.members !== one.members) place = index + 1
    const has = one.unions > 0
    return {
      ...one,
      rank: has ? place : null,
      reason: has
        ? `Phụ trách, vận động thành lập ${formatCountInProse(one.unions)} CĐCS với ${formatNumber(one.members)} đoàn viên.`
        : '',
      exclusion: has ? null : 'Chưa vận động thành lập được CĐCS nào trong thời gian của kế hoạch.',
    }
  })
  if (top === null) return ranked
  const reached = ranked.filter(({ exclusion }) => exclusion === null)
  const last = reached[Math.min(top, reached.length) - 1]?.rank ?? null
  return ranked.map((one) =>
    one.exclusion !== null || last === null || (one.rank ?? 0) <= last
      ? one
      : { ...one, exclusion: `Xếp sau ${formatNumber(top)} cá nhân đứng đầu.` },
  )
}
