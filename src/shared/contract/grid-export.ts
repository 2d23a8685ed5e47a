import { z } from 'zod'
import type { SheetCell, SheetLayout, SheetRow } from '../domain/table/sheet.ts'
import { defineCommand } from './core.ts'
import { filledText, looseText, nothing, pathText, rowIdText } from './fields.ts'

/** As many columns as a table of ours can have; Excel takes 16,384. */
const MOST_COLUMNS = 500
/** Rows of one call: small enough that the window stays quick, large enough that calls do not count. */
export const ROWS_A_CALL = 2000
/** About 700 pages; more than that nobody prints on purpose. */
export const MOST_PRINTED_ROWS = 20_000
/** Excel's own limit, less what stands above the table. */
export const MOST_SHEET_ROWS = 1_048_000

const sheetColumn = z.object({
  title: looseText,
  group: looseText.nullable(),
  kind: z.enum(['text', 'count', 'number', 'percent', 'date']),
  width: z.number().min(0).max(5000),
  align: z.enum(['left', 'right', 'center']),
})

/** What stands above the rows (domain/table/sheet.ts). */
export const sheetLayout = z.object({
  office: looseText.nullable(),
  title: filledText,
  notes: z.array(looseText).max(20),
  columns: z.array(sheetColumn).min(1).max(MOST_COLUMNS),
  frozen: z.number().int().min(0).max(MOST_COLUMNS),
}) satisfies z.ZodType<SheetLayout>

const sheetCell = z.union([
  z.string(),
  z.number(),
  z.object({ sign: z.string().max(20), value: z.number() }),
  z.null(),
]) satisfies z.ZodType<SheetCell>

export const sheetRows = z.array(
  z.object({
    kind: z.enum(['row', 'group', 'total']),
    depth: z.number().int().min(0).max(50),
    cells: z.array(sheetCell).max(MOST_COLUMNS),
  }) satisfies z.ZodType<SheetRow>,
)

/**
 * A table as its window shows it, written to Excel. What a cell shows is known only to the window, and 100,000 rows
 * are too many for one call, so rows are handed over in parts: start, rows…, finish. Nothing has its name before
 * `finish`; whatever is left undone leaves no file.
 */
export const gridExportContract = {
  /** Refuses at once where no file could be written; ".xlsx" is added to a bare name. */
  'grid.export': defineCommand(
    z.object({ file: pathText, layout: sheetLayout }),
    z.object({ id: z.string(), file: z.string() }),
    [],
  ),
  'grid.exportRows': defineCommand(
    z.object({ id: rowIdText, rows: sheetRows.max(ROWS_A_CALL) }),
    z.object({ rows: z.number() }),
    [],
  ),
  'grid.exportFinish': defineCommand(z.object({ id: rowIdText }), z.object({ file: z.string(), rows: z.number() }), []),
  /** Of an export that is over or was never begun it says nothing. */
  'grid.exportCancel': defineCommand(z.object({ id: rowIdText }), nothing, []),
}
