import { z } from 'zod'
import { PACKAGE_KINDS } from '#shared/domain/exchange/content.ts'

// The shape of the hidden part of a form. It comes back from an office as a file may come from anybody, so everything
// in it is checked before it is used.

const text = z.string().max(100_000)
const value = z.union([z.string().max(100_000), z.number()]).nullable()
const cells = z.record(z.string().max(200), value)
const named = z.object({ value: text, label: text })

const column = z.object({
  key: text,
  title: text,
  also: z.array(text).max(50).optional(),
  group: text.optional(),
  kind: z.enum(['text', 'count', 'number', 'date', 'choice', 'taxCode']),
  isOpen: z.boolean(),
  isOpenInNew: z.boolean().optional(),
  least: z.number().nullable().optional(),
  wordKey: text.optional(),
  choices: z.array(named).max(5000).optional(),
  width: z.number(),
})

const table = z.object({
  key: text,
  sheet: text,
  title: text,
  notes: z.array(text).max(50),
  columns: z.array(column).max(200),
  rows: z.array(z.object({ id: text, cells, isHeading: z.boolean().optional() })).max(200_000),
  spareRows: z.number().int().min(0).max(10_000),
  isDeletable: z.boolean(),
  knownBy: z.array(text).max(20),
  isShownOnly: z.boolean().optional(),
})

const book = z.object({
  stamp: z.object({
    version: z.number().int().min(1),
    kind: text,
    unit: text,
    period: text.nullable(),
    id: text,
  }),
  office: text,
  title: text,
  facts: z.array(z.object({ label: text, value: text })).max(50),
  steps: z.array(text).max(50),
  tables: z.array(table).max(20),
})

const party = z.object({ unit: text, name: text, site: text.nullable() })

const row = z.object({
  id: text,
  aliases: z.array(text).max(1000).optional(),
  title: text.optional(),
  cells,
  base: cells.optional(),
  deleted: z.literal(true).optional(),
  stamp: text.optional(),
  by: text.optional(),
  at: text.optional(),
})

const content = z.object({
  head: z.object({
    id: text,
    kind: z.enum(PACKAGE_KINDS),
    from: party,
    to: party,
    period: z.object({ from: text, to: text }).nullable(),
    plan: text.nullable(),
    sequence: z.number(),
    base: text.nullable(),
    answers: text.nullable(),
    madeAt: text,
    madeBy: text,
    notes: z.record(z.string().max(200), text),
  }),
  tables: z.record(z.string().max(100), z.array(row).max(200_000)),
  missing: z.array(z.object({ table: text, id: text, title: text })).max(200_000),
  problems: z
    .array(z.unknown())
    .max(10_000)
    .transform(() => []),
})

export const carriedForm = z.object({
  book,
  memory: z.record(z.string().max(200), text),
  content,
  /** Unused keys of the same sent form, such as a signature, travel as they are. */
  sealed: z.string().max(60_000_000).nullable().default(null),
})
export type HiddenForm = z.output<typeof carriedForm>
