/**
 * Decimal digits of a number with a dot and no exponent: 1e-7 → "0.0000001", 1e21 → "1000000000000000000000". The
 * shortest that reads as the same number.
 */
export function decimalDigits(value: number): string {
  const text = String(value)
  if (!text.includes('e')) return text
  const match = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/.exec(text)
  if (match === null) return text
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match
  const digits = whole + fraction
  const point = whole.length + Number(exponent)
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`
  if (point >= digits.length) return sign + digits.padEnd(point, '0')
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`
}

/**
 * A number as text that reads back as itself, here and in Vietnamese Excel: no dots of thousands, a decimal comma. Three
 * digits after the comma would be read as thousands (1,348 is 1348 to a clerk), so a fourth one follows: 1.348 →
 * "1,3480".
 */
export function writeDecimal(value: number): string {
  const text = decimalDigits(value).replace('.', ',')
  return /,\d{3}$/.test(text) ? `${text}0` : text
}
