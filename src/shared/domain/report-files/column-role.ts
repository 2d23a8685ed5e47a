import { foldText } from '../text/fold.ts'

/**
 * What a column of a report holds: cumulative = since the year began; increment = in the period alone; value = one
 * figure whose title says which of the two; opening, comparison, remaining, rank: told and not taken.
 */
export type ColumnRole =
  | 'index'
  | 'note'
  | 'measure'
  | 'percent'
  | 'target'
  | 'cumulative'
  | 'increment'
  | 'value'
  | 'opening'
  | 'comparison'
  | 'remaining'
  | 'rank'

export const FIGURE_ROLES: readonly ColumnRole[] = ['percent', 'target', 'cumulative', 'increment', 'value']

export interface HeaderPart {
  readonly role: ColumnRole | null
  /** What of the label says something else, an indicator's name for one; folded no further than spaces. */
  readonly rest: string
  /** "Lũy kế 2023": a year named in the label. */
  readonly year: number | null
}

// Whole-cell labels first, then phrases within longer ones; the order settles what "% so với kế hoạch năm" is.
const WHOLE: readonly (readonly [RegExp, ColumnRole])[] = [
  [/^(?:tt|stt|so tt|so thu tu|s tt|#)$/, 'index'],
  [/^(?:dvt|don vi tinh|dv tinh|don vi do|dvt nguoi)$/, 'measure'],
  [/^(?:ghi chu|giai trinh|ly do|nguyen nhan|ghi chu giai trinh)\b.*/, 'note'],
  [/^(?:xep thu|xep hang|thu tu xep hang|hang|xep loai)$/, 'rank'],
  [/^(?:thang|th|t) ?\d{1,2}(?: ?\/ ?\d{4}| nam \d{4})?$/, 'increment'],
  [/^(?:quy|q) ?(?:i{1,3}|iv|[1-4])(?: ?\/ ?\d{4}| nam \d{4})?$/, 'increment'],
  [/^(?:th|kq)$/, 'value'],
  [/^(?:nam \d{4})$/, 'value'],
  [/^(?:ct|kh|(?:so |duoc )?giao)(?: (?:ca )?nam)?(?: \d{4})?$/, 'target'],
  [/^(?:lk|lk tu dau nam)$/, 'cumulative'],
  [/^(?:%|tl|tl %|% tl|dat %|dat|% dat)$/, 'percent'],
]

const PHRASES: readonly (readonly [RegExp, ColumnRole])[] = [
  [
    /(?:so voi |tang giam so voi |thuc hien )?(?:cung ky|ky truoc|nam truoc|thang truoc|quy truoc)(?: nam (?:truoc|ngoai|\d{4}))?/,
    'comparison',
  ],
  [/so con lai|con lai|con thieu|chua dat|can thuc hien/, 'remaining'],
  [
    /(?:ty le|ti le|tl|phan tram)?[ (]*%[ )]*(?:hoan thanh|thuc hien|dat(?: duoc)?|so)?(?: (?:so )?voi)?(?: (?:ke hoach|chi tieu|ct|kh))?(?: (?:nam|duoc giao|giao))?(?: nam)?(?: \d{4})?|(?:ty le|ti le|phan tram)(?: (?:hoan thanh|thuc hien|dat(?: duoc)?))?(?: so voi)?(?: (?:ke hoach|chi tieu|ct|kh))?(?: (?:nam|duoc giao|giao))?(?: nam)?(?: \d{4})?/,
    'percent',
  ],
  [
    /(?:luy ke|cong don|lk)(?: (?:ket qua|thuc hien|so))?(?: ?\d{1,2} ?(?:thang|t)\b(?: dau)?(?: nam)?(?: \d{4})?)?(?: (?:tu )?(?:dau (?:nam|ky|nhiem ky)))?(?: ?(?:den|toi) ?(?:het )?(?:nay|ngay [\d/.-]+|thang \d{1,2}(?:[/ -]\d{4})?|thoi diem bao cao|cuoi ky|[\d/.-]+))?|(?:thuc hien |ket qua )?(?:tinh )?tu dau (?:nam|ky)(?: (?:den|toi) (?:nay|ngay [\d/.-]+|het thang \d{1,2}|thoi diem bao cao))?|(?:thuc hien|ket qua|th|kq)?[ ]?(?:0?6|9|12|sau|chin) ?(?:thang|t)(?: dau nam)?(?: ?\d{4})?|(?:thuc hien |ket qua )?(?:tinh )?den (?:het )?(?:ngay |thang )?(?:\d[\d/.-]*|nay|cuoi ky)|(?:thuc hien |ket qua )ca nam/,
    'cumulative',
  ],
  [/(?:co |so )?(?:(?<!tu )dau ky|(?<!tu |thang )dau nam|dau thang|den 31 ?\/ ?12(?: ?\/ ?\d{4})?)/, 'opening'],
  [
    /(?:thuc hien |ket qua |th |kq |phat sinh |so )*(?:trong )?(?:thang|quy|tuan|ky)(?: (?:nay|bao cao|\d{1,2}|[ivx]{1,3}))(?:[/ -]\d{4}| nam \d{4})?|(?:thuc hien |ket qua |th |kq |phat sinh |so )*trong (?:thang|quy|tuan|ky|6 thang)|phat sinh(?: trong ky)?|(?:th|thuc hien|kq) (?:thang|quy|tuan|ky)(?: bao cao)?/,
    'increment',
  ],
  [
    /(?:chi tieu|ke hoach|ct|kh|so)(?: (?:duoc|cap tren|ldld tinh|tinh|tren))* giao(?: nam| ca nam)?(?: \d{4})?|(?:chi tieu|ke hoach|ct|kh)(?: (?:dang ky|phan dau|cam ket|dai hoi|nghi quyet))?(?: (?:ca )?nam)?(?: \d{4})?|(?:dang ky|cam ket|phan dau)(?: nam)?(?: \d{4})?/,
    'target',
  ],
  [
    /(?:so lieu |so )?(?:kq|ket qua|thuc hien|thuc te|dat duoc|da thuc hien|so lieu|so luong|so bao cao)(?: (?:thuc hien|dat duoc|bao cao|duoc))?(?: nam)?(?: \d{4})?|^th(?= [a-z])/,
    'value',
  ],
]

/** Reads one line of a header: what the column holds and what is left of the label. */
export function readHeaderPart(label: string): HeaderPart {
  const plain = label
    .replace(/[\r\n]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const folded = foldText(plain)
  const bare = folded
    .replace(/[^\p{L}\p{N}%#/ ]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const year = yearIn(folded)
  for (const [pattern, role] of WHOLE) if (pattern.test(bare)) return { role, rest: '', year }
  for (const [pattern, role] of PHRASES) {
    const whole = new RegExp(`(?<![a-z0-9])(?:${pattern.source})(?![a-z0-9])`)
    const match = whole.exec(folded)
    if (match === null || match[0].trim() === '') continue
    // Folding keeps one letter for one letter of tidied text, so places found in it hold for the label itself.
    const rest =
      folded.length === plain.length
        ? plain.slice(0, match.index) + ' ' + plain.slice(match.index + match[0].length)
        : folded.replace(match[0], ' ')
    return { role, rest: tidyRest(rest), year }
  }
  return { role: null, rest: plain, year }
}

function tidyRest(text: string): string {
  const rest = text
    .replace(/[()[\]:;,.%]+/g, ' ')
    .replace(/\s+/g, ' ')
    // "CĐCS - Chỉ tiêu" leaves "CĐCS".
    .replace(/^[\s–/-]+|[\s–/-]+$/g, '')
  // What is left of "Kế hoạch năm 2024 (người)" names no indicator.
  return /^(?:nam|năm|ky|kỳ|thang|tháng|so|số|\d{4}|nguoi|người|cdcs|cđcs|trong|dat|đạt|tu|từ|den|đến|-|–|\/|\s)*$/iu.test(
    rest,
  ) && !/^(?:cdcs|cđcs)$/iu.test(rest)
    ? ''
    : rest
}

function yearIn(folded: string): number | null {
  const match = /(?<!\d)(20\d{2})(?!\d)/.exec(folded)
  return match === null ? null : Number(match[1])
}
