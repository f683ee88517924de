import { type FigureMove, figureMoves } from '../../analysis/figure-changes.ts';
import type { FrozenContent } from '../../survey-definitions/frozen-figures.ts';
import type { RespondentGroup } from '../../survey-definitions/survey.ts';
import type { Evaluation } from '../store/evaluations.ts';
import { movedSince } from '../store/judgements.ts';
import type { Db } from '../store/tables.ts';
import { figuresToday } from './content.ts';
import { readFigureParts } from './freeze.ts';

/** How far each group has moved since it was frozen, by group; nothing of one whose figures are what they were. */
export type MovesByGroup = ReadonlyMap<RespondentGroup, FigureMove[]>;

/**
 * How far what was frozen has moved until now, one answer for each of them. From counts and from what was judged since, so
 * that it costs the same however many responses there are.
 */
export async function movesSince(
  db: Db,
  evaluation: Evaluation,
  frozen: readonly FrozenContent[],
  now: Date,
): Promise<MovesByGroup[]> {
  if (frozen.length === 0) return [];
  const parts = await readFigureParts(db, evaluation, now);
  const groups = new Set(frozen.flatMap((each) => each.groups.map(({ group }) => group)));
  const today = figuresToday(parts, [...groups]);
  return Promise.all(
    frozen.map(async (content) => {
      const moves = await Promise.all(
        content.groups.map(async (group) => {
          const judged = await Promise.all(
            group.surveys.map(async ({ code, judgements }) =>
              (await movedSince(db, code, judgements)).map((each) => ({
                survey: code,
                ...each,
              })),
            ),
          );
          const was = { group, figures: figuresOf(content, group.group) };
          const is = today.groups.find((each) => each.group === group.group);
          return [
            group.group,
            figureMoves(
              was,
              is === undefined ? null : { group: is, figures: figuresOf(today, group.group) },
              judged.flat(),
            ),
          ] as const;
        }),
      );
      return new Map(moves.filter(([, each]) => each.length > 0));
    }),
  );
}

/** How far one freezing is from another, by group of both. */
export function movesBetween(from: FrozenContent, to: FrozenContent): MovesByGroup {
  return new Map(
    from.groups.flatMap((group) => {
      const other = to.groups.find((each) => each.group === group.group);
      if (other === undefined) return [];
      const was = { group, figures: figuresOf(from, group.group) };
      const is = { group: other, figures: figuresOf(to, group.group) };
      return [[group.group, figureMoves(was, is)] as const];
    }),
  );
}

const figuresOf = ({ figures }: Pick<FrozenContent, 'figures'>, group: RespondentGroup) =>
  figures.filter((figure) => figure.group === group);
