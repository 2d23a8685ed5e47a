import type { IndicatorCut, IndicatorKind } from '../indicators/indicator.ts'
import { line, reference } from './parts.ts'
import type { Inline } from './parts.ts'
import { ownValue } from '../../kit/own-value.ts'

/** What the sentences need to know of an indicator. */
export interface SpokenIndicator {
  readonly code: string
  readonly name: string
  readonly shortName: string
  readonly unitLabel: string
  readonly kind: IndicatorKind
  readonly parent: string | null
  readonly cut: IndicatorCut | null
  /** N of "doanh nghiệp có từ N lao động trở lên", from the cut or the formula. */
  readonly minWorkers: number | null
}

/** Fixed words around a figure: `did` + figure + `noun`, e.g. "kết nạp mới" 1.348 "đoàn viên". */
export interface IndicatorWords {
  /** Of a result without target: "kết nạp mới". */
  readonly did: string
  /** Of a result out of a target, "kết nạp 657/1.000 đoàn viên". */
  readonly didOf: string
  readonly noun: string
  /** Of a target: "kết nạp mới". */
  readonly toDo: string
  /** The noun of a target or a difference, where it is another one: "76.000 đoàn viên". */
  readonly goalNoun?: string
  /** What it is about, as a heading names it. */
  readonly topic: IndicatorTopic
}

/** Under which heading of a report an indicator is told. */
export type IndicatorTopic = 'members' | 'unions' | 'coverage' | 'party' | 'other'

const MEMBERS = 'đoàn viên'
const UNIONS = 'CĐCS'

/** Indicators of the catalogue that offices have set phrases for. Any other is told by its own name. */
const WORDS: Readonly<Record<string, IndicatorWords>> = {
  DV_MOI: { did: 'kết nạp mới', didOf: 'kết nạp', noun: MEMBERS, toDo: 'kết nạp mới', topic: 'members' },
  DV_MOI_CDCSMOI: {
    did: 'có',
    didOf: 'có',
    noun: 'đoàn viên ở CĐCS thành lập mới',
    toDo: 'kết nạp',
    topic: 'members',
  },
  DV_MOI_CDCSCU: {
    did: 'có',
    didOf: 'có',
    noun: 'đoàn viên ở nơi đã có CĐCS',
    toDo: 'kết nạp',
    topic: 'members',
  },
  DV_GIAM: { did: 'giảm', didOf: 'giảm', noun: MEMBERS, toDo: 'giảm không quá', topic: 'members' },
  DV_CHUYENDEN: {
    did: 'tiếp nhận',
    didOf: 'tiếp nhận',
    noun: 'đoàn viên chuyển đến',
    toDo: 'tiếp nhận',
    topic: 'members',
  },
  DV_CHUYENDI: { did: 'có', didOf: 'có', noun: 'đoàn viên chuyển đi', toDo: 'có', topic: 'members' },
  DV_TANG_THUC: { did: 'tăng thực tế', didOf: 'tăng thực tế', noun: MEMBERS, toDo: 'tăng thực tế', topic: 'members' },
  DV_TONG: {
    did: 'tổng số đoàn viên là',
    didOf: 'tổng số đoàn viên là',
    noun: 'người',
    goalNoun: MEMBERS,
    toDo: 'có',
    topic: 'members',
  },
  DV_TONG_NU: { did: 'có', didOf: 'có', noun: 'đoàn viên nữ', toDo: 'có', topic: 'members' },
  CDCS_MOI: { did: 'thành lập mới', didOf: 'thành lập mới', noun: UNIONS, toDo: 'thành lập mới', topic: 'unions' },
  CDCS_GIAM: { did: 'giảm', didOf: 'giảm', noun: UNIONS, toDo: 'giảm không quá', topic: 'unions' },
  CDCS_GIAM_TN: { did: 'giảm tự nhiên', didOf: 'giảm tự nhiên', noun: UNIONS, toDo: 'giảm', topic: 'unions' },
  CDCS_GIAM_SX: {
    did: 'giảm do sắp xếp tổ chức',
    didOf: 'giảm do sắp xếp tổ chức',
    noun: UNIONS,
    toDo: 'giảm',
    topic: 'unions',
  },
  CDCS_TONG: {
    did: 'tổng số CĐCS là',
    didOf: 'tổng số CĐCS là',
    noun: '',
    goalNoun: UNIONS,
    toDo: 'có',
    topic: 'unions',
  },
  CDCS_TONG_ND: { did: 'có', didOf: 'có', noun: 'nghiệp đoàn cơ sở', toDo: 'có', topic: 'unions' },
  DVUT_GT: {
    did: 'giới thiệu',
    didOf: 'giới thiệu',
    noun: 'đoàn viên ưu tú cho Đảng xem xét, bồi dưỡng, kết nạp',
    toDo: 'giới thiệu',
    topic: 'party',
  },
  DVUT_KN: {
    did: 'có',
    didOf: 'có',
    noun: 'đoàn viên ưu tú được kết nạp vào Đảng',
    toDo: 'có',
    topic: 'party',
  },
  LD_TONG: {
    did: 'tổng số công nhân, viên chức, lao động là',
    didOf: 'tổng số công nhân, viên chức, lao động là',
    noun: 'người',
    goalNoun: 'công nhân, viên chức, lao động',
    toDo: 'có',
    topic: 'other',
  },
}

/** Words of an indicator; a "trong đó" row borrows its parent's and adds the cut. */
export function indicatorWords(indicator: SpokenIndicator): IndicatorWords {
  const own = ownValue(WORDS, indicator.code)
  if (own !== undefined) return own
  const parent = indicator.parent === null ? undefined : ownValue(WORDS, indicator.parent)
  if (parent !== undefined && indicator.cut !== null) {
    return { ...parent, did: 'có', didOf: 'có', noun: parent.noun }
  }
  return {
    did: lowerFirst(indicator.name),
    didOf: lowerFirst(indicator.name),
    noun: indicator.unitLabel,
    toDo: lowerFirst(indicator.name),
    topic: topicOf(indicator, parent),
  }
}

/** The noun of what is asked for: "đoàn viên". */
export function goalNoun(indicator: SpokenIndicator): string {
  const words = indicatorWords(indicator)
  return words.goalNoun ?? words.noun
}

/** The noun where several stand in a row: "290 đoàn viên ưu tú" rather than "… cho Đảng xem xét, bồi dưỡng, kết nạp". */
export function shortNoun(indicator: SpokenIndicator): string {
  return goalNoun(indicator).replace(' cho Đảng xem xét, bồi dưỡng, kết nạp', '')
}

/** True for an indicator with a set phrase; the others are told as "name: figure unit". */
export function hasSetPhrase(indicator: SpokenIndicator): boolean {
  if (ownValue(WORDS, indicator.code) !== undefined) return true
  return indicator.cut !== null && indicator.parent !== null && ownValue(WORDS, indicator.parent) !== undefined
}

/** Where the part counted by a cut is found: "thuộc khu vực ngoài nhà nước". Empty without a cut. */
export function cutWords(cut: IndicatorCut | null): Inline {
  if (cut === null) return []
  if (cut.minWorkers !== undefined) {
    return line`ở doanh nghiệp có từ ${reference(String(cut.minWorkers), 'threshold')} lao động trở lên`
  }
  return cut.sector === 'non_state' ? line`ở khu vực ngoài nhà nước` : []
}

/**
 * Of a ratio over the survey, the words behind its percent: "doanh nghiệp có từ 20 lao động trở lên đã đi vào
 * hoạt động có CĐCS", so that a goal reads "100% doanh nghiệp có từ 20 lao động trở lên …".
 */
export function coverageWords(indicator: SpokenIndicator): Inline | null {
  if (indicator.kind !== 'ratio' || indicator.minWorkers === null) return null
  return line`doanh nghiệp có từ ${reference(String(indicator.minWorkers), 'threshold')} lao động trở lên đã đi vào hoạt động có CĐCS`
}

function topicOf(indicator: SpokenIndicator, parent: IndicatorWords | undefined): IndicatorTopic {
  if (parent !== undefined) return parent.topic
  if (indicator.kind === 'ratio') return 'coverage'
  return 'other'
}

/** "Tỷ lệ tập hợp" → "tỷ lệ tập hợp"; abbreviations ("CĐCS …", "DN …") keep their capitals. */
export function lowerFirst(value: string): string {
  const [first = '', second = ''] = value
  if (second !== '' && second === second.toLocaleUpperCase('vi') && second !== second.toLocaleLowerCase('vi'))
    return value
  return first.toLocaleLowerCase('vi') + value.slice(1)
}
