import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageIn, type Sorted } from '../../../server/scoring/evaluation-order.ts';
import { EVALUATION_SORTS } from '../../../survey-definitions/evaluation.ts';
import { fraction } from '../../../survey-definitions/fraction.ts';

const sorted = fc.record({
  department: fc.oneof(fc.constantFrom('甲', '甲 乙', '', ' '), fc.string({ maxLength: 6 })),
  year: fc.integer({ min: 1990, max: 1993 }),
  createdAt: fc.constantFrom('2026-03-01T08:00:00.000Z', '2026-03-01T08:00:00.001Z'),
  total: fc.option(
    fc
      .tuple(fc.bigInt({ min: -3n, max: 9n }), fc.bigInt({ min: 1n, max: 7n }))
      .map(([n, d]) => fraction(n, d)),
  ),
});

const evaluations = fc.array(sorted, { maxLength: 12 }).map((all): Sorted[] =>
  all.map(({ total, ...each }, place) => ({
    total,
    evaluation: { id: `id-${place}`, ...each } as Sorted['evaluation'],
  })),
);

describe('the list in an order', () => {
  it.each(EVALUATION_SORTS)('%s: pages of any size are the whole, each once', (sort) => {
    fc.assert(
      fc.property(evaluations, fc.integer({ min: 1, max: 5 }), (all, limit) => {
        const whole = pageIn(all, sort, { limit: 100 }).items.map(({ id }) => id);
        expect([...whole].sort()).toEqual(all.map(({ evaluation }) => evaluation.id).sort());
        const seen: string[] = [];
        for (let after: string | undefined, more = true; more; ) {
          const { items, next } = pageIn(all, sort, { after, limit });
          seen.push(...items.map(({ id }) => id));
          after = next ?? undefined;
          more = next !== null;
        }
        expect(seen).toEqual(whole);
      }),
    );
  });

  it('department: by code point, also beyond the first plane', () => {
    const named = ['～', '𠮷', '甲', 'a', '﨑'].map((department, place): Sorted => {
      const one = { id: `id-${place}`, department, year: 2026, createdAt: '2026-03-01' };
      return { total: null, evaluation: one as Sorted['evaluation'] };
    });
    const { items } = pageIn(named, 'department', { limit: 3 });
    expect(items.map(({ department }) => department)).toEqual(['a', '甲', '﨑']);
    const whole = pageIn(named, 'department', { limit: 9 }).items;
    expect(whole.map(({ department }) => department)).toEqual(['a', '甲', '﨑', '～', '𠮷']);
  });
});
