import { describe, expect, it, vi } from 'vitest';
import { explainComposite } from '../../analysis/explain-composite.ts';
import { surveyResults } from '../../analysis/satisfaction.ts';
import { mayGiveFullMarks } from '../../analysis/scoring/full-marks.ts';
import { scoreSystem } from '../../analysis/scoring/score.ts';
import { checkIndicatorSystem } from '../../survey-definitions/check-indicator-system.ts';
import { checkQuestionnaire } from '../../survey-definitions/check-questionnaire.ts';
import { fillQuestionnaire } from '../../survey-definitions/form.ts';
import { exact } from '../../survey-definitions/fraction.ts';
import { indicatorsOf } from '../../survey-definitions/indicator-system.ts';
import type { Questionnaire } from '../../survey-definitions/questionnaire.ts';
import { countedSteps } from '../support/counted-steps.ts';
import { noSurvey } from '../support/indicator-systems.ts';
import {
  entriesOfLargestSystem,
  largestBands,
  largestQuestionnaire,
  largestRated,
  largestSystem,
  unlikeCounts,
} from '../support/largest-definitions.ts';

const ROOMS = ['survey-definitions', 'analysis'];
const entries = entriesOfLargestSystem();

/** What is done in one go with a definition as large as the limits allow, or a part of it. */
const WORK: [what: string, make: (part: number) => () => unknown, most: number][] = [
  [
    'checking a questionnaire',
    (part) => {
      const q = largestQuestionnaire(part);
      return () => checkQuestionnaire(q);
    },
    250_000,
  ],
  [
    'filling in its texts',
    (part) => {
      const q = largestQuestionnaire(part);
      return () => fillQuestionnaire(q, {}, 'zh-CN');
    },
    250_000,
  ],
  [
    'calculating its results',
    (part) => {
      const q = largestQuestionnaire(part);
      const counts = unlikeCounts(q);
      return () => surveyResults(q, counts, 'exact');
    },
    250_000,
  ],
  [
    'checking weights, dimensions and scales',
    (part) => {
      const q = largestRated(part);
      return () => checkQuestionnaire(q);
    },
    250_000,
  ],
  [
    'making their number and saying how',
    (part) => {
      const q = largestRated(part);
      const counts = unlikeCounts(q);
      return () => {
        const { composite, made } = surveyResults(q, counts, 'exact');
        const names = { topicOf: (id: string) => id, nameOf: (id: string) => id };
        return explainComposite({ value: composite, made }, 'exact', names, 'zh-CN');
      };
    },
    250_000,
  ],
  [
    'looking whether full marks are in reach',
    (part) => {
      const range = { lowest: exact(10), highest: exact(100) };
      const all = indicatorsOf(largestBands(part));
      return () =>
        all.map(({ indicator: { rule, weight } }) => mayGiveFullMarks(rule, exact(weight), range));
    },
    1_000_000,
  ],
  [
    'checking an indicator system',
    (part) => {
      const system = largestSystem(part);
      return () => checkIndicatorSystem(system);
    },
    250_000,
  ],
  [
    'scoring it',
    (part) => {
      const system = largestSystem(part);
      return () => scoreSystem(system, entries, noSurvey);
    },
    250_000,
  ],
];

describe('the largest definitions that the limits allow', () => {
  it.each(WORK)('take twice the steps of half as large ones: %s', async (_, make, most) => {
    const [half, whole] = [make(0.5), make(1)];
    // What is made once and kept is not counted.
    whole();
    half();
    const steps = {
      half: await countedSteps(ROOMS, half),
      whole: await countedSteps(ROOMS, whole),
    };
    expect(steps.half).toBeGreaterThan(100);
    expect(steps.whole / steps.half).toBeLessThan(2.3);
    expect(steps.whole).toBeLessThan(most);
  });
});

describe('long texts of a questionnaire', () => {
  const long = (n: number) => '字'.repeat(n);
  const foldedIn = (run: () => unknown) => {
    const normalize = vi.spyOn(String.prototype, 'normalize');
    try {
      run();
      return normalize.mock.contexts.reduce<number>((sum, text) => sum + String(text).length, 0);
    } finally {
      normalize.mockRestore();
    }
  };

  it.each<[string, (q: Questionnaire) => void]>([
    [
      'the labels of a scale',
      ({ scales }) => {
        for (const scale of scales)
          for (const option of scale.options) option.label = `${option.label}${long(300)}`;
      },
    ],
    [
      'the title of a section',
      ({ sections }) => {
        for (const section of sections) section.title = `${section.title}${long(300)}`;
      },
    ],
    [
      'the introduction, beside fifty former names',
      (q) => {
        q.intro = long(3000);
        q.formerNames = Array.from({ length: 50 }, (_, n) => `旧名 ${n}`);
      },
    ],
  ])('are folded a few times each, however many items show them: %s', (_, lengthen) => {
    const q = structuredClone(largestQuestionnaire());
    lengthen(q);
    expect(foldedIn(() => checkQuestionnaire(q))).toBeLessThan(10 * JSON.stringify(q).length);
  });
});
