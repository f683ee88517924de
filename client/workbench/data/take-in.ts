import type { Query } from '@tanstack/query-core';
import { earlierFigures } from '../api/earlier-figures.ts';
import type { Evaluation } from '../api/evaluations.ts';
import { evaluation } from '../api/evaluations.ts';
import { frozenKey } from '../api/figures.ts';
import { type EvaluationProgress, evaluationProgress } from '../api/progress.ts';
import { resultsKey } from '../api/results.ts';
import { scoring } from '../api/scoring.ts';
import { type Progress, progress, survey } from '../api/surveys.ts';
import { lineNow, setLine } from './line.ts';
import { queryClient } from './query-client.ts';

/** What follows from the counts is asked for no more often than this, however fast they come. */
const BETWEEN_MS = 2_000;

/** Surveys whose counts have changed since what follows from them was asked for. */
const changed = new Set<string>();
let isAsking = false;

/** Shows what came on the line where it belongs, and asks again for what follows from it: results, score, the stops' states. */
export function takeIn(came: EvaluationProgress, isFirst: boolean): void {
  const { evaluation: id, surveys, whole } = came;
  const before = queryClient.getQueryData<Evaluation>(evaluation(id).queryKey);
  // Of what the screen has asked for at the same time only what differs has to be asked for again.
  const news = isFirst ? surveys.filter((one) => differs(one, before)) : surveys;
  for (const one of surveys) put(progress(one.code).queryKey, one);
  const known = queryClient.getQueryData<EvaluationProgress>(evaluationProgress(id).queryKey);
  const all = whole || !known ? surveys : merged(known.surveys, surveys);
  put(evaluationProgress(id).queryKey, { ...came, surveys: all, whole: true });
  setLine({ surveys: new Set(all.map(({ code }) => code)) });
  for (const { code } of news) changed.add(code);
  if (changed.size > 0 || (whole && surveys.length !== before?.surveys.length)) void askAll(id);
}

/** A question under way was asked before what came; its answer would come too late. */
function put(queryKey: readonly unknown[], data: unknown): void {
  void queryClient.cancelQueries({ queryKey, exact: true });
  queryClient.setQueryData(queryKey, data);
}

const merged = (known: readonly Progress[], came: readonly Progress[]): Progress[] =>
  known.map((one) => came.find(({ code }) => code === one.code) ?? one);

/** Whether the evaluation as it was asked for last says something else of a survey than what came. */
function differs(came: Progress, before: Evaluation | undefined): boolean {
  const known = before?.surveys.find(({ code }) => code === came.code);
  return (
    known === undefined ||
    known.state !== came.state ||
    known.plan.total !== came.plan.total ||
    known.received !== came.received ||
    known.valid !== came.valid ||
    known.invalid !== came.invalid ||
    known.ineligible !== came.ineligible ||
    known.onHold !== came.onHold ||
    known.flagged !== came.flagged
  );
}

async function askAll(id: string): Promise<void> {
  if (isAsking) return;
  isAsking = true;
  try {
    do {
      const codes = [...changed];
      changed.clear();
      const keys = [
        evaluation(id).queryKey,
        scoring(id).queryKey,
        frozenKey(id),
        earlierFigures(id).queryKey,
        ...codes.flatMap((code) => [survey(code).queryKey, resultsKey(code)]),
      ];
      await Promise.all([
        queryClient.refetchQueries({ type: 'active', predicate: (query) => isOf(query, keys) }),
        new Promise((resolve) => setTimeout(resolve, BETWEEN_MS)),
      ]);
    } while (changed.size > 0 && lineNow().evaluation === id);
  } finally {
    isAsking = false;
    changed.clear();
  }
}

/** Of these a change moves all that is below: results however they are split, and each of what was frozen. */
const WITH_ALL_BELOW = new Set<unknown>(['results', 'frozen']);

/** Whether a question is one of these. The list of responses is none: reading it is audited. */
const isOf = ({ queryKey }: Query, keys: readonly (readonly unknown[])[]): boolean =>
  keys.some(
    (key) =>
      (queryKey.length === key.length || WITH_ALL_BELOW.has(key[2])) &&
      key.every((part, index) => part === queryKey[index]),
  );

/**
 * Until when the line answers for what a question was answered: whatever would have changed it would have come, and since it
 * broke that is so until the last sign of life. Undefined where it does not, as for what others score, where asking again has
 * failed, and while what follows from counts that came is being asked for.
 */
export function lineVouches({ queryKey, state: { error } }: Query): number | undefined {
  const [kind, id, part] = queryKey;
  const { evaluation: of, surveys, heardAt } = lineNow();
  if (changed.size > 0 || isAsking || error) return undefined;
  const isCovered =
    kind === 'evaluations'
      ? id === of && (part === undefined || part === 'progress')
      : surveys.has(String(id)) && (part === 'survey' || part === 'progress' || part === 'results');
  return isCovered ? heardAt : undefined;
}
