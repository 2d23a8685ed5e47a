import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import type { OperationRow } from '#shared/contract/history.ts'
import { call } from '#renderer/api/bridge.ts'
import { valueOf } from '#renderer/api/failure.ts'

const PAGE = 100

/** The list of operations as far as it was scrolled; read again from the top after every change. */
export function useOperations(): {
  readonly operations: readonly OperationRow[]
  readonly more: boolean
  readonly loadMore: () => void
} {
  const query = useInfiniteQuery({
    queryKey: ['history.list', { limit: PAGE }],
    initialPageParam: null as number | null,
    queryFn: async ({ pageParam }) => valueOf(await call('history.list', { limit: PAGE, before: pageParam })),
    getNextPageParam: (page) => (page.length < PAGE ? null : (page.at(-1)?.sequence ?? null)),
    placeholderData: keepPreviousData,
  })
  return {
    operations: query.data?.pages.flat() ?? [],
    more: query.hasNextPage,
    loadMore: () => {
      if (!query.isFetchingNextPage) void query.fetchNextPage()
    },
  }
}
