import type { ForeignSheet } from '../exchange/foreign-sheet.ts'
import { columnLetter } from '../exchange/foreign-sheet.ts'
import { foldText } from '../text/fold.ts'
import { namesSubject, readLabel } from './label-words.ts'
import type { IndicatorDirectory, IndicatorMatch } from './match-indicator.ts'
import { isSigningLine, type NamedPeriod, readDayInName, readPeriodText, yearInText } from './period-text.ts'
import { figuresOfSentence, type ProseFigure, sentencesOf, tellsOfDeeds } from './prose-figures.ts'
import type { ReadingContext } from './read-sheet.ts'
import { makeReportGrid } from './report-grid.ts'
import type { FileFinding, FileQuestion, ReadCell, ReadLine, ReadPeriod, ReadSheet, UnitRef } from './report-model.ts'

/** Lines a letterhead and a title take at most. */
const TITLE_LINES = 14
const LONGEST_TITLE = 160

interface FoundFigure {
  readonly figure: ProseFigure
  /** "B5": the second figure of line 5. */
  readonly address: string
  readonly row: number
  readonly match: Exclude<IndicatorMatch, { kind: 'unknown' }>
  readonly label: string
  readonly period: NamedPeriod | null
}

/**
 * A report written as sentences: "Từ đầu năm đến ngày 15/8/2019, toàn tỉnh đã thành lập mới 17 CĐCS, phát triển mới 1.348
 * đoàn viên." Each figure taken is told with its sentence; one that may be of several indicators, or of another day than
 * the rest, is asked about. Goals, other years and what another unit did are left. Null: no sentence tells a result.
 */
export function readProse(sheet: ForeignSheet, context: ReadingContext): ReadSheet | null {
  const grid = makeReportGrid(sheet)
  const lines = grid.rows.map((row) => ({
    row: row.number,
    text: row.values.flatMap((_, column) => grid.text(row, column) || []).join(' '),
  }))
  const year = yearIn(lines, context)
  const unit = senderOf(lines, context)
  const found = lines.flatMap((line) => readLine(line, { ...context, year, sender: unit.text }))
  const certain = found.filter(({ match }) => match.kind === 'certain')
  if (certain.length === 0) return null
  const period = periodOf(lines, certain, context, year)
  const taken = new Map<string, ReadLine>()
  const findings: FileFinding[] = []
  const questions: FileQuestion[] = []
  const own = unit.kind === 'unit' ? unit.unit : null
  for (const one of found) {
    const { figure, address, match, label } = one
    if (match.kind === 'ignored') continue
    const isOtherDay = one.period !== null && period.asOf !== null && one.period.asOf !== period.asOf
    if (match.kind === 'unsure' || (isOtherDay && !match.isLearned)) {
      questions.push({
        kind: 'indicator',
        sheet: sheet.name,
        cell: address,
        text: figure.text,
        key: context.indicators.keyOf(label),
        choices: match.kind === 'unsure' ? match.choices.map(({ code }) => code) : [match.indicator.code],
        under: null,
        figures: [{ cell: address, text: String(figure.value) }],
      })
      continue
    }
    const { indicator } = match
    const note = {
      sheet: sheet.name,
      cell: address,
      unit: own,
      unitText: unit.text,
      indicator,
      role: 'value',
      text: figure.text,
    } as const
    const before = taken.get(indicator.code)?.cells.value
    if (before !== undefined) {
      if (before.value !== figure.value)
        findings.push({ ...note, kind: 'repeated', stated: figure.value, computed: before.value })
      continue
    }
    taken.set(indicator.code, { ...lineOf(one, indicator), isLearned: match.isLearned })
    findings.push({ ...note, kind: 'readAs', stated: null, computed: figure.value, note: 'sentence' })
  }
  return {
    sheet: sheet.name,
    hidden: sheet.hidden,
    reports: [{ sheet: sheet.name, shape: 'form', unit, unitCell: null, period, lines: [...taken.values()] }],
    findings,
    questions,
    unmatched: [],
  }
}

type Line = { readonly row: number; readonly text: string }

function readLine(
  { row, text }: Line,
  {
    indicators,
    units,
    year,
    sender,
    yearStart,
  }: ReadingContext & { readonly year: number | null; readonly sender: string },
): FoundFigure[] {
  if (isSigningLine(text)) return []
  let at = 0
  // A day said once holds for the sentences after it.
  let period: NamedPeriod | null = null
  return sentencesOf(text).flatMap((sentence): FoundFigure[] => {
    period = sentencePeriod(sentence, year, yearStart) ?? period
    if (!tellsOfDeeds(sentence) || isOfAnother(sentence, sender, units)) return []
    return figuresOfSentence(sentence).flatMap((figure): FoundFigure[] => {
      const named = nameFigure(figure, indicators)
      return named === null ? [] : [{ figure, row, period, address: `${columnLetter(at++)}${row}`, ...named }]
    })
  })
}

/** What a figure is of; null for numbers of other things (points, kilometres, pages). */
function nameFigure(
  { labels }: ProseFigure,
  indicators: IndicatorDirectory,
): Pick<FoundFigure, 'match' | 'label'> | null {
  let unsure: Pick<FoundFigure, 'match' | 'label'> | null = null
  for (const label of labels) {
    const match = indicators.match(label)
    if (match.kind === 'certain' || match.kind === 'ignored') return { match, label }
    if (match.kind === 'unsure' && namesSubject(readLabel(label).words)) unsure ??= { match, label }
  }
  return unsure
}

function lineOf({ figure, address, row, label }: FoundFigure, indicator: ReadLine['indicator']): ReadLine {
  const cell = (role: ReadCell['role'], value: number): ReadCell => ({
    role,
    address,
    text: figure.text,
    value,
    qualifier: null,
    word: null,
    notes: [],
    isFormula: false,
  })
  return {
    indicator,
    label,
    row,
    hidden: false,
    cells: {
      value: { ...cell('value', figure.value), qualifier: figure.qualifier, word: figure.word },
      ...(figure.target !== null && { target: cell('target', figure.target) }),
      ...(figure.percent !== null && { percent: cell('percent', figure.percent) }),
    },
    measure: null,
    isLearned: false,
  }
}

function sentencePeriod(sentence: string, year: number | null, yearStart: string): NamedPeriod | null {
  // "đến nay (ngày 15/8/2019)"
  const plain = sentence.replace(/đến nay\s*\(\s*(?=ngày|\d)/giu, 'đến ')
  const found = readPeriodText(plain, year, yearStart)
  return found === null || found.strength < 3 ? null : found
}

/** "LĐLĐ thành phố Hạ Long ra mắt 09 CĐCS" in the province's report is a part of the province's figure. */
function isOfAnother(sentence: string, sender: string, units: ReadingContext['units']): boolean {
  const place =
    /(?:LĐLĐ|[Ll]iên đoàn Lao động|[Cc]ông đoàn|CĐ)\s+(?:huyện|thị xã|thành phố|TP\.?|quận|xã|phường|đặc khu)\s+((?:\p{Lu}[\p{L}]*\s?)+)/u.exec(
      sentence,
    )?.[1]
  if (place !== undefined && !foldText(sender).includes(foldText(place))) return true
  const named = units.inLine(sentence)
  return (
    named.kind === 'unit' && !named.isRoot && !foldText(sender).includes(foldText(named.text)) && place !== undefined
  )
}

/** Who sends it: the first of the title's lines that names a unit, then the file's name, then who signed. */
function senderOf(lines: readonly Line[], { units, fileName }: ReadingContext): UnitRef {
  const titles = lines.slice(0, TITLE_LINES).filter(({ text }) => text.length <= LONGEST_TITLE)
  const signatures = lines.slice(-8).filter(({ text }) => text.length <= 80)
  const tries = [
    ...titles.map(({ text }) => [units.inLine(text), 'title'] as const),
    [units.inName(fileName), 'file'] as const,
    ...signatures.map(({ text }) => [units.inLine(text), 'title'] as const),
  ]
  const part = tries.find(([found]) => found.kind === 'unit' && !found.isRoot)
  const [found, source] = part ?? tries.find(([any]) => any.kind === 'unit') ?? [null, 'title' as const]
  if (found?.kind === 'unit') return { kind: 'unit', unit: found.unit, source, text: found.text }
  const several = tries.find(([any]) => any.kind === 'several')?.[0]
  if (several?.kind === 'several') return { kind: 'several', units: several.units, text: several.text }
  return { kind: 'unknown', text: titles[0]?.text ?? '' }
}

function yearIn(lines: readonly Line[], { fileName, yearHint }: ReadingContext): number | null {
  return [...lines.map(({ text }) => text), fileName].map(yearInText).find((found) => found !== null) ?? yearHint
}

/** The day of the title, else of the first sentence that tells a figure and a day, else of the file's name. */
function periodOf(
  lines: readonly Line[],
  certain: readonly FoundFigure[],
  { fileName, yearStart }: ReadingContext,
  year: number | null,
): ReadPeriod {
  const told = (found: NamedPeriod, source: ReadPeriod['source'], text: string): ReadPeriod => ({
    from: found.from,
    asOf: found.asOf,
    basis: found.basis ?? (found.from?.endsWith(yearStart) === true ? 'cumulative' : 'increment'),
    source,
    text,
  })
  const firstRow = Math.min(...certain.map(({ row }) => row))
  const titles = lines.filter(
    ({ row, text }) => row < firstRow && text.length <= LONGEST_TITLE && !isSigningLine(text) && tellsOfDeeds(text),
  )
  const inTitle = titles
    .map(({ text }) => ({ text, found: sentencePeriod(text, year, yearStart) }))
    .find(({ found }) => found !== null)
  const inSentence = certain.find(({ period }) => period !== null)
  if (inTitle?.found != null) return told(inTitle.found, 'title', inTitle.text)
  if (inSentence?.period != null) return told(inSentence.period, 'title', inSentence.figure.text)
  const named = readDayInName(fileName)
  if (named !== null) return { from: null, asOf: named, basis: 'cumulative', source: 'file', text: fileName }
  const byName = readPeriodText(fileName, year, yearStart)
  return byName === null
    ? { from: null, asOf: null, basis: null, source: null, text: null }
    : told(byName, 'file', fileName)
}
