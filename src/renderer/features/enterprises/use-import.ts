import { useCallback, useEffect, useState } from 'react'
import type { AppError } from '#shared/contract/errors.ts'
import type { ImportReport } from '#shared/contract/survey.ts'
import type { SurveyField } from '#shared/domain/survey/fields.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import { runOwnJob, stopOwnJobs, useOwnJobs, type RunningJob } from '#renderer/api/jobs.ts'
import { importText } from '#renderer/text/enterprises.ts'

export interface ImportChoice {
  readonly file: string
  readonly sheet: string | null
  readonly createUnits: boolean
  readonly asOf: IsoDate | null
  /** Whose list it is, and how its columns are read where the clerk said so. */
  readonly sender: string | null
  readonly columns: Readonly<Record<string, SurveyField | null>> | null
  /** The day is the top bar's, not one the clerk gave this file. */
  readonly isWorkingDay: boolean
}

/** Where the import of one file stands. */
export type ImportStage =
  | { readonly kind: 'reading' | 'writing' }
  | { readonly kind: 'choose-sheet'; readonly sheets: readonly string[] }
  | { readonly kind: 'preview'; readonly report: ImportReport }
  | { readonly kind: 'done'; readonly report: ImportReport }
  | { readonly kind: 'failed'; readonly error: AppError }

export interface ImportFlow {
  readonly stage: ImportStage
  readonly choice: ImportChoice
  /** Asked again with another sheet, day or leave to make units. */
  readonly change: (patch: Partial<ImportChoice>) => void
  readonly apply: (allOrNothing: boolean) => Promise<void>
  readonly retry: () => void
  /** The job under way, for its progress. */
  readonly job: RunningJob | null
  /** A refusal of the writing; the preview stays. */
  readonly refusal: string | null
}

/** `workingDay`: the day of the top bar, taken for a file that names none. */
export function useImport(file: string, workingDay: IsoDate): ImportFlow {
  const [choice, setChoice] = useState<ImportChoice>({
    file,
    sheet: null,
    createUnits: false,
    asOf: null,
    sender: null,
    columns: null,
    isWorkingDay: false,
  })
  const [stage, setStage] = useState<ImportStage>({ kind: 'reading' })
  const [refusal, setRefusal] = useState<string | null>(null)
  const [attempt, setAttempt] = useState(0)
  const { job, isOpen } = useOwnJobs()

  useEffect(() => {
    let dropped = false
    setStage({ kind: 'reading' })
    setRefusal(null)
    void runOwnJob('survey.preview', requestOf(choice), importText.reading).then((answer) => {
      if (dropped) return
      if (answer.ok) {
        // A list of last year's districts would find none of them today: every figure is as of the top bar's day.
        if (answer.value.surveyDateFrom === 'today' && answer.value.surveyDate !== workingDay)
          setChoice((before) => ({ ...before, asOf: workingDay, isWorkingDay: true }))
        else setStage({ kind: 'preview', report: answer.value })
        return
      }
      const sheets = answer.error.details?.['sheets']
      setStage(
        answer.error.code === 'SHEET_NEEDED' && Array.isArray(sheets)
          ? { kind: 'choose-sheet', sheets: sheets.map(String) }
          : { kind: 'failed', error: answer.error },
      )
    })
    return () => {
      dropped = true
      stopOwnJobs()
    }
  }, [choice, attempt, workingDay])

  const apply = useCallback(
    async (allOrNothing: boolean) => {
      const before = stage
      setRefusal(null)
      setStage({ kind: 'writing' })
      const answer = await runOwnJob('survey.import', { ...requestOf(choice), allOrNothing }, importText.importing)
      if (!isOpen()) return
      if (answer.ok) setStage({ kind: 'done', report: answer.value })
      else {
        setRefusal(answer.error.message)
        setStage(before)
      }
    },
    [choice, stage, isOpen],
  )

  return {
    stage,
    choice,
    change: (patch) => setChoice((before) => ({ ...before, ...patch })),
    apply,
    retry: () => setAttempt((count) => count + 1),
    job,
    refusal,
  }
}

function requestOf({ isWorkingDay: _, ...request }: ImportChoice): Omit<ImportChoice, 'isWorkingDay'> {
  return request
}
