// Names of files that must be good on Windows and on a memory stick, whatever units are called.

/** Room for the folder: Windows takes 260 signs for the whole path where nobody has lifted that. */
const LONGEST = 120
/** Linux counts bytes, and a Vietnamese letter takes up to three. */
const MOST_BYTES = 200

/**
 * A name made of what a clerk typed: signs Windows allows in none become "-", a name of a device ("CON", "LPT1.x") gets
 * a line before it, dots and spaces at the end go, and what is too long loses its end, never its extension.
 */
export function safeFileName(name: string, extension: string): string {
  let plain = name
    .normalize('NFC')
    .replace(/[\\/:*?"<>|\u0000-\u001f\u007f]/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim()
  if (/^(?:con|prn|aux|nul|com\d|lpt\d)\s*(?:\.|$)/iu.test(plain)) plain = `_${plain}`
  const letters = [...plain].slice(0, LONGEST)
  while (countBytes(letters) > MOST_BYTES) letters.pop()
  const kept = letters.join('').replace(/[. ]+$/u, '')
  return `${kept === '' ? '_' : kept}${extension}`
}

/** Length in UTF-8. */
function countBytes(letters: readonly string[]): number {
  return letters.reduce((sum, letter) => {
    const point = letter.codePointAt(0) ?? 0
    return sum + (point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4)
  }, 0)
}

/** The same for a row of files in one folder: names Windows holds to be one get a number. */
export function createFileNames(): (name: string, extension: string) => string {
  const taken = new Set<string>()
  return (name, extension) => {
    for (let number = 1; ; number += 1) {
      const candidate = safeFileName(number === 1 ? name : `${number} - ${name}`, extension)
      const key = candidate.toLocaleLowerCase('vi')
      if (taken.has(key)) continue
      taken.add(key)
      return candidate
    }
  }
}
