import { isDeepStrictEqual } from 'node:util';
import { cellsOf } from '../../analysis/scoring/cells.ts';
import type { ScoredSystem } from '../../analysis/scoring/score.ts';
import type { BaseData } from '../../survey-definitions/cells.ts';
import { compare, type Fraction } from '../../survey-definitions/fraction.ts';
import { type ScoredEvaluation, scoredWith } from './current.ts';

/** What base data would move: scores that count, and the table's total and grade before and after. */
export interface BaseDataMoves {
  moves: { code: string; before: Fraction | null; after: Fraction | null }[];
  before: ScoredSystem;
  after: ScoredSystem;
}

/** What other base data would do to the scores of an evaluation, before anything is stored. */
export function movesBy(evaluated: ScoredEvaluation, changed: BaseData): BaseDataMoves {
  const before = evaluated.scored;
  const after = scoredWith(evaluated, cellsOf(changed));
  const moves = before.indicators.flatMap(({ code, score }, index) => {
    const moved = after.indicators[index]?.score ?? null;
    return same(score, moved) ? [] : [{ code, before: score, after: moved }];
  });
  return { moves, before, after };
}

const same = (a: Fraction | null, b: Fraction | null) =>
  a === null || b === null ? a === b : compare(a, b) === 0;

/** Codes of cells and names of checks that were added, changed and removed; undefined where all is as it was. */
export function baseDataChange(
  before: BaseData,
  after: BaseData,
): { cells: Changed; checks: Changed } | undefined {
  if (
    isDeepStrictEqual(before.cells, after.cells) &&
    isDeepStrictEqual(before.checks, after.checks)
  )
    return undefined;
  return {
    cells: changedIn(before.cells, after.cells, ({ code }) => code),
    checks: changedIn(before.checks, after.checks, ({ name }) => name),
  };
}

interface Changed {
  added: string[];
  changed: string[];
  removed: string[];
}

function changedIn<T>(before: readonly T[], after: readonly T[], nameOf: (each: T) => string) {
  const stood = new Map(before.map((each) => [nameOf(each), each]));
  const stands = new Map(after.map((each) => [nameOf(each), each]));
  const [old, now] = [[...stood.keys()], [...stands.keys()]];
  return {
    added: now.filter((name) => !stood.has(name)),
    changed: now.filter(
      (name) => stood.has(name) && !isDeepStrictEqual(stood.get(name), stands.get(name)),
    ),
    removed: old.filter((name) => !stands.has(name)),
  };
}
