import type { ForeignSheet } from '../exchange/foreign-sheet.ts'
import type { UnderstoodSurvey } from './survey-reader.ts'

/** A sheet after reading; `survey` null when it is none. */
export interface SheetReading extends Pick<ForeignSheet, 'name' | 'hidden'> {
  readonly survey: UnderstoodSurvey | null
}

export type SheetChoice =
  | {
      readonly kind: 'chosen'
      readonly name: string
      readonly survey: UnderstoodSurvey
      readonly others: readonly string[]
    }
  /** Several look like surveys: the clerk must say which. */
  | { readonly kind: 'several'; readonly names: readonly string[] }
  | { readonly kind: 'none'; readonly looked: string }

/**
 * The sheet to import: the only one that reads as a survey with rows. Hidden sheets are considered only when
 * nothing else is there or they were asked for by name (then they are all there is). `names`: of all sheets of the
 * file, to tell what was passed over.
 */
export function chooseSheet(sheets: readonly SheetReading[], names: readonly string[]): SheetChoice {
  const visible = sheets.filter((sheet) => !sheet.hidden)
  const candidates = visible.length > 0 ? visible : sheets
  const understood = candidates.flatMap(({ name, survey }) => (survey === null ? [] : [{ name, survey }]))
  const filled = understood.filter(({ survey }) => survey.records.length > 0)
  const [first, second] = filled.length > 0 ? filled : understood
  if (first === undefined) return { kind: 'none', looked: candidates[0]?.name ?? '' }
  if (second !== undefined) return { kind: 'several', names: understood.map(({ name }) => name) }
  return { kind: 'chosen', ...first, others: names.filter((name) => name !== first.name) }
}
