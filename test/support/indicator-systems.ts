import type { SurveyAnswer } from '../../analysis/scoring/survey-answer.ts';
import { IndicatorSystem } from '../../survey-definitions/indicator-system.ts';

/** An indicator from the few words that matter to a test. */
export function indicator(code: string, weight: number | string, rule: unknown) {
  return { code, name: code, weight, target: '—', ruleText: '—', rule };
}

/** A system of one level 1, with a level 2 for each list of indicators. */
export function indicatorSystem(
  level2: ReturnType<typeof indicator>[][],
  more: Record<string, unknown> = {},
): IndicatorSystem {
  const total = (indicators: ReturnType<typeof indicator>[]) =>
    indicators.reduce((sum, each) => sum + Number(each.weight), 0);
  return IndicatorSystem.parse({
    id: 'tiny',
    version: 1,
    title: 'tiny',
    reference: 'none',
    gradeBands: [
      { grade: '优', min: 90 },
      { grade: '良', min: 80, below: 90 },
      { grade: '中', min: 60, below: 80 },
      { grade: '差', below: 60 },
    ],
    level1: [
      {
        code: 'A',
        name: 'A',
        weight: total(level2.flat()),
        level2: level2.map((indicators, place) => ({
          code: `A${place + 1}`,
          name: `A${place + 1}`,
          weight: total(indicators),
          indicators,
        })),
      },
    ],
    ...more,
  });
}

/** Where no survey feeds any group. */
export const noSurvey = (): SurveyAnswer => ({ survey: null, value: null, base: null });

/** A scorer's own score. */
export const override = (score: number | string) => ({
  score,
  reason: 'as published',
  author: 'admin',
  at: '2020-12-31T00:00:00Z',
});
