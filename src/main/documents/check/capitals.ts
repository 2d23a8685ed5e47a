/** A line that is set in capitals, whatever else stands in it. */
export function isCapitals(text: string): boolean {
  return /\p{L}/u.test(text) && text === text.toLocaleUpperCase('vi')
}
