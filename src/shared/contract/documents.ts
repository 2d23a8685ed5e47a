import { z } from 'zod'
import { REPORT_PERIODS } from '../domain/documents/facts.ts'
import { defineCommand, defineJob, defineQuery } from './core.ts'
import { codeText, filledText, isoDate, looseText, nothing, pathText, rowIdText } from './fields.ts'
import { planCode } from './targets.ts'

export const documentTypeRow = z.object({
  type: z.string(),
  title: z.string(),
  /** Format rule sets it can be laid out by, newest first. */
  ruleSets: z.array(z.string()),
  /** plan: speaks of the plan's beginning; day: speaks of results as of a day. */
  speaksOf: z.enum(['plan', 'day']),
  /** The kind of plan it speaks of when none is named; null: the year. */
  planKind: z.enum(['term', 'campaign']).nullable(),
  /** Speaks of a reporting period to be chosen. */
  periodic: z.boolean(),
  /** Speaks of one grassroots union to be chosen. */
  ofUnion: z.boolean(),
})
export type DocumentTypeRow = z.output<typeof documentTypeRow>

export const documentProblem = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning']),
  message: z.string(),
  /** Screen where it is mended. */
  mend: z.enum(['settings', 'targets', 'results', 'units', 'enterprises', 'unions', 'documents']),
  /** What that screen is to show first: the code of a unit, a section of the settings. */
  focus: z.string().nullable().optional(),
  /** The rows it is about, each with what the screen is to show of it. */
  rows: z.array(z.object({ name: z.string(), focus: z.string() })).optional(),
})

/** Which document, of which plan, of whom, as of when. */
export const documentChoice = z.object({
  type: filledText,
  plan: planCode,
  /** Null: the province's own unit. */
  unit: codeText.nullable().default(null),
  /** Null: for a report today, but not past the plan's end; for a plan its first day. */
  asOf: isoDate.nullable().default(null),
  /** Id of a format rule set; null: the one its issuer follows on the document's day. */
  rules: z.string().nullable().default(null),
  /** Of a periodic report; null: the month of the day. */
  period: z.enum(REPORT_PERIODS).nullable().default(null),
  /** Id of the grassroots union a decision is about; null: the one founded last. */
  union: z.string().nullable().default(null),
})

export const documentCheck = z.object({
  type: z.string(),
  title: z.string(),
  plan: z.string(),
  unit: z.string(),
  asOf: z.string(),
  /** A name to offer: "Báo cáo tiến độ 2024 đến 30-6-2024.docx". */
  fileName: z.string(),
  problems: z.array(documentProblem),
})

export const madeDocument = z.object({
  type: z.string(),
  /** Absolute path of the file written. */
  file: z.string(),
  title: z.string(),
  plan: z.string(),
  unit: z.string(),
  asOf: z.string(),
  /** How many figures the document prints, each kept with its source. */
  figures: z.number(),
  problems: z.array(documentProblem),
})
export type MadeDocument = z.output<typeof madeDocument>

export const documentRow = z.object({
  id: z.string(),
  type: z.string(),
  title: z.string(),
  plan: z.string().nullable(),
  unit: z.string().nullable(),
  asOf: z.string().nullable(),
  file: z.string(),
  /** False when the file was moved or deleted since. */
  fileExists: z.boolean(),
  /** Of the file as it was written. */
  sha256: z.string(),
  status: z.enum(['draft', 'issued']),
  madeAt: z.string(),
  /** Of an issued document: "15", with its code "15/KH-LĐLĐ". */
  number: z.string().nullable(),
  code: z.string().nullable(),
  issuedOn: z.string().nullable(),
  /** Title of the document this one corrects. */
  corrects: z.string().nullable(),
})
export type DocumentRow = z.output<typeof documentRow>

export const documentFigure = z.object({ id: z.string(), value: z.number(), text: z.string() })

/** One departure of a file from a rule set. */
export const formatFinding = z.object({
  /** Stable id of the rule: "page.margin.left". */
  rule: z.string(),
  /** The rule in words, with where it stands. */
  title: z.string(),
  /** error = the document must not leave the office so; warning = worth a look. */
  severity: z.enum(['error', 'warning']),
  found: z.string(),
  expected: z.string(),
  where: z.string(),
  /** What to do about it. */
  fix: z.string(),
  /** The program can put it right by itself, in a copy. */
  canMend: z.boolean(),
})

export const registerRow = z.object({
  id: z.string(),
  type: z.string(),
  title: z.string(),
  /** Code of the type within which numbers count on; '' for letters. */
  series: z.string(),
  /** '' in a series that counts on over the years. */
  year: z.string(),
  number: z.string(),
  code: z.string(),
  issuedOn: z.string(),
  sha256: z.string(),
  corrects: z.string().nullable(),
})

/** A number that is missing between others, or given twice; in words, with what to do. */
export const registerFlag = z.object({
  kind: z.enum(['gap', 'double']),
  series: z.string(),
  year: z.string(),
  number: z.string(),
  message: z.string(),
})

/** A figure of an edited file that is not what the document printed when it was made. */
export const figureDifference = z.object({
  /** The figure's source, as the snapshot names it. */
  id: z.string(),
  kind: z.enum(['changed', 'missing']),
  /** What stands in the file now; '' when its sentence is gone. */
  found: z.string(),
  /** What the document printed. */
  expected: z.string(),
  where: z.string(),
  /** What to do about it. */
  fix: z.string(),
})

export const batchItem = z.object({
  unit: z.string(),
  name: z.string(),
  file: z.string().nullable(),
  /** made now; kept = it was there, from an earlier run; failed with its sentence. */
  outcome: z.enum(['made', 'kept', 'failed']),
  message: z.string().nullable(),
})

export const documentsContract = {
  'documents.types': defineQuery(nothing, z.array(documentTypeRow)),
  /** What stands in the way, before anything is made. */
  'documents.check': defineQuery(documentChoice, documentCheck),
  /**
   * Writes the Word file to `out` (".docx" is added to a bare name) and records it with its figures. A name ending in
   * ".pdf" gets the pages, one in ".xlsx" the tables, and no record.
   */
  'documents.make': defineJob(
    documentChoice.extend({ out: pathText }),
    /** With the row it is recorded as, by which its figures and its number are asked for; null for PDF and Excel. */
    madeDocument.extend({ document: z.string().nullable() }),
    ['documents'],
  ),
  /** Reads any .docx and lists where it departs from a rule set; null takes the one the document itself follows. */
  'documents.checkFile': defineJob(
    z.object({ file: pathText, rules: z.string().nullable().default(null) }),
    z.object({ file: z.string(), rules: z.string(), findings: z.array(formatFinding) }),
    [],
  ),
  /**
   * Compares a file that was edited in Word with what was printed when it was made: every figure that no longer
   * stands as it did, and where the format departs from its rule set.
   */
  'documents.compareFile': defineJob(
    z.object({ file: pathText }),
    z.object({
      file: z.string(),
      document: z.string(),
      figures: z.array(figureDifference),
      format: z.array(formatFinding),
      /** Figures that stand as they were printed. */
      unchanged: z.number(),
    }),
    [],
  ),
  /**
   * One document per unit below the province that has targets, named by code and name. A run that was stopped goes on
   * where it ended: what is there and would be made the same is kept, and so is what the clerk changed by hand. `merged`
   * names one file all of them go into, each with its own page numbers.
   */
  'documents.batch': defineJob(
    documentChoice.omit({ unit: true, union: true }).extend({
      folder: pathText,
      again: z.boolean().default(false),
      merged: pathText.nullable().default(null),
    }),
    z.object({
      folder: z.string(),
      made: z.number(),
      kept: z.number(),
      failed: z.number(),
      /** Absolute path of the one file; null where none was asked for. */
      merged: z.string().nullable(),
      items: z.array(batchItem),
    }),
    ['documents'],
  ),
  /**
   * Gives a draft its number and day, writes them into the file where their blanks still stand, and keeps the file
   * as issued. Not undone; a correction is a new document.
   */
  'documents.issue': defineCommand(
    z.object({
      id: rowIdText,
      /** "15", "06b"; null takes the next of its series. */
      number: looseText.nullable().default(null),
      on: isoDate,
      /** Id of the issued document this one corrects. */
      corrects: rowIdText.nullable().default(null),
    }),
    z.object({ id: z.string(), number: z.string(), code: z.string(), issuedOn: z.string(), filled: z.boolean() }),
    ['documents', 'history'],
  ),
  /** Writes an issued document out again, byte for byte; as PDF where `out` ends in ".pdf". */
  'documents.saveIssued': defineJob(z.object({ id: rowIdText, out: pathText }), z.object({ file: z.string() }), []),
  /** The pages of a made document as PDF: of the issued file, else of the draft as it lies, changed by hand or not. */
  'documents.savePdf': defineJob(z.object({ id: rowIdText, out: pathText }), z.object({ file: z.string() }), []),
  /** Issued documents by series and number, with gaps and doubles. */
  'register.list': defineQuery(nothing, z.object({ rows: z.array(registerRow), flags: z.array(registerFlag) })),
  /** Made documents, newest first. */
  'documents.list': defineQuery(nothing, z.array(documentRow)),
  /** The figures a made document prints, as they were. */
  'documents.figures': defineQuery(
    z.object({ id: z.string() }),
    // In words: "Kết quả: Đoàn viên mới, LĐLĐ tỉnh, đến ngày 30/6/2024".
    z.array(documentFigure.extend({ label: z.string() })),
  ),
}
