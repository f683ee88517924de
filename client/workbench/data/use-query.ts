import { QueryObserver, type QueryObserverOptions } from '@tanstack/query-core';
import { useEffect, useReducer, useState } from 'preact/hooks';
import { type Problem, ProblemError, type QueryOptions } from '../api/client.ts';
import { queryClient } from './query-client.ts';

/** Where a question to the server stands: on its way, answered (perhaps being asked again), or refused. */
export type QueryState<T> =
  | { status: 'pending'; data?: undefined }
  | { status: 'error'; data?: undefined; problem: Problem; retry(): void }
  | { status: 'success'; data: T };

/** What a screen may add to a question: how it is kept current, and what stands in while it is on its way. */
type Refinements<T> = Pick<
  QueryObserverOptions<T>,
  'placeholderData' | 'refetchInterval' | 'refetchIntervalInBackground' | 'refetchOnWindowFocus'
>;

/** The answer as it stands: asked for when the screen opens, and again after it was invalidated. */
export function useQuery<T>(options: QueryOptions<T> & Refinements<T>): QueryState<T> {
  const [, redraw] = useReducer((drawn: number, _: undefined) => drawn + 1, 0);
  const [observer] = useState(() => new QueryObserver<T>(queryClient, options));
  // With its first draw the question counts as under way, though it is only asked once the screen stands.
  const defaulted = {
    ...queryClient.defaultQueryOptions(options as QueryObserverOptions<T>),
    _optimisticResults: 'optimistic' as const,
  };
  const result = observer.trackResult(observer.getOptimisticResult(defaulted));

  useEffect(() => {
    const unsubscribe = observer.subscribe(() => redraw(undefined));
    // An answer may have come between the first draw and now.
    observer.updateResult();
    return unsubscribe;
  }, [observer]);
  useEffect(() => observer.setOptions(defaulted));

  const { data, error } = result;
  // Where the server is out of reach for a moment, what it said before stays on the screen; a refusal takes it away.
  // So does what stood there when the session ended, until somebody has signed in again.
  const sessionOver = error instanceof ProblemError && error.endsSession;
  const refused = error instanceof ProblemError && !error.isTemporary && !sessionOver;
  if (data !== undefined && !refused) return { status: 'success', data };
  if (!(error instanceof ProblemError) || sessionOver || result.isFetching)
    return { status: 'pending' };
  return { status: 'error', problem: error.problem, retry: () => void result.refetch() };
}
