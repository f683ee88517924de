import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seeded } from '../../analysis/seeded.ts';
import { settles, type Uncertainty, uncertaintyOf } from '../../analysis/uncertainty.ts';
import { exact } from '../../survey-definitions/fraction.ts';
import type { Answers } from '../../survey-definitions/questionnaire.ts';
import { sampleOf } from '../support/own-sample.ts';
import { item, questionnaire, section } from '../support/questionnaires.ts';
import { answersOf, DATA_SETS } from './r-survey/data-sets.ts';

const known = (result: ReturnType<typeof uncertaintyOf>): Uncertainty => {
  if ('none' in result) throw new Error(`none: ${result.none}`);
  return result;
};
const SIX = questionnaire([
  section(
    'all',
    'satisfaction',
    ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => item(id, 'satisfaction', { required: false })),
  ),
]);
const all = (option: string): Answers =>
  Object.fromEntries(['a', 'b', 'c', 'd', 'e', 'f'].map((id) => [id, option]));

describe('the uncertainty of a composite', () => {
  const lines = readFileSync(new URL('r-survey/survey.out', import.meta.url), 'utf8').trim();

  it.each(lines.split('\n').map((line) => line.trim().split(/\s+/)))(
    'of the data set %s is what R’s survey package says: %s ± %s',
    (name = '', value, standardError, df) => {
      const set = DATA_SETS[name];
      if (set === undefined) throw new Error(`no such data set: ${name}`);
      const { population, questionnaire: asked } = set;
      const answers = answersOf(set, seeded(name));
      const said = known(uncertaintyOf(sampleOf(asked, answers, { population })));
      expect(said.degreesOfFreedom).toBe(Number(df));
      expect(Math.abs(said.standardError - Number(standardError))).toBeLessThan(1e-9);
      // R's interval lies around the mean of own means; ours, as wide, around the composite.
      const reach = (said.high - said.low) / 2;
      const [, , , , low, high] =
        lines
          .split('\n')
          .find((line) => line.startsWith(name))
          ?.trim()
          .split(/\s+/) ?? [];
      expect(Math.abs(reach - (Number(high) - Number(low)) / 2)).toBeLessThan(1e-9);
      expect(Math.abs((said.high + said.low) / 2 - Number(value))).toBeLessThan(1);
    },
  );

  it.each([
    ['was rebuilt from published counts', { provenance: 'reconstructed' }, 'reconstructed'],
    ['is one overall item', { composite: { method: 'overall', item: 'a' } }, 'method'],
    ['is a share of the best grades', { composite: { method: 'top', grades: 2 } }, 'method'],
    ['has no base', { value: null }, 'no-answers'],
    ['is of one respondent', { respondents: 1 }, 'too-few'],
    ['is all that was kept of its answers', { sums: new Map() }, 'answers-removed'],
  ] as const)('is not said where the composite %s', (_, changed, none) => {
    const sample = sampleOf(SIX, [all('satisfied'), all('neutral')], changed as never);
    expect(uncertaintyOf(sample)).toEqual({ none });
  });

  it('is not said of answers that were removed before their sums were kept', () => {
    const sample = sampleOf(SIX, [all('satisfied'), all('neutral')], { sums: new Map() });
    expect(uncertaintyOf(sample)).toEqual({ none: 'answers-removed' });
  });

  it('leaves out who answered nothing that weighs anything', () => {
    const weighed = {
      ...SIX,
      composite: { method: 'items', weights: { a: '0', b: '1' } },
    } as const;
    const both = (a: string, b: string): Answers => ({ a, b });
    const answers = Array.from({ length: 30 }, (_, at) =>
      both('neutral', at % 2 ? 'satisfied' : 'neutral'),
    );
    const said = known(uncertaintyOf(sampleOf(weighed, [...answers, { a: 'dissatisfied' }])));
    expect(said.degreesOfFreedom).toBe(29);
    expect(said.standardError).toBe(known(uncertaintyOf(sampleOf(weighed, answers))).standardError);
  });

  it('is by its own sums where a response came in after the results were read', () => {
    const answers = [all('satisfied'), all('satisfied'), all('satisfied')];
    const later = known(uncertaintyOf(sampleOf(SIX, answers, { respondents: 2 })));
    expect(later).toMatchObject({ standardError: 0, degreesOfFreedom: 2 });
  });

  it('is said from 95 % of the scored answers on, and below not', () => {
    const complete = Array.from({ length: 16 }, () => all('satisfied'));
    const { a: _, ...without } = all('neutral');
    const { b: __, ...lacking } = without;
    // 17 × 6 = 102 asked for; 5 missing are 4.9 %, 6 are more than five.
    const few = [...complete, { c: 'neutral' }];
    const more = [...complete.slice(1), without, { c: 'neutral' }];
    expect(uncertaintyOf(sampleOf(SIX, few))).toHaveProperty('standardError');
    expect(uncertaintyOf(sampleOf(SIX, more))).toEqual({ none: 'incomplete' });
    expect(Object.keys(lacking)).toHaveLength(4);
  });

  it('counts neither “don’t know” nor a blank as a scored answer', () => {
    const blank = Array.from({ length: 10 }, (_, at): Answers => (at < 8 ? all('neutral') : {}));
    expect(uncertaintyOf(sampleOf(SIX, blank))).toEqual({ none: 'incomplete' });
  });

  it('lies within 0 and 100, and is nothing where everybody was asked and answered', () => {
    const answers = [all('very-satisfied'), all('very-satisfied'), all('dissatisfied')];
    const said = known(uncertaintyOf(sampleOf(SIX, answers)));
    expect([said.low, said.high]).toEqual([0, 100]);
    const census = known(uncertaintyOf(sampleOf(SIX, answers, { population: 3 })));
    expect([census.standardError, census.low, census.high]).toEqual([0, census.low, census.low]);
    const more = known(uncertaintyOf(sampleOf(SIX, answers, { population: 2 })));
    expect(more.standardError).toBe(0);
  });

  it('has a second opinion close to it, the same each time, and none where own means were given up', () => {
    const set = DATA_SETS['mean'];
    if (set === undefined) throw new Error('no data set');
    const sample = sampleOf(SIX_OF_MEAN, answersOf(set, seeded('mean')), { population: 1800 });
    const said = known(uncertaintyOf(sample));
    expect(said.bootstrap?.low).toBeGreaterThan(said.low - 0.4);
    expect(said.bootstrap?.low).toBeLessThan(said.low + 0.4);
    expect(said.bootstrap?.high).toBeGreaterThan(said.high - 0.4);
    expect(said.bootstrap?.high).toBeLessThan(said.high + 0.4);
    expect(known(uncertaintyOf(sample)).bootstrap).toEqual(said.bootstrap);
    expect(known(uncertaintyOf({ ...sample, seed: 'another' })).bootstrap).not.toEqual(
      said.bootstrap,
    );
    expect(known(uncertaintyOf({ ...sample, owns: null }))).toMatchObject({
      standardError: said.standardError,
      bootstrap: null,
      noBootstrap: 'too-many-values',
    });
  });

  it('settles a target that it does not contain, and no other', () => {
    const between = { low: 84.2, high: 90 };
    for (const [target, settled] of [
      ['84.1', true],
      ['84.2', false],
      ['87', false],
      ['90', false],
      ['90.01', true],
    ] as const)
      expect([target, settles(between, exact(target))]).toEqual([target, settled]);
  });

  it('of any answers is made of sums that do not depend on their order, and narrows as the sample is a larger part of all', () => {
    const grade = fc.constantFrom('very-satisfied', 'satisfied', 'neutral', 'dissatisfied');
    const person = fc.record({ a: grade, b: grade, c: grade, d: grade, e: grade, f: grade });
    fc.assert(
      fc.property(
        fc.array(person, { minLength: 2, maxLength: 40 }),
        fc.nat(500),
        (people, more) => {
          const said = known(uncertaintyOf(sampleOf(SIX, people)));
          const turned = known(uncertaintyOf(sampleOf(SIX, people.toReversed())));
          expect(turned.standardError).toBe(said.standardError);
          const population = people.length + more;
          const finite = known(uncertaintyOf(sampleOf(SIX, people, { population })));
          expect(finite.standardError).toBeLessThanOrEqual(said.standardError);
          // By hand, in floats.
          const worth = { 'very-satisfied': 100, satisfied: 80, neutral: 60, dissatisfied: 0 };
          const owns = people.map(
            (each) =>
              Object.values(each).reduce((sum, one) => sum + worth[one as 'neutral'], 0) / 6,
          );
          const mean = owns.reduce((sum, own) => sum + own, 0) / owns.length;
          const square = owns.reduce((sum, own) => sum + (own - mean) ** 2, 0) / (owns.length - 1);
          expect(said.standardError).toBeCloseTo(Math.sqrt(square / owns.length), 6);
        },
      ),
    );
  });
});

const SIX_OF_MEAN = DATA_SETS['mean']?.questionnaire ?? SIX;
