import { describe, expect, it } from 'vitest';
import { nextChangeOfState, surveyState } from '../../../server/evaluations/survey-state.ts';

const NOW = new Date('2026-03-01T08:00:00.000Z');
const BEFORE = '2026-03-01T07:59:59.999Z';
const AT = NOW.toISOString();
const AFTER = '2026-03-01T08:00:00.001Z';
const LATER = '2026-03-02T08:00:00.000Z';

/** Nobody has seen to its end, and its answers are there. */
const GOING = { clockClosedAt: null, answersRemovedAt: null };

describe('the state of a survey', () => {
  it.each([
    ['draft', null, null, 'draft'],
    ['draft', BEFORE, LATER, 'draft'],
    ['draft', null, BEFORE, 'draft'],
    ['open', null, null, 'open'],
    ['open', AFTER, null, 'not-yet'],
    ['open', AT, null, 'open'],
    ['open', BEFORE, AFTER, 'open'],
    ['open', null, AT, 'closed'],
    ['open', BEFORE, BEFORE, 'closed'],
    ['closed', null, null, 'closed'],
    ['closed', AFTER, LATER, 'closed'],
  ] as const)(
    'that staff set to %s, from %s to %s, is %s',
    (state, opensAt, closesAt, expected) => {
      expect(surveyState({ ...GOING, state, opensAt, closesAt }, NOW)).toBe(expected);
    },
  );
});

describe('a survey that is over whatever its period says', () => {
  it.each([
    ['what closing does was done for the clock', { ...GOING, clockClosedAt: BEFORE }],
    ['its answers were removed', { ...GOING, answersRemovedAt: BEFORE }],
  ])('takes nothing: %s', (_, over) => {
    const open = { ...over, opensAt: null, closesAt: LATER };
    expect(surveyState({ ...open, state: 'open' }, NOW)).toBe('closed');
    expect(surveyState({ ...open, state: 'draft' }, NOW)).toBe('draft');
    expect(nextChangeOfState([{ ...open, state: 'open' }], NOW)).toBeNull();
  });
});

describe('the next change of a state by the clock alone', () => {
  const open = (opensAt: string | null, closesAt: string | null) =>
    ({ ...GOING, state: 'open', opensAt, closesAt }) as const;
  it.each([
    ['none without a period', [open(null, null)], null],
    ['none once every period is over', [open(BEFORE, AT)], null],
    [
      'none of a draft or what staff closed',
      [
        { ...open(AFTER, LATER), state: 'draft' as const },
        { ...open(AFTER, LATER), state: 'closed' as const },
      ],
      null,
    ],
    ['the earliest of several', [open(BEFORE, LATER), open(AFTER, LATER), open(null, null)], AFTER],
  ])('is %s', (_, surveys, expected) => {
    expect(nextChangeOfState(surveys, NOW)?.toISOString() ?? null).toBe(expected);
  });
});
