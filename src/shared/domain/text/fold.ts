const MARKS = /[\u0300-\u036f]/g
const SPACES = /\s+/g
/** Spaces at an end, several in a row, or of another kind than the plain one. */
const UNTIDY = /^\s|\s$|\s\s|[^\S ]/
/** May hold what UNPRINTABLE means; a plain class is looked for several times faster, and most texts have none. */
const SUSPECT = /[\u0000-\u0008\u000e-\u001f\u007f\ud800-\udfff\ufffe\uffff]/
/** No letter of anybody: control signs, halves of a pair, non-characters. XML, and so Word and Excel, cannot hold them. */
const UNPRINTABLE =
  /[\u0000-\u0008\u000e-\u001f\u007f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/**
 * The form text is searched and matched in: no accents, no case, single spaces.
 * "Thị xã  QUẢNG TRỊ" → "thi xa quang tri"; đ has no decomposition, so it is mapped by hand.
 */
export function foldText(text: string): string {
  let folded = ''
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    folded += FOLDED[unit] ?? foldUnit(unit)
  }
  return folded.includes('  ') ? folded.replace(SPACES, ' ').trim() : folded.trim()
}

// What each letter folds to, filled as letters are met: tens of thousands of names are folded in one import, and
// spreading every one of them into letters and marks took half its time.
const FOLDED = Array.from<string | undefined>({ length: 0x2100 })

function foldUnit(unit: number): string {
  const folded = String.fromCharCode(unit)
    .normalize('NFD')
    .replace(MARKS, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'd')
    .toLowerCase()
    .replace(SPACES, ' ')
  if (unit < FOLDED.length) FOLDED[unit] = folded
  return folded
}

/** Text as it is stored: NFC (the tone's place is left as the user put it), no-break spaces made plain, only signs that print. */
export function normalizeText(text: string): string {
  const printable = SUSPECT.test(text) ? text.replace(UNPRINTABLE, ' ') : text
  const composed = printable.normalize('NFC')
  return UNTIDY.test(composed) ? composed.replaceAll('\u00a0', ' ').replace(SPACES, ' ').trim() : composed
}
