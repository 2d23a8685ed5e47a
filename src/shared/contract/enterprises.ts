import { z } from 'zod'
import { defineCommand, defineQuery, type Area } from './core.ts'
import { followUpContract } from './enterprise-follow-up.ts'
import { contactRow, enterpriseRow, observationRow, stageEntryRow } from './enterprise-rows.ts'
import { filledText, isoDate, looseText, nothing, rowIdText, wholeNumber } from './fields.ts'
import { tableView } from './table-view.ts'

export type { ContactRow, EnterpriseRow, ObservationRow, StageEntryRow, SurveyRoundRow } from './enterprise-rows.ts'

const TOUCHES: readonly Area[] = ['enterprises', 'history']
const MOST_ROWS = 100_000
const stepLabel = looseText.pipe(z.string().max(200)).optional()
const cellValue = z.union([z.string(), z.number(), z.boolean(), z.null()])
const columnId = z.string().min(1).max(100)

/**
 * Which enterprises, in what order, with the figures of which day. Columns are those of
 * domain/enterprises/columns.ts; a column nobody knows is refused with the list of those there are.
 */
export const registryView = z.object({
  ...tableView.shape,
  /** Code of a unit; enterprises of everything below it too. */
  unit: z.string().nullable().default(null),
  /** All its words are found in name, short and foreign name, tax code, address, ward, zone or industry. */
  search: z.string().default(''),
  /** Further conditions as they are typed: "workers>=25", "union=no" (domain/enterprises/filter-language.ts). */
  where: z.array(z.string().max(2000)).max(50).default([]),
  /** Figures, stages and contacts as they were on that day; whatever is known when left out. */
  asOf: isoDate.nullable().default(null),
  /** Only what one survey round said, and only the enterprises it knows. */
  round: z.string().nullable().default(null),
})

const oldFilters = {
  minWorkers: z.number().int().nullable().default(null),
  maxWorkers: z.number().int().nullable().default(null),
  /** true: has one; false: has none or it is not known. */
  hasUnion: z.boolean().nullable().default(null),
  legalForm: z.string().nullable().default(null),
  industry: z.string().default(''),
}

/** Rows `start` to `end` (not included) of a view, loaded in the window or not. */
const span = {
  view: registryView,
  start: z.number().int().min(0),
  end: z.number().int().min(0),
  columns: z.array(columnId).max(200),
}

const blockOfTexts = z.array(z.array(z.string()).max(200)).max(MOST_ROWS)

/** What writing many cells did, or under a dry run would do. */
const writeAnswer = z.object({
  written: z.number(),
  unchanged: z.number(),
  /** Cells of columns that take no typing. */
  readOnly: z.number(),
  /** At most some hundred are listed. `row`: place in the view, or index of the edit's row. */
  refused: z.array(
    z.object({ row: z.number(), id: z.string(), column: z.string(), text: z.string(), reason: z.string() }),
  ),
  refusedCount: z.number(),
  /** Cells that were taken with a note: the MST's check digit is wrong, more members than workers. */
  warnings: z.array(z.object({ row: z.number(), id: z.string(), column: z.string(), reason: z.string() })),
})
export type EnterpriseWriteAnswer = z.output<typeof writeAnswer>

const query = {
  text: z.string().min(1).max(1000),
  matchCase: z.boolean().default(false),
  wholeCell: z.boolean().default(false),
  withAccents: z.boolean().default(false),
}

const replacing = {
  ...query,
  by: z.string().max(1000),
  view: registryView,
  columns: z.array(columnId).max(200).default([]),
}
const replaceAnswer = z.object({
  ...writeAnswer.shape,
  /** The first thousand. */
  changes: z.array(
    z.object({ row: z.number(), id: z.string(), column: z.string(), before: z.string(), after: z.string() }),
  ),
})

const cells = z.array(z.object({ column: columnId, value: cellValue })).max(200)

const pairSide = z.object({ ...enterpriseRow.shape, aliases: z.array(z.string()) })

export const enterprisesContract = {
  ...followUpContract,
  'enterprises.list': defineQuery(
    z.object({
      ...registryView.shape,
      ...oldFilters,
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(MOST_ROWS).default(200),
    }),
    z.object({
      /** Sums are of all rows that pass the filters. */
      count: z.number(),
      workers: z.number(),
      women: z.number(),
      insured: z.number(),
      members: z.number(),
      nonmembers: z.number(),
      withUnion: z.number(),
      rows: z.array(enterpriseRow),
    }),
  ),
  /** By its id, or one it had before it was joined with another. */
  'enterprises.get': defineQuery(
    z.object({ id: rowIdText, asOf: isoDate.nullable().default(null) }),
    z.object({
      ...enterpriseRow.shape,
      aliases: z.array(z.string()),
      /** Rows of the same company: branches, offices. */
      branches: z.array(z.object({ id: z.string(), name: z.string(), taxCode: z.string().nullable() })),
      contactList: z.array(contactRow),
      stageList: z.array(stageEntryRow),
      observations: z.array(observationRow),
    }),
  ),
  /** Place of a row in a view (from 0), or null when the view does not show it. */
  'enterprises.locate': defineQuery(
    z.object({ view: registryView, id: rowIdText }),
    z.object({ row: z.number().nullable() }),
  ),
  /** The different values of a column under the other columns' filters, with how often, in the column's order. */
  'enterprises.valuesOf': defineQuery(
    z.object({ view: registryView, column: columnId }),
    z.array(z.object({ value: cellValue, text: z.string(), count: z.number() })),
  ),
  /** Texts of a span of rows that need not be loaded, as they are shown: for the clipboard and the printer. */
  'enterprises.readSpan': defineQuery(z.object(span), z.array(z.array(z.string()))),
  /** Values of a span for a workbook: numbers stay numbers, days ISO text. */
  'enterprises.exportPage': defineQuery(z.object(span), z.array(z.array(cellValue))),
  'enterprises.summarizeSpan': defineQuery(
    z.object(span),
    z.object({ filled: z.number(), numbers: z.number(), sum: z.number() }),
  ),
  /** What `writeSpan` would do; nothing is written. `ids`: the rows of the span, in their order. */
  'enterprises.previewSpan': defineQuery(
    z.object({ ...span, texts: blockOfTexts }),
    z.object({ ...writeAnswer.shape, ids: z.array(z.string()) }),
  ),
  /** Texts as typed, repeated over the span as Excel repeats a block; [['']] clears. One step of the history. */
  'enterprises.writeSpan': defineCommand(
    z.object({
      ...span,
      texts: blockOfTexts,
      /** The rows a preview named: those that were shown are written, and the view need not be looked through again. */
      ids: z.array(rowIdText).max(1_000_000).nullable().default(null),
      label: stepLabel,
      dryRun: z.boolean().default(false),
    }),
    writeAnswer,
    TOUCHES,
  ),
  'enterprises.find': defineQuery(
    z.object({ ...query, view: registryView, columns: z.array(columnId).max(200).default([]) }),
    z.object({
      cells: z.number(),
      rows: z.number(),
      /** The first thousand, in the order of the view. */
      hits: z.array(z.object({ row: z.number(), id: z.string(), column: z.string(), text: z.string() })),
    }),
  ),
  /** What `replace` would do, cell by cell; nothing is written. */
  'enterprises.previewReplace': defineQuery(z.object(replacing), replaceAnswer),
  /** Replaces in the cells that take typing, as one step. */
  'enterprises.replace': defineCommand(
    z.object({ ...replacing, label: stepLabel, dryRun: z.boolean().default(false) }),
    replaceAnswer,
    TOUCHES,
  ),
  /**
   * Cells of many rows and rows that are added, as one step. Values are those of the columns, or texts as people
   * type them ("1.000", "5/2/24", "TNHH MTV"). Good cells are written; the others come back with the reason.
   * In `refused`, `row` is the index among `edits`, or for `added` among those, with the id `new:<index>`.
   */
  'enterprises.updateMany': defineCommand(
    z.object({
      edits: z
        .array(z.object({ id: rowIdText, column: columnId, value: cellValue }))
        .max(1_000_000)
        .default([]),
      added: z.array(z.object({ cells })).max(MOST_ROWS).default([]),
      /** The day the figures are of; today when left out. */
      observedOn: isoDate.optional(),
      label: stepLabel,
      dryRun: z.boolean().default(false),
    }),
    z.object({ ...writeAnswer.shape, addedIds: z.array(z.string().nullable()) }),
    TOUCHES,
  ),
  'enterprises.add': defineCommand(z.object({ cells, observedOn: isoDate.optional() }), enterpriseRow, TOUCHES),
  /** With what surveys, stages and contacts say of them. Rows something else hangs on stay and are listed. */
  'enterprises.remove': defineCommand(
    z.object({ ids: z.array(rowIdText).min(1).max(MOST_ROWS), label: stepLabel }),
    z.object({
      removed: z.number(),
      kept: z.array(z.object({ id: z.string(), name: z.string(), reason: z.string() })),
    }),
    TOUCHES,
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
    TOUCHES,
  ),

  /** Pairs that may be one enterprise, the surest first, without those judged before. */
  'enterprises.duplicates': defineQuery(
    z.object({
      unit: z.string().nullable().default(null),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(1000).default(100),
    }),
    z.object({
      count: z.number(),
      pairs: z.array(
        z.object({
          first: pairSide,
          second: pairSide,
          /** Codes, the strongest first, each with its sentence. */
          reasons: z.array(
            z.object({
              code: z.enum(['taxRoot', 'namePlace', 'nameOtherTaxCode', 'similarName', 'samePhone']),
              text: z.string(),
            }),
          ),
          /** Columns where the two differ, as they are shown. */
          differences: z.array(z.object({ column: z.string(), first: z.string(), second: z.string() })),
        }),
      ),
    }),
  ),
  /**
   * different: the pair is not shown again. same: the second is joined into `keep`; its surveys, stages, contacts
   * and unions go over, both ids stay known, `take` names columns whose value is taken from the other one.
   */
  'enterprises.judgePair': defineCommand(
    z.object({
      first: rowIdText,
      second: rowIdText,
      verdict: z.enum(['same', 'different']),
      keep: z.enum(['first', 'second']).default('first'),
      take: z.array(columnId).max(200).default([]),
      note: looseText.nullable().default(null),
    }),
    z.object({ kept: enterpriseRow.nullable() }),
    TOUCHES,
  ),

  /** Legal forms of the catalogue, for filters and editing. */
  'legalForms.list': defineQuery(
    nothing,
    z.array(z.object({ code: z.string(), name: z.string(), shortName: z.string(), sector: z.string() })),
  ),
}
