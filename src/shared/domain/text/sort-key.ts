// SQLite compares bytes and puts Đ after Z, so names carry a key whose plain byte order is the
// Vietnamese one: letters a ă â … d đ e ê … u ư, then tones ngang huyền hỏi ngã sắc nặng.

/** Second character of a letter's key: which of the sister letters (a ă â) it is. */
const HAT: Readonly<Record<string, string>> = { '\u0306': '1', '\u0302': '2', '\u031b': '3' }
const TONE: Readonly<Record<string, string>> = {
  '\u0300': '1',
  '\u0309': '2',
  '\u0303': '3',
  '\u0301': '4',
  '\u0323': '5',
}

/** What one letter adds to a key; null for a sign that only parts words. */
interface KeyPart {
  readonly letters: string
  readonly tones: string
}

// Filled as letters are met. An import makes keys by the ten thousand, and letters are few.
const PARTS = Array.from<KeyPart | null | undefined>({ length: 0x2100 })
const LOOSE_MARK = /[\u0300-\u036f]/g

/**
 * A key with `sortKey(a) < sortKey(b)` (by code unit) when a stands before b in Vietnamese order.
 * Case is ignored. Example order: An < Ánh < Ân < Bình < Danh < Đạt < Yến.
 */
export function sortKey(text: string): string {
  let letters = ''
  let tones = ''
  let endsInSpace = true
  // Composed, a letter is one unit; a mark that belongs to no Vietnamese letter sorts as if it were not there.
  const composed = text.normalize('NFC').replace(LOOSE_MARK, '')
  for (let at = 0; at < composed.length; at++) {
    const unit = composed.charCodeAt(at)
    let part = PARTS[unit]
    if (part === undefined) part = makePart(unit)
    if (part === null) {
      // Anything that is neither letter nor digit counts as a space.
      if (!endsInSpace) letters += ' '
      endsInSpace = true
    } else {
      letters += part.letters
      tones += part.tones
      endsInSpace = false
    }
  }
  return `${endsInSpace ? letters.trimEnd() : letters}\u0001${dropTrailingZeros(tones)}`
}

function makePart(unit: number): KeyPart | null {
  const [base = '', ...marks] = String.fromCharCode(unit).normalize('NFD').toLowerCase()
  const hat = base === 'đ' ? '1' : (marks.map((mark) => HAT[mark]).find((found) => found !== undefined) ?? '0')
  const tone = marks.map((mark) => TONE[mark]).find((found) => found !== undefined) ?? '0'
  const letter = base === 'đ' ? 'd' : base
  let part: KeyPart | null = null
  if (letter >= 'a' && letter <= 'z') part = { letters: letter + hat, tones: tone }
  // Digits sort before letters and carry no tone.
  else if (letter >= '0' && letter <= '9') part = { letters: letter, tones: '' }
  if (unit < PARTS.length) PARTS[unit] = part
  return part
}

function dropTrailingZeros(tones: string): string {
  let end = tones.length
  while (end > 0 && tones.charCodeAt(end - 1) === 0x30) end--
  return tones.slice(0, end)
}

/** The key for sorting people by given name: last word first, then family and middle names. */
export function personSortKey(fullName: string): string {
  const words = fullName.trim().split(/\s+/)
  const given = words.pop() ?? ''
  return sortKey([given, ...words].join(' '))
}
