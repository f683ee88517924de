import { describe, expect, it } from 'vitest';
import { applicableItems } from '../../analysis/applicability.ts';
import { item, questionnaire, section } from '../support/questionnaires.ts';

const chain = questionnaire([
  section('profile', 'profile', [
    item('visited', 'single'),
    item('how', 'single', {
      options: ['hall', 'web', 'phone'],
      showIf: { item: 'visited', options: ['yes'] },
    }),
    item('waiting', 'satisfaction', { showIf: { item: 'how', options: ['hall', 'phone'] } }),
    item('topics', 'multiple', { options: ['air', 'water', 'noise'], required: false }),
  ]),
  section('more', 'opinion', [
    item('about-air', 'text', { required: false, showIf: { item: 'topics', options: ['air'] } }),
  ]),
]);

describe('an item with show-if', () => {
  it.each([
    ['applies where the item it names was answered so', { visited: 'yes' }, ['how']],
    ['does not apply where it was answered otherwise', { visited: 'no' }, []],
    ['does not apply where it was not answered', {}, []],
    ['follows a chain of conditions', { visited: 'yes', how: 'phone' }, ['how', 'waiting']],
    [
      'does not apply where the item it names does not apply itself, even if that was answered',
      { visited: 'no', how: 'hall' },
      [],
    ],
    ['goes by any of several chosen options', { topics: ['water', 'air'] }, ['about-air']],
    ['does not go by options that were not chosen', { topics: ['water'] }, []],
    ['reads nothing from a double mark', { visited: ['yes', 'no'] }, []],
    ['takes one mark in a list for that mark', { visited: ['yes'] }, ['how']],
    ['reads nothing from an option that does not exist', { visited: 'maybe' }, []],
  ])('%s', (_, answers, conditional) => {
    expect([...applicableItems(chain, answers)].sort()).toEqual(
      ['topics', 'visited', ...conditional].sort(),
    );
  });
});
