import type { BackendEvent } from '#shared/contract/events.ts'

// What crosses between the window's main process, the backend process and its threads.
// A parser is started by the main process (only it can fork utility processes) on behalf of the writer;
// `channel` names one.
//
// What an operation gets and answers crosses as JSON text, written once and read once. As an object it would be copied
// member by member at each of five borders, and a page of 100 rows has some 5,000 members: that took longer than
// reading the page from the file. So whatever the contract names must be sayable in JSON; a test holds it.

/** Towards the backend. */
export type ToBackend =
  | {
      readonly type: 'call'
      readonly id: number
      readonly name: string
      /** JSON. */
      readonly input: string
      readonly job: string | null
    }
  | { readonly type: 'cancel'; readonly job: string }
  | { readonly type: 'parser-said'; readonly channel: number; readonly message: unknown }
  | { readonly type: 'parser-ended'; readonly channel: number; readonly code: number | null }
  /** Only router → reader: answer from this file from now on. */
  | { readonly type: 'use'; readonly file: string | null }

/** From the backend. */
export type FromBackend =
  /** `text`: the result, in JSON. */
  | { readonly type: 'answer'; readonly id: number; readonly text: string }
  | { readonly type: 'event'; readonly event: BackendEvent }
  | { readonly type: 'parser-start'; readonly channel: number }
  | { readonly type: 'parser-post'; readonly channel: number; readonly message: unknown }
  | { readonly type: 'parser-kill'; readonly channel: number }
  | { readonly type: 'incident'; readonly incident: string; readonly detail: string }

/** Begins the names of operations on data files as such; only their answers tell which one is open. */
export const FILE_OPERATIONS = 'file.'
/** Begins the names of what the program around the window answers. */
export const HOST_OPERATIONS = 'host.'

/** What a text from over the wire says; undefined, which no operation takes, when it is no JSON. */
export function readInput(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export interface ThreadSetup {
  readonly role: 'writer' | 'reader'
  readonly resources: string
}
