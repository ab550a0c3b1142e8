import { useInfiniteQuery } from '@tanstack/react-query'
import { type AnswerOf, api, type Domain, type InputOf, type Operation } from '../api/door.ts'
import { toastError } from './toast.ts'

type Row<D extends Domain, O extends Operation<D>> =
  AnswerOf<D, O> extends { readonly rows: readonly (infer R)[] } ? R : never

interface Page<D extends Domain, O extends Operation<D>> {
  readonly rows: readonly Row<D, O>[]
  readonly next: string | null
}

/** A list that the core gives in pages, newest first: the rows so far, and how to get more. */
export function usePages<D extends Domain, O extends Operation<D>>(
  domain: D,
  operation: O,
  input: Omit<InputOf<D, O>, 'after'>,
) {
  const query = useInfiniteQuery({
    queryKey: [domain, operation, 'pages', input],
    queryFn: async ({ pageParam }) => {
      const ask = api[domain][operation] as (given: unknown) => Promise<Page<D, O>>
      return await ask({ ...input, after: pageParam })
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page: Page<D, O>) => page.next,
  })
  const pages = query.data?.pages

  async function loadMore(): Promise<void> {
    const { isFetchNextPageError, error } = await query.fetchNextPage()
    if (isFetchNextPageError) toastError(error)
  }

  return {
    data: pages && {
      rows: pages.flatMap((page) => page.rows),
      more: query.hasNextPage ? { load: () => void loadMore(), busy: query.isFetchingNextPage } : null,
    },
    error: query.error,
    refetch: query.refetch,
  }
}
