import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { isValidOn } from '#shared/kit/dates.ts'
import type { IsoDate } from '#shared/kit/dates.ts'

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const points = z.number().min(8).max(24)

const range = z.tuple([z.number(), z.number()])

/** Signs and looks in which one kind of office differs from another. */
const form = z.object({
  /** "Số: 15/…" with a colon, "Số 127-…" without. */
  numberColon: z.boolean(),
  /** Between number and type: "15/KH-LĐLĐ" or "127-QĐ/TW". */
  codeSeparator: z.enum(['/', '-']),
  /** After the roman number of a part: "I." or "I-". */
  headingMark: z.enum(['.', '-']),
  subjectLowerCase: z.boolean(),
  subjectRule: z.enum(['line', 'dashes']),
  issuerRule: z.enum(['line', 'star']),
  /** "TM." or "T/M". */
  capacityMark: z.enum(['.', '/']),
  positionBold: z.boolean(),
  recipientsTitle: z.object({ bold: z.boolean(), italic: z.boolean(), underlined: z.boolean() }),
  /** What stands before whom a document goes to; a tờ trình of a Party body says "Kính trình" (05-HD/VPTW). */
  addressing: z.object({ usual: z.string(), petition: z.string() }),
  /** "Lưu: VT" or "Lưu Văn phòng". */
  archiveColon: z.boolean(),
  /** Trích yếu of a công văn, under its number. */
  letterSubject: z.object({ prefix: z.string(), italic: z.boolean() }),
})

/** What the rule allows, from and to; the layout takes one value in it, a file of another office may take another. */
const limits = z.object({
  margins: z.object({ top: range, bottom: range, left: range, right: range }),
  pageNumber: range,
  national: range,
  motto: range,
  superior: range,
  issuer: range,
  code: range,
  date: range,
  typeName: range,
  subject: range,
  letterSubject: range,
  addressees: range,
  bases: range,
  body: range,
  firstLineMm: range,
  gapPt: z.number(),
  /** Times a single line; null where the rule names points. */
  lineTimes: range.nullable(),
  /** Exact points; null where the rule names times. */
  linePt: range.nullable(),
  recipientsTitle: range,
  recipients: range,
  signature: range,
  annexLabel: range,
  annexTitle: range,
  annexReference: range,
})

/**
 * How a kind of office must lay a document out, as data: adding a rule set is adding a file to
 * resources/format-rules. Sizes are points, lengths millimetres, rules a share of the text they stand under.
 */
export const ruleSetSchema = z.object({
  id: z.string(),
  name: z.string(),
  issuedBy: z.enum(['union', 'party', 'state']),
  validFrom: day.nullable(),
  validTo: day.nullable(),
  sources: z.array(z.string()),
  language: z.string(),
  font: z.string(),
  page: z.object({
    widthMm: z.number(),
    heightMm: z.number(),
    topMm: z.number(),
    bottomMm: z.number(),
    leftMm: z.number(),
    rightMm: z.number(),
    numberFromTopMm: z.number(),
  }),
  pageNumber: z.object({ size: points, hiddenOnFirstPage: z.boolean() }),
  national: z.object({ title: z.string(), motto: z.string() }),
  /** Coherent sets of sizes, the preferred first; the first that keeps the letterhead shortest is taken. */
  letterheadSizes: z
    .array(z.object({ national: points, motto: points, date: points, superior: points, issuer: points, code: points }))
    .nonempty(),
  rules: z.object({ motto: z.number(), issuer: z.number(), subject: z.number() }),
  typeName: z.object({ size: points }),
  subject: z.object({ size: points }),
  /** `line` times a single line, or exactly `linePt` points where the rule names points. */
  body: z.object({
    size: points,
    firstLineMm: z.number(),
    gapPt: z.number(),
    line: z.number(),
    linePt: z.number().optional(),
  }),
  /** Sizes tried for a table, the preferred first, until its columns fit the page. */
  table: z.object({ sizes: z.array(points).nonempty(), gapPt: z.number() }),
  recipients: z.object({ titleSize: points, size: points, archive: z.string() }),
  signature: z.object({ size: points }),
  annex: z.object({ size: points }),
  numberLabel: z.string(),
  end: z.string(),
  form,
  limits,
})

export type RuleSet = z.output<typeof ruleSetSchema>

/** Every rule set of `<resources>/format-rules`; a damaged file is a fault of the installation and throws. */
export function loadRuleSets(resources: string): RuleSet[] {
  const folder = join(resources, 'format-rules')
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => ruleSetSchema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))))
}

/**
 * The rule set a kind of issuer follows on a day. Documents older than the first rule set are written by
 * the earliest one: they are made today, in today's form.
 */
export function chooseRuleSet(sets: readonly RuleSet[], issuedBy: RuleSet['issuedBy'], on: IsoDate): RuleSet {
  const candidates = sets
    .filter((set) => set.issuedBy === issuedBy)
    .toSorted((a, b) => ((a.validFrom ?? '') < (b.validFrom ?? '') ? 1 : -1))
  const chosen = candidates.find((set) => isValidOn(on, set.validFrom, set.validTo)) ?? candidates.at(-1)
  if (!chosen) throw new Error(`no format rule set for issuer ${issuedBy}`)
  return chosen
}

export function twips(millimetres: number): number {
  // docx's own converter rounds down (A4 would be 11905 wide), so lengths are converted here.
  return Math.round((millimetres * 1440) / 25.4)
}
