import { z } from 'zod'
import { defineQuery } from './core.ts'

/** What search looks through, in the order in which equally good finds are listed. */
export const SEARCH_KINDS = ['unit', 'enterprise', 'union', 'person', 'plan', 'indicator', 'document'] as const
export type SearchKind = (typeof SEARCH_KINDS)[number]

export const searchHit = z.object({
  kind: z.enum(SEARCH_KINDS),
  /** What people call it by: a unit's, plan's, indicator's code, an MST; the row's id where there is none. */
  code: z.string(),
  title: z.string(),
  /** Tells it from others of the same name: "LĐLĐ huyện Hải Lăng · Số 5 đường Lê Duẩn". */
  subtitle: z.string(),
  id: z.string(),
})
export type SearchHit = z.output<typeof searchHit>

export const searchContract = {
  /**
   * Units, enterprises, unions, people, plans, indicators and documents that hold every word of the text, in any
   * order, without regard to accents and case. Exact finds first, then those that begin so, then words that begin so.
   */
  'search.find': defineQuery(
    z.object({
      text: z.string().max(1000),
      /** Left out: all of them. */
      kinds: z.array(z.enum(SEARCH_KINDS)).max(SEARCH_KINDS.length).optional(),
      limit: z.number().int().min(1).max(1000).default(20),
      /** At most so many of each kind, for a list in groups. */
      perKind: z.number().int().min(1).max(1000).optional(),
    }),
    z.array(searchHit),
  ),
}
