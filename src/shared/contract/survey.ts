import { z } from 'zod'
import { defineCommand, defineJob, defineQuery } from './core.ts'
import { filledText, isoDate, pathText, rowIdText, wholeNumber } from './fields.ts'

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
}

export const enterpriseRow = z.object({
  id: z.string(),
  taxCode: z.string().nullable(),
  name: z.string(),
  legalForm: z.string().nullable(),
  legalFormName: z.string().nullable(),
  unitCode: z.string().nullable(),
  unitName: z.string().nullable(),
  address: z.string().nullable(),
  industry: z.string().nullable(),
  phone: z.string().nullable(),
  foundedOn: z.string().nullable(),
  foundedText: z.string().nullable(),
  note: z.string().nullable(),
  workers: z.number().nullable(),
  women: z.number().nullable(),
  insured: z.number().nullable(),
  hasUnion: z.boolean().nullable(),
  members: z.number().nullable(),
  difficulty: z.string().nullable(),
  /** Day of the newest survey that knows the enterprise. */
  surveyedOn: z.string().nullable(),
  extra: z.record(z.string(), z.string()),
})
export type EnterpriseRow = z.output<typeof enterpriseRow>

export const enterpriseSortColumns = [
  'name',
  'taxCode',
  'unit',
  'legalForm',
  'industry',
  'address',
  'foundedOn',
  'workers',
  'women',
  'insured',
  'hasUnion',
  'members',
  'surveyedOn',
] as const

export const enterpriseFilter = z.object({
  /** Code of a unit; enterprises of everything below it too. */
  unit: z.string().nullable().default(null),
  /** All its words are found in name, tax code, address or industry, without case and accents. */
  search: z.string().default(''),
  minWorkers: z.number().int().nullable().default(null),
  maxWorkers: z.number().int().nullable().default(null),
  /** true: has one; false: has none or it is not known. */
  hasUnion: z.boolean().nullable().default(null),
  legalForm: z.string().nullable().default(null),
  industry: z.string().default(''),
})

export const surveyContract = {
  /** Reads and understands a file and says what an import would do; writes nothing. */
  'survey.preview': defineJob(z.object(importInput), importReport, []),
  /** The same, and applies it: the good rows, or with `allOrNothing` none unless every row is good. */
  'survey.import': defineJob(z.object({ ...importInput, allOrNothing: z.boolean().default(false) }), importReport, [
    'enterprises',
    'units',
    'history',
  ]),
  'enterprises.list': defineQuery(
    z.object({
      ...enterpriseFilter.shape,
      sort: z
        .array(z.object({ column: z.enum(enterpriseSortColumns), descending: z.boolean().default(false) }))
        .default([]),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(100_000).default(200),
    }),
    z.object({
      /** Of all rows that pass the filter. */
      count: z.number(),
      workers: z.number(),
      members: z.number(),
      withUnion: z.number(),
      rows: z.array(enterpriseRow),
    }),
  ),
  /** Figures a clerk corrects are an observation of that day, so that what the survey said stays as it was. */
  'enterprises.update': defineCommand(
    z.object({
      id: rowIdText,
      /** The day the figures are of; today when left out. */
      observedOn: isoDate.optional(),
      patch: z
        .object({
          taxCode: z.string().nullable(),
          name: filledText,
          unit: z.string(),
          legalForm: z.string().nullable(),
          address: z.string().nullable(),
          industry: z.string().nullable(),
          phone: z.string().nullable(),
          founded: z.string().nullable(),
          note: z.string().nullable(),
          workers: wholeNumber.nullable(),
          women: wholeNumber.nullable(),
          insured: wholeNumber.nullable(),
          hasUnion: z.boolean().nullable(),
          members: wholeNumber.nullable(),
          difficulty: z.string().nullable(),
        })
        .partial(),
    }),
    enterpriseRow,
    ['enterprises', 'history'],
  ),
  /** Legal forms of the catalogue, for filters and editing. */
  'legalForms.list': defineQuery(
    z.object({}).default({}),
    z.array(z.object({ code: z.string(), name: z.string(), shortName: z.string(), sector: z.string() })),
  ),
}
