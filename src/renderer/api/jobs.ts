import { useCallback, useEffect, useRef } from 'react'
import { create } from 'zustand'
import type { AppResult } from '#shared/contract/errors.ts'
import type { Progress } from '#shared/contract/events.ts'
import type { Input, NamesOfKind, Output } from '#shared/contract/index.ts'
import { call, cancelJob } from './bridge.ts'

type JobName = NamesOfKind<'job'>

/** Long work under way, as its panel shows it. */
export interface RunningJob {
  readonly id: string
  /** What the clerk asked for: "Nhập danh sách doanh nghiệp". */
  readonly title: string
  readonly startedAt: number
  readonly progress: Progress | null
  readonly cancelling: boolean
  /** A dialog shows it already; the panel at the foot does not. */
  readonly shownElsewhere: boolean
}

export const useJobs = create<{ readonly jobs: readonly RunningJob[] }>(() => ({ jobs: [] }))

let lastNumber = 0

/** Starts long work and follows it until it answers; a cancelled job answers CANCELLED. */
export async function runJob<N extends JobName>(
  name: N,
  input: Input<N>,
  title: string,
  options: { readonly shownElsewhere?: boolean } = {},
): Promise<AppResult<Output<N>>> {
  lastNumber += 1
  const id = `job-${Date.now()}-${lastNumber}`
  const shownElsewhere = options.shownElsewhere ?? false
  const job: RunningJob = { id, title, startedAt: Date.now(), progress: null, cancelling: false, shownElsewhere }
  useJobs.setState(({ jobs }) => ({ jobs: [...jobs, job] }))
  try {
    return await call(name, input, id)
  } finally {
    useJobs.setState(({ jobs }) => ({ jobs: jobs.filter((running) => running.id !== id) }))
  }
}

/** Long work of a dialog that shows it itself and stops it when it closes (`stopOwnJobs`). */
export function runOwnJob<N extends JobName>(name: N, input: Input<N>, title: string): Promise<AppResult<Output<N>>> {
  return runJob(name, input, title, { shownElsewhere: true })
}

export interface OwnJobs {
  /** The job under way, for its progress. */
  readonly job: RunningJob | null
  /** False once the dialog is closed: an answer that comes later is nobody's any more. */
  readonly isOpen: () => boolean
}

export function useOwnJobs(): OwnJobs {
  const job = useJobs(({ jobs }) => jobs.find(({ shownElsewhere }) => shownElsewhere) ?? null)
  const open = useRef(true)
  useEffect(() => {
    open.current = true
    return () => {
      open.current = false
    }
  }, [])
  return { job, isOpen: useCallback(() => open.current, []) }
}

/** What a dialog was reading when it closed or was asked for something else; writing is not closed before its end. */
export function stopOwnJobs(): void {
  for (const job of useJobs.getState().jobs) if (job.shownElsewhere) cancelRunning(job.id)
}

/** What the window does itself, part by part: `signal` tells that the clerk wants it to stop. */
export interface OwnWork {
  readonly signal: AbortSignal
  readonly progress: (progress: Progress) => void
}

const ownWork = new Map<string, AbortController>()

/** Follows long work of the window as a job of the backend is followed: its step, how far it is, Hủy. */
export async function followWork<T>(title: string, work: (own: OwnWork) => Promise<T>): Promise<T> {
  lastNumber += 1
  const id = `work-${Date.now()}-${lastNumber}`
  const controller = new AbortController()
  ownWork.set(id, controller)
  const job: RunningJob = { id, title, startedAt: Date.now(), progress: null, cancelling: false, shownElsewhere: false }
  useJobs.setState(({ jobs }) => ({ jobs: [...jobs, job] }))
  try {
    return await work({ signal: controller.signal, progress: (progress) => reportProgress(id, progress) })
  } finally {
    ownWork.delete(id)
    useJobs.setState(({ jobs }) => ({ jobs: jobs.filter((running) => running.id !== id) }))
  }
}

export function cancelRunning(id: string): void {
  ownWork.get(id)?.abort()
  changeJob(id, (job) => ({ ...job, cancelling: true }))
  cancelJob(id)
}

export function reportProgress(id: string, progress: Progress): void {
  changeJob(id, (job) => ({ ...job, progress }))
}

function changeJob(id: string, change: (job: RunningJob) => RunningJob): void {
  useJobs.setState(({ jobs }) => ({ jobs: jobs.map((job) => (job.id === id ? change(job) : job)) }))
}
