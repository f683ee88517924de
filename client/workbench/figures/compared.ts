import { display } from '../../../analysis/rounding.ts';
import { exact, subtract, toNumber } from '../../../survey-definitions/fraction.ts';
import type { ExactNumber, FrozenFigure, FrozenFigures } from '../api/figures.ts';
import { signed } from '../earlier-figures/signed.ts';

/** One number as it stands in two frozen figures; undefined where one of them has none such. */
export interface ComparedNumber {
  figure: FrozenFigure;
  before: FrozenFigure | undefined;
  after: FrozenFigure | undefined;
  /** Signed, rounded once: "+0.32", "−1.00", "0.00"; null where one of the two has no number. */
  change: string | null;
}

/** Every number of both, group by group, in the order of the second; what only the first has stands behind. */
export function compared(first: FrozenFigures, second: FrozenFigures): ComparedNumber[] {
  const before = new Map(first.figures.map((figure) => [keyOf(figure), figure]));
  const after = new Map(second.figures.map((figure) => [keyOf(figure), figure]));
  const all = [...new Map([...after, ...[...before].filter(([key]) => !after.has(key))])];
  const groups = [...new Set(all.map(([, { group }]) => group))];
  return groups.flatMap((group) =>
    all
      .filter(([, figure]) => figure.group === group)
      .map(([key, figure]) => ({
        figure,
        before: before.get(key),
        after: after.get(key),
        change: changeOf(before.get(key)?.value, after.get(key)?.value),
      })),
  );
}

/** Whether a group was frozen with the others. */
export const hasGroup = (
  figures: { groups: readonly { group: string }[] } | undefined,
  group: string,
): boolean => figures?.groups.some((each) => each.group === group) ?? false;

const keyOf = ({ group, quantity, item, option }: FrozenFigure) =>
  JSON.stringify([group, quantity, item, option]);

type Value = ExactNumber | null | undefined;

function changeOf(before: Value, after: Value): string | null {
  if (!before || !after) return null;
  const change = subtract(exact(after.exact), exact(before.exact));
  const shown = display(change, 2);
  // So little that nothing of it is seen has no sign either.
  if (/^-?0\.00$/.test(shown)) return '0.00';
  return signed({ value: toNumber(change), display: shown });
}
