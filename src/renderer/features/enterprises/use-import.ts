import { useCallback, useState } from 'react'
import type { ImportReport } from '#shared/contract/survey.ts'
import type { SurveyField } from '#shared/domain/survey/fields.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import { runOwnJob, type RunningJob } from '#renderer/api/jobs.ts'
import { useReadThenWrite, type ReadStage } from '#renderer/api/read-then-write.ts'
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

export interface ImportFlow {
  readonly stage: ReadStage<ImportReport>
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
  const read = useCallback(
    async (isWanted: () => boolean) => {
      const answer = await runOwnJob('survey.preview', requestOf(choice), importText.reading)
      // A list of last year's districts would find none of them today: every figure is as of the top bar's day.
      const isOfToday = answer.ok && answer.value.surveyDateFrom === 'today' && answer.value.surveyDate !== workingDay
      if (!isOfToday) return answer
      if (isWanted()) setChoice((before) => ({ ...before, asOf: workingDay, isWorkingDay: true }))
      return null
    },
    [choice, workingDay],
  )
  const { stage, job, refusal, retry, write } = useReadThenWrite(read)

  return {
    stage,
    choice,
    change: (patch) => setChoice((before) => ({ ...before, ...patch })),
    apply: (allOrNothing) =>
      write(() => runOwnJob('survey.import', { ...requestOf(choice), allOrNothing }, importText.importing)),
    retry,
    job,
    refusal,
  }
}

function requestOf({ isWorkingDay: _, ...request }: ImportChoice): Omit<ImportChoice, 'isWorkingDay'> {
  return request
}
