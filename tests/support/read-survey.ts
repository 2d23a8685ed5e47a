import { readForeignFile } from '#main/exchange/read-foreign-file.ts'
import type { AppError } from '#shared/contract/errors.ts'
import type { ForeignNote, ForeignRow, ForeignSheet } from '#shared/domain/exchange/foreign-sheet.ts'
import type { UnderstoodSurvey } from '#shared/domain/survey/survey-reader.ts'
import { understandSurvey } from '#shared/domain/survey/understand.ts'

export interface ReadTable {
  readonly sheets: readonly ForeignSheet[]
  readonly names: readonly string[]
  readonly notes: readonly ForeignNote[]
}

type OpenSheet = Omit<ForeignSheet, 'rows'> & { rows: ForeignRow[] }

/** Reads a foreign file in this very process, for tests of the readers themselves. */
export async function readTable(file: string, sheet: string | null = null): Promise<ReadTable | AppError> {
  const sheets: OpenSheet[] = []
  let names: readonly string[] = []
  const notes: ForeignNote[] = []
  const result = await readForeignFile(
    file,
    { sheet },
    {
      names: (given) => {
        names = given
      },
      note: (note) => void notes.push(note),
      sheet: (head) => void sheets.push({ ...head, rows: [] }),
      row: (row) => sheets.at(-1)?.rows.push(row),
    },
  )
  return result.ok ? { sheets, names, notes } : result.error
}

/** The first sheet of a file as a survey; a file that is refused or no survey fails the test. */
export async function readSurvey(file: string): Promise<UnderstoodSurvey> {
  const table = await readTable(file)
  if ('code' in table) throw new Error(`${table.code}: ${table.message}`)
  const sheet = table.sheets[0]
  const survey = sheet === undefined ? null : understandSurvey(sheet)
  if (survey === null) throw new Error(`${file} has no header of a survey`)
  return survey
}
