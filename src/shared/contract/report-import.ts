import { z } from 'zod'
import { QUALIFIERS } from '../domain/results/qualifier.ts'
import { defineCommand, defineJob, defineQuery } from './core.ts'
import { codeText, filledText, isoDate, nothing, pathText, rowIdText } from './fields.ts'
import { missingUnit } from './periods.ts'

const basis = z.enum(['cumulative', 'increment'])
const qualifier = z.enum(QUALIFIERS).nullable()

/** One figure of a report: what it says, where it stands in the file, and what became of it. */
export const takenValue = z.object({
  indicator: z.string(),
  indicatorName: z.string(),
  /** The row's label as the report words it. */
  label: z.string(),
  value: z.number(),
  qualifier,
  word: z.string().nullable(),
  statedPercent: z.number().nullable(),
  from: z.string(),
  asOf: z.string(),
  basis,
  sheet: z.string(),
  cell: z.string(),
  text: z.string(),
  /**
   * new: nothing stood there; corrected: another figure of this very period did; unchanged: the same; kept: the unit's
   * own report says otherwise and stays; closed: the period is closed; refused: it cannot be counted; checked: the
   * program computes it, the file's number was only compared.
   */
  state: z.enum(['new', 'corrected', 'unchanged', 'kept', 'closed', 'adjusted', 'refused', 'checked']),
  before: z.number().nullable(),
})
export type TakenValue = z.output<typeof takenValue>

/** A target or an in-period figure the report states beside; shown and compared, never taken for ours. */
const statedFigure = z.object({
  indicator: z.string(),
  value: z.number(),
  qualifier,
  cell: z.string(),
  /** Of a target: ours, when there is one. */
  ours: z.number().nullable(),
})

export const unitReport = z.object({
  file: z.string(),
  sheet: z.string(),
  shape: z.enum(['form', 'unitsDown', 'unitsAcross']),
  unit: z.string(),
  unitName: z.string(),
  /** The unit without what its kind of union is called: "Huyện Cam Lộ". */
  place: z.string(),
  /** Where the unit's name was found. */
  unitFrom: z.enum(['asked', 'learned', 'title', 'sheet', 'file', 'row', 'column']),
  unitCell: z.string().nullable(),
  from: z.string(),
  asOf: z.string(),
  asOfFrom: z.enum(['asked', 'title', 'header', 'sheet', 'file']),
  basis,
  values: z.array(takenValue),
  stated: z.array(statedFigure),
  inPeriod: z.array(statedFigure),
})
export type UnitReport = z.output<typeof unitReport>

export const importFinding = z.object({
  kind: z.enum([
    'percent',
    'total',
    'target',
    'partOverWhole',
    'repeated',
    'measure',
    'noFigure',
    'unreadable',
    'hiddenRow',
    'readAs',
    'guessed',
    'incrementOverCumulative',
    'increment',
    'cumulative-falls',
    'not-from-year-start',
    'splits-increment',
    'crosses-other-year',
    'differs',
    'closed',
    'refused',
    'computed',
    'unitDiffers',
    'dayDiffers',
    'notReport',
  ]),
  file: z.string(),
  sheet: z.string(),
  cell: z.string(),
  unit: z.string().nullable(),
  unitName: z.string().nullable(),
  indicator: z.string().nullable(),
  stated: z.number().nullable(),
  computed: z.number().nullable(),
  message: z.string(),
})
export type ImportFinding = z.output<typeof importFinding>

export const importQuestion = z.object({
  kind: z.enum(['indicator', 'cut', 'unit', 'day']),
  file: z.string(),
  sheet: z.string(),
  cell: z.string(),
  text: z.string(),
  sentence: z.string(),
  /** What an answer is remembered under. */
  key: z.string(),
  choices: z.array(z.object({ code: z.string(), name: z.string() })),
  figures: z.array(z.object({ cell: z.string(), text: z.string() })),
})
export type ImportQuestion = z.output<typeof importQuestion>

/** A unit's figures in short, by indicator code. */
const unitInShort = z.object({
  /** Null in a preview, of a unit that would be made. */
  code: z.string().nullable(),
  new: z.boolean().optional(),
  place: z.string(),
  file: z.string(),
  targets: z.record(z.string(), z.number()),
  cumulative: z.record(z.string(), z.number()),
  increment: z.record(z.string(), z.number()),
  qualifiers: z.record(z.string(), z.enum(['>=', '~', '<='])),
})

export const reportImport = z.object({
  dryRun: z.boolean(),
  /** The day and the first day of the period, when all reports agree on them. */
  asOf: z.string().nullable(),
  periodStart: z.string().nullable(),
  files: z.array(
    z.object({
      file: z.string(),
      sha256: z.string(),
      sheets: z.array(z.string()),
      ignored: z.array(z.string()),
      known: z.boolean(),
    }),
  ),
  failed: z.array(z.object({ file: z.string(), code: z.string(), message: z.string() })),
  /** Units the import made, or would make. */
  newUnits: z.array(
    z.object({
      code: z.string().nullable(),
      name: z.string(),
      type: z.string(),
      nameInFile: z.string(),
      new: z.boolean(),
    }),
  ),
  reports: z.array(unitReport),
  /** By the place, as tables call the units ("Huyện Cam Lộ"); by the whole name where two share a place. */
  units: z.record(z.string(), unitInShort),
  totals: z.record(z.string(), z.number()),
  taken: z.number(),
  corrected: z.number(),
  unchanged: z.number(),
  findings: z.array(importFinding),
  questions: z.array(importQuestion),
  unmatched: z.array(
    z.object({
      file: z.string(),
      sheet: z.string(),
      cell: z.string(),
      text: z.string(),
      key: z.string(),
      figures: z.array(z.object({ cell: z.string(), text: z.string() })),
    }),
  ),
  missing: z.array(missingUnit),
})
export type ReportImport = z.output<typeof reportImport>

/** An answer for this import alone; one that is to be remembered goes through `reportFiles.learn`. */
const answer = z.object({
  /** Name of the file; null: of whichever has such a cell. */
  file: z.string().nullable().default(null),
  sheet: z.string().nullable().default(null),
  cell: z.string(),
  /** Code of an indicator or unit; null: the row is passed over. */
  code: codeText.nullable(),
})

const importInput = {
  files: z.array(pathText).min(1).max(500),
  sheet: z.string().nullable().default(null),
  unit: codeText.nullable().default(null),
  asOf: isoDate.nullable().default(null),
  from: isoDate.nullable().default(null),
  basis: basis.nullable().default(null),
  plan: codeText.nullable().default(null),
  /** Units that reports name and nobody knows are made, of the type their name says. */
  createUnits: z.boolean().default(false),
  /** A consolidated table may put right what a unit's own report said. */
  overwrite: z.boolean().default(false),
  /** Why figures of a closed period change. */
  adjustReason: filledText.nullable().default(null),
  answers: z.array(answer).default([]),
}

export const reportImportContract = {
  /** Reads files of reports and says what an import would do; writes nothing. */
  'reportFiles.preview': defineJob(z.object(importInput), reportImport, []),
  /** The same, and takes what can be taken; with `allOrNothing` nothing unless every figure of every file can be. */
  'reportFiles.import': defineJob(
    z.object({ ...importInput, allOrNothing: z.boolean().default(false) }),
    reportImport,
    ['results', 'units', 'history'],
  ),
  /** Remembers what a wording means, for this and every later file. */
  'reportFiles.learn': defineCommand(
    z.object({
      kind: z.enum(['indicator', 'unit']),
      key: filledText,
      wording: filledText,
      /** Null: rows so called are passed over. */
      code: codeText.nullable(),
    }),
    nothing,
    ['results'],
  ),
  'reportFiles.wordings': defineQuery(
    nothing,
    z.array(
      z.object({
        id: z.string(),
        kind: z.enum(['indicator', 'unit']),
        wording: z.string(),
        code: z.string().nullable(),
        name: z.string().nullable(),
      }),
    ),
  ),
  'reportFiles.forget': defineCommand(z.object({ id: rowIdText }), nothing, ['results']),
  /** Every figure that stands as a file of this name and hash gave it, cell by cell. */
  'reportFiles.cells': defineQuery(
    z.object({ file: rowIdText }),
    z.object({
      id: z.string(),
      name: z.string(),
      takenOn: z.string(),
      cells: z.array(
        z.object({
          id: z.string(),
          unit: z.string(),
          unitName: z.string(),
          indicator: z.string(),
          indicatorName: z.string(),
          from: z.string(),
          asOf: z.string(),
          basis,
          value: z.number(),
          word: z.string().nullable(),
          sheet: z.string().nullable(),
          cell: z.string().nullable(),
          text: z.string().nullable(),
        }),
      ),
    }),
  ),
}
