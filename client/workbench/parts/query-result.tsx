import type { ComponentChildren } from 'preact';
import type { QueryState } from '../data/use-query.ts';
import { useWords } from '../language.tsx';
import { NotForYou } from './not-for-you.tsx';
import { NotFound } from './not-found.tsx';
import { ProblemNotice } from './problem-notice.tsx';
import { sharedWords } from './words.ts';

/** What a query was answered, once it is here; until then, or instead, how it stands. */
export function QueryResult<T>(props: {
  query: QueryState<T>;
  children: (data: T) => ComponentChildren;
}) {
  const { query, children } = props;
  if (query.status === 'pending') return <Loading />;
  if (query.status === 'success') return <>{children(query.data)}</>;
  if (query.problem.status === 404) return <NotFound title={query.problem.title} />;
  if (query.problem.code === 'not-allowed') return <NotForYou />;
  return (
    <div class="page">
      <ProblemNotice problem={query.problem} retry={query.retry} />
    </div>
  );
}

/** Shown after a moment only, so that a fast answer does not flicker. */
export function Loading() {
  const shared = useWords(sharedWords);
  return (
    <div class="loading page" role="status">
      <span class="visually-hidden">{shared.loading}</span>
      <i />
      <i />
      <i />
    </div>
  );
}
