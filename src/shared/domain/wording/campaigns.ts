import type { Exclusion } from '../campaigns/ranking.ts'
import type { ClockState } from '../overview/clock.ts'
import { formatDate, formatNumber, formatPercent } from '../text/format.ts'

/** Why a unit has no rank, as it stands behind its name: "LĐLĐ huyện A chưa được giao chỉ tiêu…". */
export function exclusionSentence(why: Exclusion, reason: string | null): string {
  switch (why) {
    case 'decided':
      return `không xếp thứ vì ${reason ?? ''}`
    case 'noTarget':
      return 'chưa được giao chỉ tiêu nên không xếp thứ'
    case 'zero':
      return 'được giao 0 nên không tính tỷ lệ, không xếp thứ'
    case 'unknown':
      return 'có chỉ tiêu nhưng chưa rõ số giao nên không xếp thứ'
    case 'untold':
      return 'chưa có số liệu nên chưa xếp thứ'
  }
}

export interface ToldClock {
  readonly state: ClockState
  readonly daysLeft: number
  readonly elapsed: number
}

/** "còn 12 ngày", "bắt đầu sau 5 ngày", "đã kết thúc". */
export function clockWords({ state, daysLeft }: Pick<ToldClock, 'state' | 'daysLeft'>): string {
  if (state === 'over') return 'đã kết thúc'
  return state === 'waiting' ? `bắt đầu sau ${formatNumber(daysLeft)} ngày` : `còn ${formatNumber(daysLeft)} ngày`
}

export interface ToldFigure {
  readonly indicator: string
  readonly assigner: string | null
  readonly basis: 'increment' | 'cumulative'
  readonly target: number | null
  readonly result: number | null
  readonly word: string | null
  readonly percentText: string | null
  readonly remaining: number | null
}

/**
 * "Giai đoạn 1 (1/7/2024 - 31/7/2024), số liệu đến 31/7/2024: CĐCS mới 15/15, đạt 100%; ĐV mới hơn 5.000/5.000, đạt
 * ≥100%." A target of the year's total says so, for its number counts what stood before the phase as well.
 */
export function phaseSentence(
  phase: { readonly name: string; readonly from: string; readonly to: string },
  asOf: string,
  figures: readonly ToldFigure[],
): string {
  const days = `${phase.name} (${formatDate(phase.from)} - ${formatDate(phase.to)})`
  const told = figures.flatMap(({ indicator, assigner, basis, target, result, word, percentText, remaining }) => {
    if (target === null && result === null) return []
    const done = result === null ? 'chưa có số liệu' : `${word === null ? '' : `${word} `}${formatNumber(result)}`
    const whole = basis === 'cumulative' ? ' tính từ đầu năm' : ''
    if (target === null) return [`${indicator} ${done}${whole}`]
    const percent = percentText === null ? '' : `, đạt ${percentText}`
    const rest = remaining === null || remaining === 0 ? '' : `, còn ${formatNumber(remaining)}`
    const by = assigner === null ? '' : ` (${assigner})`
    return [`${indicator} ${done}/${formatNumber(target)}${whole}${percent}${rest}${by}`]
  })
  return told.length === 0
    ? `${days}: chưa có chỉ tiêu và kết quả.`
    : `${days}, số liệu đến ${formatDate(asOf)}: ${told.join('; ')}.`
}

/** "Đã qua 45,2% thời gian, còn 17 ngày." */
export function elapsedSentence(clock: ToldClock): string {
  return clock.state === 'running'
    ? `Đã qua ${formatPercent(clock.elapsed)} thời gian, ${clockWords(clock)}.`
    : `${clockWords(clock).charAt(0).toLocaleUpperCase('vi')}${clockWords(clock).slice(1)}.`
}

/** A unit whose report nearest before the first day is not of the day before; null: none came at all. */
export interface EarlierOpening {
  readonly name: string
  readonly used: string | null
}

const MOST_NAMES = 12

/**
 * "Số đầu kỳ của Giai đoạn 1 (trước ngày 1/7/2024) về ĐV mới: theo báo cáo gần nhất của LĐLĐ huyện A (đến 31/5/2024);
 * tính là 0 vì chưa có báo cáo nào của LĐLĐ huyện B." Null where every opening stands on the day before.
 */
export function openingSentence(
  indicator: string,
  phase: { readonly name: string; readonly from: string },
  openings: readonly EarlierOpening[],
): string | null {
  if (openings.length === 0) return null
  const earlier = openings.flatMap(({ name, used }) => (used === null ? [] : [`${name} (đến ${formatDate(used)})`]))
  const none = openings.flatMap(({ name, used }) => (used === null ? [name] : []))
  const told = [
    ...(earlier.length === 0 ? [] : [`theo báo cáo gần nhất của ${listFirst(earlier)}`]),
    ...(none.length === 0 ? [] : [`tính là 0 vì chưa có báo cáo nào của ${listFirst(none)}`]),
  ]
  return `Số đầu kỳ của ${phase.name} (trước ngày ${formatDate(phase.from)}) về ${indicator}: ${told.join('; ')}.`
}

function listFirst(names: readonly string[]): string {
  const rest = names.length - MOST_NAMES
  return rest <= 0 ? names.join(', ') : `${names.slice(0, MOST_NAMES).join(', ')} và ${formatNumber(rest)} đơn vị khác`
}
