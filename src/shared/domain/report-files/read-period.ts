import { addDays } from '../../kit/dates.ts'
import type { CalendarStart } from '../results/reporting-year.ts'
import { foldText } from '../text/fold.ts'
import type { TableSpan } from './find-header.ts'
import {
  isSigningLine,
  type NamedPeriod,
  readDayInName,
  readPeriodText,
  signingDay,
  yearInText,
} from './period-text.ts'
import type { ReadingContext } from './read-sheet.ts'
import type { ReportGrid } from './report-grid.ts'
import type { ReadPeriod } from './report-model.ts'
import type { TableColumn } from './table-columns.ts'

/** The period a table is of: what its title says, then its header, then the sheet's and the file's name. */
export function readPeriod(
  grid: ReportGrid,
  table: TableSpan,
  lines: readonly string[],
  columns: readonly TableColumn[],
  { fileName, yearStart, yearHint }: ReadingContext,
  carried: ReadPeriod | null,
): ReadPeriod {
  const bare = fileName.replace(/\.[a-z]{3,4}$/i, '')
  const all = [...lines, grid.name, bare, ...textsBelow(grid, table)]
  const year = all.map(yearInText).find((found) => found !== null) ?? yearHint
  const titles = lines.filter((line) => !isSigningLine(line))
  const told = (found: NamedPeriod, source: ReadPeriod['source'], text: string): ReadPeriod => ({
    from: found.from,
    asOf: found.asOf,
    basis: found.basis ?? basisOfSpan(found, yearStart),
    source,
    text,
  })
  const best = (texts: readonly string[]): { found: NamedPeriod; text: string } | null =>
    texts.reduce<{ found: NamedPeriod; text: string } | null>((so, text) => {
      const found = readPeriodText(text, year, yearStart)
      return found !== null && (so === null || found.strength > so.found.strength) ? { found, text } : so
    }, null)
  const title = best(titles)
  if (title !== null && title.found.strength > 1) {
    const named = told(title.found, 'title', title.text)
    return named
  }
  const inHeader = best(columns.map(({ label }) => label).filter((label) => /\d/.test(label)))
  if (inHeader !== null && inHeader.found.strength >= 4) return told(inHeader.found, 'header', inHeader.text)
  const noted = best(textsBelow(grid, table).filter((text) => /so lieu|tinh den/.test(foldText(text))))
  if (noted !== null && noted.found.strength >= 5) return told(noted.found, 'title', noted.text)
  if (carried?.asOf != null) return carried
  const dayOfSheet = readDayInName(grid.name)
  if (dayOfSheet !== null)
    return { from: null, asOf: dayOfSheet, basis: 'cumulative', source: 'sheet', text: grid.name }
  const dayInName = readDayInName(bare)
  if (dayInName !== null) return { from: null, asOf: dayInName, basis: 'cumulative', source: 'file', text: bare }
  for (const [text, source] of [
    [grid.name, 'sheet'],
    [bare, 'file'],
  ] as const) {
    const found = readPeriodText(text, year, yearStart)
    // "T6" in a name says up to when, not that the figures are of that month alone.
    if (found !== null && found.strength > 1)
      return { ...told(found, source, text), basis: found.kind === 'month' ? null : found.basis }
  }
  if (inHeader !== null && inHeader.found.strength > 1) return told(inHeader.found, 'header', inHeader.text)
  // "Năm 2024" of a paper signed in June is the plan's year and no day: the clerk is asked for it.
  const signedOn = [...lines, ...textsBelow(grid, table)].map(signingDay).find((day) => day !== null)
  const isOver = title !== null && (signedOn == null || addDays(signedOn, 31) >= title.found.asOf)
  if (title !== null && isOver) return told(title.found, 'title', title.text)
  return { from: null, asOf: null, basis: null, source: null, text: null }
}

function basisOfSpan({ from, asOf }: NamedPeriod, yearStart: CalendarStart): ReadPeriod['basis'] {
  if (from === null) return 'cumulative'
  // "từ 01/12/2023 đến 31/5/2024" begins a year of its own, whatever the office's calendar.
  const isYearStart = from.slice(5) === yearStart || from.slice(5) === '01-01' || from.slice(5) === '12-01'
  // January alone begins the year and is both; "từ ngày 01/01 đến 31/01" is as good as cumulative.
  return isYearStart && (from.slice(5) !== '12-01' || asOf > addDays(from, 31) || yearStart === '12-01')
    ? 'cumulative'
    : 'increment'
}

/** What stands under a table: signatures and notes. */
export function textsBelow(grid: ReportGrid, { below }: TableSpan): string[] {
  return below.flatMap((row) => row.values.map((_, column) => grid.text(row, column)).filter((text) => text !== ''))
}
