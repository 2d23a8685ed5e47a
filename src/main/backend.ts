import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { contract, isOperationName, type Input, type OperationName, type Output } from '#shared/contract/index.ts'
import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { BackendEvent, Progress } from '#shared/contract/events.ts'
import { describeInputIssue, describeWrongInput } from '#shared/contract/input-words.ts'
import { err } from '#shared/kit/result.ts'
import { DataFile } from './data-file.ts'
import { describeFullDisk } from './db/file-failure.ts'
import { describeSqliteFailure, openForReading } from './db/open.ts'
import { isStale, type ReadStore, type Store } from './db/store.ts'
import { createIds, type NewId } from './ids.ts'
import { fileService, isFileOperation } from './services/files.ts'
import { services } from './services/index.ts'
import type { ForeignReader } from './services/ports.ts'
import type { CommandContext, JobContext, QueryContext } from './services/service.ts'
import { readUserName } from './services/settings.ts'

z.config({ localeError: describeInputIssue })

export interface BackendOptions {
  /** Data file to open at once; null waits for `file.open` or `file.create`. */
  readonly dbFile: string | null
  readonly resources: string
  readonly foreign: ForeignReader
  /** Where its writes come from, as history shows it. */
  readonly origin: 'window' | 'command-line' | 'test'
  readonly clock?: () => Date
  readonly newId?: NewId
  /** Gets what was thrown, by incident; nothing of the clerk's data. */
  readonly log?: (incident: string, thrown: unknown) => void
}

export interface CallOptions {
  /** Names the job in progress events. */
  readonly job?: string
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: Progress) => void
}

export interface Backend {
  call<N extends OperationName>(name: N, input: Input<N>, options?: CallOptions): Promise<AppResult<Output<N>>>
  /** The same for a caller that got name and input over a wire; both are checked. */
  callUnchecked(name: string, input: unknown, options?: CallOptions): Promise<AppResult<unknown>>
  onEvent(listener: (event: BackendEvent) => void): () => void
  close(): void
}

/** Opens the backend. When `dbFile` is given and can't be opened, that failure is the result. */
export function createBackend(options: BackendOptions): AppResult<Backend> {
  const clock = options.clock ?? ((): Date => new Date())
  const newId = options.newId ?? createIds()
  const dataFile = new DataFile({
    resources: options.resources,
    identity: { origin: options.origin, who: () => currentUser(dataFile.store()), clock, newId },
  })
  if (options.dbFile !== null) {
    const opened = dataFile.open(options.dbFile)
    if (!opened.ok) return opened
  }
  const listeners = new Set<(event: BackendEvent) => void>()
  const emit = (event: BackendEvent): void => listeners.forEach((listener) => listener(event))
  const files = fileService(dataFile, {
    resources: options.resources,
    clock,
    newId,
    foreign: options.foreign,
    today: () => localDay(clock()),
  })

  async function run(name: OperationName, input: unknown, call: CallOptions): Promise<AppResult<unknown>> {
    const store = dataFile.store()
    if (isFileOperation(name)) return invoke(files[name], undefined, input)
    if (store === null) return fail('NO_DATA_FILE')
    const progress = (value: Progress): void => {
      call.onProgress?.(value)
      if (call.job !== undefined) emit({ type: 'progress', job: call.job, progress: value })
    }
    const context: JobContext & CommandContext = {
      ...readContext(store, options.resources, clock),
      store,
      newId,
      foreign: options.foreign,
      signal: call.signal ?? new AbortController().signal,
      progress,
    }
    return decideAgain(store, () => invoke(services[name], context, input))
  }

  async function callUnchecked(name: string, input: unknown, call: CallOptions = {}): Promise<AppResult<unknown>> {
    const result = await guarded(name, input, options.log, dataFile.store()?.file ?? '', (operation, parsed) =>
      run(operation, parsed, call),
    )
    if (result.ok && isOperationName(name) && contract[name].touches.length > 0 && !isTrial(input))
      emit({ type: 'changed', areas: contract[name].touches, savedAt: clock().toISOString() })
    return result
  }

  return {
    ok: true,
    value: {
      // The contract's types and its validation are the same statement, so the answer has the named shape.
      call: (name, input, call) => callUnchecked(name, input, call) as never,
      callUnchecked,
      onEvent: (listener) => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
      close: () => dataFile.close(),
    },
  }
}

export interface Reader {
  use(file: string | null): AppResult<null>
  callUnchecked(name: string, input: unknown): Promise<AppResult<unknown>>
  close(): void
}

/**
 * Answers queries from a second, read-only connection, on a thread of its own: pages are served
 * while the writing thread is inside a long transaction.
 */
export function createReader(options: Pick<BackendOptions, 'resources' | 'clock' | 'log'>): Reader {
  const clock = options.clock ?? ((): Date => new Date())
  let store: (ReadStore & { close(): void }) | null = null
  return {
    use(file) {
      store?.close()
      store = null
      if (file === null) return { ok: true, value: null }
      const opened = openForReading(file, options.resources)
      if (!opened.ok) return opened
      store = opened.value
      return { ok: true, value: null }
    },
    callUnchecked: (name, input) =>
      guarded(name, input, options.log, store?.file ?? '', async (operation, parsed) => {
        if (store === null) return fail('NO_DATA_FILE')
        if (contract[operation].kind !== 'query' || isFileOperation(operation))
          throw new Error(`${operation} is not for the reader`)
        return invoke(services[operation], readContext(store, options.resources, clock), parsed)
      }),
    close: () => store?.close(),
  }
}

function readContext<S extends ReadStore>(
  store: S,
  resources: string,
  clock: () => Date,
): QueryContext & { readonly store: S } {
  return { store, resources, clock, today: () => localDay(clock()) }
}

/** The calendar day where the office is, not in Greenwich: at 6 a.m. in Vietnam they differ. */
function localDay(at: Date): string {
  const pad = (value: number): string => String(value).padStart(2, '0')
  return `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}`
}

/** Asked only what would be refused: nothing changed. */
function isTrial(input: unknown): boolean {
  return typeof input === 'object' && input !== null && 'dryRun' in input && input.dryRun === true
}

function currentUser(store: Store | null): string {
  return store === null ? '' : readUserName(store)
}

const MOST_DECISIONS = 5

/**
 * Asks a service, and asks it again when another program wrote between its reading and its writing: it then decides
 * on what stands there now. Only a service that has written nothing yet is asked again.
 */
async function decideAgain(store: Store, ask: () => Promise<AppResult<unknown>>): Promise<AppResult<unknown>> {
  const before = store.written()
  for (let times = 1; ; times++) {
    store.look()
    try {
      return await ask()
    } catch (thrown) {
      if (!isStale(thrown) || store.written() !== before || times === MOST_DECISIONS) throw thrown
    }
  }
}

// Names and handlers come from one typed table; indexing it by a run-time name loses the pairing,
// which `guarded` has restored by parsing the input with that very operation's schema.
function invoke(handler: unknown, context: unknown, input: unknown): Promise<AppResult<unknown>> {
  return (handler as (context: unknown, input: unknown) => Promise<AppResult<unknown>>)(context, input)
}

async function guarded(
  name: string,
  input: unknown,
  log: BackendOptions['log'],
  file: string,
  run: (operation: OperationName, parsed: unknown) => Promise<AppResult<unknown>>,
): Promise<AppResult<unknown>> {
  if (!isOperationName(name)) return fail('OPERATION_UNKNOWN', { name })
  const parsed = contract[name].input.safeParse(input)
  if (!parsed.success) return fail('INPUT_INVALID', { what: describeWrongInput(parsed.error) })
  try {
    return await run(name, parsed.data)
  } catch (thrown) {
    const known = describeSqliteFailure(thrown, file) ?? describeFullDisk(thrown)
    if (known) return err(known)
    const incident = randomBytes(2).toString('hex').toUpperCase()
    log?.(incident, thrown)
    return fail('UNEXPECTED', { incident })
  }
}
