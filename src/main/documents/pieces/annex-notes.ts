import type { UnitMeasures } from '#shared/domain/documents/facts.ts'
import { dataText, type Inline, text } from '#shared/domain/wording/parts.ts'

/** Id of the annex's column of an indicator by an assigner. */
export function targetColumnId(indicator: string, assigner: string): string {
  return `target-${indicator}-${assigner}`
}

/**
 * The column "Ghi chú" of one page of the annex: what is noted at a unit's targets, each once, on the page that shows
 * them. Notes of targets no page shows (strived for, pledged) stand on the first.
 */
export function notesOnPage(
  pages: readonly (readonly { readonly id: string }[])[],
  page: number,
): (unit: UnitMeasures) => Inline {
  const pageOf = (id: string): number =>
    Math.max(
      0,
      pages.findIndex((columns) => columns.some((one) => one.id === id)),
    )
  return ({ notes = [] }) => {
    const here = notes.filter(({ indicator, assigner }) => pageOf(targetColumnId(indicator, assigner)) === page)
    return [...new Set(here.map((note) => note.text))].flatMap((note, at) => [
      ...(at === 0 ? [] : [text('; ')]),
      dataText(note),
    ])
  }
}
