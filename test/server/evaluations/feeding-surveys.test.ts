import { describe, expect, it } from 'vitest';
import { feedingSurveys, mayFeed } from '../../../server/evaluations/feeding-surveys.ts';
import { aSurvey } from '../../support/fieldwork.ts';

const formal = aSurvey('e', { code: 'formal' });
const second = aSurvey('e', { code: 'second' });
const pilot = aSurvey('e', { code: 'pilot', phase: 'pilot' });
const staff = aSurvey('e', { code: 'staff', respondentGroup: 'management-object' });

const feedOf = (feeds: Record<string, string>, ...surveys: (typeof formal)[]) =>
  feedingSurveys({ feeds }, surveys).get('public');

describe('the survey that feeds a group', () => {
  it('is its one formal survey', () => {
    expect(feedOf({}, formal, pilot, staff)).toEqual({ survey: 'formal' });
  });

  it('is never a pilot, even where one is named', () => {
    expect(feedOf({}, pilot)).toEqual({ survey: null, why: 'only-pilots', formal: [] });
    expect(feedOf({ public: 'pilot' }, pilot)).toMatchObject({ survey: null });
  });

  it('of several formal ones is the one that was chosen, and none in silence', () => {
    const open = { survey: null, why: 'several-formal', formal: ['formal', 'second'] };
    expect(feedOf({}, formal, second)).toEqual(open);
    expect(feedOf({ public: 'second' }, formal, second)).toEqual({ survey: 'second' });
    expect(feedOf({ public: 'gone' }, formal, second)).toEqual(open);
  });

  it('is missing where the group has no survey', () => {
    expect(feedOf({}, staff)).toEqual({ survey: null, why: 'no-survey', formal: [] });
  });

  it('may be named only for its own group', () => {
    expect(mayFeed([formal, staff, pilot], 'public', 'formal')).toBe(true);
    expect(mayFeed([formal, staff, pilot], 'public', 'staff')).toBe(false);
    expect(mayFeed([formal, staff, pilot], 'public', 'pilot')).toBe(false);
  });
});
