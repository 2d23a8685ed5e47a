import { useCallback, useState } from 'react'
import type { ImportQuestion, ReportImport } from '#shared/contract/report-import.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import { runCommand } from '#renderer/api/commands.ts'
import { runOwnJob, type RunningJob } from '#renderer/api/jobs.ts'
import { useReadThenWrite, type ReadStage } from '#renderer/api/read-then-write.ts'
import { reportImportText as text } from '#renderer/text/report-import.ts'

/** What is asked of the files beside themselves. */
export interface ReportChoice {
  readonly files: readonly string[]
  readonly asOf: IsoDate | null
  readonly adjustReason: string | null
  /** Units that reports name and nobody knows are made. */
  readonly createUnits: boolean
  readonly answers: readonly {
    readonly file: string
    readonly sheet: string
    readonly cell: string
    readonly code: string | null
  }[]
}

export interface ReportFlow {
  readonly stage: ReadStage<ReportImport>
  readonly choice: ReportChoice
  /** The last preview: it stays in sight while the files are read again. */
  readonly shown: ReportImport | null
  readonly change: (patch: Partial<ReportChoice>) => void
  readonly answer: (question: ImportQuestion, code: string | null, remember: boolean) => Promise<string | null>
  readonly apply: () => Promise<void>
  readonly retry: () => void
  readonly job: RunningJob | null
  readonly refusal: string | null
}

/** Reads files of reports, asks what they leave open, and takes them in when the clerk says so. */
export function useReportImport(files: readonly string[]): ReportFlow {
  const [choice, setChoice] = useState<ReportChoice>({
    files,
    asOf: null,
    adjustReason: null,
    createUnits: false,
    answers: [],
  })
  const [shown, setShown] = useState<ReportImport | null>(null)
  const read = useCallback(
    async (isWanted: () => boolean) => {
      const answer = await runOwnJob('reportFiles.preview', requestOf(choice), text.reading)
      if (answer.ok && isWanted()) setShown(answer.value)
      return answer
    },
    [choice],
  )
  const { stage, job, refusal, retry, write, isOpen } = useReadThenWrite(read)

  return {
    stage,
    choice,
    shown,
    job,
    refusal,
    change: (patch) => setChoice((before) => ({ ...before, ...patch })),
    retry,
    async answer({ kind, file, sheet, cell, key, text: wording }, code, remember) {
      if (remember && key !== '' && wording !== '') {
        const learned = await runCommand('reportFiles.learn', {
          kind: kind === 'unit' ? 'unit' : 'indicator',
          key,
          wording,
          code,
        })
        if (!learned.ok) return learned.error.message
      }
      if (isOpen()) setChoice((before) => ({ ...before, answers: [...before.answers, { file, sheet, cell, code }] }))
      return null
    },
    apply: () => write(() => runOwnJob('reportFiles.import', requestOf(choice), text.importing)),
  }
}

function requestOf({ files, answers, ...rest }: ReportChoice) {
  return { ...rest, files: [...files], answers: answers.map((answer) => ({ ...answer })) }
}
