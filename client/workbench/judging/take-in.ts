import { evaluationsKey } from '../api/evaluations.ts';
import type { Judged } from '../api/judgements.ts';
import {
  overruledResponses,
  type ResponsePage,
  responseKey,
  responseListKey,
  responsesKey,
} from '../api/responses.ts';
import { surveyKey } from '../api/surveys.ts';
import { invalidate, queryClient } from '../data/query-client.ts';
import type { Decision } from './decisions.ts';
import { rememberReason } from './reason-places.ts';

interface Made {
  code: string;
  decision: Decision;
  author: string;
  judged: Judged['judged'];
}

/** A page of a list with what was decided; every line stays where it stands, though its filter might leave it out now. */
export function withDecided(page: ResponsePage, { decision, author, judged }: Made): ResponsePage {
  const decided = new Map(judged.map((one) => [one.id, one]));
  return {
    ...page,
    items: page.items.map((item) => {
      const one = decided.get(item.id);
      if (!one) return item;
      return {
        ...item,
        disposition: one.disposition,
        ruled: decision.disposition === null ? null : (item.ruled ?? one.before),
        judgement: {
          before: one.before,
          disposition: decision.disposition,
          reason: decision.reason ?? '',
          author,
          at: new Date().toISOString(),
        },
      };
    }),
  };
}

/**
 * After a decision: the lists say it, and every number that follows from it is asked for again. The response that is left
 * for the next one is read again once somebody comes back to it, since each reading is audited.
 */
export function takeInDecision(
  made: Made,
  { staysAt }: { staysAt?: string | undefined } = {},
): void {
  const { code, decision, judged } = made;
  if (decision.reason !== undefined) rememberReason(code, decision.reason);
  queryClient.setQueriesData<ResponsePage>(
    { queryKey: responseListKey(code) },
    (page) => page && withDecided(page, made),
  );
  for (const { id } of judged)
    void queryClient.invalidateQueries({
      queryKey: responseKey(code, id),
      refetchType: id === staysAt ? 'active' : 'none',
    });
  invalidate(
    overruledResponses(code).queryKey,
    [...responsesKey(code), 'total'],
    surveyKey(code),
    evaluationsKey,
  );
}
