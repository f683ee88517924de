import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleSize, toHandOut } from '../../analysis/sample-size.ts';
import { SAMPLE_SIZE_RANGES } from '../../survey-definitions/survey.ts';

const USUAL = { confidence: 95, margin: 5, share: 50, designEffect: 1 };

describe('the valid responses that a plan needs', () => {
  // Printed in every table of sample sizes for a share of a half.
  it.each([
    [385, {}],
    [97, { margin: 10 }],
    [601, { margin: 4 }],
    [1068, { margin: '3' }],
    [9604, { margin: 1 }],
    [271, { confidence: 90 }],
    [664, { confidence: 99 }],
    [1844, { confidence: 99, margin: 3 }],
    [80, { population: 100 }],
    [218, { population: 500 }],
    [278, { population: 1000 }],
    [357, { population: 5000 }],
    [370, { population: 10_000 }],
    [383, { population: 100_000 }],
    [385, { population: 2_000_000_000 }],
    [1, { population: 1 }],
    [139, { share: 10 }],
    [139, { share: '90' }],
    [577, { designEffect: 1.5 }],
    [769, { designEffect: 2 }],
    // The design first, then the population: 576.22 / (1 + 575.22 / 1000).
    [366, { designEffect: 1.5, population: 1000 }],
  ])('are %d with %j', (needed, changed) => {
    expect(sampleSize({ ...USUAL, ...changed })).toBe(needed);
  });

  it.each([
    // A deviation of 50 points is what a share of a half has.
    [385, { deviation: 50 }],
    [97, { deviation: 25 }],
    [62, { deviation: '20' }],
    [246, { deviation: 20, margin: 2.5 }],
    [198, { deviation: 20, margin: 2.5, population: 1000 }],
  ])('are %d for a mean with %j', (needed, changed) => {
    const { share: _, ...mean } = USUAL;
    expect(sampleSize({ ...mean, ...changed })).toBe(needed);
  });

  it('are handed out as far as they come back: 385 at 80 % are 482', () => {
    expect(toHandOut(385, 80)).toBe(482);
    expect(toHandOut(385, '100')).toBe(385);
    expect(toHandOut(384, 80)).toBe(480);
  });
});

const tenths = ({ min, max }: { min: number; max: number }) =>
  fc.integer({ min: Math.round(min * 10), max: Math.round(max * 10) }).map((n) => n / 10);
const { confidence, margin, share, deviation, designEffect } = SAMPLE_SIZE_RANGES;
const basis = fc.record({
  confidence: tenths(confidence),
  margin: tenths(margin),
  designEffect: tenths(designEffect),
  ...{ population: fc.option(fc.integer({ min: 1, max: 2_000_000_000 }), { nil: undefined }) },
});
const of = fc.oneof(
  fc.record({ share: tenths(share) }),
  fc.record({ deviation: tenths(deviation) }),
);
const anyBasis = fc.tuple(basis, of).map(([one, other]) => ({ ...one, ...other }));

describe('whatever a plan is worked out from', () => {
  it('needs a whole number of people, one at least, and never more than there are', () => {
    fc.assert(
      fc.property(anyBasis, (one) => {
        const needed = sampleSize(one);
        expect(Number.isSafeInteger(needed)).toBe(true);
        expect(needed).toBeGreaterThanOrEqual(1);
        expect(needed).toBeLessThanOrEqual(one.population ?? 1_000_000_000);
      }),
    );
  });

  it('needs no fewer where more confidence, a smaller margin or a worse design is asked for', () => {
    fc.assert(
      fc.property(
        anyBasis,
        tenths(confidence),
        tenths(margin),
        tenths(designEffect),
        (one, ...to) => {
          const [confidence, margin, designEffect] = to;
          const needed = sampleSize(one);
          expect(
            sampleSize({ ...one, confidence: Math.max(one.confidence, confidence) }),
          ).toBeGreaterThanOrEqual(needed);
          expect(
            sampleSize({ ...one, margin: Math.min(one.margin, margin) }),
          ).toBeGreaterThanOrEqual(needed);
          expect(
            sampleSize({ ...one, designEffect: Math.max(one.designEffect, designEffect) }),
          ).toBeGreaterThanOrEqual(needed);
        },
      ),
    );
  });

  it('needs no more of a limited population than of one without end', () => {
    fc.assert(
      fc.property(anyBasis, ({ population, ...one }) => {
        expect(sampleSize({ ...one, population })).toBeLessThanOrEqual(
          Math.max(1, sampleSize(one)),
        );
      }),
    );
  });
});
