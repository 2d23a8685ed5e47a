import { useCallback, useEffect, useState } from 'react'
import type { AppError, AppResult } from '#shared/contract/errors.ts'
import { stopOwnJobs, useOwnJobs, type RunningJob } from './jobs.ts'

/** Where something from a file stands on its way into the data. */
export type ReadStage<T> =
  | { readonly kind: 'reading' | 'writing' }
  | { readonly kind: 'preview'; readonly answer: T }
  | { readonly kind: 'done'; readonly answer: T }
  | { readonly kind: 'failed'; readonly error: AppError }

export interface ReadThenWrite<T> {
  readonly stage: ReadStage<T>
  /** The job under way, for its progress. */
  readonly job: RunningJob | null
  /** A refusal of the writing; the preview stays. */
  readonly refusal: string | null
  readonly retry: () => void
  readonly write: (run: () => Promise<AppResult<T>>) => Promise<void>
  /** False once the dialog is closed. */
  readonly isOpen: () => boolean
}

/**
 * Reads, shows what was understood, and writes when the clerk says so.
 * `read` is run again whenever it is another function (memoise it over what is asked); an answer of null
 * means that something else is being asked already, so that nothing is shown of this one. `isWanted` tells
 * it whether its answer still is.
 */
export function useReadThenWrite<T>(read: (isWanted: () => boolean) => Promise<AppResult<T> | null>): ReadThenWrite<T> {
  const [stage, setStage] = useState<ReadStage<T>>({ kind: 'reading' })
  const [refusal, setRefusal] = useState<string | null>(null)
  const [attempt, setAttempt] = useState(0)
  const { job, isOpen } = useOwnJobs()

  useEffect(() => {
    let dropped = false
    setStage({ kind: 'reading' })
    setRefusal(null)
    void read(() => !dropped).then((answer) => {
      if (dropped || answer === null) return
      setStage(answer.ok ? { kind: 'preview', answer: answer.value } : { kind: 'failed', error: answer.error })
    })
    return () => {
      dropped = true
      stopOwnJobs()
    }
  }, [read, attempt])

  const write = useCallback(
    async (run: () => Promise<AppResult<T>>) => {
      const before = stage
      setRefusal(null)
      setStage({ kind: 'writing' })
      const answer = await run()
      if (!isOpen()) return
      if (answer.ok) setStage({ kind: 'done', answer: answer.value })
      else {
        setRefusal(answer.error.message)
        setStage(before)
      }
    },
    [stage, isOpen],
  )
  const retry = useCallback(() => setAttempt((count) => count + 1), [])
  return { stage, job, refusal, retry, write, isOpen }
}
