import { z } from 'zod'
import type { FindQuery } from '../domain/table/find.ts'
import { tableView } from './table-view.ts'

export const findQuery = z.object({
  text: z.string().min(1).max(1000),
  matchCase: z.boolean().default(false),
  wholeCell: z.boolean().default(false),
  withAccents: z.boolean().default(false),
}) satisfies z.ZodType<FindQuery>

/** Where to look, for tables whose rows come by pages. */
export const findRequest = z.object({
  view: tableView,
  query: findQuery,
  /** Ids of columns, in the order they stand: places are counted along a row, then in the next. */
  columns: z.array(z.string().min(1).max(100)).min(1).max(200),
})

/** More places than anybody steps through one by one; `total` counts all of them. */
export const MOST_PLACES = 20_000

export const foundPlaces = z.object({
  total: z.number(),
  /** `row` counts from 0 in the view. At most MOST_PLACES, the first ones. */
  places: z.array(z.object({ row: z.number(), column: z.string() })),
})

export const replaceRequest = findRequest.extend({
  by: z.string().max(1000),
  /** Only these cells, as the preview named them; null: all that are found. */
  only: z
    .array(z.object({ rowId: z.string(), column: z.string() }))
    .max(MOST_PLACES)
    .nullable()
    .default(null),
  /** Names the step of the history. */
  label: z.string().max(200).nullable().default(null),
  dryRun: z.boolean().default(false),
})

export const replaceAnswer = z.object({
  /** Cells that were, or with `dryRun` would be, written. */
  written: z.number(),
  /** Found in cells that take no typing. */
  readOnly: z.number(),
  refusedCount: z.number(),
  /** The first some hundred, in the order of the view; `reason` says why a cell is refused. */
  changes: z.array(
    z.object({
      rowId: z.string(),
      /** Counts from 0 in the view. */
      row: z.number(),
      column: z.string(),
      before: z.string(),
      after: z.string(),
      reason: z.string().nullable(),
    }),
  ),
})
export type ReplaceAnswer = z.output<typeof replaceAnswer>
