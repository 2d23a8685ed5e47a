import { ownValue } from '../../kit/own-value.ts'
import { foldText } from '../text/fold.ts'
import { isCutWord, readLabel, type LabelWords } from './label-words.ts'

/** An indicator of the catalogue as a label is held against it. */
export interface KnownIndicator {
  readonly code: string
  readonly name: string
  readonly shortName: string
  readonly unitLabel: string
  readonly kind: 'flow' | 'loss' | 'net' | 'stock' | 'ratio'
  readonly parent: string | null
}

/** A wording the clerk said the meaning of; `indicator` null: a row that is to be passed over. */
export interface LearnedWording {
  readonly key: string
  readonly indicator: string | null
}

export type IndicatorMatch =
  | { readonly kind: 'certain'; readonly indicator: KnownIndicator; readonly isLearned: boolean }
  | { readonly kind: 'ignored' }
  /** Could be one of these, likeliest first. */
  | { readonly kind: 'unsure'; readonly choices: readonly KnownIndicator[] }
  | { readonly kind: 'unknown' }

export interface IndicatorDirectory {
  /** `under`: the indicator the row above is about, for "Trong đó: …". */
  match(label: string, under?: KnownIndicator | null): IndicatorMatch
  /** The same where a column says what the row is counted in: "Số tiền thăm hỏi" in đồng is of money. */
  matchCounted(label: string, measure: Measure): IndicatorMatch
  matchWords(words: ReadonlySet<string>): IndicatorMatch
  /** What the clerk once said of a wording; null when nothing. */
  recall(key: string): IndicatorMatch | null
  keyOf(label: string): string
  byCode(code: string): KnownIndicator | null
  readonly all: readonly KnownIndicator[]
}

/** The key a wording is remembered under: its text folded, without numbering, and for a part whose part it is. */
export function wordingKey(label: string, under: string | null = null): string {
  const plain = foldText(label)
    .replace(/^[\s\d.()+*•–-]+/, '')
    .replace(/[^\p{L}\p{N}%≥]+/gu, ' ')
    .trim()
  return under === null ? plain : `${under}|${plain}`
}

/** Further wordings of the usual catalogue that neither its names nor the field's words lead to. */
const ALSO_CALLED: Readonly<Record<string, readonly string[]>> = {
  DV_MOI: ['phát triển đoàn viên', 'đoàn viên tăng mới', 'công đoàn viên mới'],
  CDCS_MOI: ['thành lập công đoàn cơ sở', 'phát triển CĐCS', 'công nhận CĐCS mới'],
  DV_GIAM: ['số đoàn viên giảm trong kỳ', 'đoàn viên nghỉ việc, nghỉ hưu, chuyển đi'],
  DV_TONG: ['số đoàn viên hiện có', 'đoàn viên có đến cuối kỳ'],
  CDCS_TONG: ['số CĐCS hiện có', 'CĐCS có đến cuối kỳ'],
  DV_TANG_THUC: ['tăng thực tế', 'thực tăng'],
  TL_TAPHOP: ['tỷ lệ tập hợp', 'tỷ lệ tập hợp đoàn viên trên tổng số lao động'],
  TAPHUAN: ['lớp tập huấn', 'hội nghị tập huấn', 'hội nghị tuyên truyền', 'cuộc tập huấn, tuyên truyền'],
  TAPHUAN_LUOT: ['lượt người được tập huấn', 'lượt đoàn viên được tuyên truyền'],
  THAMHOI: ['lượt đoàn viên được thăm hỏi', 'lượt đoàn viên được tặng quà', 'lượt người được thăm hỏi, tặng quà'],
  GIAOLUU: ['buổi đối thoại', 'cuộc đối thoại', 'hội nghị đối thoại', 'buổi giao lưu', 'buổi tọa đàm'],
  HNCBCC: ['hội nghị cán bộ, công chức', 'đơn vị tổ chức hội nghị cán bộ, công chức', 'CQ, ĐV tổ chức hội nghị CBCCVC'],
  DVUT_BD: ['đoàn viên ưu tú học lớp cảm tình Đảng', 'đoàn viên ưu tú học lớp bồi dưỡng nhận thức về Đảng'],
  DVUT_GT: ['giới thiệu đoàn viên ưu tú', 'đoàn viên ưu tú giới thiệu cho Đảng'],
  DVUT_KN: [
    'kết nạp Đảng',
    'đoàn viên được kết nạp Đảng',
    'đoàn viên, CNLĐ được kết nạp vào Đảng',
    'phát triển đảng viên',
  ],
  LD_TONG: ['tổng số CNVCLĐ', 'số lao động'],
  DV_TONG_NU: ['tổng số đoàn viên nữ', 'nữ đoàn viên'],
  DV_TONG_NNN: ['tổng số đoàn viên ngoài nhà nước'],
  CDCS_TONG_ND: ['tổng số nghiệp đoàn'],
}

const ACCEPTED = 0.82
/** Enough where the unit of measure leaves no other. */
const ACCEPTED_BY_MEASURE = 0.72
const CLEAR_BY = 0.06
const SUGGESTED = 0.45
const MOST_CHOICES = 5

interface Phrase {
  readonly indicator: KnownIndicator
  readonly words: ReadonlySet<string>
}

/** Builds the look-up over the indicators in use and the wordings learned from the clerk. */
export function createIndicatorDirectory(
  all: readonly KnownIndicator[],
  learned: readonly LearnedWording[] = [],
): IndicatorDirectory {
  const codes = new Map(all.map((indicator) => [indicator.code, indicator]))
  const learnedBy = new Map(learned.map((wording) => [wording.key, wording.indicator]))
  const phrases = all.flatMap((indicator) =>
    [indicator.name, indicator.shortName, ...(ownValue(ALSO_CALLED, indicator.code) ?? [])].map((text): Phrase => ({
      indicator,
      words: readLabel(text).words,
    })),
  )
  /** Labels met before: a table asks about each of its cells several times. */
  const matched = new Map<string, IndicatorMatch>()
  const known = new Set(phrases.flatMap(({ words }) => [...words]))

  function matchWords(words: ReadonlySet<string>): IndicatorMatch {
    if (words.size === 0) return { kind: 'unknown' }
    const best = new Map<KnownIndicator, number>()
    for (const phrase of phrases) {
      const score = likeness(words, phrase.words, known)
      if (score > (best.get(phrase.indicator) ?? 0)) best.set(phrase.indicator, score)
    }
    const ranked = [...best].filter(([, score]) => score >= SUGGESTED).toSorted((a, b) => b[1] - a[1])
    const [first, second] = ranked
    if (first === undefined) return { kind: 'unknown' }
    if (first[1] >= ACCEPTED && (second === undefined || first[1] - second[1] >= CLEAR_BY))
      return { kind: 'certain', indicator: first[0], isLearned: false }
    return { kind: 'unsure', choices: ranked.slice(0, MOST_CHOICES).map(([indicator]) => indicator) }
  }

  function matchCounted(text: string, measure: Measure): IndicatorMatch {
    const found = matchLabel(text, null)
    if (found.kind !== 'unsure') return found
    const { words } = readLabel(text)
    const best = new Map<KnownIndicator, number>()
    for (const phrase of phrases) {
      if (readMeasure(phrase.indicator.unitLabel) !== measure) continue
      best.set(phrase.indicator, Math.max(best.get(phrase.indicator) ?? 0, likeness(words, phrase.words, known)))
    }
    const [first, second] = [...best].toSorted((a, b) => b[1] - a[1])
    return first !== undefined && first[1] >= ACCEPTED_BY_MEASURE && first[1] - (second?.[1] ?? 0) >= CLEAR_BY
      ? { kind: 'certain', indicator: first[0], isLearned: false }
      : found
  }

  function recall(key: string): IndicatorMatch | null {
    if (!learnedBy.has(key)) return null
    const code = learnedBy.get(key) ?? null
    if (code === null) return { kind: 'ignored' }
    const indicator = codes.get(code)
    return indicator === undefined ? null : { kind: 'certain', indicator, isLearned: true }
  }

  function matchPart(label: LabelWords, under: KnownIndicator): IndicatorMatch {
    const parts = all.filter(({ parent }) => parent === under.code)
    const whole = readLabel(under.name).words
    // "khu vực ngoài nhà nước" under "Kết nạp mới đoàn viên" is "Kết nạp mới đoàn viên khu vực ngoài nhà nước".
    const joined = new Set([...whole, ...label.words])
    const fitting = parts.filter((part) =>
      phrases.some(({ indicator, words }) => indicator === part && likeness(joined, words, known) >= ACCEPTED),
    )
    const [only] = fitting
    if (only !== undefined && fitting.length === 1) return { kind: 'certain', indicator: only, isLearned: false }
    return parts.length > 0
      ? { kind: 'unsure', choices: [...fitting, ...parts.filter((part) => !fitting.includes(part))] }
      : { kind: 'unknown' }
  }

  return {
    all,
    byCode: (code) => codes.get(code) ?? null,
    matchWords,
    matchCounted,
    recall,
    keyOf: (label) => wordingKey(label),
    match(text, under = null) {
      const asked = `${under?.code ?? ''}|${text}`
      const known = matched.get(asked) ?? matchLabel(text, under)
      matched.set(asked, known)
      return known
    },
  }

  function matchLabel(text: string, under: KnownIndicator | null): IndicatorMatch {
    const label = readLabel(text)
    const remembered = recall(wordingKey(text, label.isPart ? (under?.code ?? null) : null))
    if (remembered !== null) return remembered
    const code = codes.get(text.trim().toUpperCase())
    if (code !== undefined) return { kind: 'certain', indicator: code, isLearned: false }
    const alone = matchWords(label.words)
    if (!label.isPart || under === null) return alone
    // A part that names its subject ("Trong đó: đoàn viên nữ") may stand for itself; one that does not is its whole's.
    if (alone.kind === 'certain' && !(isLevel(alone.indicator) && tellsOnlyCut(label.words, under))) return alone
    return matchPart(label, under)
  }
}

/**
 * "Trong đó: ĐV khu vực ngoài nhà nước" under members admitted is of those admitted, never of all there are: a part of
 * what came in is no level, unless it says so ("Tổng số") or speaks of something else than the row above.
 */
function tellsOnlyCut(words: ReadonlySet<string>, under: KnownIndicator): boolean {
  const whole = readLabel(under.name).words
  return !isLevel(under) && [...words].every((word) => isCutWord(word) || whole.has(word))
}

function isLevel({ kind }: KnownIndicator): boolean {
  return kind === 'stock' || kind === 'ratio'
}

function weightOf(word: string, known: ReadonlySet<string>): number {
  if (/^[A-Z]/.test(word)) return 3
  return known.has(word) ? 1.5 : 0.5
}

/** How alike two sets of words are, from 0 to 1; different parts of a whole are not alike at all. */
function likeness(label: ReadonlySet<string>, phrase: ReadonlySet<string>, known: ReadonlySet<string>): number {
  let both = 0
  let all = 0
  for (const word of label) {
    const weight = weightOf(word, known)
    all += weight
    if (phrase.has(word)) both += 2 * weight
    else if (isCutWord(word)) return 0
  }
  for (const word of phrase) {
    all += weightOf(word, known)
    if (isCutWord(word) && !label.has(word)) return 0
  }
  return all === 0 ? 0 : both / all
}

/** Kinds of things counted: a label "người" is never about an indicator of "CĐCS". */
export type Measure = 'people' | 'unions' | 'enterprises' | 'percent' | 'money' | 'turns' | 'events' | 'houses'

/** "người", "đ/c" → people; "CĐCS", "tổ chức" → unions; null for a blank or one nobody knows. */
export function readMeasure(text: string): Measure | null {
  const plain = foldText(text)
    .replace(/[^\p{L}\p{N}%/ ]+/gu, '')
    .trim()
  if (plain === '') return null
  if (/^luot\b/.test(plain)) return 'turns'
  if (/^(?:hoi nghi|cuoc|buoi|lop|dot)\b/.test(plain)) return 'events'
  if (/^(?:nha|can)\b/.test(plain) && !plain.startsWith('can bo')) return 'houses'
  if (/^(?:nguoi|dong chi|d\/c|dc|doan vien|dv|can bo|lao dong|ld)\b/.test(plain)) return 'people'
  if (/^(?:cdcs|cong doan|to chuc|cd|nghiep doan)\b/.test(plain)) return 'unions'
  if (/^(?:dn|doanh nghiep)\b/.test(plain)) return 'enterprises'
  if (/^(?:%|phan tram|ty le)/.test(plain)) return 'percent'
  if (/dong\b|\btr\b|^vnd/.test(plain)) return 'money'
  return null
}
