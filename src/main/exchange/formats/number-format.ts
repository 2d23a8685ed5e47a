/** What a number format draws, as far as reading needs it: whether a number under it is a day. */

/** Formats that Excel knows by number only (ECMA-376 part 1, 18.8.30); those with dates differ by locale but stay dates. */
const BUILT_IN: Readonly<Record<number, string>> = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'dd/mm/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'dd/mm/yyyy h:mm',
  37: '#,##0 ;(#,##0)',
  38: '#,##0 ;[Red](#,##0)',
  39: '#,##0.00;(#,##0.00)',
  40: '#,##0.00;[Red](#,##0.00)',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mmss.0',
  48: '##0.0E+0',
  49: '@',
}

export function builtInFormat(id: number): string {
  // 27–36 and 50–58 are East Asian calendars.
  if ((id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return 'yyyy/mm/dd'
  return BUILT_IN[id] ?? 'General'
}

/** True for a format that draws a day: "dd/mm/yyyy", "[$-42A]d mmmm yyyy;@"; false for times, "General", "#,##0". */
export function isDateFormat(format: string): boolean {
  // Only the part for positive numbers counts; literals, colours, locales and padding are not letters of it. Excel
  // takes no format of more than 255 signs; looking for the ends of quotes in a longer one could take minutes.
  const drawn = (format.slice(0, 255).split(';')[0] ?? '')
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .replace(/general|AM\/PM|A\/P/gi, '')
  return /[dy]/i.test(drawn) || (/m/i.test(drawn) && !/[hs]/i.test(drawn))
}
