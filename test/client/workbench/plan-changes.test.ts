import { describe, expect, it } from 'vitest';
import { planChanges } from '../../../client/workbench/survey/plan-changes.ts';

const point = (id: string, plan: number | null = null, name = id, closed = false) => ({
  id,
  name,
  plan,
  closed,
});

describe('what a version of a plan changes', () => {
  it('is told number by number: those of the published case, 60 and 100 to 80 and 200', () => {
    const before = { plan: { total: 160, byChannel: { paper: 100 } }, points: [point('p1', 60)] };
    const after = {
      plan: { total: 280, byChannel: { online: 80, paper: 200 } },
      points: [point('p1', 80)],
    };
    expect(planChanges(before, after)).toEqual([
      { what: 'total', before: 160, after: 280 },
      { what: 'channel', channel: 'online', before: null, after: 80 },
      { what: 'channel', channel: 'paper', before: 100, after: 200 },
      { what: 'planned', name: 'p1', before: 60, after: 80 },
    ]);
  });

  it('is told of points: added, gone, called otherwise, closed and opened again', () => {
    const plan = { total: 9 };
    const before = [point('a', 1, '甲'), point('b', null, '乙'), point('c', 3, '丙', true)];
    const after = [point('a', 1, '甲镇', true), point('c', null, '丙'), point('d', 4, '丁')];
    expect(planChanges({ plan, points: before }, { plan, points: after })).toEqual([
      { what: 'named', before: '甲', after: '甲镇' },
      { what: 'closed', name: '甲镇' },
      { what: 'planned', name: '丙', before: 3, after: null },
      { what: 'opened', name: '丙' },
      { what: 'added', name: '丁', plan: 4 },
      { what: 'gone', name: '乙' },
    ]);
  });

  it('is the order where it is nothing else', () => {
    const [a, b] = [point('a'), point('b')];
    const plan = { total: 9 };
    expect(planChanges({ plan, points: [a, b] }, { plan, points: [b, a] })).toEqual([
      { what: 'order' },
    ]);
  });
});
