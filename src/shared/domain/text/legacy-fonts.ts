/**
 * Text typed for the fonts used before Unicode. Such text is stored as Latin-1 signs that only the font
 * draws as Vietnamese: TCVN3 (fonts `.VnTime`, `.VnArial` …) has one sign a letter and no capitals with
 * accents, its sister fonts ending in H draw everything as capitals; VNI (fonts `VNI-Times` …) writes a
 * vowel and a mark as two signs. Tables: TCVN 5712:1993 (VN3) and the VNI-Windows layout.
 */
import { vietnameseShare } from './syllable.ts'

export type LegacyEncoding = 'tcvn3' | 'tcvn3Capitals' | 'vni'

// First sign of each run of letters that lie side by side.
const TCVN3_RUNS: readonly (readonly [number, string])[] = [
  [0xa1, 'ĂÂÊÔƠƯĐăâêôơưđ'],
  [0xb5, 'àảãáạ'],
  [0xbb, 'ằẳẵắ'],
  [0xc6, 'ặầẩẫấậè'],
  [0xce, 'ẻẽéẹềểễếệìỉ'],
  [0xdc, 'ĩíịò'],
  [0xe1, 'ỏõóọồổỗốộờởỡớợù'],
  [0xf1, 'ủũúụừửữứựỳỷỹýỵ'],
]
const TCVN3 = new Map(
  TCVN3_RUNS.flatMap(([first, letters]) =>
    [...letters].map((letter, index): [string, string] => [String.fromCharCode(first + index), letter]),
  ),
)

const TONE_MARKS = { ù: '\u0301', ø: '\u0300', û: '\u0309', õ: '\u0303', ï: '\u0323' } as const
const HAT_MARKS = {
  â: '\u0302',
  á: '\u0302\u0301',
  à: '\u0302\u0300',
  å: '\u0302\u0309',
  ã: '\u0302\u0303',
  ä: '\u0302\u0323',
} as const
const BREVE_MARKS = {
  ê: '\u0306',
  é: '\u0306\u0301',
  è: '\u0306\u0300',
  ú: '\u0306\u0309',
  ü: '\u0306\u0303',
  ë: '\u0306\u0323',
} as const
/** Which marks a VNI vowel takes. ô and ö stand for ơ and ư, which are not combined with hats. */
const VNI_MARKS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  a: { ...TONE_MARKS, ...HAT_MARKS, ...BREVE_MARKS },
  e: { ...TONE_MARKS, ...HAT_MARKS },
  o: { ...TONE_MARKS, ...HAT_MARKS },
  u: TONE_MARKS,
  y: TONE_MARKS,
  ô: TONE_MARKS,
  ö: TONE_MARKS,
}
const VNI_SINGLES: Readonly<Record<string, string>> = {
  ô: 'ơ',
  ö: 'ư',
  ñ: 'đ',
  í: 'í',
  ì: 'ì',
  æ: 'ỉ',
  ó: 'ĩ',
  ò: 'ị',
  î: 'ỵ',
}
const VNI_PAIR = /([aeouyôö])([ùøûõïâáàåãäêéèúüë])|[ôöñíìæóòî]/gi

/** "C«ng ty Cæ phÇn" → "Công ty Cổ phần". Signs that mean nothing in TCVN3 are kept. */
export function fromTcvn3(text: string): string {
  let result = ''
  for (const sign of text) result += TCVN3.get(sign) ?? sign
  return result.normalize('NFC')
}

/** "Coâng ty Coå phaàn" → "Công ty Cổ phần". A capital may carry a small mark ("Aù"), as it is often typed. */
export function fromVni(text: string): string {
  return text
    .replace(VNI_PAIR, (whole, vowel: string | undefined, mark: string | undefined) => {
      if (vowel === undefined || mark === undefined) return keepCase(whole, VNI_SINGLES[whole.toLowerCase()] ?? whole)
      const marks = VNI_MARKS[vowel.toLowerCase()]?.[mark.toLowerCase()]
      const base = VNI_SINGLES[vowel.toLowerCase()] ?? vowel.toLowerCase()
      // No such pair (a French word): each sign by itself.
      if (marks === undefined)
        return keepCase(vowel, base) + keepCase(mark, VNI_SINGLES[mark.toLowerCase()] ?? mark.toLowerCase())
      return keepCase(vowel, (base + marks).normalize('NFC'))
    })
    .normalize('NFC')
}

function keepCase(like: string, letter: string): string {
  return like === like.toUpperCase() && like !== like.toLowerCase() ? letter.toUpperCase() : letter
}

export function decodeLegacy(text: string, encoding: LegacyEncoding): string {
  if (encoding === 'vni') return fromVni(text)
  const decoded = fromTcvn3(text)
  return encoding === 'tcvn3' ? decoded : decoded.toUpperCase()
}

/** What a font's name says of the text in it: ".VnTime" → tcvn3, ".VnTimeH" → tcvn3Capitals, "VNI-Times" → vni, else null. */
export function legacyEncodingOfFont(font: string | null): LegacyEncoding | null {
  if (font === null) return null
  const name = font.trim()
  if (/^\.vn/i.test(name)) return name.endsWith('H') ? 'tcvn3Capitals' : 'tcvn3'
  if (/^vni[\s-]/i.test(name)) return 'vni'
  return null
}

const NOT_ASCII = /[^\u0000-\u007f]/
/** Letters only Unicode Vietnamese has; text with one of them is never converted. */
const UNICODE_ONLY =
  /[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9\u0300\u0301\u0303\u0309\u0323]/
/** Signs of TCVN3 that no Vietnamese text in Unicode has: µ ¶ · ® Ç Ö ß ÷ … */
const TCVN3_ONLY =
  /[\u00a1-\u00bf\u00c4-\u00c7\u00cb\u00ce\u00cf\u00d1\u00d6-\u00d8\u00dc\u00de\u00df\u00e4-\u00e7\u00eb\u00ee\u00ef\u00f1\u00f6-\u00f8\u00fb\u00fc\u00fe]/
/** A vowel followed by a VNI mark it takes, or a sign Unicode Vietnamese has not. */
const VNI_ONLY = /[aeouyôö][ùøûõïâáàåãäêéèúüë]|[ñöæîø]/i
/** Text that is Unicode Vietnamese beyond doubt, composed: the common case, told cheaply. */
export function isComposedUnicode(text: string): boolean {
  return UNICODE_ONLY.test(text) && !COMBINING.test(text)
}

const COMBINING = /[\u0300-\u036f]/
const ENOUGH = 0.8

/**
 * What the codes of one text say of its encoding: 'plain' (ASCII, the same everywhere), 'unicode', 'tcvn3',
 * 'vni', or 'open' when it could be any ("Phó" is Phó in Unicode and Phú in TCVN3).
 */
export function judgeEncoding(text: string): 'plain' | 'unicode' | 'tcvn3' | 'vni' | 'open' {
  if (!NOT_ASCII.test(text)) return 'plain'
  if (UNICODE_ONLY.test(text)) return 'unicode'
  const asIs = vietnameseShare(text)
  const asVni = VNI_ONLY.test(text) ? vietnameseShare(fromVni(text)) : 0
  const asTcvn3 = TCVN3_ONLY.test(text) ? vietnameseShare(fromTcvn3(text)) : 0
  const best = Math.max(asVni, asTcvn3)
  // "Cæ" is Cổ in one and Cỉ in the other.
  if (best < ENOUGH || best <= asIs || asVni === asTcvn3) return 'open'
  return asVni > asTcvn3 ? 'vni' : 'tcvn3'
}
