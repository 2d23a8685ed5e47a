import { z } from 'zod'
import type { TableView } from '../domain/table/view.ts'

const MOST_VALUES = 10_000
const value = z.union([z.string(), z.number(), z.boolean(), z.null()])
const edge = z.union([z.string(), z.number(), z.null()])
const column = z.string().min(1).max(100)

export const columnFilter = z.union([
  z.object({ column, kind: z.literal('values'), values: z.array(value).max(MOST_VALUES) }),
  z.object({ column, kind: z.literal('contains'), text: z.string().max(1000) }),
  z.object({ column, kind: z.literal('between'), from: edge, to: edge }),
  z.object({ column, kind: z.enum(['empty', 'filled']) }),
])

/** A table's order and filters, as a window or a command asks for them (domain/table/view.ts). */
export const tableView = z.object({
  sort: z
    .array(z.object({ column, descending: z.boolean().default(false) }))
    .max(20)
    .default([]),
  filters: z.array(columnFilter).max(100).default([]),
}) satisfies z.ZodType<TableView>
