import { describe, expect, it } from 'vitest';
import type { FigureChange, FrozenListed } from '../../../client/workbench/api/figures.ts';
import { compared } from '../../../client/workbench/figures/compared.ts';
import { frozenState, standingOf } from '../../../client/workbench/figures/standing.ts';
import { exactNumber, frozenFigure, frozenFigures } from './frozen-sample.ts';

const change = (group: string): FigureChange => ({
  group,
  kind: 'value',
  survey: null,
  quantity: 'composite',
  item: null,
  option: null,
  before: '89.34',
  after: '89.02',
  n: null,
  message: '89.34 → 89.02',
});

const listed = (id: string, groups: string[], more: Partial<FrozenListed> = {}): FrozenListed => ({
  id,
  frozenAt: `2026-11-28T0${id}:00:00.000Z`,
  frozenBy: 'admin',
  hash: id.repeat(64),
  groups: groups.map((group) => ({
    group,
    groupName: group,
    composite: exactNumber('89.25'),
    base: 137,
  })),
  scores: groups,
  stale: false,
  summary: [],
  changes: [],
  ...more,
});

describe('what a group scores by', () => {
  const older = listed('1', ['public', 'staff'], {
    scores: ['staff'],
    changes: [change('public')],
  });
  const newer = listed('2', ['public']);

  it('is the figure that the server says its indicators score by, not merely the newest that has it', () => {
    expect(standingOf([newer, older], 'public').frozen?.id).toBe('2');
    expect(standingOf([newer, older], 'staff').frozen?.id).toBe('1');
    expect(standingOf([newer, older], 'visitors').frozen).toBeUndefined();
  });

  it('is not out of date because of another group in the same figure', () => {
    expect(standingOf([newer, older], 'staff').moved.changes).toEqual([]);
  });

  it.each<[string, FrozenListed[], ReturnType<typeof frozenState>]>([
    ['nothing frozen', [], { state: 'none' }],
    ['one of two frozen', [newer], { state: 'some' }],
    ['both, at two times', [newer, older], { state: 'all', frozenAt: newer.frozenAt }],
    [
      'one of them moved since',
      [listed('2', ['public'], { changes: [change('public')], stale: true }), older],
      { state: 'stale' },
    ],
  ])('is said of all groups together: %s', (_, all, state) => {
    expect(frozenState(all, ['public', 'staff'])).toEqual(state);
  });
});

describe('two frozen figures beside each other', () => {
  const of = (exact: string | null, item: string | null = null) =>
    frozenFigure({
      item,
      quantity: item === null ? 'composite' : 'item-satisfaction',
      value: exact === null ? null : exactNumber(exact),
    });
  const changeOf = (before: string | null, after: string | null) =>
    compared(frozenFigures([of(before)]), frozenFigures([of(after)])).map(({ change }) => change);

  it.each([
    ['89.34', '89.02', '−0.32'],
    ['89', '89.5', '+0.50'],
    ['89.25', '89.25', '0.00'],
    // A third: exact to the end, rounded once.
    ['268/3', '90', '+0.67'],
    // So little that nothing of it is seen.
    ['89.251', '89.25', '0.00'],
    ['-0.001', '0', '0.00'],
  ])('say the change from %s to %s as %s', (before, after, said) => {
    expect(changeOf(before, after)).toEqual([said]);
  });

  it('have no change where one of them has no number', () => {
    expect(changeOf(null, '89')).toEqual([null]);
    expect(changeOf('89', null)).toEqual([null]);
  });

  it('keep what only one of them has', () => {
    const rows = compared(
      frozenFigures([of('89'), of('80', 'water')]),
      frozenFigures([of('90'), of('70', 'air')]),
    );
    expect(rows.map(({ figure, change }) => [figure.item, change])).toEqual([
      [null, '+1.00'],
      ['air', null],
      ['water', null],
    ]);
    expect(rows[1]?.before).toBeUndefined();
    expect(rows[2]?.after).toBeUndefined();
  });
});
