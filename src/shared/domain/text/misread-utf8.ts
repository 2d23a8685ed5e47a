/**
 * UTF-8 that some program took for Latin-1, as when a CSV file without a mark at its head is opened in Excel
 * and saved: "Công ty" became "CÃ´ng ty". The bytes are all still there.
 */

// The signs Windows-1252 has at 0x80…0x9F; the five holes stay control characters.
const HIGH_SIGNS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
const BYTE_OF = new Map([...HIGH_SIGNS].map((sign, index): [string, number] => [sign, 0x80 + index]))

/** A lead byte of a two- or three-byte sequence followed by a sign that can be its continuation. */
const LOOKS_MISREAD = /[ÃÂÄÆá][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/

/** "CÃ´ng ty" → "Công ty"; null when the text is not such a misreading. */
export function mendMisreadUtf8(text: string): string | null {
  if (!LOOKS_MISREAD.test(text)) return null
  let escaped = ''
  for (const sign of text) {
    const code = BYTE_OF.get(sign) ?? sign.charCodeAt(0)
    if (code > 0xff) return null
    escaped += `%${code.toString(16).padStart(2, '0')}`
  }
  try {
    return decodeURIComponent(escaped).normalize('NFC')
  } catch {
    return null
  }
}
