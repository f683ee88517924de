import type { Evaluation } from '../store/evaluations.ts';
import type { Db } from '../store/tables.ts';
import { type ScoredStanding, standingOf } from './evaluation-state.ts';
import type { Summaries } from './summaries.ts';

/** Where evaluations stand, kept by the revision it was found at; of one process. */
export interface Standings {
  /** By id. Reads and scores only those that have changed since they were asked for. */
  of(db: Db, evaluations: readonly Evaluation[]): Promise<ReadonlyMap<string, ScoredStanding>>;
}

/** A few hundred bytes each: many more than there are summaries, since every one is looked at to list fifty. */
const MOST_KEPT = 50_000;
/** Summarized at once; others get their turn in between. */
const AT_ONCE = 50;

export function createStandings(summaries: Summaries): Standings {
  const kept = new Map<string, { revision: number; standing: ScoredStanding }>();
  return {
    async of(db, evaluations) {
      const standings = new Map<string, ScoredStanding>();
      const unknown: Evaluation[] = [];
      for (const evaluation of evaluations) {
        const known = kept.get(evaluation.id);
        if (known?.revision === evaluation.revision) standings.set(evaluation.id, known.standing);
        else unknown.push(evaluation);
      }
      for (let from = 0; from < unknown.length; from += AT_ONCE) {
        for (const summary of await summaries.of(db, unknown.slice(from, from + AT_ONCE))) {
          const { id, revision } = summary.evaluation;
          const standing = standingOf(summary);
          if (kept.size >= MOST_KEPT) kept.clear();
          kept.set(id, { revision, standing });
          standings.set(id, standing);
        }
      }
      return standings;
    },
  };
}
