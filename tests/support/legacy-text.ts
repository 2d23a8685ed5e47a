// The other way round: Vietnamese as the old fonts stored it. Only tests write such text.

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
const TO_TCVN3 = new Map(
  TCVN3_RUNS.flatMap(([first, letters]) =>
    [...letters].map((letter, at): [string, string] => [letter, String.fromCharCode(first + at)]),
  ),
)

/** As typed in .VnTime: capitals with an accent have no sign there and become small letters. */
export function toTcvn3(text: string): string {
  return [...text.normalize('NFC')]
    .map((letter) => TO_TCVN3.get(letter) ?? TO_TCVN3.get(letter.toLowerCase()) ?? letter)
    .join('')
}

const TONE: Readonly<Record<string, string>> = {
  '\u0301': 'ù',
  '\u0300': 'ø',
  '\u0309': 'û',
  '\u0303': 'õ',
  '\u0323': 'ï',
}
const HATTED: Readonly<Record<string, string>> = {
  '': 'â',
  '\u0301': 'á',
  '\u0300': 'à',
  '\u0309': 'å',
  '\u0303': 'ã',
  '\u0323': 'ä',
}
const BREVED: Readonly<Record<string, string>> = {
  '': 'ê',
  '\u0301': 'é',
  '\u0300': 'è',
  '\u0309': 'ú',
  '\u0303': 'ü',
  '\u0323': 'ë',
}
const I_TONES: Readonly<Record<string, string>> = {
  '\u0301': 'í',
  '\u0300': 'ì',
  '\u0309': 'æ',
  '\u0303': 'ó',
  '\u0323': 'ò',
}

/** As stored by VNI-Windows: a vowel and its mark. */
export function toVni(text: string): string {
  return [...text.normalize('NFC')]
    .map((letter) => {
      const small = letter.toLowerCase()
      const isCapital = letter !== small
      const signs = signsOf(small)
      return isCapital ? signs.toUpperCase() : signs
    })
    .join('')
}

function signsOf(letter: string): string {
  if (letter === 'đ') return 'ñ'
  const spread = letter.normalize('NFD')
  const base = spread[0] ?? ''
  const marks = [...spread.slice(1)]
  const tone = marks.find((mark) => mark in TONE) ?? ''
  if (marks.includes('\u0302')) return base + (HATTED[tone] ?? '')
  if (marks.includes('\u0306')) return base + (BREVED[tone] ?? '')
  const horned = marks.includes('\u031b') ? (base === 'o' ? 'ô' : 'ö') : base
  if (tone === '') return horned
  if (base === 'i') return I_TONES[tone] ?? base
  if (base === 'y' && tone === '\u0323') return 'î'
  return horned + (TONE[tone] ?? '')
}
