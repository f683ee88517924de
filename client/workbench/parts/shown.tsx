import type { ComponentChildren } from 'preact';
import type { Loaded } from '../known.ts';
import { Failed } from './failed.tsx';
import { Loading } from './loading.tsx';
import { NotFound } from './not-found.tsx';

/** A resource's screen once it is here; until then, or instead, where it stands. */
export function Shown<T>({
  of,
  children,
}: {
  of: Loaded<T>;
  children: (data: T) => ComponentChildren;
}) {
  if (of.state === 'loading') return <Loading />;
  if (of.state === 'ready') return <>{children(of.data)}</>;
  if (of.problem.status === 404) return <NotFound title={of.problem.title} />;
  return (
    <div class="page">
      <Failed problem={of.problem} again={of.again} />
    </div>
  );
}
