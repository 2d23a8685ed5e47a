import { foldText } from '../text/fold.ts'
import { ownValue } from '../../kit/own-value.ts'

/** Approximate figures are kept as reported: ≥ "hơn 7.000", ≈ "khoảng 50", ≤ "gần 2.600". Null is exact. */
export const QUALIFIERS = ['≥', '≈', '≤'] as const
export type Qualifier = (typeof QUALIFIERS)[number]

/** Words offices write before an approximate number. The first of each is used where no word was kept. */
const WORDS: Readonly<Record<Qualifier, readonly string[]>> = {
  '≥': ['hơn', 'trên', 'ít nhất', 'tối thiểu', 'không dưới', 'từ', 'quá', 'nhiều hơn', 'không ít hơn'],
  '≈': [
    'khoảng',
    'xấp xỉ',
    'sấp xỉ',
    'ước',
    'ước đạt',
    'ước tính',
    'ước khoảng',
    'ước chừng',
    'chừng',
    'độ',
    'cỡ',
    'tầm',
    'trên dưới',
    'khoảng trên',
    'khoảng hơn',
    'khoảng gần',
    'vào khoảng',
  ],
  '≤': ['gần', 'dưới', 'chưa đến', 'chưa tới', 'chưa đầy', 'không quá', 'tối đa', 'nhiều nhất', 'ít hơn'],
}

const SIGNS: Readonly<Record<string, Qualifier>> = {
  '≥': '≥',
  '>=': '≥',
  '>': '≥',
  '≈': '≈',
  '~': '≈',
  '≤': '≤',
  '<=': '≤',
  '<': '≤',
}

const BY_FOLDED_WORD = new Map(
  QUALIFIERS.flatMap((qualifier) => WORDS[qualifier].map((word) => [foldText(word), { qualifier, word }] as const)),
)

export interface QualifierWord {
  readonly qualifier: Qualifier
  /** The person's own word with its accents, to be printed back: "hơn". For a sign the usual word is taken. */
  readonly word: string
}

/** "hơn" → ≥, "GAN" → ≤ "gần", "~" → ≈; null for a word that says nothing about a number. */
export function parseQualifier(text: string): QualifierWord | null {
  const bySign = ownValue(SIGNS, text.trim())
  if (bySign !== undefined) return { qualifier: bySign, word: usualWord(bySign) }
  return BY_FOLDED_WORD.get(foldText(text)) ?? null
}

export function usualWord(qualifier: Qualifier): string {
  return WORDS[qualifier][0] ?? ''
}

/** The words a number may begin with, longest first, for readers of running text. */
export function qualifierWords(): readonly string[] {
  return QUALIFIERS.flatMap((sign) => WORDS[sign]).sort((a, b) => b.length - a.length)
}

/** Of a sum: ≥ and exact is ≥, ≤ and exact is ≤, anything mixed is ≈. */
export function combineQualifiers(a: Qualifier | null, b: Qualifier | null): Qualifier | null {
  if (a === b) return a
  if (a === null) return b
  if (b === null) return a
  return '≈'
}

/** Of what is taken away: exact − "hơn 10" is at most the difference. */
export function reverseQualifier(qualifier: Qualifier | null): Qualifier | null {
  if (qualifier === '≥') return '≤'
  if (qualifier === '≤') return '≥'
  return qualifier
}
