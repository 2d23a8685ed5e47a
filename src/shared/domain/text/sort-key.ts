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
    if (isDigit(unit)) {
      const end = endOfDigits(composed, at)
      letters += numberKey(composed.slice(at, end))
      at = end - 1
      endsInSpace = false
    } else if (part === null) {
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

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39
}

function endOfDigits(text: string, start: number): number {
  let end = start + 1
  while (isDigit(text.charCodeAt(end))) end++
  return end
}

/**
 * Digits stand before letters, and a number in a name by its value: "Tổ 2" before "Tổ 10". How many digits there
 * are comes first, in one sign between "0" and "`" (a letter's key begins with "a"); longer runs than that can
 * tell are no numbers any more.
 */
function numberKey(digits: string): string {
  const plain = digits.replace(/^0+(?=\d)/, '')
  return String.fromCharCode(0x30 + Math.min(plain.length, 48)) + plain
}

function makePart(unit: number): KeyPart | null {
  const [base = '', ...marks] = String.fromCharCode(unit).normalize('NFD').toLowerCase()
  const hat = base === 'đ' ? '1' : (marks.map((mark) => HAT[mark]).find((found) => found !== undefined) ?? '0')
  const tone = marks.map((mark) => TONE[mark]).find((found) => found !== undefined) ?? '0'
  const letter = base === 'đ' ? 'd' : base
  let part: KeyPart | null = null
  if (letter >= 'a' && letter <= 'z') part = { letters: letter + hat, tones: tone }
  if (unit < PARTS.length) PARTS[unit] = part
  return part
}

function dropTrailingZeros(tones: string): string {
  let end = tones.length
  while (end > 0 && tones.charCodeAt(end - 1) === 0x30) end--
  return tones.slice(0, end)
}

/**
 * The key for sorting people: by given name (the last word), then family and middle names, one after the other:
 * every "Bình" stands before the first "Bính". What follows a bracket or a comma is not part of the name:
 * "Trần Văn An (Phó Chủ tịch)".
 */
export function personSortKey(fullName: string): string {
  const words = (/^[^(,]*/.exec(fullName)?.[0] ?? '').trim().split(/\s+/)
  const given = words.pop() ?? ''
  return given === '' ? sortKey(fullName) : `${sortKey(given)}\u0001${sortKey(words.join(' '))}`
}
