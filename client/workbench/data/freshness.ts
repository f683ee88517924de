import type { Query } from '@tanstack/query-core';
import { useEffect, useState } from 'preact/hooks';
import { ProblemError } from '../api/client.ts';
import { evaluationsKey } from '../api/evaluations.ts';
import { surveysKey } from '../api/surveys.ts';
import { lineNow, watchLine } from './line.ts';
import { queryClient } from './query-client.ts';
import { lineVouches } from './take-in.ts';

/** When what is on screen was right for the last time, in milliseconds since 1970, and whether asking again has failed since. */
export interface Freshness {
  asOf: number;
  failing: boolean;
}

/** What moves with the fieldwork and with what scorers enter; definitions never change, and who is signed in is no number. */
const MOVING = new Set<unknown>([evaluationsKey[0], surveysKey[0]]);

const onScreen = () =>
  queryClient
    .getQueryCache()
    .findAll({ type: 'active' })
    .filter(({ queryKey, state }) => MOVING.has(queryKey[0]) && state.data !== undefined);

/** Only the server being out of reach leaves old numbers standing; a refusal takes them away. */
const isFailing = ({ state }: Query) =>
  state.error instanceof ProblemError && state.error.isTemporary;

/** While what changes comes by itself, what did not come has not changed. */
const rightAt = (query: Query) => Math.max(query.state.dataUpdatedAt, lineVouches(query) ?? 0);

/** Of everything on screen the oldest, since a page is as old as its oldest number; none while nothing moving is shown. */
function freshness(): Freshness | undefined {
  const shown = onScreen();
  if (shown.length === 0) return undefined;
  const asOf = Math.min(...shown.map(rightAt));
  // On a line that is dead without a word, asking does not fail either: it is not answered.
  const isUnanswered = asOf < (lineNow().deadSince ?? 0);
  return { asOf, failing: isUnanswered || shown.some(isFailing) };
}

/** How fresh the screen is. The server's word that nothing has changed (304) makes it as fresh as a new answer. */
export function useFreshness(): Freshness | undefined {
  const [now, setNow] = useState(freshness);
  useEffect(() => {
    const follow = () => {
      const next = freshness();
      setNow((last) =>
        last?.asOf === next?.asOf && last?.failing === next?.failing ? last : next,
      );
    };
    follow();
    const leave = [queryClient.getQueryCache().subscribe(follow), watchLine(follow)];
    return () => {
      for (const each of leave) each();
    };
  }, []);
  return now;
}

/** Asks at once for what could not be had. */
export function askAgain(): void {
  void queryClient.refetchQueries({ type: 'active', predicate: isFailing });
}
