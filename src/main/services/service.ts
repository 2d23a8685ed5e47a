import type { Contract, OperationName, Output, ParsedInput } from '#shared/contract/index.ts'
import type { AppResult } from '#shared/contract/errors.ts'
import type { Progress } from '#shared/contract/events.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import type { ReadStore, Store } from '../db/store.ts'
import type { ForeignReader } from './ports.ts'

/** What every service gets: where it runs, never how it was called. */
export interface QueryContext {
  readonly store: ReadStore
  /** Folder of everything read at run time (migrations, catalogues, format rules). */
  readonly resources: string
  readonly clock: () => Date
  /** Today in the office: `--as-of` and the as-of picker default to it. */
  readonly today: () => IsoDate
}

export interface CommandContext extends QueryContext {
  readonly store: Store
  readonly newId: () => string
  readonly foreign: ForeignReader
}

export interface JobContext extends CommandContext {
  readonly signal: AbortSignal
  /** Tells how far the job is; cheap, may be called for every row. */
  readonly progress: (progress: Progress) => void
}

type Answer<N extends OperationName> = AppResult<Output<N>> | Promise<AppResult<Output<N>>>
type ContextOf<N extends OperationName> = Contract[N]['kind'] extends 'query'
  ? QueryContext
  : Contract[N]['kind'] extends 'command'
    ? CommandContext
    : JobContext

export type Handler<N extends OperationName> = (context: ContextOf<N>, input: ParsedInput<N>) => Answer<N>

/** Handlers of one contract area: `export const unitsService: Service<keyof typeof unitsContract> = {…}`. */
export type Service<N extends OperationName> = { readonly [K in N]: Handler<K> }
