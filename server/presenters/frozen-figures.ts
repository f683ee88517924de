import { z } from '@hono/zod-openapi';
import { sayMove, sayMoves, shownPart } from '../../analysis/explain-figure-change.ts';
import type { FigureMove } from '../../analysis/figure-changes.ts';
import {
  ExactNumber,
  type FigureChange,
  FrozenFigures,
} from '../../survey-definitions/frozen-figures.ts';
import { RespondentGroup } from '../../survey-definitions/respondent-group.ts';
import type { Language } from '../../survey-definitions/text.ts';
import type { MovesByGroup } from '../figures/stale.ts';
import type { StoredFigures } from '../store/frozen-figures.ts';

export const FrozenFiguresSchema = z.object(FrozenFigures.shape).openapi('FrozenFigures');

export const ListedFiguresSchema = FrozenFigures.pick({
  id: true,
  frozenAt: true,
  frozenBy: true,
  hash: true,
  scores: true,
  stale: true,
  summary: true,
  changes: true,
})
  .extend({
    groups: z.array(
      z.object({
        group: RespondentGroup,
        groupName: z.string(),
        composite: z.union([ExactNumber, z.null()]),
        base: z.int().nullable(),
      }),
    ),
  })
  .openapi('ListedFigures');

export const DifferencesSchema = FrozenFigures.pick({ summary: true, changes: true }).openapi(
  'FigureDifferences',
);

/** How something that was frozen stands now: which groups score by it, and how far they have moved. */
export interface StandsNow {
  scores: readonly RespondentGroup[];
  moves: MovesByGroup;
}

/** What was frozen, whole, with its hash and how it stands now. */
export function presentFrozen(
  { content, hash }: StoredFigures,
  now: StandsNow,
  language: Language,
): z.infer<typeof FrozenFiguresSchema> {
  const { summary, changes } = presentMoves(now.moves, language);
  return {
    format: content.format,
    id: content.id,
    frozenAt: content.frozenAt,
    frozenBy: content.frozenBy,
    evaluation: content.evaluation,
    figures: content.figures,
    groups: content.groups,
    hash,
    scores: now.scores.slice(),
    stale: changes.length > 0,
    summary,
    changes,
  };
}

/** The same in short, for a list. */
export function presentListedFigures(
  { content, hash }: StoredFigures,
  now: StandsNow,
  language: Language,
): z.infer<typeof ListedFiguresSchema> {
  const { summary, changes } = presentMoves(now.moves, language);
  return {
    id: content.id,
    frozenAt: content.frozenAt,
    frozenBy: content.frozenBy,
    hash,
    groups: content.groups.map(({ group, groupName }) => {
      const composite = content.figures.find(
        (figure) => figure.group === group && figure.quantity === 'composite',
      );
      return {
        group,
        groupName: groupName[language],
        composite: composite?.value ?? null,
        base: composite?.base ?? null,
      };
    }),
    scores: now.scores.slice(),
    stale: changes.length > 0,
    summary,
    changes,
  };
}

/** How far groups have moved, each in one line and each thing by itself. */
export function presentMoves(
  moves: MovesByGroup,
  language: Language,
): z.infer<typeof DifferencesSchema> {
  const all = Array.from(moves);
  return {
    summary: all
      .filter(([, each]) => each.length > 0)
      .map(([group, each]) => ({ group, message: sayMoves(each, language) })),
    changes: all.flatMap(([, each]) => each.map((move) => presentMove(move, language))),
  };
}

function presentMove(move: FigureMove, language: Language): FigureChange {
  return {
    group: move.group,
    kind: move.kind,
    survey: move.survey,
    quantity: move.quantity,
    item: move.item,
    option: move.option,
    before: shownPart(move.before, language),
    after: shownPart(move.after, language),
    n: move.n,
    message: sayMove(move, language),
  };
}
