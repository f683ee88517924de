import { describe, expect, it } from 'vitest';
import { countedOf } from '../../analysis/counts.ts';
import { readOwn } from '../../analysis/own-mean.ts';
import { seeded } from '../../analysis/seeded.ts';
import { uncertaintyOf } from '../../analysis/uncertainty.ts';
import { fraction, toNumber } from '../../survey-definitions/fraction.ts';
import type { Answers } from '../../survey-definitions/questionnaire.ts';
import { answersOf, DATA_SETS } from './r-survey/data-sets.ts';

const SAMPLES = 2000;
const set = DATA_SETS['mean'];
if (set === undefined) throw new Error('no data set');

/** A population whose every answer is known: some thousands of people who answer as in the data set. */
const people = answersOf({ ...set, respondents: 5000, missing: 0 }, seeded('a town')).filter(
  (answers: Answers) => Object.keys(answers).length > 0,
);
const shares = people.map((answers) => {
  const { own, sums } = countedOf(set.questionnaire, answers).own;
  if (own === null) throw new Error('a respondent without any answer');
  return { y: readOwn(own, 1).y, own, sums };
});
const mean = shares.reduce((sum, { y }) => sum + toNumber(y), 0) / shares.length;

describe('95 % intervals', () => {
  it.each([30, 100, 400])(
    'of 2,000 samples of %i people from a known population hold its mean 93 to 97 times of a hundred',
    (n) => {
      const chance = seeded(`samples of ${n}`);
      let holds = 0;
      for (let sample = 0; sample < SAMPLES; sample += 1) {
        const sums = new Map<string, bigint>();
        // Without replacement, by walking through the town and taking each with the chance that is left to him.
        let left = n;
        const drawn = [];
        for (let at = 0; left > 0; at += 1) {
          if (chance.uniform() * (shares.length - at) >= left) continue;
          const share = shares[at];
          if (share === undefined) break;
          drawn.push(share);
          left -= 1;
        }
        for (const share of drawn)
          for (const { name, n: part } of share.sums)
            sums.set(name, (sums.get(name) ?? 0n) + BigInt(part));
        const said = uncertaintyOf({
          composite: set.questionnaire.composite,
          provenance: 'collected',
          value: exactMean(drawn.map(({ y }) => toNumber(y))),
          respondents: n,
          sums,
          owns: null,
          population: shares.length,
          seed: '',
        });
        if ('none' in said) throw new Error(said.none);
        if (said.low <= mean && mean <= said.high) holds += 1;
      }
      expect(holds / SAMPLES).toBeGreaterThanOrEqual(0.93);
      expect(holds / SAMPLES).toBeLessThanOrEqual(0.97);
    },
    60_000,
  );
});

const exactMean = (values: readonly number[]) =>
  fraction(
    BigInt(Math.round((values.reduce((sum, value) => sum + value, 0) / values.length) * 1e9)),
    10n ** 9n,
  );
