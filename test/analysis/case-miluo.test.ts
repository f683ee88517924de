import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoreSystem } from '../../analysis/scoring/score.ts';
import { scoreTieredBands } from '../../analysis/scoring/tiered-bands.ts';
import { compare, exact, fraction } from '../../survey-definitions/fraction.ts';
import { indicatorsOf } from '../../survey-definitions/indicator-system.ts';
import { miluo, publishedIndicatorSystem } from '../support/cases.ts';
import { said } from '../support/rules.ts';

// Miluo 2020: the self-evaluation table whose satisfaction indicator is scored by tiers.
const system = publishedIndicatorSystem('miluo-2020-self-evaluation');
const indicators = indicatorsOf(system).map(({ indicator }) => indicator);

/** The published indicator of this number, and what a value makes of it by its rule. */
function byRule(no: number, value: string) {
  const indicator = indicators[no - 1];
  if (indicator?.rule.kind !== 'tiered-bands') throw new Error(`${no} is not scored by tiers`);
  return said(scoreTieredBands(indicator.rule, exact(indicator.weight), exact(value)));
}

describe('the published self-evaluation table', () => {
  it('has the printed weights in the printed order', () => {
    expect(indicators.map(({ weight }) => exact(weight))).toEqual(
      miluo.indicators.map(({ weight }) => exact(weight)),
    );
  });
});

describe('satisfaction by tiers of 95, 85 and 75', () => {
  it.each([
    ['100', '5'],
    ['95', '5'],
    ['94.99', '3'],
    ['85', '3'],
    ['84.99', '1'],
    ['75', '1'],
    ['74.99', '0'],
    ['0', '0'],
  ])('gives %s %% %s of 5 points', (value, score) => {
    expect(byRule(23, value)).toMatchObject({ score });
  });

  it('“＞85%” as stated supports the tier from 85 to 95 alone, 3 points, not the 5 self-scored', () => {
    const published = miluo.indicators.find(({ no }) => no === 23);
    expect(published?.selfScore).toBe(5);
    // The least that any value above 85 earns is what the statement supports.
    expect(byRule(23, '85.01')).toEqual({ score: '3', because: '85 ≤ 85.01 < 95：3.00' });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10 ** 6 }),
        fc.integer({ min: 1, max: 10 ** 6 }),
        (n, d) => {
          const indicator = indicators[22];
          if (indicator?.rule.kind !== 'tiered-bands') throw new Error('not scored by tiers');
          const above = fraction(85n * BigInt(d) + BigInt(n), d);
          const outcome = scoreTieredBands(indicator.rule, exact(5), above);
          if (!('score' in outcome)) throw new Error('no score');
          expect(compare(outcome.score, exact(3))).toBeGreaterThanOrEqual(0);
          expect(compare(outcome.score, exact(5)) === 0).toBe(compare(above, exact(95)) >= 0);
        },
      ),
    );
  });

  it('asks the survey of the public, and is missing while there is none', () => {
    const ask = (value: string | null) => () => ({
      survey: value && 'ABC',
      value: value === null ? null : exact(value),
      base: value === null ? null : 100,
    });
    const scored = (value: string | null) => scoreSystem(system, {}, ask(value)).indicators[22];
    expect(scored('86')).toMatchObject({ ruleScore: exact(3), missing: null });
    expect(scored(null)).toMatchObject({ score: null, ruleScore: null });
  });
});

describe('the other tiers of the table', () => {
  it.each([
    [3, '90', '5'],
    [3, '89.99', '4'],
    [3, '80', '4'],
    [3, '70', '3'],
    [3, '60', '2'],
    [3, '59.99', '0'],
    [4, '-1', '3'],
    [4, '0', '3'],
    [4, '0.01', '2'],
    [4, '10', '2'],
    [4, '10.01', '1'],
    [4, '20', '1'],
    [4, '30', '0.5'],
    [4, '30.01', '0'],
  ])('number %i gives %s %% %s points', (no, value, score) => {
    expect(byRule(no, value)).toMatchObject({ score });
  });
});

describe('what the rules make of the evidence printed beside the self-scores', () => {
  it.each([
    ['108 in post of 125 posts', '01', { value: '86.4' }, '5', 5],
    ['125 people of 109 posts, as the same row also says', '01', { value: '114.68' }, '0', 5],
    ['three public expenses down by 0.95 %', '02', { value: '-0.95' }, '5', 5],
    [
      'a balance of 739.82, below the 3237.73 carried in',
      '06',
      { case: 'within-carry-in' },
      '2',
      3,
    ],
    ['all fixed assets in use', '15', { value: 100 }, '3', 3],
  ])(
    '%s: number %s, %o, scores %s by the rule and %s by itself',
    (_, code, inputs, score, self) => {
      const ask = () => ({ survey: null, value: null, base: null });
      const scored = scoreSystem(system, { [code]: { inputs } }, ask).indicators;
      expect(scored.find((each) => each.code === code)?.score).toEqual(exact(score));
      expect(miluo.indicators.find(({ no }) => no === Number(code))?.selfScore).toBe(self);
    },
  );
});
