import type {
  ExactNumber,
  FigureChange,
  FrozenFigure,
  FrozenFigures,
} from '../../../survey-definitions/frozen-figures.ts';
import { answer, api, encodePathPart, type QueryOptions, queryOptions } from './client.ts';
import { type Calculated, evaluationsKey } from './evaluations.ts';

export type { ExactNumber, FigureChange, FrozenFigure, FrozenFigures };

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

/** All that was ever frozen, the newest first: each a person's act, so that they are few. */
export const frozenList = (id: string): QueryOptions<FrozenListed[]> => ({
  queryKey: frozenKey(id),
  async queryFn({ signal }) {
    const items: FrozenListed[] = [];
    let next: string | null = null;
    do {
      const query: { after?: string } = next === null ? {} : { after: next };
      const page = (await answer(
        frozenOf.$get({ param: pathOf(id), query }, { init: { signal } }),
      )) as FrozenPage;
      items.push(...page.items);
      next = page.next;
    } while (next !== null);
    return items;
  },
});

/** One of them, with all its numbers. */
export const frozenFigures = (id: string, figuresId: string): QueryOptions<FrozenFigures> =>
  queryOptions([...frozenKey(id), figuresId], (options) =>
    frozenOf[':figuresId'].$get({ param: oneOf(id, figuresId) }, options),
  ) as QueryOptions<FrozenFigures>;

/** What is another in the second than in the first, in words. */
export const frozenDifferences = (
  id: string,
  first: string,
  second: string,
): QueryOptions<{ changes: FigureChange[] }> =>
  queryOptions([...frozenKey(id), first, 'differences', second], (options) =>
    frozenOf[':figuresId'].differences[':other'].$get(
      { param: { ...oneOf(id, first), other: encodePathPart(second) } },
      options,
    ),
  ) as QueryOptions<{ changes: FigureChange[] }>;

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
export interface FrozenListed {
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
  changes: FigureChange[];
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
