import { QueryCache, QueryClient } from '@tanstack/react-query'
import type { Area } from '#shared/contract/core.ts'
import type { OperationName } from '#shared/contract/index.ts'

/** Told of every query that failed; the frame shows it, so that no screen stays silently empty. */
let tellFailure: (failure: Error) => void = () => undefined

export function onQueryFailure(listener: (failure: Error) => void): void {
  tellFailure = listener
}

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: (failure) => tellFailure(failure) }),
  defaultOptions: {
    // The backend is on this machine: the network never matters, and only its `changed` events make data old.
    queries: { networkMode: 'always', staleTime: Infinity, retry: false, refetchOnWindowFocus: false },
    mutations: { networkMode: 'always', retry: false },
  },
})

/**
 * Which areas a query reads, by the first word of its name. A query that is not named here is asked again
 * after every change: slower, never wrong.
 */
const READS: Readonly<Record<string, readonly Area[]>> = {
  unitTypes: ['units'],
  units: ['units'],
  settings: ['settings', 'units'],
  indicators: ['indicators'],
  assigners: ['indicators', 'targets'],
  plans: ['plans', 'targets', 'indicators', 'units'],
  enterprises: ['enterprises', 'units', 'catalogues'],
  unions: ['unions', 'enterprises', 'units', 'catalogues'],
  unionRules: ['unions'],
  people: ['catalogues', 'units'],
  stages: ['catalogues'],
  reasons: ['catalogues'],
  legalForms: ['catalogues'],
  targets: ['targets', 'plans', 'indicators', 'units', 'results'],
}

export function queryKey(name: OperationName, input: unknown): readonly [OperationName, unknown] {
  return [name, input]
}

/** Makes old what reads any of the areas; what is on screen is asked again at once. */
export function invalidateAreas(areas: readonly Area[]): void {
  void queryClient.invalidateQueries({
    predicate: ({ queryKey: [name] }) => {
      const reads = READS[String(name).split('.')[0] ?? '']
      return reads === undefined || reads.some((area) => areas.includes(area))
    },
  })
}
