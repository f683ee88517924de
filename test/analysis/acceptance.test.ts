import { describe, expect, it } from 'vitest';
import { checkAnswers } from '../../analysis/acceptance.ts';
import { item, questionnaire, section } from '../support/questionnaires.ts';

const form = questionnaire([
  section('profile', 'profile', [
    item('visited', 'single'),
    item('why-not', 'text', {
      maxLength: 5,
      showIf: { item: 'visited', options: ['no'] },
    }),
  ]),
  section('rating', 'satisfaction', [
    item('service', 'satisfaction'),
    item('speed', 'satisfaction', { required: false }),
  ]),
  section('more', 'opinion', [
    item('topics', 'multiple', { options: ['air', 'water', 'soil', 'noise'], min: 2, max: 3 }),
    item('remark', 'text', { required: false, maxLength: 10 }),
    item('detail', 'multiple', {
      options: ['a', 'b', 'c'],
      required: false,
      max: 1,
      showIf: { item: 'visited', options: ['no'] },
    }),
  ]),
]);
const good = { visited: 'yes', service: 'satisfied', topics: ['air', 'water'] };

describe('answers given online', () => {
  it.each<[string, Record<string, unknown>]>([
    ['as asked', good],
    ['with the optional items answered', { ...good, speed: 'neutral', remark: '谢谢' }],
    ['with an optional item left blank in any way', { ...good, speed: '', remark: ' \n　' }],
    [
      'with as many characters as allowed, counted as people count them',
      { ...good, remark: '👍👍👍👍👍👍👍👍👍👍' },
    ],
    [
      'with line breaks as a form without script sends them',
      { ...good, remark: '一\r\n二\r\n三\r\n四\r\n五\r\n' },
    ],
    ['with as many options as allowed', { ...good, topics: ['air', 'water', 'soil'] }],
    ['with a required item left out that does not apply', { ...good, 'why-not': '' }],
    [
      'with more options than allowed of an item that does not apply',
      { ...good, detail: ['a', 'b', 'b'] },
    ],
  ])('are accepted %s', (_, answers) => {
    expect(checkAnswers(form, answers)).toEqual([]);
  });

  it.each<[string, Record<string, unknown>, object[]]>([
    [
      'a required item is left out',
      { ...good, visited: undefined },
      [{ item: 'visited', code: 'required' }],
    ],
    [
      'a required item is white space',
      { ...good, visited: ' ' },
      [{ item: 'visited', code: 'required' }],
    ],
    [
      'no option is chosen of a required item',
      { ...good, topics: [] },
      [{ item: 'topics', code: 'required' }],
    ],
    [
      'a required item that applies is left out',
      { ...good, visited: 'no' },
      [{ item: 'why-not', code: 'required' }],
    ],
    [
      'an item is not in the questionnaire',
      { ...good, colour: 'red' },
      [{ item: 'colour', code: 'unknown-item' }],
    ],
    [
      'an option is not in the item',
      { ...good, service: 'yes' },
      [{ item: 'service', code: 'unknown-option' }],
    ],
    [
      'an option is written in another case',
      { ...good, visited: 'Yes' },
      [{ item: 'visited', code: 'unknown-option' }],
    ],
    [
      'one of several options is not in the item',
      { ...good, topics: ['air', 'fire'] },
      [{ item: 'topics', code: 'unknown-option' }],
    ],
    [
      'a single choice comes as a list',
      { ...good, service: ['satisfied'] },
      [{ item: 'service', code: 'wrong-type' }],
    ],
    [
      'a double mark comes online',
      { ...good, service: ['satisfied', 'neutral'] },
      [{ item: 'service', code: 'wrong-type' }],
    ],
    [
      'several choices come as one text',
      { ...good, topics: 'air' },
      [{ item: 'topics', code: 'wrong-type' }],
    ],
    ['text comes as a list', { ...good, remark: ['a'] }, [{ item: 'remark', code: 'wrong-type' }]],
    ['an answer is a number', { ...good, service: 1 }, [{ item: 'service', code: 'wrong-type' }]],
    ['an answer is null', { ...good, service: null }, [{ item: 'service', code: 'wrong-type' }]],
    [
      'an option is no text',
      { ...good, topics: ['air', 7] },
      [{ item: 'topics', code: 'wrong-type' }],
    ],
    [
      'a text is an object',
      { ...good, remark: { length: 1 } },
      [{ item: 'remark', code: 'wrong-type' }],
    ],
    [
      'a text is one character too long',
      { ...good, remark: '12345678901' },
      [{ item: 'remark', code: 'too-long', params: { maxLength: 10, length: 11 } }],
    ],
    [
      'too few options are chosen',
      { ...good, topics: ['air'] },
      [{ item: 'topics', code: 'too-few', params: { min: 2, chosen: 1 } }],
    ],
    [
      'too many options are chosen',
      { ...good, topics: ['air', 'water', 'soil', 'noise'] },
      [{ item: 'topics', code: 'too-many', params: { max: 3, chosen: 4 } }],
    ],
    [
      'an option is chosen twice',
      { ...good, topics: ['air', 'air'] },
      [{ item: 'topics', code: 'duplicate-option' }],
    ],
    [
      'an item that does not apply holds an option it does not have',
      { ...good, detail: ['z'] },
      [{ item: 'detail', code: 'unknown-option' }],
    ],
    [
      'an item that does not apply holds more text than may be kept',
      { ...good, 'why-not': '123456' },
      [{ item: 'why-not', code: 'too-long', params: { maxLength: 5, length: 6 } }],
    ],
  ])('are refused where %s', (_, answers, errors) => {
    expect(checkAnswers(form, answers)).toEqual(errors);
  });

  it('name every error at once, in the order of the questionnaire and strangers last', () => {
    const errors = checkAnswers(form, { zebra: 'x', topics: ['fire'], visited: 'yes' });
    expect(errors.map(({ item: id, code }) => `${id} ${code}`)).toEqual([
      'service required',
      'topics unknown-option',
      'zebra unknown-item',
    ]);
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', '', 'a'.repeat(5000)])(
    'are refused under the key %j as under any unknown item',
    (key) => {
      const answers = JSON.parse(
        `{ "visited": "yes", "service": "satisfied", "topics": ["air", "water"], ${JSON.stringify(key)}: "x" }`,
      );
      expect(checkAnswers(form, answers)).toEqual([{ item: key, code: 'unknown-item' }]);
    },
  );

  it('are not taken from what an object inherits', () => {
    const inherits = Object.create(good);
    expect(checkAnswers(form, inherits).map(({ code }) => code)).toEqual([
      'required',
      'required',
      'required',
    ]);
  });

  it('may not give for an option what every object merely has', () => {
    for (const service of ['constructor', '__proto__', 'toString', 'length', '0'])
      expect(checkAnswers(form, { ...good, service })).toEqual([
        { item: 'service', code: 'unknown-option' },
      ]);
  });
});
