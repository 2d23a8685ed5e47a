import { afterShown, isTurnWaiting, queryClient } from '#renderer/api/query-client.ts'

// The table knows the parts around it and not the backend's answers.
export { dataTurn } from '#renderer/api/query-client.ts'

/**
 * Calls when everything that was asked of the backend has been answered and the screen has the answers; answers how to
 * stop listening. An answer is known at once and handed to the screen a little later, on a busy machine frames later.
 */
export function onDataArrived(listener: () => void): () => void {
  let listens = true
  const stop = queryClient.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || event.action.type !== 'success' || isReading()) return
    afterShown(() => {
      if (listens && !isReading()) listener()
    })
  })
  return () => {
    listens = false
    stop()
  }
}

/** Something is being asked of the backend, or is about to be because it changed. */
export function isReading(): boolean {
  return isTurnWaiting() || queryClient.isFetching() > 0
}
