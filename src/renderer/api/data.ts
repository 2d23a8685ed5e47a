import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { Input, NamesOfKind, Output } from '#shared/contract/index.ts'
import { call } from './bridge.ts'
import { valueOf, type Failure } from './failure.ts'
import { queryClient, queryKey } from './query-client.ts'

type QueryName = NamesOfKind<'query'>

interface DataOptions {
  /** False while the input is not complete yet (no plan chosen). */
  readonly enabled?: boolean
}

/** Data of the backend, kept up to date by its `changed` events. While it is asked again the old stays on screen. */
export function useData<N extends QueryName>(
  name: N,
  input: Input<N>,
  options: DataOptions = {},
): UseQueryResult<Output<N>, Failure> {
  return useQuery<Output<N>, Failure>({
    queryKey: queryKey(name, input),
    queryFn: async () => valueOf(await call(name, input)),
    placeholderData: keepPreviousData,
    enabled: options.enabled ?? true,
  })
}

let asked = 0

/**
 * The same outside of rendering: a page of rows for a grid, a check before a dialog. Always asked anew: an answer
 * that was on its way while something was written would be kept as if it were of afterwards.
 */
export function fetchData<N extends QueryName>(name: N, input: Input<N>): Promise<Output<N>> {
  asked += 1
  return queryClient.fetchQuery({
    queryKey: [...queryKey(name, input), asked],
    queryFn: async () => valueOf(await call(name, input)),
    gcTime: 0,
  })
}

/** Asks again for what is on screen of these queries, and waits: for a step that goes on with the new answer. */
export async function refreshData(...names: readonly QueryName[]): Promise<void> {
  await Promise.all(names.map((name) => queryClient.invalidateQueries({ queryKey: [name] })))
}
