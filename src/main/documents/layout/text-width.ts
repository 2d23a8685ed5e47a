// How wide text is in Times New Roman, so that a rule can be as long as the words above it and a table can
// be measured before Word sees it. Advance widths in 1/2048 em of the printable ASCII characters from space
// to "~"; a Vietnamese letter is as wide as its base letter, except those listed apart.

const EM = 2048

const REGULAR = [
  512, 682, 836, 1024, 1024, 1706, 1593, 369, 682, 682, 1024, 1155, 512, 682, 512, 569, 1024, 1024, 1024, 1024, 1024,
  1024, 1024, 1024, 1024, 1024, 569, 569, 1155, 1155, 1155, 909, 1886, 1479, 1366, 1366, 1479, 1251, 1139, 1479, 1479,
  682, 797, 1479, 1251, 1821, 1479, 1479, 1139, 1479, 1366, 1139, 1251, 1479, 1479, 1933, 1479, 1479, 1251, 682, 569,
  682, 961, 1024, 682, 909, 1024, 909, 1024, 909, 682, 1024, 1024, 569, 569, 1024, 569, 1593, 1024, 1024, 1024, 1024,
  682, 797, 569, 1024, 1024, 1479, 1024, 1024, 909, 983, 410, 983, 1108,
]
const BOLD = [
  512, 682, 1137, 1024, 1024, 2048, 1706, 569, 682, 682, 1024, 1167, 512, 682, 512, 569, 1024, 1024, 1024, 1024, 1024,
  1024, 1024, 1024, 1024, 1024, 682, 682, 1167, 1167, 1167, 1024, 1905, 1479, 1366, 1479, 1479, 1366, 1251, 1593, 1593,
  797, 1024, 1593, 1366, 1933, 1479, 1593, 1251, 1593, 1479, 1139, 1366, 1479, 1479, 2048, 1479, 1479, 1366, 682, 569,
  682, 1190, 1024, 682, 1024, 1139, 909, 1139, 909, 682, 1024, 1139, 569, 682, 1139, 569, 1706, 1139, 1024, 1139, 1139,
  909, 797, 682, 1139, 1024, 1479, 1024, 1024, 909, 807, 451, 807, 1065,
]
const ITALIC = [
  512, 682, 860, 1024, 1024, 1706, 1593, 438, 682, 682, 1024, 1382, 512, 682, 512, 569, 1024, 1024, 1024, 1024, 1024,
  1024, 1024, 1024, 1024, 1024, 682, 682, 1382, 1382, 1382, 1024, 1884, 1251, 1251, 1366, 1479, 1251, 1251, 1479, 1479,
  682, 909, 1366, 1139, 1706, 1366, 1479, 1251, 1479, 1251, 1024, 1139, 1479, 1251, 1706, 1251, 1139, 1139, 797, 569,
  797, 864, 1024, 682, 1024, 1024, 909, 1024, 909, 569, 1024, 1024, 569, 569, 909, 569, 1479, 1024, 1024, 1024, 1024,
  797, 797, 569, 1024, 909, 1366, 909, 909, 797, 819, 563, 819, 1108,
]

export type Face = 'regular' | 'bold' | 'italic'

const FACES: Readonly<Record<Face, readonly number[]>> = { regular: REGULAR, bold: BOLD, italic: ITALIC }

/** Letters whose width is not that of their base letter after the marks are taken off. */
const APART: Readonly<Record<string, Readonly<Record<Face, number>>>> = {
  đ: { regular: 1024, bold: 1139, italic: 1024 },
  Đ: { regular: 1479, bold: 1479, italic: 1479 },
  ơ: { regular: 1083, bold: 1134, italic: 1093 },
  Ơ: { regular: 1479, bold: 1593, italic: 1479 },
  ư: { regular: 1110, bold: 1229, italic: 1117 },
  Ư: { regular: 1589, bold: 1630, italic: 1544 },
  '–': { regular: 1024, bold: 1024, italic: 1024 },
  '“': { regular: 909, bold: 1024, italic: 1139 },
  '”': { regular: 909, bold: 1024, italic: 1139 },
  '≥': { regular: 1124, bold: 1124, italic: 1124 },
  '\u00a0': { regular: 512, bold: 512, italic: 512 },
}

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g
const HATS = /[\u0302\u0306]/g

/** Widths asked for before: a document has some hundred thousand letters and some hundred different ones. */
const known: Readonly<Record<Face, Map<string, number>>> = { regular: new Map(), bold: new Map(), italic: new Map() }

function charWidth(char: string, face: Face): number {
  const kept = known[face].get(char)
  if (kept !== undefined) return kept
  const width = measureChar(char, face)
  known[face].set(char, width)
  return width
}

function measureChar(char: string, face: Face): number {
  const toneless = char.normalize('NFD').replace(TONES, '').normalize('NFC')
  const apart = APART[toneless]
  if (apart) return apart[face]
  const base = toneless.normalize('NFD').replace(HATS, '')
  // An unknown sign counts as a digit's width: a guess, and only ever about where a line may break.
  return FACES[face][base.charCodeAt(0) - 32] ?? 1024
}

/** Width of one line in twips (1/20 pt) at `size` points. */
export function textWidth(value: string, size: number, face: Face = 'regular'): number {
  let units = 0
  for (const char of value) units += charWidth(char, face)
  return Math.ceil((units / EM) * size * 20)
}

/** Lines as Word breaks them: at plain spaces only, as many words as fit. Width in twips. */
export function wrapText(value: string, width: number, size: number, face: Face = 'regular'): string[] {
  const lines: string[] = []
  let current = ''
  for (const word of value.split(' ')) {
    const longer = current === '' ? word : `${current} ${word}`
    if (current !== '' && textWidth(longer, size, face) > width) {
      lines.push(current)
      current = word
    } else current = longer
  }
  lines.push(current)
  return lines
}

/**
 * As few lines as `width` allows, but of even length, broken where a reader pauses and never inside a word of
 * two syllables: "LIÊN ĐOÀN LAO ĐỘNG" / "TỈNH HẢI AN", not "LIÊN ĐOÀN LAO" / "ĐỘNG TỈNH HẢI AN".
 */
export function wrapBalanced(value: string, width: number, size: number, face: Face = 'regular'): string[] {
  const count = wrapText(value, width, size, face).length
  if (count === 1) return [value]
  const words = value.split(' ')
  const best = breakInto(words, count, width, size, face) ?? breakInto(words, count + 1, width, size, face)
  return best === null ? wrapText(value, width, size, face) : best.lines
}

/** Words of two syllables that titles and names of offices hold; a line never ends after the first. */
const TOGETHER: ReadonlySet<string> = new Set(
  (
    'liên đoàn|tổng liên|lao động|việt nam|công đoàn|cơ sở|đoàn viên|thành lập|phát triển|thành phố|thị xã|đặc khu|' +
    'công nghiệp|khu công|viên chức|giai đoạn|kế hoạch|chỉ tiêu|thường vụ|chấp hành|thực hiện|kết quả|tiến độ|' +
    'công tác|khen thưởng|tập thể|thành tích|đôn đốc|cao điểm|thi đua|trách nhiệm|đề nghị|về việc|doanh nghiệp|khó khăn|' +
    'chỉ đạo|công nhận|phân công|phát động|danh sách'
  ).split('|'),
)
/** Words a new line may well begin with. */
const OPENERS: ReadonlySet<string> = new Set('tỉnh thành quận huyện thị xã phường đặc năm giai của về'.split(' '))

interface Breaking {
  readonly lines: string[]
  readonly cost: number
}

function breakInto(words: readonly string[], count: number, width: number, size: number, face: Face): Breaking | null {
  const all = words.join(' ')
  if (count === 1) {
    const wide = textWidth(all, size, face)
    return wide > width ? null : { lines: [all], cost: wide * wide }
  }
  let best: Breaking | null = null
  for (let at = 1; at <= words.length - count + 1; at += 1) {
    const head = words.slice(0, at).join(' ')
    const wide = textWidth(head, size, face)
    if (wide > width) break
    const before = (words[at - 1] ?? '').toLocaleLowerCase('vi')
    const after = (words[at] ?? '').toLocaleLowerCase('vi')
    if (TOGETHER.has(`${before} ${after}`)) continue
    const rest = breakInto(words.slice(at), count - 1, width, size, face)
    if (rest === null) continue
    // Squares make uneven lines dear; a natural pause is worth about a tenth of that.
    const ease = before.endsWith(',') || OPENERS.has(after) ? 0.88 : 1
    const cost = (wide * wide + rest.cost) * ease
    if (best === null || cost < best.cost) best = { lines: [head, ...rest.lines], cost }
  }
  return best
}

/** The widest single word, below which a column would break a word in two. Twips. */
export function widestWord(value: string, size: number, face: Face = 'regular'): number {
  return Math.max(0, ...value.split(' ').map((word) => textWidth(word, size, face)))
}
