import type { InferResponseType } from 'hono/client';
import type {
  ExactNumber,
  FigureChange,
  FrozenFigure,
} from '../../../survey-definitions/frozen-figures.ts';
import { answer, api, encodePathPart, type QueryOptions, queryOptions } from './client.ts';
import { evaluationsKey } from './evaluations.ts';

export type { ExactNumber, FigureChange, FrozenFigure };

/** The beginning of every key of what was frozen in an evaluation, and of what freezing would do. */
export const frozenKey = (id: string) => [...evaluationsKey, id, 'frozen'] as const;

const figuresOf = api.evaluations[':id'].figures;
const frozenOf = figuresOf.frozen;
const pathOf = (id: string) => ({ id: encodePathPart(id) });
const oneOf = (id: string, figuresId: string) => ({
  ...pathOf(id),
  figuresId: encodePathPart(figuresId),
});

/** All that was ever frozen, the newest first. */
export const frozenList = (id: string) =>
  queryOptions(frozenKey(id), (options) => frozenOf.$get({ param: pathOf(id) }, options));

/** One of them, with all its numbers. */
export const frozenFigures = (id: string, figuresId: string) =>
  queryOptions([...frozenKey(id), figuresId], (options) =>
    frozenOf[':figuresId'].$get({ param: oneOf(id, figuresId) }, options),
  );

/** What is another in the second than in the first, in words. */
export const frozenDifferences = (id: string, first: string, second: string) =>
  queryOptions([...frozenKey(id), first, 'differences', second], (options) =>
    frozenOf[':figuresId'].differences[':other'].$get(
      { param: { ...oneOf(id, first), other: encodePathPart(second) } },
      options,
    ),
  );

/** What freezing these groups, or all that can be, would do; it does nothing. */
export const tryFreezing = (
  id: string,
  groups: readonly string[] | undefined,
): QueryOptions<Freezing> => ({
  queryKey: [...frozenKey(id), 'dry-run', groups ?? null],
  queryFn: ({ signal }) =>
    answer(
      figuresOf.$post(
        {
          param: pathOf(id),
          query: { dryRun: '1' },
          json: groups === undefined ? {} : { groups: groups.slice() },
        },
        { init: { signal } },
      ),
    ) as Promise<Freezing>,
});

/** Freezes the figures of these groups: from now on their indicators score by them. */
export const freeze = (id: string, groups: readonly string[]) =>
  answer(
    figuresOf.$post({ param: pathOf(id), query: {}, json: { groups: groups.slice() } }),
  ) as Promise<FrozenFigures>;

/** Where a frozen figure is downloaded. */
export const frozenFile = (id: string, figuresId: string, kind: '' | '.csv' | '.xlsx') =>
  `/api/evaluations/${encodePathPart(id)}/figures/frozen/${encodePathPart(figuresId)}${kind}`;

export type FrozenListed = InferResponseType<typeof frozenOf.$get, 200>['items'][number];
export type FrozenFigures = InferResponseType<(typeof frozenOf)[':figuresId']['$get'], 200>;
/** A survey as it stood when it was frozen. */
export type FrozenSurvey = FrozenFigures['groups'][number]['surveys'][number];
/** How far it has moved, in a line a group and thing by thing. */
export type Moved = Pick<FrozenFigures, 'summary' | 'changes'>;
/** What freezing would do, in scores before and after. */
export type Freezing = InferResponseType<typeof figuresOf.$post, 200>;
