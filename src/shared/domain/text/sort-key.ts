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

/**
 * A key with `sortKey(a) < sortKey(b)` (by code unit) when a stands before b in Vietnamese order.
 * Case is ignored. Example order: An < Ánh < Ân < Bình < Danh < Đạt < Yến.
 */
export function sortKey(text: string): string {
  let letters = ''
  let tones = ''
  let tone = '0'
  let hat = '0'
  let current = ''
  const flush = (): void => {
    if (current === '') return
    letters += current + hat
    tones += tone
    current = ''
    hat = '0'
    tone = '0'
  }
  for (const char of text.normalize('NFD').toLowerCase()) {
    const hatMark = HAT[char]
    const toneMark = TONE[char]
    if (hatMark !== undefined) hat = hatMark
    else if (toneMark !== undefined) tone = toneMark
    else if (char === 'đ') {
      flush()
      current = 'd'
      hat = '1'
    } else if (char >= 'a' && char <= 'z') {
      flush()
      current = char
    } else {
      flush()
      // Anything that is neither letter nor digit counts as a space, digits sort before letters.
      if (char >= '0' && char <= '9') letters += char
      else if (!letters.endsWith(' ')) letters += ' '
    }
  }
  flush()
  return `${letters.trim()}\u0001${tones.replace(/0+$/, '')}`
}

/** The key for sorting people by given name: last word first, then family and middle names. */
export function personSortKey(fullName: string): string {
  const words = fullName.trim().split(/\s+/)
  const given = words.pop() ?? ''
  return sortKey([given, ...words].join(' '))
}
