import type { z } from 'zod'

/**
 * The contract is stated once, here and in the area files beside this one; the client of the window,
 * the allow-list of the preload, the validation of the backend and the command line derive from it.
 *
 * query    reads; answered from a read-only connection where it can be
 * command  writes in one transaction; the backend then sends `changed` with the areas touched
 * job      long work: sends `progress` events with the job's id and can be cancelled until it writes
 */
export type OperationKind = 'query' | 'command' | 'job'

/** Areas of data a command touches; the window reloads what it shows of them. */
export type Area =
  | 'settings'
  | 'units'
  | 'indicators'
  | 'plans'
  | 'targets'
  | 'catalogues'
  | 'enterprises'
  | 'unions'
  | 'organisation'
  | 'results'
  | 'documents'
  | 'exchange'
  | 'history'

export interface Operation<
  Kind extends OperationKind = OperationKind,
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
> {
  readonly kind: Kind
  readonly input: Input
  readonly output: Output
  readonly touches: readonly Area[]
}

export function defineQuery<I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Operation<'query', I, O> {
  return { kind: 'query', input, output, touches: [] }
}

export function defineCommand<I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
  touches: readonly Area[],
): Operation<'command', I, O> {
  return { kind: 'command', input, output, touches }
}

export function defineJob<I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
  touches: readonly Area[],
): Operation<'job', I, O> {
  return { kind: 'job', input, output, touches }
}

/** What a caller may pass (before defaults are filled in). */
export type InputOf<Op> = Op extends { readonly input: infer I extends z.ZodType } ? z.input<I> : never
/** What a service receives (after defaults). */
export type ParsedInputOf<Op> = Op extends { readonly input: infer I extends z.ZodType } ? z.output<I> : never
export type OutputOf<Op> = Op extends { readonly output: infer O extends z.ZodType } ? z.output<O> : never
