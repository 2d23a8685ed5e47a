import { z } from 'zod'
import { REPORT_PERIODS } from '../domain/documents/facts.ts'
import { defineJob, defineQuery } from './core.ts'
import { codeText, filledText, isoDate, nothing, pathText } from './fields.ts'
import { planCode } from './targets.ts'

export const documentTypeRow = z.object({
  type: z.string(),
  title: z.string(),
  /** Format rule sets it can be laid out by, newest first. */
  ruleSets: z.array(z.string()),
  /** plan: speaks of the plan's beginning; day: speaks of results as of a day. */
  speaksOf: z.enum(['plan', 'day']),
})
export type DocumentTypeRow = z.output<typeof documentTypeRow>

export const documentProblem = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning']),
  message: z.string(),
  /** Screen where it is mended. */
  mend: z.enum(['settings', 'targets', 'results', 'units', 'enterprises', 'unions']),
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
})

export const documentsContract = {
  'documents.types': defineQuery(nothing, z.array(documentTypeRow)),
  /** What stands in the way, before anything is made. */
  'documents.check': defineQuery(documentChoice, documentCheck),
  /** Writes the Word file to `out` (".docx" is added to a bare name) and records it with its figures. */
  'documents.make': defineJob(documentChoice.extend({ out: pathText }), madeDocument, ['documents']),
  /** Reads any .docx and lists where it departs from a rule set; null takes the one the document itself follows. */
  'documents.checkFile': defineJob(
    z.object({ file: pathText, rules: z.string().nullable().default(null) }),
    z.object({ file: z.string(), rules: z.string(), findings: z.array(formatFinding) }),
    [],
  ),
  /** Made documents, newest first. */
  'documents.list': defineQuery(nothing, z.array(documentRow)),
  /** The figures a made document prints, as they were. */
  'documents.figures': defineQuery(z.object({ id: z.string() }), z.array(documentFigure)),
}
