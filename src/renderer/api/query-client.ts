import { notifyManager, QueryCache, QueryClient } from '@tanstack/react-query'
import type { Area } from '#shared/contract/core.ts'
import type { OperationName } from '#shared/contract/index.ts'
import { create } from 'zustand'

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
  file: ['settings', 'units'],
  sizeBands: ['settings'],
  unitTypes: ['units'],
  units: ['units'],
  settings: ['settings', 'units'],
  indicators: ['indicators'],
  assigners: ['indicators', 'targets'],
  plans: ['plans', 'targets', 'indicators', 'units'],
  enterprises: ['enterprises', 'units', 'catalogues'],
  unions: ['unions', 'enterprises', 'units', 'catalogues'],
  unionRules: ['unions'],
  committees: ['organisation', 'catalogues', 'units'],
  assignments: ['organisation', 'enterprises', 'unions', 'catalogues', 'units'],
  collaborators: ['organisation', 'enterprises', 'units'],
  visits: ['organisation', 'enterprises', 'catalogues', 'units'],
  remedies: ['organisation', 'enterprises', 'unions', 'catalogues', 'units'],
  people: ['catalogues', 'units'],
  stages: ['catalogues'],
  reasons: ['catalogues'],
  legalForms: ['catalogues'],
  targets: ['targets', 'plans', 'indicators', 'units', 'results'],
}

export function queryKey(name: OperationName, input: unknown): readonly [OperationName, unknown] {
  return [name, input]
}

const useAreaVersions = create<Partial<Readonly<Record<Area, number>>>>(() => ({}))

/**
 * A number that rises whenever what these queries read may have changed; 0 until then. For a table that reads its pages
 * itself: it reads them again, and nothing has to be asked first.
 */
export function useDataVersion(name: keyof typeof READS): number {
  return useAreaVersions((versions) => (READS[name] ?? []).reduce((sum, area) => sum + (versions[area] ?? 0), 0))
}

/** Calls once the screen was told of every answer known by now: through the same queue, behind them. */
export function afterShown(run: () => void): void {
  notifyManager.schedule(run)
}

let turns = 0

/**
 * How often data on screen was read again because something changed. What the backend took in one turn is surely in
 * what was read in a later one; it may or may not be in that of its own.
 */
export function dataTurn(): number {
  return turns
}

/** Makes old what reads any of the areas; what is on screen is asked again at once. */
function invalidateAreas(areas: ReadonlySet<Area>): void {
  turns += 1
  useAreaVersions.setState((versions) =>
    Object.fromEntries([...areas].map((area) => [area, (versions[area] ?? 0) + 1])),
  )
  void queryClient.invalidateQueries({
    predicate: ({ queryKey: [name] }) => {
      const reads = READS[String(name).split('.')[0] ?? '']
      return reads === undefined || reads.some((area) => areas.has(area))
    },
  })
}

const waiting = new Set<Area>()

/** Something changed, and what is on screen is about to be asked again. */
export function isTurnWaiting(): boolean {
  return waiting.size > 0
}

/** A window that is not seen draws no frames. */
const UNSEEN_MS = 60

/** The same right after the next frame: what the command itself answered is shown first, and a burst of changes is one. */
export function invalidateSoon(areas: readonly Area[]): void {
  const isFirst = waiting.size === 0
  for (const area of areas) waiting.add(area)
  if (!isFirst) return
  const run = (): void => {
    clearTimeout(timer)
    const changed = new Set(waiting)
    waiting.clear()
    if (changed.size > 0) invalidateAreas(changed)
  }
  const timer = setTimeout(run, UNSEEN_MS)
  requestAnimationFrame(() => setTimeout(run))
}
