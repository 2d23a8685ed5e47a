import { foldHeader, type SurveyField } from '../../survey/fields.ts'
import type { SurveyColumn, SurveyHeader } from '../../survey/header.ts'

/** What tells one layout of lists from another: the titles of the columns in order, without case, accents and signs. */
export function fingerprintOfTitles(titles: readonly string[]): string {
  const folded = titles.map(foldHeader)
  while (folded.at(-1) === '') folded.pop()
  return folded.join('|')
}

/** Titles by column from 0; a column without one is ''. */
export function titlesOf({ columns }: Pick<SurveyHeader, 'columns'>): readonly string[] {
  const last = Math.max(-1, ...columns.map(({ column }) => column))
  return Array.from({ length: last + 1 }, (_, at) => columns.find(({ column }) => column === at)?.label ?? '')
}

/**
 * The header with columns read as somebody said, by their place from 0. A meaning said of one column is taken from
 * the one it was guessed for; columns nothing is said of stay as guessed. An `option` (the form a mark stands for)
 * belongs to its guess and goes with it.
 */
export function withFields(header: SurveyHeader, fields: Readonly<Record<string, SurveyField | null>>): SurveyHeader {
  const taken = new Set(Object.values(fields).filter((field) => field !== null))
  return {
    ...header,
    columns: header.columns.map((known): SurveyColumn => {
      const said = Object.hasOwn(fields, known.column) ? fields[known.column] : undefined
      if (said === undefined)
        return known.field !== null && known.field !== 'legalFormMark' && taken.has(known.field)
          ? { column: known.column, label: known.label, field: null }
          : known
      if (said === known.field) return known
      return { column: known.column, label: known.label, field: said }
    }),
  }
}
