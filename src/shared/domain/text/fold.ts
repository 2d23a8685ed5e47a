const MARKS = /[\u0300-\u036f]/g
const SPACES = /\s+/g

/**
 * The form text is searched and matched in: no accents, no case, single spaces.
 * "Thị xã  QUẢNG TRỊ" → "thi xa quang tri"; đ has no decomposition, so it is mapped by hand.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFD')
    .replace(MARKS, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'd')
    .toLowerCase()
    .replace(SPACES, ' ')
    .trim()
}

/** Text as it is stored: NFC (the tone's place is left as the user put it), no-break spaces made plain. */
export function normalizeText(text: string): string {
  return text.normalize('NFC').replaceAll('\u00a0', ' ').replace(SPACES, ' ').trim()
}
