import { describe, expect, it } from 'vitest';
import { checkAnswers } from '../../../client/form/check.ts';
import { pageForm } from '../../../client/form/page-form.ts';
import { renderReceipt } from '../../../client/form/render.tsx';
import { itemsThatApply } from '../../../client/form/show-if.ts';
import { shippedQuestionnaires } from '../../../server/shipped-definitions.ts';
import { fillQuestionnaire } from '../../../survey-definitions/form.ts';
import { Questionnaire } from '../../../survey-definitions/questionnaire.ts';
import { tagsOf } from '../../support/html-tags.ts';
import { enForm, page, zhForm } from './sample.ts';
import { screenedForm, screenedQuestionnaire } from './screened.ts';

const zh = screenedForm['zh-CN'];
const { items } = pageForm(zh);
const wrong = (answers: Record<string, string | string[]>) =>
  checkAnswers(itemsThatApply(items, answers), answers);

describe('an option that stands alone', () => {
  it('is said to, below the question and for screen readers', () => {
    const html = page({ form: zh });
    const help = tagsOf(html).find((tag) => tag.attributes['id'] === 'services_help');
    expect(help?.text).toContain('选“以上都没有”就不再选其他项');
    expect(html).toContain('<fieldset aria-describedby="services_help">');
    expect(page({ form: screenedForm.en })).toContain('Nothing else goes with “None of these”');
    expect(page({ form: zhForm })).not.toContain('不再选其他项');
  });

  it('is a whole answer, however many are asked for, and no answer beside another', () => {
    const rest = { home: 'here', overall: 'good' };
    expect(wrong({ ...rest, services: ['none'] })).toEqual([]);
    expect(wrong({ ...rest, services: ['library'] })).toMatchObject([{ code: 'too-few' }]);
    expect(wrong({ ...rest, services: ['library', 'canteen'] })).toEqual([]);
    expect(wrong({ ...rest, services: ['library', 'none'] })).toMatchObject([
      { item: 'services', code: 'exclusive' },
    ]);
  });

  it('chosen beside another is asked about beside its item, in words that lead to the note', () => {
    const errors = [{ item: 'services', code: 'exclusive' }];
    const answers = { services: ['library', 'none'] };
    const html = page({ form: zh, answers, errors });
    const error = tagsOf(html).find((tag) => tag.attributes['id'] === 'services_error');
    expect(error?.text).toBe('第 1 题选的几项不能同选，请看题目下面的说明');
    expect(page({ form: screenedForm.en, answers, errors })).toContain(
      'Question 1: these choices cannot stand together',
    );
  });
});

describe('an option that ends the questionnaire', () => {
  it('leaves no later item to answer, and makes nothing before it due', () => {
    const answers = { home: 'elsewhere', overall: 'good', improve: 'x'.repeat(99) };
    expect(itemsThatApply(items, answers).map(({ id }) => id)).toEqual(['services', 'home']);
    expect(wrong(answers)).toEqual([]);
    expect(wrong({ ...answers, services: ['library'] })).toMatchObject([{ code: 'too-few' }]);
    expect(wrong({ home: 'here' }).map(({ item }) => item)).toEqual(['services', 'overall']);
  });

  it('is a whole answer by itself, however many are asked for', () => {
    const [services, ...others] = items;
    const ending = [{ ...services, ends: ['library'] }, ...others] as typeof items;
    const answers = { services: ['library'] };
    expect(checkAnswers(itemsThatApply(ending, answers), answers)).toEqual([]);
    expect(wrong({ ...answers, home: 'elsewhere' })).toMatchObject([{ code: 'too-few' }]);
  });

  it('looks like any other: nothing near it tells what it does', () => {
    const html = page({ form: zh });
    const option = (value: string) =>
      new RegExp(`<label><input[^>]*value="${value}"/><span>[^<]*</span></label>`).exec(html)?.[0];
    const plain = (text = '') => text.replace(/value="\w+"|>[^<]+</g, '');
    expect(option('elsewhere')).toBeDefined();
    expect(plain(option('elsewhere'))).toBe(plain(option('here')));
  });

  it('leads to a closing page with the receipt number, the same after a retry', () => {
    for (const [language, title] of [
      ['zh-CN', '谢谢您，不用再填了'],
      ['en', 'Thank you, there is nothing more to answer'],
    ] as const) {
      const given = { form: screenedForm[language], receipt: '7K3F-29QD', nonce: 'n', style: '' };
      const first = renderReceipt({ ...given, alreadyReceived: false, ended: true });
      expect(tagsOf(first).find(({ name }) => name === 'h1')?.text).toBe(title);
      expect(tagsOf(first).find(({ name }) => name === 'title')?.text).toBe(title);
      expect(first).toContain('7K3F-29QD');
      expect(renderReceipt({ ...given, alreadyReceived: true, ended: true })).toBe(first);
    }
  });
});

describe('a scale with an option that is no grade', () => {
  const classes = (html: string) =>
    [...html.matchAll(/<i class="(s\d)">/g)].map(([, name]) => name);

  it('colours the grades alone, as if it had no other options', () => {
    expect(classes(page({ form: zh }))).toEqual(['s0', 's2', 's4']);
    expect(page({ form: zh })).toContain('<span>不了解</span>');
  });

  it('offers it after the grades, wherever the definition has it', () => {
    const [scale] = screenedQuestionnaire.scales;
    const options =
      scale?.options.toReversed().toSorted((a) => (a.scored === false ? -1 : 1)) ?? [];
    const turned = { ...screenedQuestionnaire, scales: [{ id: 'three', options }] };
    const { items: filled } = fillQuestionnaire(Questionnaire.parse(turned), {}, 'zh-CN');
    const overall = filled.find(({ id }) => id === 'overall');
    expect(overall?.options?.map(({ scored }) => scored)).toEqual([true, true, true, false]);
  });

  it('counts it among the answers that follow, and sets it below the figures of a long scale', () => {
    const scales = [
      {
        id: 'three',
        options: [
          ...Array.from({ length: 10 }, (_, n) => ({
            id: `g${10 - n}`,
            label: `${10 - n}`,
            weight: 100 - n * 10,
          })),
          { id: 'unknown', label: '不了解', scored: false },
        ],
      },
    ];
    const long = Questionnaire.parse({ ...screenedQuestionnaire, scales });
    const html = page({ form: fillQuestionnaire(long, {}, 'zh-CN') });
    expect(html).toContain('下面共有 11 个选项');
    expect(html).toContain('class="options cells"');
    expect(html).toMatch(/<label class="whole"><input[^>]*value="unknown"/);
    expect(classes(html)).toHaveLength(10);
  });
});

describe('a page', () => {
  const words = ['exclusive', 'ended', 'endedText'];
  const holds = (html: string) => words.filter((word) => html.includes(`"${word}":`));

  it('carries the words, the script and the marks only where its questionnaire needs them', async () => {
    const html = page({ form: zh });
    expect(holds(html)).toEqual(words);
    expect(html).toContain('exclusive();void 0');
    expect(html).toContain('data-alone="none"');
    expect(html).toContain('data-ends="elsewhere"');
    const shipped = (await shippedQuestionnaires()).map((q) => fillQuestionnaire(q, {}, 'zh-CN'));
    for (const form of [zhForm, enForm, ...shipped]) {
      const plain = page({ form });
      expect(holds(plain)).toEqual([]);
      expect(plain).not.toMatch(/exclusive\(\)|data-alone|data-ends/);
    }
  });
});
