import type { ForeignSheet } from '../exchange/foreign-sheet.ts'
import { createSurveyReader, type UnderstoodSurvey } from './survey-reader.ts'

/** Reads a whole sheet; null when it has no header of a survey. Pure: the same sheet gives the same reading. */
export function understandSurvey(sheet: ForeignSheet): UnderstoodSurvey | null {
  const reader = createSurveyReader(sheet)
  reader.take(sheet.rows)
  return reader.finish()
}
