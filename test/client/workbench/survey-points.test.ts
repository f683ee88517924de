import { describe, expect, it } from 'vitest';
import type { PointProgress } from '../../../client/workbench/api/surveys.ts';
import { found, inOrder } from '../../../client/workbench/survey/point-order.ts';
import { stepsInOrder } from '../../../client/workbench/survey/steps-in-order.ts';

const point = (id: string | null, name: string | null, planned: number | null, received: number) =>
  ({ point: id, name, planned, received }) as PointProgress;
const rows = [
  point('p1', '东关街道', 80, 60),
  point('p2', '西关街道', null, 5),
  point('p3', '南关街道', 60, 0),
  point('p4', '北区政务大厅', 40, 70),
  point('p5', '城关镇 ＡＢ', 80, 60),
  point(null, null, null, 90),
];
const ids = (of: readonly PointProgress[]) => of.map(({ point }) => point);

describe('the points of a survey', () => {
  it.each([
    ['plan', ['p1', 'p2', 'p3', 'p4', 'p5', null]],
    // A plan that is reached lacks nothing; where nothing was planned nothing can lack.
    ['missing', ['p3', 'p1', 'p5', 'p4', 'p2', null]],
    ['received', ['p4', 'p1', 'p5', 'p2', 'p3', null]],
  ] as const)('are put in order by %s', (order, expected) => {
    expect(ids(inOrder(rows, order))).toEqual(expected);
  });

  it.each([
    ['', ids(rows)],
    ['关街', ['p1', 'p2', 'p3']],
    ['ab', ['p5']],
    ['P４', ['p4']],
    ['none such', []],
  ])('are found by “%s” in name or id', (typed, expected) => {
    expect(ids(found(rows, typed))).toEqual(expected);
  });
});

describe('the steps of a form', () => {
  it('stand beside the step before, and say how many stopped', () => {
    const steps = [
      { step: 'opened', n: 90 },
      { step: 'first-answer', n: 61 },
      { step: 'sent', n: 52 },
    ] as const;
    expect(stepsInOrder(steps)).toEqual([
      { step: 'opened', n: 90, before: undefined, stopped: 29 },
      { step: 'first-answer', n: 61, before: 90, stopped: 9 },
      { step: 'sent', n: 52, before: 61, stopped: undefined },
    ]);
  });

  it('say nothing of who stopped where the next step was reported more often', () => {
    const steps = [
      { step: 'opened', n: 2 },
      { step: 'first-answer', n: 3 },
    ] as const;
    expect(stepsInOrder(steps)[0]?.stopped).toBeUndefined();
  });
});
