import {
  CancelledError,
  hashKey,
  notifyManager,
  QueryCache,
  QueryClient,
} from '@tanstack/query-core';
import { clearEtagCache, ProblemError, type QueryOptions } from '../api/client.ts';
import { type Session, session } from '../api/session.ts';

// In time for the next frame, so that what changes together is drawn together.
notifyManager.setScheduler(queueMicrotask);

/** Twice more, after half a second and a second, where the server may only be away for a moment. */
const MAX_RETRIES = 2;
const FIRST_RETRY_DELAY_MS = 500;

/** What the workbench knows of the server's state: asked for by key, kept while it is on screen and a while after. */
export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: handleQueryError }),
  defaultOptions: {
    queries: {
      // What was read before is shown at once, and asked for again whenever a screen opens.
      staleTime: 0,
      gcTime: 5 * 60_000,
      retry: (failures, error) =>
        failures < MAX_RETRIES && error instanceof ProblemError && error.isTemporary,
      retryDelay: (failures) => FIRST_RETRY_DELAY_MS * 2 ** failures,
      // A server in the house may be reached while the browser thinks it is offline.
      networkMode: 'always',
      // Reading the list of responses is audited: it is read when somebody asks for it, not when a tab comes to the front.
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
    },
  },
});

function handleQueryError(error: Error): void {
  signOutIfUnauthorized(error);
  // Broken off, as where another person's answer is awaited by now.
  if (error instanceof DOMException && error.name === 'AbortError') return;
  // Anything else but what the server said is a fault of ours, and no screen's to show.
  if (!(error instanceof ProblemError)) queueMicrotask(() => Promise.reject(error));
}

/** A session that ended asks the reader to sign in again, whatever it was that the server refused for it. */
export function signOutIfUnauthorized(error: Error): void {
  if (error instanceof ProblemError && error.endsSession) {
    queryClient.setQueryData(session.queryKey, null);
  }
}

/** What the server says now; where a newer answer came meanwhile, that one. Throws a ProblemError. */
export async function askNow<T>(options: QueryOptions<T>): Promise<T | undefined> {
  try {
    return await queryClient.fetchQuery({ ...options, retry: false });
  } catch (error) {
    if (error instanceof CancelledError) return queryClient.getQueryData<T>(options.queryKey);
    throw error;
  }
}

/** After a change: whatever stands below one of these keys is asked for again where it is on screen. */
export function invalidate(...keys: (readonly unknown[])[]): void {
  for (const queryKey of keys) void queryClient.invalidateQueries({ queryKey });
}

/** After a change that was answered by what it led to: that is shown as it is, all else below the keys is asked for again. */
export function setAndInvalidate<T>(
  { queryKey }: QueryOptions<T>,
  data: T,
  ...keys: (readonly unknown[])[]
): void {
  const answered = hashKey(queryKey);
  const predicate = ({ queryHash }: { queryHash: string }) => queryHash !== answered;
  // A question under way was asked before the change; its answer would come too late.
  void queryClient.cancelQueries({ queryKey, exact: true });
  queryClient.setQueryData<T>(queryKey, data);
  for (const queryKey of keys) void queryClient.invalidateQueries({ queryKey, predicate });
}

/** Forgets everything, as after signing in or out; what is on screen is asked for anew. */
export function forgetServerState(): void {
  clearEtagCache();
  queryClient.removeQueries({ type: 'inactive' });
  void queryClient.resetQueries();
}

/** Forgets what was said in another language, or to another person: all but who is signed in. */
export function forgetServerWords(): void {
  const predicate = ({ queryHash }: { queryHash: string }) =>
    queryHash !== hashKey(session.queryKey);
  clearEtagCache();
  queryClient.removeQueries({ type: 'inactive', predicate });
  void queryClient.resetQueries({ predicate });
}

/** After somebody came in where nobody was: who it is, and nothing of what a stranger was told but what he looks at. */
export function startAs(person: Session): void {
  clearEtagCache();
  queryClient.removeQueries({ type: 'inactive' });
  queryClient.setQueryData(session.queryKey, person);
}

/** After somebody signed in again: what was refused meanwhile is asked for once more, and the screen stays. */
export function goOnAs(person: Session): void {
  queryClient.setQueryData(session.queryKey, person);
  void queryClient.invalidateQueries({
    predicate: ({ queryHash }) => queryHash !== hashKey(session.queryKey),
  });
}
