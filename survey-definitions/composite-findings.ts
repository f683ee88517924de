import { compositeItems } from './composite-items.ts';
import type { PlacedNumber } from './definition-size.ts';
import type { Exact } from './exact.ts';
import { duplicates, type Finding, finding, type Steps } from './fault.ts';
import { asWritten, compare, exact, HUNDRED, ONE, sum, ZERO } from './fraction.ts';
import { gradesOf, itemsOf, scaleOf } from './item-options.ts';
import type { Item, Questionnaire } from './questionnaire.ts';

const AT: Steps = ['composite'];

/** What makes the way a group's number is made unusable: items that are not there, weights that do not close. */
export function compositeFaults(q: Questionnaire): Finding[] {
  const { composite } = q;
  const types = new Map(itemsOf(q).map(({ id, type }) => [id, type]));
  switch (composite?.method) {
    case 'items': {
      const weights = Object.entries(composite.weights ?? {});
      const at = [...AT, 'weights'];
      return composite.weights === undefined
        ? []
        : [
            ...weights.flatMap(([item]) => rated(types, item, [...at, item])),
            ...closing(
              weights.map(([item, weight]) => ({ weight, steps: [...at, item] })),
              at,
            ),
          ];
    }
    case 'dimensions': {
      const at = [...AT, 'dimensions'];
      const placed = composite.dimensions.flatMap(({ items }, d) =>
        items.map((id, i) => ({ id, steps: [...at, d, 'items', i] })),
      );
      return [
        ...duplicates(composite.dimensions.map(({ id }, d) => ({ id, steps: [...at, d, 'id'] }))),
        ...duplicates(placed),
        ...placed.flatMap(({ id, steps }) => rated(types, id, steps)),
        ...closing(
          composite.dimensions.map(({ weight }, d) => ({ weight, steps: [...at, d, 'weight'] })),
          at,
        ),
      ];
    }
    case 'overall':
      return rated(types, composite.item, [...AT, 'item']);
    case 'top':
      return topGrades(q, composite.grades);
    case 'persons': {
      const threshold = exact(composite.threshold);
      return compare(threshold, ZERO) > 0 && compare(threshold, HUNDRED) <= 0
        ? []
        : [
            finding(
              [...AT, 'threshold'],
              'threshold-out-of-range',
              '门槛须大于 0，不超过 100（百分比）',
              'the threshold is above 0 and at most 100 (percent)',
            ),
          ];
    }
    default:
      return [];
  }
}

/** Every number of it that is calculated with. */
export function* compositeNumbers({ composite }: Questionnaire): Generator<PlacedNumber> {
  if (composite?.method === 'items')
    for (const [item, value] of Object.entries(composite.weights ?? {}))
      yield { steps: [...AT, 'weights', item], value };
  if (composite?.method === 'dimensions')
    for (const [d, { weight }] of composite.dimensions.entries())
      yield { steps: [...AT, 'dimensions', d, 'weight'], value: weight };
  if (composite?.method === 'persons')
    yield { steps: [...AT, 'threshold'], value: composite.threshold };
}

/** An item that has a satisfaction. */
function rated(types: ReadonlyMap<string, Item['type']>, id: string, steps: Steps): Finding[] {
  const type = types.get(id);
  if (type === 'satisfaction') return [];
  return [
    type === undefined
      ? finding(steps, 'unknown-item', `没有题目“${id}”`, `there is no item “${id}”`)
      : finding(
          steps,
          'not-on-a-scale',
          `“${id}”不是满意度题，没有满意度可算`,
          `“${id}” is no satisfaction item and has no satisfaction`,
        ),
  ];
}

function closing(parts: readonly { weight: Exact; steps: Steps }[], at: Steps): Finding[] {
  const found = parts.flatMap(({ weight, steps }) =>
    compare(exact(weight), ZERO) > 0
      ? []
      : [finding(steps, 'weight-not-positive', '权重须大于 0', 'a weight is above 0')],
  );
  const total = sum(parts.map(({ weight }) => exact(weight)));
  if (compare(total, ONE) !== 0)
    found.push(
      finding(
        at,
        'weights-do-not-close',
        `权重合计 ${asWritten(total)}，应为 1`,
        `the weights add up to ${asWritten(total)}, not 1`,
      ),
    );
  return found;
}

/** The best k of k grades are all of them: whatever is answered, the share would be 100 %. */
function topGrades(q: Questionnaire, grades: number): Finding[] {
  const counting = new Set(compositeItems(q));
  const scales = itemsOf(q).flatMap((item) => {
    const scale = counting.has(item.id) ? scaleOf(q, item) : undefined;
    return scale === undefined ? [] : [scale];
  });
  const short = scales.find((scale) => gradesOf(scale).length <= grades);
  if (short === undefined) return [];
  const n = gradesOf(short).length;
  return [
    finding(
      [...AT, 'grades'],
      'top-takes-all',
      `量表“${short.id}”只有 ${n} 个等级，取最好的 ${grades} 个就是全部`,
      `scale “${short.id}” has ${n} grades: the best ${grades} would be all of them`,
    ),
  ];
}
