import type { ProgressRow } from '#shared/domain/results/progress-row.ts'
import type { EarlierOpening } from '#shared/domain/wording/campaigns.ts'

/**
 * Units whose figure of a phase was opened by an earlier report than that of the day before it, or by none: those right
 * below the root, or the root itself where it reports for all.
 */
export function openingsIn(rows: readonly ProgressRow[], indicator: string): readonly EarlierOpening[] {
  const at = (depth: number): Map<string | null, EarlierOpening> =>
    new Map(
      rows
        .filter((row) => row.level === 'unit' && row.depth === depth && row.indicator === indicator)
        .flatMap((row) => {
          const days = row.notes.flatMap((note) => (note.code === 'OPENING_FROM_EARLIER' ? [note.used] : []))
          const used = days.reduce(
            (first, day) => (first === null || (day !== null && day < first) ? day : first),
            null,
          )
          return days.length === 0 ? [] : [[row.unit, { name: row.name, used }] as const]
        }),
    )
  const below = at(1)
  return [...(below.size > 0 ? below : at(0)).values()]
}
