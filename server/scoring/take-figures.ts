import type { ScoredSystem } from '../../analysis/scoring/score.ts';
import { finding } from '../../survey-definitions/fault.ts';
import type { FrozenContent, FrozenFigure } from '../../survey-definitions/frozen-figures.ts';
import type { RespondentGroup } from '../../survey-definitions/survey.ts';
import { refusedFor } from '../evaluations/consistent-survey.ts';
import { type FigureParts, fedGroups, figuresToday } from '../figures/content.ts';
import { freezeContent, readFigureParts } from '../figures/freeze.ts';
import type { Evaluation } from '../store/evaluations.ts';
import type { ScoredFigures } from '../store/frozen-figures.ts';
import { inSnapshot, oneAtATime } from '../store/in-snapshot.ts';
import type { Db } from '../store/tables.ts';
import {
  type FiguresByGroup,
  type ScoredEvaluation,
  scoredBy,
  scoreEvaluation,
} from './current.ts';

/** The groups that are to be frozen, or all that something feeds. */
type WantedGroups = readonly RespondentGroup[] | undefined;

/** What freezing would do to the score, and to whose figures. */
export interface Taking {
  evaluated: ScoredEvaluation;
  /** How it scores with them, all else as it is. */
  after: ScoredSystem;
  figures: FrozenFigure[];
  /** By group: the surveys that still collect, and what was frozen before. */
  groups: { group: RespondentGroup; open: string[]; replaces: ScoredFigures | null }[];
}

/** What freezing these groups now would do, from counts alone. Throws not-acceptable as freeze does. */
export async function tryFreezing(
  db: Db,
  evaluation: Evaluation,
  wanted: WantedGroups,
  now: Date,
): Promise<Taking> {
  return inSnapshot(db, async (trx) => {
    const parts = await readFigureParts(trx, evaluation, now);
    const groups = groupsToFreeze(parts, wanted);
    const today = figuresToday(parts, groups);
    const evaluated = await scoreEvaluation(trx, evaluation);
    const taken = { id: 'today', frozenAt: now.toISOString() };
    return {
      evaluated,
      after: scoredBy(evaluated, withTaken(evaluated.figures, { ...taken, ...today })),
      figures: today.figures,
      groups: today.groups.map(({ group, surveys }) => ({
        group,
        open: surveys.filter(({ state }) => state === 'open').map(({ code }) => code),
        replaces: evaluated.figures.get(group) ?? null,
      })),
    };
  });
}

/**
 * The content of a freezing; one at a time, since it reads for as long as there are responses. Throws not-acceptable where a group that was named has
 * nothing to freeze, or none has.
 */
export async function freeze(
  db: Db,
  evaluation: Evaluation,
  wanted: WantedGroups,
  by: { frozenBy: string; now: Date },
): Promise<FrozenContent> {
  return oneAtATime(db, async (trx) => {
    const parts = await readFigureParts(trx, evaluation, by.now);
    const groups = groupsToFreeze(parts, wanted);
    return freezeContent(trx, evaluation, groups, by, async () => parts);
  });
}

/** Of those that were named, all or none; else those that have something to say: a number that nobody gave would take the place of those to come. */
function groupsToFreeze(parts: FigureParts, wanted: WantedGroups): RespondentGroup[] {
  const fed = [...fedGroups(parts.feeding).keys()];
  const answered = figuresToday(parts, fed)
    .figures.filter(({ quantity, value }) => quantity === 'composite' && value !== null)
    .map(({ group }) => group);
  const refused = (wanted ?? []).flatMap((group, index) => {
    if (answered.includes(group)) return [];
    return [
      fed.includes(group)
        ? finding(
            ['groups', index],
            'no-answers',
            '这类调查对象还没有计分的有效回答，没有可以定稿的结果',
            'there are no valid scored answers of this group yet, so there is nothing to freeze',
          )
        : finding(
            ['groups', index],
            'nothing-feeds',
            '这类调查对象还没有为指标提供数据的正式调查，没有可以定稿的结果',
            'no formal survey feeds the indicators of this group, so there is nothing to freeze',
          ),
    ];
  });
  if (refused.length > 0) throw refusedFor(refused);
  const groups = [...new Set(wanted ?? answered)];
  if (groups.length > 0) return groups;
  throw refusedFor([
    fed.length === 0
      ? finding(
          ['groups'],
          'nothing-feeds',
          '还没有为指标提供数据的正式调查，没有可以定稿的结果',
          'no formal survey feeds the indicators yet, so there is nothing to freeze',
        )
      : finding(
          ['groups'],
          'no-answers',
          '还没有计分的有效回答，没有可以定稿的结果',
          'there are no valid scored answers yet, so there is nothing to freeze',
        ),
  ]);
}

/** What groups score by once this was frozen too. */
export function withTaken(
  before: FiguresByGroup,
  {
    id,
    frozenAt,
    figures,
    groups,
  }: Pick<FrozenContent, 'id' | 'frozenAt' | 'figures'> & { groups: readonly { group: string }[] },
): FiguresByGroup {
  return new Map([
    ...before,
    ...groups.map(({ group }): [RespondentGroup, ScoredFigures] => [
      group,
      { id, frozenAt, figures: figures.filter((figure) => figure.group === group) },
    ]),
  ]);
}
