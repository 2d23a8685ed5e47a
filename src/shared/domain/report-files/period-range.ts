import type { IsoDate } from '../../kit/dates.ts'
import type { CalendarStart } from '../results/reporting-year.ts'
import { parsePeriodCode } from './calendar.ts'

/** First and last day of several quarters or months that a text names one after the other. */
export interface NamedRange {
  readonly from: IsoDate
  readonly asOf: IsoDate
}

const YEAR = String.raw`(?: ?(?:nam |[/.-] ?)(20\d{2})(?!\d))?`
const QUARTER = String.raw`(iv|i{1,3}|[1-4])(?![a-z\d])`
const MONTH = String.raw`(0?[1-9]|1[0-2])(?!\d)(?![.,]\d)`
const JOINED = String.raw` ?(,|;|va|\+|&|-|–|den|toi) ?(?:het )?`
/** "quý II, phương hướng quý III" and "quý I và 3 tháng đầu năm" are no range: what follows must be a quarter itself. */
const NOT_A_COUNT = String.raw`(?! ?(?:thang|t)\b)`

const SERIES = {
  quarter: {
    first: new RegExp(`(?<![a-z0-9])(?:quy|q)[ .]?${QUARTER}${YEAR}`),
    next: new RegExp(`^${JOINED}(?:quy ?|q[ .]?)?${QUARTER}${NOT_A_COUNT}${YEAR}`),
    inYear: 4,
    code: (year: number, number: number): string => `${year}-Q${number}`,
  },
  month: {
    first: new RegExp(`(?<![a-z0-9])thang ${MONTH}${YEAR}`),
    next: new RegExp(`^${JOINED}(?:thang )?${MONTH}${NOT_A_COUNT}${YEAR}`),
    inYear: 12,
    code: (year: number, number: number): string => `${year}-${String(number).padStart(2, '0')}`,
  },
} as const

/**
 * "Quý I và quý II năm 2024", "quý I + II", "từ tháng 4 đến tháng 6/2024", "tháng 7, 8": from the first's first day to the
 * last's last. Null where one alone is named; 'broken' for quarters that do not follow each other, which are no period a
 * report could be of. `folded` is without marks;
 * a year may stand behind each, and the last one's is that of those before it.
 */
export function readPeriodRange(
  folded: string,
  yearHint: number | null,
  yearStart: CalendarStart,
): NamedRange | 'broken' | null {
  for (const { first, next, code, inYear } of Object.values(SERIES)) {
    const begin = first.exec(folded)
    if (begin === null) continue
    const parts: { readonly number: number; readonly year: number | null; readonly spans: boolean }[] = [
      { number: numberOf(begin[1]), year: yearOfPart(begin[2]), spans: false },
    ]
    let rest = folded.slice(begin.index + begin[0].length)
    for (let found = next.exec(rest); found !== null; found = next.exec(rest)) {
      const spans = /^(?:-|–|den|toi)$/.test(found[1] ?? '')
      parts.push({ number: numberOf(found[2]), year: yearOfPart(found[3]), spans })
      rest = rest.slice(found[0].length)
    }
    if (parts.length < 2) continue
    // "Quý I, quý II năm 2024": the year stands once, behind the last; else it is the text's.
    const years = parts.map(({ year }, at) => year ?? parts.slice(at).find((part) => part.year !== null)?.year ?? null)
    const said = Number(/(?<!\d)(20\d{2})(?!\d)/.exec(folded)?.[1] ?? yearHint ?? Number.NaN)
    const periods = parts.map(({ number }, at) => parsePeriodCode(code(years[at] ?? said, number), yearStart))
    const [from, asOf] = [periods[0]?.from, periods.at(-1)?.to]
    if (from === undefined || asOf === undefined || from >= asOf) continue
    const follows = parts.every(({ spans, number }, at) => {
      const before = parts[at - 1]
      const wraps = before?.number === inYear && number === 1
      return before === undefined || spans || number === before.number + 1 || wraps
    })
    if (follows) return { from, asOf }
    if (inYear === 4) return 'broken'
  }
  return null
}

function yearOfPart(text: string | undefined): number | null {
  return text === undefined ? null : Number(text)
}

function numberOf(text: string | undefined): number {
  return { i: 1, ii: 2, iii: 3, iv: 4 }[text ?? ''] ?? Number(text)
}
