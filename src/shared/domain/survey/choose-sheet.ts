import type { ForeignSheet, ForeignWorkbook } from '../exchange/foreign-sheet.ts'
import { understandSurvey, type UnderstoodSurvey } from './understand.ts'

export type SheetChoice =
  | {
      readonly kind: 'chosen'
      readonly sheet: ForeignSheet
      readonly survey: UnderstoodSurvey
      readonly others: readonly string[]
    }
  /** Several look like surveys: the clerk must say which. */
  | { readonly kind: 'several'; readonly names: readonly string[] }
  | { readonly kind: 'none'; readonly looked: string }

/**
 * The sheet to import: the only one that reads as a survey with rows. Hidden sheets are considered only when
 * nothing else is there or they were asked for by name (then they are all there is).
 */
export function chooseSheet(workbook: ForeignWorkbook): SheetChoice {
  const visible = workbook.sheets.filter((sheet) => !sheet.hidden)
  const candidates = visible.length > 0 ? visible : workbook.sheets
  const understood = candidates.flatMap((sheet) => {
    const survey = understandSurvey(sheet)
    return survey === null ? [] : [{ sheet, survey }]
  })
  const filled = understood.filter(({ survey }) => survey.records.length > 0)
  const [first, second] = filled.length > 0 ? filled : understood
  if (first === undefined) return { kind: 'none', looked: candidates[0]?.name ?? '' }
  if (second !== undefined) return { kind: 'several', names: understood.map(({ sheet }) => sheet.name) }
  const others = workbook.sheetNames.filter((name) => name !== first.sheet.name)
  return { kind: 'chosen', ...first, others }
}
