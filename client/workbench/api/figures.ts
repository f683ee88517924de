import type {
  ExactNumber,
  FigureChange,
  FrozenFigures as Frozen,
  FrozenFigure,
} from '../../../survey-definitions/frozen-figures.ts';
import { answer, api, encodePathPart, type QueryOptions, queryOptions } from './client.ts';
import { type Calculated, evaluationsKey } from './evaluations.ts';

export type { ExactNumber, FigureChange, FrozenFigure };
/** How far it has moved, in a line a group and thing by thing. */
export interface Moved {
  summary: { group: string; message: string }[];
  changes: FigureChange[];
}
export type FrozenFigures = Frozen & Moved;

/** The beginning of every key of what was frozen in an evaluation, and of what freezing would do. */
export const frozenKey = (id: string) => [...evaluationsKey, id, 'frozen'] as const;

// biome-ignore lint/suspicious/noExplicitAny: the routes come with the server's part
const figuresOf = (api.evaluations[':id'] as any).figures;
const frozenOf = figuresOf.frozen;
const pathOf = (id: string) => ({ id: encodePathPart(id) });
const oneOf = (id: string, figuresId: string) => ({
  ...pathOf(id),
  figuresId: encodePathPart(figuresId),
});

/** All that was ever frozen, the newest first. */
export const frozenList = (id: string): QueryOptions<FrozenPage> =>
  queryOptions(frozenKey(id), (options) =>
    frozenOf.$get({ param: pathOf(id) }, options),
  ) as QueryOptions<FrozenPage>;

/** One of them, with all its numbers. */
export const frozenFigures = (id: string, figuresId: string): QueryOptions<FrozenFigures> =>
  queryOptions([...frozenKey(id), figuresId], (options) =>
    frozenOf[':figuresId'].$get({ param: oneOf(id, figuresId) }, options),
  ) as QueryOptions<FrozenFigures>;

/** What is another in the second than in the first, in words. */
export const frozenDifferences = (id: string, first: string, second: string): QueryOptions<Moved> =>
  queryOptions([...frozenKey(id), first, 'differences', second], (options) =>
    frozenOf[':figuresId'].differences[':other'].$get(
      { param: { ...oneOf(id, first), other: encodePathPart(second) } },
      options,
    ),
  ) as QueryOptions<Moved>;

/** What freezing these groups, or all that can be, would do; it does nothing. */
export const tryFreezing = (id: string, groups: readonly string[] | undefined) =>
  queryOptions([...frozenKey(id), 'dry-run', groups ?? null], (options) =>
    figuresOf.$post(
      { param: pathOf(id), query: { dryRun: '1' }, json: groups === undefined ? {} : { groups } },
      options,
    ),
  ) as QueryOptions<Freezing>;

/** Freezes the figures of these groups: from now on their indicators score by them. */
export const freeze = (id: string, groups: readonly string[]): Promise<FrozenFigures> =>
  answer(
    figuresOf.$post({ param: pathOf(id), query: {}, json: { groups } }),
  ) as Promise<FrozenFigures>;

/** Where a frozen figure is downloaded. */
export const frozenFile = (id: string, figuresId: string, kind: '' | '.csv' | '.xlsx') =>
  `/api/evaluations/${encodePathPart(id)}/figures/frozen/${encodePathPart(figuresId)}${kind}`;

/** A survey as it stood when it was frozen. */
export type FrozenSurvey = FrozenFigures['groups'][number]['surveys'][number];
interface FrozenPage {
  items: FrozenListed[];
  next: string | null;
}
export interface FrozenListed extends Moved {
  id: string;
  frozenAt: string;
  frozenBy: string;
  hash: string;
  groups: {
    group: string;
    groupName: string;
    composite: ExactNumber | null;
    base: number | null;
  }[];
  /** The groups whose indicators score by it. */
  scores: string[];
  stale: boolean;
}
interface Standing {
  total: Calculated;
  grade: string | null;
  complete: boolean;
}
export interface Freezing {
  before: Standing;
  after: Standing;
  indicators: { code: string; name: string; before: Calculated; after: Calculated }[];
  groups: {
    group: string;
    groupName: string;
    /** Codes of its surveys that still collect. */
    open: string[];
    replaces: { id: string; frozenAt: string } | null;
  }[];
  figures: FrozenFigure[];
}
