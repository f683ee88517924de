import type {
  ExactNumber,
  FigureChange,
  FrozenFigure,
  FrozenGroup,
} from '../survey-definitions/frozen-figures.ts';
import type { Disposition } from '../survey-definitions/response.ts';

/** A change as data, which analysis/explain-figure-change.ts says in words. */
export type FigureMove = Omit<FigureChange, 'message' | 'before' | 'after'> & {
  before: ExactNumber | number | string | null;
  after: ExactNumber | number | string | null;
  /** What a value is of, in both languages; only of a value. */
  topic: FrozenFigure['topic'];
};

/** A group with its figures, as it was frozen or as it is. */
export interface GroupFigures {
  figures: readonly FrozenFigure[];
  group: Omit<FrozenGroup, 'surveys'> & {
    surveys: readonly Omit<
      FrozenGroup['surveys'][number],
      'responses' | 'uncertainty' | 'judgements'
    >[];
  };
}

/** So many responses of a survey that were judged otherwise since. */
export interface JudgedSince {
  survey: string;
  before: Disposition;
  after: Disposition;
  n: number;
}

/**
 * How a group's figures have moved, in the order in which one leads to the next: what feeds them, what was judged, what came
 * in, what was planned and handed out, and then the values. Nothing where today's are what they were. `now` is null where
 * nothing feeds the group any more.
 */
export function figureMoves(
  was: GroupFigures,
  now: GroupFigures | null,
  judged: readonly JudgedSince[] = [],
): FigureMove[] {
  const { group } = was.group;
  const move = (
    kind: FigureMove['kind'],
    before: FigureMove['before'],
    after: FigureMove['after'],
    more: Partial<FigureMove> = {},
  ): FigureMove => ({
    group,
    kind,
    survey: null,
    quantity: null,
    item: null,
    option: null,
    n: null,
    topic: null,
    before,
    after,
    ...more,
  });
  const feeds = [feedOf(was.group), now === null ? null : feedOf(now.group)] as const;
  const surveys = was.group.surveys.flatMap((before) => {
    const after = now?.group.surveys.find(({ code }) => code === before.code);
    return after === undefined ? [] : [{ before, after }];
  });
  return [
    ...(feeds[0] === feeds[1] ? [] : [move('feed', ...feeds)]),
    ...judged
      .filter(({ survey }) => was.group.surveys.some(({ code }) => code === survey))
      .map(({ survey, before, after, n }) => move('judged', before, after, { survey, n })),
    ...surveys.flatMap(({ before, after }) => {
      const survey = before.code;
      const came = differing(before.returns.received, after.returns.received);
      return [
        ...came.map(([b, a]) => move('received', b, a, { survey, n: a - b })),
        ...differing(before.returns.planned, after.returns.planned).map((pair) =>
          move('planned', ...pair, { survey }),
        ),
        ...differing(before.returns.handedOut, after.returns.handedOut).map((pair) =>
          move('handed-out', ...pair, { survey }),
        ),
        ...differing(before.population, after.population).map((pair) =>
          move('population', ...pair, { survey }),
        ),
      ];
    }),
    ...was.figures.flatMap((before) => {
      const after = now?.figures.find((each) => sameQuantity(each, before));
      if (before.value?.exact === after?.value?.exact && before.base === (after?.base ?? null))
        return [];
      const { quantity, item, option, topic } = before;
      return [move('value', before.value, after?.value ?? null, { quantity, item, option, topic })];
    }),
  ];
}

const differing = <T>(before: T, after: T): [T, T][] => (before === after ? [] : [[before, after]]);

const sameQuantity = (one: FrozenFigure, other: FrozenFigure): boolean =>
  one.quantity === other.quantity && one.item === other.item && one.option === other.option;

/** "pub 0.6 + web 0.4", or the code alone. */
const feedOf = ({ combine, feeds }: GroupFigures['group']): string =>
  feeds
    .map(({ code, weight }) => (weight === null ? code : `${code} ${weight}`))
    .join(combine === 'pooled' ? ' ∪ ' : ' + ');
