import { useEffect, useState } from 'react'
import type { AppError } from '#shared/contract/errors.ts'
import type { ImportQuestion, ReportImport } from '#shared/contract/report-import.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import { runCommand } from '#renderer/api/commands.ts'
import { runOwnJob, stopOwnJobs, useOwnJobs, type RunningJob } from '#renderer/api/jobs.ts'
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

export type ReportStage =
  | { readonly kind: 'reading' | 'writing' }
  | { readonly kind: 'preview'; readonly answer: ReportImport }
  | { readonly kind: 'done'; readonly answer: ReportImport }
  | { readonly kind: 'failed'; readonly error: AppError }

export interface ReportFlow {
  readonly stage: ReportStage
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
  const [stage, setStage] = useState<ReportStage>({ kind: 'reading' })
  const [shown, setShown] = useState<ReportImport | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [attempt, setAttempt] = useState(0)
  const { job, isOpen } = useOwnJobs()

  useEffect(() => {
    let dropped = false
    setStage({ kind: 'reading' })
    setRefusal(null)
    void runOwnJob('reportFiles.preview', requestOf(choice), text.reading).then((answer) => {
      if (dropped) return
      if (answer.ok) {
        setShown(answer.value)
        setStage({ kind: 'preview', answer: answer.value })
      } else setStage({ kind: 'failed', error: answer.error })
    })
    return () => {
      dropped = true
      stopOwnJobs()
    }
  }, [choice, attempt])

  return {
    stage,
    choice,
    shown,
    job,
    refusal,
    change: (patch) => setChoice((before) => ({ ...before, ...patch })),
    retry: () => setAttempt((count) => count + 1),
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
    async apply() {
      const before = stage
      setRefusal(null)
      setStage({ kind: 'writing' })
      const answer = await runOwnJob('reportFiles.import', requestOf(choice), text.importing)
      if (!isOpen()) return
      if (answer.ok) setStage({ kind: 'done', answer: answer.value })
      else {
        setRefusal(answer.error.message)
        setStage(before)
      }
    },
  }
}

function requestOf({ files, answers, ...rest }: ReportChoice) {
  return { ...rest, files: [...files], answers: answers.map((answer) => ({ ...answer })) }
}
