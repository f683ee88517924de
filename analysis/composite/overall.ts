import type { CompositeOf } from '../../survey-definitions/composite.ts';
import type { CompositeResult, Given } from './made.ts';

/**
 * The satisfaction of one item, which asks for the overall judgement (总体满意度); the other items explain it and do not count.
 * A single-item measure, as survey methodology calls it.
 */
export function overallItem({ item }: CompositeOf<'overall'>, { items }: Given): CompositeResult {
  const result = items.find(({ id }) => id === item);
  return {
    value: result?.satisfaction ?? null,
    made: { method: 'overall', item, base: result?.base ?? 0 },
  };
}
