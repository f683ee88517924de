import { useMemo } from 'preact/hooks';
import { overruledResponses } from '../api/responses.ts';
import { useQuery } from '../data/use-query.ts';
import { distinctReasons, lastReasons } from './decisions.ts';

/** The reasons that were given on this page, by survey, the newest first, and the place that each reason has among the keys. */
const given = new Map<string, string[]>();
const placesOf = new Map<string, string[]>();

/** Offers a reason from now on, before the server has said so. */
export function rememberReason(survey: string, reason: string): void {
  given.set(survey, distinctReasons([reason, ...(given.get(survey) ?? [])]));
}

/**
 * The newest reasons, each where it stood before: a key that was learned goes on meaning the same, and a new reason takes the
 * place of one that is no longer among them.
 */
export function inPlaces(before: readonly string[], newest: readonly string[]): string[] {
  const coming = newest.filter((reason) => !before.includes(reason));
  const places = before.flatMap((reason) => {
    if (newest.includes(reason)) return [reason];
    const next = coming.shift();
    return next === undefined ? [] : [next];
  });
  return [...places, ...coming];
}

/** The reasons given last in a survey, by whomever, in the order of their keys. */
export function useLastReasons(survey: string): readonly string[] {
  const overruled = useQuery(overruledResponses(survey)).data;
  const own = given.get(survey);
  return useMemo(() => {
    const newest = distinctReasons([...(own ?? []), ...lastReasons(overruled?.items ?? [])]);
    const places = inPlaces(placesOf.get(survey) ?? [], newest);
    placesOf.set(survey, places);
    return places;
  }, [survey, own, overruled]);
}
