import { z } from 'zod'
import { defineJob } from './core.ts'
import { SURVEY_FIELDS } from '../domain/survey/fields.ts'
import { isoDate, looseText, pathText } from './fields.ts'

const problem = z.object({
  /** Row as Excel numbers it, column by its letter: where to mend it in the file. */
  row: z.number(),
  column: z.string(),
  code: z.enum(['NAME_MISSING', 'WORKERS_NOT_NUMBER', 'MST_CHECK', 'MEMBERS_OVER_WORKERS', 'DATE_INVALID']),
  severity: z.enum(['error', 'warning']),
  message: z.string(),
})

const unitFigures = z.object({
  /** Null for a unit that is yet to be made (dry run). */
  code: z.string().nullable(),
  name: z.string(),
  nameInFile: z.string(),
  new: z.boolean().optional(),
  enterprises: z.number(),
  workers: z.number(),
  withUnion: z.number(),
  members: z.number(),
})

/** What an import did, or under a dry run would do. rows = applied + duplicate + error rows. */
export const importReport = z.object({
  file: z.string(),
  /** Null for text files, which have no sheets. */
  sheet: z.string().nullable(),
  /** First line of the header. */
  headerRow: z.number(),
  rows: z.number(),
  created: z.number(),
  updated: z.number(),
  unchanged: z.number(),
  /** Over the rows that are applied. */
  totals: z.object({ workers: z.number(), members: z.number(), withUnion: z.number(), ge20WithoutUnion: z.number() }),
  perUnit: z.array(unitFigures),
  /** Places no unit was found for; their rows were left out and are not among `rows`. */
  unmatched: z.array(z.object({ nameInFile: z.string(), rows: z.array(z.number()) })),
  leftOut: z.number(),
  /** `mst` null: recognised by name and place. */
  duplicates: z.array(z.object({ mst: z.string().nullable(), name: z.string(), rows: z.array(z.number()) })),
  problems: z.array(problem),
  hints: z.array(z.string()),
  dryRun: z.boolean(),
  surveyDate: z.string(),
  surveyDateFrom: z.enum(['asked', 'title', 'earlierImport', 'today']),
  source: z.string().nullable(),
  /** What each column was taken for; `field` null is kept under its header. */
  columns: z.array(z.object({ column: z.string(), label: z.string(), field: z.string().nullable() })),
  /** Whose list it is: as asked, as remembered with these titles, else as its title says. */
  sender: z.string().nullable(),
  /** guessed by their titles; remembered of this sender; asked for now. */
  columnsFrom: z.enum(['guessed', 'remembered', 'asked']),
  conversions: z.array(
    z.object({
      column: z.string(),
      font: z.string().nullable(),
      encoding: z.string(),
      cells: z.number(),
      before: z.string(),
      after: z.string(),
    }),
  ),
  /** Units the import made, or would make. */
  newUnits: z.array(
    z.object({ code: z.string().nullable(), name: z.string(), type: z.string(), nameInFile: z.string() }),
  ),
})
export type ImportReport = z.output<typeof importReport>

const importInput = {
  file: pathText,
  sheet: z.string().nullable().default(null),
  createUnits: z.boolean().default(false),
  asOf: isoDate.nullable().default(null),
  /** The office that sent the list; how its columns are read is remembered by it and by their titles. */
  sender: looseText.nullable().default(null),
  /** Field by column letter; null: kept under its title. Columns left out are guessed, or read as remembered. */
  columns: z.record(z.string(), z.enum(SURVEY_FIELDS).nullable()).nullable().default(null),
}

export const surveyContract = {
  /** Reads and understands a file and says what an import would do; writes nothing. */
  'survey.preview': defineJob(z.object(importInput), importReport, []),
  /** The same, and applies it: the good rows, or with `allOrNothing` none unless every row is good. */
  'survey.import': defineJob(z.object({ ...importInput, allOrNothing: z.boolean().default(false) }), importReport, [
    'enterprises',
    'units',
    'history',
  ]),
}
