import { exact, type Fraction, subtract } from '../../survey-definitions/fraction.ts';
import type { RespondentGroup } from '../../survey-definitions/survey.ts';
import { reachOf, standings } from '../accounts/access.ts';
import type { Actor } from '../accounts/actor.ts';
import { readEarlierFigures, type TypedEarlierFigure } from '../store/earlier-figures.ts';
import { type Evaluation, listNamesakes } from '../store/evaluations.ts';
import { readScoredFiguresOf } from '../store/frozen-figures.ts';
import type { Db } from '../store/tables.ts';
import type { GroupAsked } from './summaries.ts';

/** A group's composite of the year before, and where it is from: frozen here, or typed in. */
export interface EarlierFigure {
  /** In percent: a decimal as it was typed, or an exact number as it was frozen. */
  written: string;
  value: Fraction;
  source:
    | { kind: 'frozen'; evaluation: string; figures: string; frozenAt: string }
    | ({ kind: 'typed' } & TypedEarlierFigure);
}

/** A group that is asked, its figure now as its indicators score by it, and the year before's beside it. */
export interface GroupWithEarlier extends Pick<GroupAsked, 'group' | 'named'> {
  current: Fraction | null;
  /** What counts as the year before's: what was typed in, else the newest that was frozen; null where nobody knows one. */
  earlier: EarlierFigure | null;
  /** Whatever else is known of that year, the newest first. */
  others: EarlierFigure[];
  /** From the year before's to the present one. */
  change: Fraction | null;
}

/** The year before an evaluation's for each group that is asked, as far as somebody may see it. */
export async function earlierFigures(
  db: Db,
  actor: Actor,
  evaluation: Evaluation,
  asks: readonly GroupAsked[],
): Promise<GroupWithEarlier[]> {
  const [typed, frozen] = await Promise.all([
    readEarlierFigures(db, evaluation.id),
    frozenTheYearBefore(db, actor, evaluation),
  ]);
  return asks.map(({ group, named, composite: current }) => {
    const ofGroup = typed.get(group);
    const [earlier = null, ...others] = [
      ...(ofGroup === undefined ? [] : [asTyped(ofGroup)]),
      ...(frozen.get(group) ?? []),
    ];
    const change = current && earlier && subtract(current, earlier.value);
    return { group, named, current, earlier, others, change };
  });
}

const asTyped = (typed: TypedEarlierFigure): EarlierFigure => ({
  written: typed.value,
  value: exact(typed.value),
  source: { kind: 'typed', ...typed },
});

/**
 * By group, what evaluations of the same department and place a year before last froze, the newest first. Of those in which
 * somebody may not read figures he is told nothing.
 */
async function frozenTheYearBefore(
  db: Db,
  actor: Actor,
  { department, place, year }: Evaluation,
): Promise<ReadonlyMap<RespondentGroup, EarlierFigure[]>> {
  const there = await listNamesakes(db, { department, place, year: year - 1 }, reachOf(actor));
  const standing = await standings(db, actor);
  const seen = there.filter((id) => standing(id)?.permissions.includes('figures.read'));
  const scored = await readScoredFiguresOf(db, seen);
  const all = [...scored].flatMap(([evaluation, groups]) =>
    [...groups].flatMap(([group, { id: figures, frozenAt, figures: those }]) => {
      const value = those.find(({ quantity }) => quantity === 'composite')?.value;
      if (!value) return [];
      const source = { kind: 'frozen' as const, evaluation, figures, frozenAt };
      return [{ group, written: value.exact, value: exact(value.exact), source }];
    }),
  );
  const byGroup = new Map<RespondentGroup, EarlierFigure[]>();
  for (const { group, ...figure } of all.sort(newestFirst))
    byGroup.set(group, [...(byGroup.get(group) ?? []), figure]);
  return byGroup;
}

const newestFirst = (
  { source: a }: { source: { frozenAt: string; figures: string } },
  { source: b }: { source: { frozenAt: string; figures: string } },
): number => {
  const [x, y] = [a, b].map(({ frozenAt, figures }) => `${frozenAt} ${figures}`) as [
    string,
    string,
  ];
  return x < y ? 1 : -1;
};
