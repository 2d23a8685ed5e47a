import { queryClient } from '#renderer/api/query-client.ts'

/** Calls when everything that was asked of the backend has been answered; answers how to stop listening. */
export function onDataArrived(listener: () => void): () => void {
  return queryClient.getQueryCache().subscribe((event) => {
    if (event.type === 'updated' && event.action.type === 'success' && queryClient.isFetching() === 0) listener()
  })
}
