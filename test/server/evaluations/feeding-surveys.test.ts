import { describe, expect, it } from 'vitest';
import { feedingSurveys, mayFeed } from '../../../server/evaluations/feeding-surveys.ts';
import type { Feeds } from '../../../survey-definitions/feeds.ts';
import { fraction } from '../../../survey-definitions/fraction.ts';
import { aSurvey } from '../../support/fieldwork.ts';

const formal = aSurvey('e', { code: 'formal' });
const second = aSurvey('e', { code: 'second', state: 'closed' });
const draft = aSurvey('e', { code: 'draft', state: 'draft' });
const pilot = aSurvey('e', { code: 'pilot', phase: 'pilot' });
const staff = aSurvey('e', { code: 'staff', respondentGroup: 'management-object' });

const one = (code: string) => ({ combine: null, surveys: [{ code, weight: null }] });
const feedOf = (feeds: Feeds, ...surveys: (typeof formal)[]) =>
  feedingSurveys({ feeds }, surveys).get('public');

describe('the survey that feeds a group', () => {
  it('is the formal one that the evaluation names', () => {
    expect(feedOf({ public: 'formal' }, formal, pilot, staff)).toEqual(one('formal'));
    expect(feedOf({ public: 'second' }, formal, second)).toEqual(one('second'));
  });

  it('is several that the evaluation combines, each with its weight, exactly', () => {
    const third = [
      { code: 'formal', weight: '1/3' },
      { code: 'second', weight: '2/3' },
    ];
    const feeds: Feeds = { public: { combine: 'weighted', surveys: third } };
    expect(feedOf(feeds, formal, second)).toEqual({
      combine: 'weighted',
      surveys: [
        { code: 'formal', weight: fraction(1, 3) },
        { code: 'second', weight: fraction(2, 3) },
      ],
    });
  });

  it('is not moved by a survey that comes later', () => {
    expect(feedOf({ public: 'formal' }, formal, second, draft)).toEqual(one('formal'));
  });

  it.each<[string, Feeds, (typeof formal)[], object]>([
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
      'a combination of which one is gone',
      { public: { combine: 'pooled', surveys: [{ code: 'formal' }, { code: 'gone' }] } },
      [formal, second],
      { why: 'several-formal', formal: ['formal', 'second'] },
    ],
    [
      'several, and the named one is gone',
      { public: 'gone' },
      [formal, second],
      { why: 'several-formal', formal: ['formal', 'second'] },
    ],
  ])('is none where there is %s', (_, feeds, surveys, none) => {
    expect(feedOf(feeds, ...surveys)).toEqual(none);
  });

  it('may be named only for its own group, and once it was opened', () => {
    const all = [formal, staff, pilot, draft];
    expect(mayFeed(all, 'public', 'formal')).toBe(true);
    expect(all.filter(({ code }) => mayFeed(all, 'public', code))).toEqual([formal]);
  });
});
