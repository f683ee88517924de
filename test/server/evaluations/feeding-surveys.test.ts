import { describe, expect, it } from 'vitest';
import { feedingSurveys, mayFeed } from '../../../server/evaluations/feeding-surveys.ts';
import { aSurvey } from '../../support/fieldwork.ts';

const formal = aSurvey('e', { code: 'formal' });
const second = aSurvey('e', { code: 'second', state: 'closed' });
const draft = aSurvey('e', { code: 'draft', state: 'draft' });
const pilot = aSurvey('e', { code: 'pilot', phase: 'pilot' });
const staff = aSurvey('e', { code: 'staff', respondentGroup: 'management-object' });

const feedOf = (feeds: Record<string, string>, ...surveys: (typeof formal)[]) =>
  feedingSurveys({ feeds }, surveys).get('public');

describe('the survey that feeds a group', () => {
  it('is the formal one that the evaluation names', () => {
    expect(feedOf({ public: 'formal' }, formal, pilot, staff)).toEqual({ survey: 'formal' });
    expect(feedOf({ public: 'second' }, formal, second)).toEqual({ survey: 'second' });
  });

  it('is not moved by a survey that comes later', () => {
    expect(feedOf({ public: 'formal' }, formal, second, draft)).toEqual({ survey: 'formal' });
  });

  it.each([
    ['no survey', {}, [staff], { why: 'no-survey', formal: [] }],
    [
      'pilots, even where one is named',
      { public: 'pilot' },
      [pilot],
      { why: 'only-pilots', formal: [] },
    ],
    [
      'drafts, even where one is named',
      { public: 'draft' },
      [draft, pilot],
      { why: 'only-drafts', formal: [] },
    ],
    [
      'a formal one that is not named',
      {},
      [formal, draft],
      { why: 'none-chosen', formal: ['formal'] },
    ],
    [
      'several, and the named one is gone',
      { public: 'gone' },
      [formal, second],
      { why: 'several-formal', formal: ['formal', 'second'] },
    ],
  ])('is none where there is %s', (_, feeds, surveys, none) => {
    expect(feedOf(feeds, ...surveys)).toEqual({ survey: null, ...none });
  });

  it('may be named only for its own group, and once it was opened', () => {
    const all = [formal, staff, pilot, draft];
    expect(mayFeed(all, 'public', 'formal')).toBe(true);
    expect(all.filter(({ code }) => mayFeed(all, 'public', code))).toEqual([formal]);
  });
});
