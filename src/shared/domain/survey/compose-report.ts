import { columnLetter, type ForeignNote } from '../exchange/foreign-sheet.ts'
import { formatDate } from '../text/format.ts'
import type { IsoDate } from '../../kit/dates.ts'
import type { ImportDecision, RowDecision } from './decide-import.ts'
import type { Deduplicated } from './duplicates.ts'
import { sumFigures, type SurveyFigures } from './figures.ts'
import { ENCODING_NAMES, FILE_HINTS, type Problem } from './sentences.ts'
import type { PlacedRecord, UnitRef } from './settle-places.ts'
import type { UnderstoodSurvey } from './survey-reader.ts'

export type SurveyDateOrigin = 'asked' | 'title' | 'earlierImport' | 'today'

export interface ReportInput {
  readonly file: string
  readonly sheet: string | null
  readonly survey: UnderstoodSurvey
  readonly date: IsoDate
  readonly dateFrom: SurveyDateOrigin
  readonly duplicates: Deduplicated
  readonly decision: ImportDecision
  readonly notes: readonly ForeignNote[]
  readonly otherSheets: readonly string[]
  readonly dryRun: boolean
  readonly wasImported: boolean
  /** Codes given to new units, by their key; empty before they are made. */
  readonly madeCodes: ReadonlyMap<string, string>
}

export interface UnitFigures extends Pick<SurveyFigures, 'enterprises' | 'workers' | 'withUnion' | 'members'> {
  readonly code: string | null
  readonly name: string
  readonly nameInFile: string
  readonly new?: boolean
}

/** What an import did, or would do, in the shape the contract publishes. */
export interface SurveyReport {
  readonly file: string
  readonly sheet: string | null
  readonly headerRow: number
  readonly rows: number
  readonly created: number
  readonly updated: number
  readonly unchanged: number
  readonly totals: Omit<SurveyFigures, 'enterprises'>
  readonly perUnit: UnitFigures[]
  readonly unmatched: { nameInFile: string; rows: number[] }[]
  readonly leftOut: number
  readonly duplicates: { mst: string | null; name: string; rows: number[] }[]
  readonly problems: Problem[]
  readonly hints: string[]
  readonly dryRun: boolean
  readonly surveyDate: IsoDate
  readonly surveyDateFrom: SurveyDateOrigin
  readonly source: string | null
  readonly columns: { column: string; label: string; field: string | null }[]
  readonly conversions: {
    column: string
    font: string | null
    encoding: string
    cells: number
    before: string
    after: string
  }[]
  readonly newUnits: { code: string | null; name: string; type: string; nameInFile: string }[]
}

export function composeReport(input: ReportInput): SurveyReport {
  const { survey, decision, duplicates } = input
  sayAboutFile(input)
  const { enterprises: applied, ...totals } = sumFigures(decision.rows.map((row) => row.placed.record))
  const count = (outcome: RowDecision['outcome']): number =>
    decision.rows.filter((row) => row.outcome === outcome).length
  const errors = survey.records.filter((record) => record.hasError).length
  return {
    file: input.file,
    sheet: input.sheet,
    headerRow: survey.header.top,
    rows: applied + duplicates.duplicateRows + errors,
    created: count('created'),
    updated: count('updated'),
    unchanged: count('unchanged'),
    totals,
    perUnit: perUnit(decision.rows, input),
    unmatched: unmatched(decision.leftOut),
    leftOut: decision.leftOut.length,
    duplicates: duplicates.groups.map(({ mst, name, rows }) => ({ mst, name, rows: [...rows] })),
    problems: [...survey.findings.problems()],
    hints: [...survey.findings.hints()],
    dryRun: input.dryRun,
    surveyDate: input.date,
    surveyDateFrom: input.dateFrom,
    source: survey.title.source,
    columns: survey.header.columns.map(({ column, label, field }) => ({ column: columnLetter(column), label, field })),
    conversions: survey.conversions.map((conversion) => ({ ...conversion, column: columnLetter(conversion.column) })),
    newUnits: newUnits(decision.rows, input),
  }
}

function sayAboutFile(input: ReportInput): void {
  const { survey, decision } = input
  const say = (sentence: string): void => survey.findings.say(sentence)
  for (const note of input.notes) say(FILE_HINTS[note])
  if (input.dateFrom === 'today') say(FILE_HINTS.surveyDateDefault(formatDate(input.date)))
  if (input.otherSheets.length > 0) say(FILE_HINTS.otherSheets(input.otherSheets.join(', ')))
  if (decision.leftOut.length > 0) say(FILE_HINTS.leftOut(decision.leftOut.length))
  if (input.wasImported && decision.isNothing && decision.rows.length > 0) say(FILE_HINTS.sameFile)
  const byEncoding = new Map<string, { columns: string[]; before: string; after: string }>()
  for (const { encoding, column, before, after } of survey.conversions) {
    const name = ENCODING_NAMES[encoding]
    const entry = byEncoding.get(name) ?? { columns: [], before, after }
    entry.columns.push(columnLetter(column))
    byEncoding.set(name, entry)
  }
  for (const [name, { columns, before, after }] of byEncoding)
    say(FILE_HINTS.converted(name, [...new Set(columns)].join(', '), before, after))
}

/** One entry a unit, in the order the file names them; figures over applied rows. */
function perUnit(rows: readonly RowDecision[], input: ReportInput): UnitFigures[] {
  const byUnit = new Map<string, { unit: UnitRef; nameInFile: string; records: PlacedRecord['record'][] }>()
  for (const { unit, placed } of rows) {
    const entry = byUnit.get(unit.key)
    if (entry === undefined) byUnit.set(unit.key, { unit, nameInFile: placed.nameInFile, records: [placed.record] })
    else entry.records.push(placed.record)
  }
  return [...byUnit.values()].map(({ unit, nameInFile, records }) => {
    const { enterprises, workers, withUnion, members } = sumFigures(records)
    const made = unit.kind === 'existing' ? unit.unit.code : (input.madeCodes.get(unit.key) ?? null)
    const figures = { code: made, name: unit.unit.name, nameInFile, enterprises, workers, withUnion, members }
    return unit.kind === 'new' && input.dryRun ? { ...figures, new: true } : figures
  })
}

function unmatched(leftOut: readonly PlacedRecord[]): { nameInFile: string; rows: number[] }[] {
  const byPlace = new Map<string, { nameInFile: string; rows: number[] }>()
  for (const { placeKey, nameInFile, record } of leftOut) {
    const entry = byPlace.get(placeKey)
    if (entry === undefined) byPlace.set(placeKey, { nameInFile, rows: [record.row] })
    else entry.rows.push(record.row)
  }
  return [...byPlace.values()]
}

function newUnits(rows: readonly RowDecision[], input: ReportInput): SurveyReport['newUnits'] {
  const seen = new Map<string, SurveyReport['newUnits'][number]>()
  for (const { unit, placed } of rows) {
    if (unit.kind !== 'new' || seen.has(unit.key)) continue
    seen.set(unit.key, {
      code: input.madeCodes.get(unit.key) ?? null,
      name: unit.unit.name,
      type: unit.unit.type,
      nameInFile: placed.nameInFile,
    })
  }
  return [...seen.values()]
}
