import type { AppResult } from '#shared/contract/errors.ts'
import type { BackendEvent } from '#shared/contract/events.ts'

// What crosses between the window's main process, the backend process and its threads.
// A parser is started by the main process (only it can fork utility processes) on behalf of the writer;
// `channel` names one.

/** Towards the backend. */
export type ToBackend =
  | {
      readonly type: 'call'
      readonly id: number
      readonly name: string
      readonly input: unknown
      readonly job: string | null
    }
  | { readonly type: 'cancel'; readonly job: string }
  | { readonly type: 'parser-said'; readonly channel: number; readonly message: unknown }
  | { readonly type: 'parser-ended'; readonly channel: number; readonly code: number | null }
  /** Only router → reader: answer from this file from now on. */
  | { readonly type: 'use'; readonly file: string | null }

/** From the backend. */
export type FromBackend =
  | { readonly type: 'answer'; readonly id: number; readonly result: AppResult<unknown> }
  | { readonly type: 'event'; readonly event: BackendEvent }
  | { readonly type: 'parser-start'; readonly channel: number }
  | { readonly type: 'parser-post'; readonly channel: number; readonly message: unknown }
  | { readonly type: 'parser-kill'; readonly channel: number }
  | { readonly type: 'incident'; readonly incident: string; readonly detail: string }

export interface ThreadSetup {
  readonly role: 'writer' | 'reader'
  readonly resources: string
}
