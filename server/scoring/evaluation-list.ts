import type {
  ArchivedChoice,
  EvaluationSort,
  EvaluationState,
} from '../../survey-definitions/evaluation.ts';
import { nextChangeOfState } from '../evaluations/survey-state.ts';
import type { Page } from '../store/cursor.ts';
import {
  type Evaluation,
  listAllEvaluations,
  listEvaluations,
  type Reach,
} from '../store/evaluations.ts';
import type { Db } from '../store/tables.ts';
import { pageIn, type Sorted } from './evaluation-order.ts';
import { searchEvaluations } from './evaluation-search.ts';
import { evaluationState } from './evaluation-state.ts';
import type { Standings } from './standings.ts';
import type { EvaluationSummary, Summaries } from './summaries.ts';

export interface ListWanted {
  /** Words, each of which has to be found; blank: any. */
  q: string;
  state?: EvaluationState | undefined;
  sort: EvaluationSort;
  archived: ArchivedChoice;
  /** Which there are for whoever asks. */
  reach: Reach;
  /** Of which evaluations he sees the total: an order says what a number would. */
  seesTotal(evaluationId: string): boolean;
  after?: string | undefined;
  limit: number;
}

export interface ListedEvaluations extends Page<EvaluationSummary> {
  /** When the clock alone makes it another list; null where it does not. */
  goodUntil: Date | null;
}

/**
 * A page of the evaluations. The newest are read as a page. What is looked for, or in another order, is found among all
 * of them, in one statement and whatever it takes to know where those stand that have changed. Throws a BadCursorError.
 */
export async function listedEvaluations(
  db: Db,
  { summaries, standings }: { summaries: Summaries; standings: Standings },
  wanted: ListWanted,
  now: Date,
): Promise<ListedEvaluations> {
  const { q, state, sort } = wanted;
  const asStored = q === '' && state === undefined && sort === 'newest';
  const { page, depends } = asStored
    ? { page: await listEvaluations(db, wanted), depends: [] }
    : await sifted(db, standings, wanted, now);
  const items = await summaries.of(db, page.items);
  const shown = items.flatMap((each) => each.surveys.map(({ survey }) => survey));
  return { items, next: page.next, goodUntil: nextChangeOfState([...shown, ...depends], now) };
}

/** The page, and the surveys on whose state it depends though they are not shown. */
async function sifted(db: Db, standings: Standings, wanted: ListWanted, now: Date) {
  const { q, state, sort, after, limit } = wanted;
  const all = await listAllEvaluations(db, wanted.archived, wanted.reach);
  const found = q === '' ? all : await searchEvaluations(db, all, q);
  if (state === undefined && sort !== 'total')
    return { page: pageIn(found.map(withoutTotal), sort, { after, limit }), depends: [] };
  const stand = await standings.of(db, found);
  const standing = ({ id }: Evaluation) => {
    const one = stand.get(id);
    if (one === undefined) throw new Error('an evaluation of which nobody knows where it stands');
    return one;
  };
  const left = found
    .filter((each) => state === undefined || evaluationState(standing(each), now) === state)
    .map((evaluation): Sorted => {
      const { total } = standing(evaluation);
      return { evaluation, total: wanted.seesTotal(evaluation.id) ? total : null };
    });
  const depends = state === undefined ? [] : found.flatMap((each) => standing(each).surveys);
  return { page: pageIn(left, sort, { after, limit }), depends };
}

const withoutTotal = (evaluation: Evaluation): Sorted => ({ evaluation, total: null });
