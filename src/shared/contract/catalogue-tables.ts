import { z } from 'zod'
import { CATALOGUE_IDS } from '../domain/catalogues/catalogues.ts'
import { defineCommand, defineQuery, type Area } from './core.ts'
import { filledText, rowIdText } from './fields.ts'

const catalogue = z.enum(CATALOGUE_IDS)
/** By the column's name in the data file; lists as texts, dates as ISO text, codes of units for units. */
const cells = z.record(z.string().max(100), z.union([z.string().max(4000), z.number(), z.boolean(), z.null()]))

export const catalogueTableRow = z.object({ id: z.string(), cells })
export type CatalogueTableRow = z.output<typeof catalogueTableRow>
export type CatalogueCells = CatalogueTableRow['cells']

const TOUCHES: readonly Area[] = [
  'catalogues',
  'settings',
  'units',
  'indicators',
  'targets',
  'enterprises',
  'unions',
  'documents',
  'history',
]
const label = filledText.pipe(z.string().max(200)).optional()

/** The lists of Danh mục as tables: any of them is read, edited in place, added to and removed from in the same way. */
export const catalogueTablesContract = {
  'catalogues.table': defineQuery(
    z.object({ catalogue }),
    z.object({
      rows: z.array(catalogueTableRow),
      /** What is worth a look: two letterheads on one day. */
      warnings: z.array(z.object({ ids: z.array(z.string()), sentence: z.string() })),
    }),
  ),
  /** Rows changed and added (id null) as one step; a wrong row is refused with the reason, the others are written. */
  'catalogues.write': defineCommand(
    z.object({
      catalogue,
      rows: z.array(z.object({ id: rowIdText.nullable(), cells })).max(10_000),
      label,
      /** Only says what would be refused. */
      dryRun: z.boolean().default(false),
    }),
    z.object({
      written: z.number(),
      refused: z.array(z.object({ row: z.number(), column: z.string(), reason: z.string() })),
    }),
    TOUCHES,
  ),
  /** Rows nothing refers to go; the others are named and stay, to be ended by their date. */
  'catalogues.removeRows': defineCommand(
    z.object({ catalogue, ids: z.array(rowIdText).max(10_000), label }),
    z.object({ removed: z.number(), refused: z.array(z.object({ id: z.string(), reason: z.string() })) }),
    TOUCHES,
  ),
}
