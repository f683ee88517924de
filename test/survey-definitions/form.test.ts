import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillQuestionnaire } from '../../survey-definitions/form.ts';
import { Questionnaire } from '../../survey-definitions/questionnaire.ts';
import { PLACEHOLDERS } from '../../survey-definitions/text.ts';
import { fillIn, placeholdersIn } from '../../survey-definitions/wording.ts';

const both = (zh: string, en: string) => ({ 'zh-CN': zh, en });

function definition(change: (input: Record<string, unknown>) => void = () => {}): Questionnaire {
  const input: Record<string, unknown> = {
    id: 'sample',
    version: 2,
    title: both('{{place}}{{department}}满意度', 'Satisfaction with {{ department }}'),
    respondentGroup: 'public',
    minutes: 2,
    placeholders: ['department', 'place'],
    scales: [
      {
        id: 'four',
        options: [
          { id: 'good', label: both('满意', 'Satisfied'), weight: 100 },
          { id: 'bad', label: both('不满意', 'Dissatisfied'), weight: 0 },
        ],
      },
    ],
    sections: [
      {
        id: 'one',
        role: 'profile',
        title: both('基本情况', 'About you'),
        items: [
          {
            id: 'visits',
            type: 'multiple',
            topic: both('事项', 'Matters'),
            text: both('您办过哪些事？', 'What did you come for?'),
            options: [
              { id: 'a', label: both('甲', 'A') },
              { id: 'b', label: both('乙', 'B') },
            ],
            max: 2,
          },
        ],
      },
      {
        id: 'two',
        role: 'satisfaction',
        title: both('评价', 'Rating'),
        intro: both('请评价{{department}}', 'Please rate {{department}}'),
        items: [
          {
            id: 'overall',
            type: 'satisfaction',
            scale: 'four',
            topic: both('总体', 'Overall'),
            text: both('您对{{department}}总体满意吗？', 'How satisfied are you?'),
          },
          {
            id: 'why',
            type: 'text',
            required: false,
            maxLength: 80,
            showIf: { item: 'overall', options: ['bad'] },
            topic: both('原因', 'Reason'),
            text: both('为什么？', 'Why?'),
            help: both('不超过80字', 'At most 80 characters'),
          },
        ],
      },
    ],
  };
  change(input);
  return Questionnaire.parse(input);
}

const values = { department: '生态环境局', place: '朔州市', year: 2019 };

describe('a questionnaire filled in for the form', () => {
  it('has its placeholders filled and one language throughout', () => {
    const form = fillQuestionnaire(definition(), values, 'zh-CN');
    expect(form.title).toBe('朔州市生态环境局满意度');
    expect(form.sections[1]?.intro).toBe('请评价生态环境局');
    expect(form.department).toBe('生态环境局');
    expect(form.language).toBe('zh-CN');
    expect(form.languages).toEqual(['zh-CN', 'en']);
    expect(fillQuestionnaire(definition(), values, 'en').title).toBe(
      'Satisfaction with 生态环境局',
    );
  });

  it('lists items in order with their section, options, limits and condition', () => {
    const form = fillQuestionnaire(definition(), values, 'zh-CN');
    expect(form.sections.map((section) => section.items)).toEqual([['visits'], ['overall', 'why']]);
    expect(form.items).toEqual([
      {
        id: 'visits',
        section: 'one',
        type: 'multiple',
        required: true,
        topic: '事项',
        text: '您办过哪些事？',
        help: null,
        showIf: null,
        options: [
          {
            id: 'a',
            label: '甲',
            scored: false,
            exclusive: false,
            endsHere: false,
            quotaFull: false,
          },
          {
            id: 'b',
            label: '乙',
            scored: false,
            exclusive: false,
            endsHere: false,
            quotaFull: false,
          },
        ],
        max: 2,
      },
      {
        id: 'overall',
        section: 'two',
        type: 'satisfaction',
        required: true,
        topic: '总体',
        text: '您对生态环境局总体满意吗？',
        help: null,
        showIf: null,
        options: [
          {
            id: 'good',
            label: '满意',
            scored: true,
            exclusive: false,
            endsHere: false,
            quotaFull: false,
          },
          {
            id: 'bad',
            label: '不满意',
            scored: true,
            exclusive: false,
            endsHere: false,
            quotaFull: false,
          },
        ],
      },
      {
        id: 'why',
        section: 'two',
        type: 'text',
        required: false,
        topic: '原因',
        text: '为什么？',
        help: '不超过80字',
        showIf: { item: 'overall', options: ['bad'] },
        maxLength: 80,
      },
    ]);
  });

  it('keeps the placeholder in sight where the value is missing', () => {
    expect(fillQuestionnaire(definition(), {}, 'zh-CN').title).toBe(
      '{{place}}{{department}}满意度',
    );
  });

  it('is wholly zh-CN where a single text lacks the wanted language', () => {
    const half = definition((input) => {
      input['intro'] = '您好';
    });
    const form = fillQuestionnaire(half, values, 'en');
    expect(form.languages).toEqual(['zh-CN']);
    expect(form.language).toBe('zh-CN');
    expect(form.title).toBe('朔州市生态环境局满意度');
  });
});

describe('placeholders', () => {
  it('are all gone once each declared one has a value, whatever the text around them', () => {
    const plain = fc.string().map((text) => text.replaceAll(/[{}]/g, ''));
    const name = fc.constantFrom(...PLACEHOLDERS);
    const parts = fc.array(fc.tuple(plain, name, fc.constantFrom('', ' ', '  ')));
    fc.assert(
      fc.property(parts, plain, plain, (pieces, tail, value) => {
        const text = `${pieces.map(([before, key, space]) => `${before}{{${space}${key}${space}}}`).join('')}${tail}`;
        const filled = fillIn(text, { department: value, place: value, year: value });
        expect(placeholdersIn(text)).toEqual(pieces.map(([, key]) => key));
        expect(filled).toBe(pieces.map(([before]) => before + value).join('') + tail);
      }),
    );
  });

  it('are never filled from what every object inherits', () => {
    expect(fillIn('{{constructor}} {{__proto__}}', {})).toBe('{{constructor}} {{__proto__}}');
  });

  it('are searched in linear time in a hostile text', () => {
    const hostile = `{{${' '.repeat(200_000)}`;
    const started = performance.now();
    expect(placeholdersIn(hostile)).toEqual([]);
    expect(fillIn(hostile, {})).toBe(hostile);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
