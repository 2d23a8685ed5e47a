import { listen } from './bridge.ts'
import { reportProgress } from './jobs.ts'
import { invalidateSoon } from './query-client.ts'
import { markSaved } from './saving.ts'

/** Keeps the window in step with the backend for as long as it lives. */
export function followBackend(): () => void {
  return listen((event) => {
    if (event.type === 'progress') {
      reportProgress(event.job, event.progress)
      return
    }
    // Files to be opened have a listener of their own.
    if (event.type === 'opened') return
    markSaved(event.savedAt)
    invalidateSoon(event.areas)
  })
}
