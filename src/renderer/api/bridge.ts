import type { AppResult } from '#shared/contract/errors.ts'
import type { BackendEvent } from '#shared/contract/events.ts'
import type { HostInput, HostOperationName, HostOutput } from '#shared/contract/host.ts'
import type { Input, OperationName, Output } from '#shared/contract/index.ts'

/** What the preload puts into the window. Names and inputs are checked again behind it. */
interface Bridge {
  /** Input and answer are JSON. */
  call(name: string, input: string, job?: string): Promise<string>
  pathOf(file: File): string
  cancel(job: string): void
  on(listener: (event: BackendEvent) => void): () => void
}

declare global {
  interface Window {
    readonly chitieu: Bridge
  }
}

/** Asks the backend. An expected failure is a value; a rejected promise is a bug. */
export async function call<N extends OperationName>(
  name: N,
  input: Input<N>,
  job?: string,
): Promise<AppResult<Output<N>>> {
  // The backend answers an operation with the shape its contract names.
  return JSON.parse(await window.chitieu.call(name, JSON.stringify(input), job)) as AppResult<Output<N>>
}

/** Asks the program around the window: dialogs, opening files. */
export async function callHost<N extends HostOperationName>(
  name: N,
  input: HostInput<N>,
): Promise<AppResult<HostOutput<N>>> {
  return JSON.parse(await window.chitieu.call(name, JSON.stringify(input))) as AppResult<HostOutput<N>>
}

/** Where a dropped file lies; '' when it lies nowhere. */
export function pathOf(file: File): string {
  return window.chitieu.pathOf(file)
}

export function cancelJob(job: string): void {
  window.chitieu.cancel(job)
}

export function listen(listener: (event: BackendEvent) => void): () => void {
  return window.chitieu.on(listener)
}
