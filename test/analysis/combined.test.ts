import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addedCounts, decimalsOfParts, stratifiedMean } from '../../analysis/combined.ts';
import type { Counts } from '../../analysis/counts.ts';
import { display, roundHalfUp } from '../../analysis/rounding.ts';
import { surveyResults } from '../../analysis/satisfaction.ts';
import { exact, type Fraction, fraction } from '../../survey-definitions/fraction.ts';
import { countsOf, item, questionnaire, section } from '../support/questionnaires.ts';

const stratum = (weight: string, value: string | null) => ({
  weight: exact(weight),
  value: value === null ? null : exact(value),
});

describe('strata with stated weights', () => {
  it('give Σ weight × value, exactly', () => {
    expect(stratifiedMean([stratum('0.6', '91.2'), stratum('0.4', '88')])).toEqual(exact('89.92'));
    expect(stratifiedMean([stratum('1/3', '90'), stratum('2/3', '80')])).toEqual(fraction(250, 3));
  });

  it('give nothing where one of them has no answers: another does not stand in for it', () => {
    expect(stratifiedMean([stratum('0.6', '91.2'), stratum('0.4', null)])).toBeNull();
    expect(stratifiedMean([])).toBeNull();
  });
});

describe('the parts of a weighted number, as they are shown', () => {
  const shownWith = (...strata: ReturnType<typeof stratum>[]) =>
    decimalsOfParts({
      combine: 'weighted',
      parts: strata.map((each) => ({ ...each, survey: 's', base: 1 })),
    });

  it('have two decimals where these add up to it, and more where they do not', () => {
    expect(shownWith(stratum('0.6', '91.2'), stratum('0.4', '88'))).toBe(2);
    // 0.6 × 69.22 + 0.4 × 64.01 would be 67.14, and so with three decimals; the number is 67.13.
    expect(shownWith(stratum('0.6', '69.2165'), stratum('0.4', '64.0127'))).toBe(4);
    expect(shownWith(stratum('0.6', '69.2165'), stratum('0.4', null))).toBe(2);
  });

  it('add up to it, whatever they are', () => {
    const percent = fc.tuple(fc.nat({ max: 7000 }), fc.integer({ min: 7000, max: 7100 }));
    fc.assert(
      fc.property(fc.array(percent, { minLength: 2, maxLength: 4 }), (given) => {
        const weight = fraction(1, given.length);
        const strata = given.map(([n, of]) => ({ weight, value: fraction(100 * n, of) }));
        const decimals = shownWith(...strata);
        const seen = strata.map(({ value }) => ({ weight, value: roundHalfUp(value, decimals) }));
        const [whole, again] = [stratifiedMean(strata), stratifiedMean(seen)];
        expect(again && display(again, 2)).toBe(whole && display(whole, 2));
      }),
    );
  });
});

const Q = questionnaire([
  section('s', 'satisfaction', [item('a', 'satisfaction'), item('b', 'satisfaction')]),
]);
const GRADES = ['very-satisfied', 'satisfied', 'neutral', 'dissatisfied'];
const countsFrom = (respondents: readonly (readonly [number, number])[]): Counts => {
  const of = (which: 0 | 1) =>
    Object.fromEntries([
      ['', respondents.length],
      ...GRADES.map((id, grade) => [id, respondents.filter((one) => one[which] === grade).length]),
    ]);
  return countsOf({
    '': { '': respondents.length, composite: respondents.length },
    a: of(0),
    b: of(1),
  });
};
const grade = fc.integer({ min: 0, max: 3 });
const respondents = fc.array(fc.tuple(grade, grade), { minLength: 1, maxLength: 20 });

describe('counts of several surveys added', () => {
  it('are the counts of all respondents in one survey', () => {
    fc.assert(
      fc.property(respondents, respondents, (city, suburbs) => {
        expect(addedCounts([countsFrom(city), countsFrom(suburbs)])).toEqual(
          countsFrom([...city, ...suburbs]),
        );
      }),
    );
  });

  it('count the persons who reach a threshold, which no mean of the surveys would tell', () => {
    const persons = questionnaire([section('s', 'satisfaction', [item('a', 'satisfaction')])], {
      composite: { method: 'persons', threshold: '80' },
    });
    const survey = (n: number, reaching: number) =>
      countsOf({ '': { '': n, composite: n, persons: reaching }, a: { '': n } });
    const share = (counts: Counts) => surveyResults(persons, counts, 'exact').composite;
    // Three of five and one of four: 60 % and 25 %, together four of nine.
    expect([survey(5, 3), survey(4, 1)].map(share)).toEqual([exact(60), exact(25)]);
    expect(share(addedCounts([survey(5, 3), survey(4, 1)]))).toEqual(fraction(400, 9));
  });

  it('weigh the strata by their respondents: pooled is weighted by the shares of the bases', () => {
    const composite = (counts: Counts) => surveyResults(Q, counts, 'exact').composite as Fraction;
    fc.assert(
      fc.property(respondents, respondents, (city, suburbs) => {
        const n = city.length + suburbs.length;
        const counts = [city, suburbs].map(countsFrom);
        const weighted = stratifiedMean([
          { weight: fraction(city.length, n), value: composite(countsFrom(city)) },
          { weight: fraction(suburbs.length, n), value: composite(countsFrom(suburbs)) },
        ]);
        expect(composite(addedCounts(counts))).toEqual(weighted);
      }),
    );
  });
});
