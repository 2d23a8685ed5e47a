import path from 'node:path'
import { onTestFinished } from 'vitest'
import type { Input, OperationName, Output } from '#shared/contract/index.ts'
import type { ErrorCode } from '#shared/contract/errors.ts'
import { createBackend, type Backend, type BackendOptions, type CallOptions } from '#main/backend.ts'
import { forkParser } from '#main/hosts/cli/fork-parser.ts'
import { createIds, type NewId } from '#main/ids.ts'
import { RESOURCES } from '#tests/support/resources.ts'
import { makeKeptFolder } from '#tests/support/temp-folder.ts'

/** The day every test backend believes it is, unless told otherwise: noon, so that no time zone moves it. */
export const TEST_DAY = '2024-10-05'

export interface TestBackendOptions {
  /** `empty` (default): a province without units; `sample`: the sample province; `none`: no data file is open. */
  readonly province?: 'empty' | 'sample' | 'none'
  readonly name?: string
  /** ISO day of the fixed clock. */
  readonly today?: string
  readonly options?: Partial<BackendOptions>
  /** For `beforeAll`: the backend stays open until `close` is called. Otherwise it goes with the running test. */
  readonly untilClosed?: boolean
}

export interface TestBackend {
  readonly backend: Backend
  /** The open data file; with `none`, where one could be made. */
  readonly file: string
  /** A folder of this backend's own, removed with it. */
  readonly folder: string
  readonly close: () => void
  /** Calls and answers the value; a refusal fails the test with the sentence. */
  readonly call: <N extends OperationName>(name: N, input: Input<N>, options?: CallOptions) => Promise<Output<N>>
  /** Calls what must be refused and answers the code; success fails the test. */
  readonly refuse: <N extends OperationName>(name: N, input: Input<N>, options?: CallOptions) => Promise<ErrorCode>
}

/**
 * The real backend on a real data file in a folder of its own. Only clock and ids are fixed. What is thrown
 * inside comes out of the test whole instead of as an incident number.
 */
export async function openTestBackend(wanted: TestBackendOptions = {}): Promise<TestBackend> {
  const { province = 'empty', name = 'Liên đoàn Lao động tỉnh Thử Nghiệm', today = TEST_DAY } = wanted
  const { folder, remove } = makeKeptFolder()
  const file = path.join(folder, 'thử.chitieu-db')
  const made = createBackend({
    dbFile: null,
    resources: RESOURCES,
    foreign: { start: forkParser },
    origin: 'test',
    clock: fixedClock(today),
    newId: fixedIds(today),
    log: (_incident, thrown) => {
      throw thrown
    },
    ...wanted.options,
  })
  if (!made.ok) throw new Error(made.error.message)
  const backend = made.value
  const close = (): void => {
    backend.close()
    remove()
  }
  if (wanted.untilClosed !== true) onTestFinished(close)

  const opened: TestBackend = {
    backend,
    file,
    folder,
    close,
    call: async (operation, input, options) => {
      const result = await backend.call(operation, input, options)
      if (!result.ok) throw new Error(`${operation}: ${result.error.code}: ${result.error.message}`)
      return result.value
    },
    refuse: async (operation, input, options) => {
      const result = await backend.call(operation, input, options)
      if (result.ok) throw new Error(`${operation} was not refused: ${JSON.stringify(result.value)}`)
      return result.error.code
    },
  }
  if (province === 'empty') await opened.call('file.create', { file, setup: { name } })
  if (province === 'sample') await opened.call('file.createSample', { file })
  return opened
}

/** A clock that stands at noon of a day. */
export function fixedClock(day: string): () => Date {
  return () => new Date(`${day}T12:00:00`)
}

/** Ids that begin alike on every run and rise; only their random part differs. */
export function fixedIds(day: string): NewId {
  const at = Date.parse(`${day}T12:00:00Z`)
  return createIds(() => at)
}
