import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fill } from '../../../client/form/fill.ts';
import { FORM_WORDS } from '../../../client/form/form-words.ts';
import { BREAK, markBreaks } from '../../../client/form/line-breaks.tsx';
import { NOTICES } from '../../../client/form/notice-words.ts';
import { renderNotice, renderReceipt } from '../../../client/form/render.tsx';
import { LANGUAGES } from '../../../survey-definitions/text.ts';
import { tagsOf } from '../../support/html-tags.ts';
import { enForm, zhForm } from './sample.ts';

const placeholders = (text: string) => (text.match(/\{\w+\}/g) ?? []).toSorted();
const form = { 'zh-CN': zhForm, en: enForm };

describe('the page’s own words', () => {
  it('are given in both languages, with the same places to fill in', () => {
    const { 'zh-CN': zh, en } = FORM_WORDS;
    for (const key of Object.keys(zh) as (keyof typeof zh)[]) {
      expect([key, placeholders(en[key])]).toEqual([key, placeholders(zh[key])]);
    }
  });

  it('are filled in only where a value is given', () => {
    expect(fill('第 {n} 题，{constructor}', { n: 7 })).toBe('第 7 题，{constructor}');
    expect(fill('{a}{b}', { a: '{b}', b: 2 })).toBe('{b}2');
  });
});

describe('pages without a form', () => {
  const kinds = Object.keys(NOTICES['zh-CN']) as (keyof (typeof NOTICES)['zh-CN'])[];

  it.each(LANGUAGES.flatMap((language) => kinds.map((kind) => ({ kind, language }))))(
    'say plainly what is the matter: $kind in $language',
    ({ kind, language }) => {
      const words = NOTICES[language][kind];
      const html = renderNotice({ kind, form: form[language], nonce: 'n', style: '', language });
      const tags = tagsOf(html);
      expect(tags.find((tag) => tag.name === 'h1')?.text).toBe(words.title);
      expect(html).toContain(words.text);
      expect(html).toContain(`<html lang="${language}">`);
      expect(tags.some((tag) => tag.name === 'form' || tag.name === 'script')).toBe(false);
    },
  );

  it('need no questionnaire: an unknown code has none', () => {
    const html = renderNotice({ kind: 'unknown', nonce: 'n', style: '', language: 'zh-CN' });
    expect(html).toContain('没有找到这份问卷');
  });

  it('give the receipt number, and say so where the answer had arrived before', () => {
    const given = { form: zhForm, receipt: '7K3F-29QD', nonce: 'n', style: '' };
    const first = renderReceipt({ ...given, alreadyReceived: false });
    expect(first).toContain('7K3F-29QD');
    expect(first).toContain('谢谢，您的答卷已收到');
    expect(first).toContain('可以关闭');
    expect(first).not.toContain('没有重复计算');
    expect(renderReceipt({ ...given, alreadyReceived: true })).toContain('没有重复计算');
  });
});

describe('line breaks of a headline', () => {
  const lines = (text: string) => markBreaks(text, 'zh-CN').split(BREAK);

  it('fall between words, and a figure keeps its unit', () => {
    expect(lines('市生态环境局2019年度绩效评价满意度调查')).toEqual([
      '市生态',
      '环境局',
      '2019年度',
      '绩效',
      '评价',
      '满意度',
      '调查',
    ]);
  });

  it('keep punctuation with what it closes or opens', () => {
    for (const phrase of lines('“放管服”改革（第二批次）情况，您是否满意？')) {
      expect(phrase).not.toMatch(/^[”’）》」，。、；：？！]/);
      expect(phrase).not.toMatch(/[“‘（《「]$/);
    }
  });

  it('change nothing but the marks, in any text', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.stringMatching(/^[满意度调查绩效（），。“”12ab ]*$/),
    );
    fc.assert(
      fc.property(text, (given) => {
        fc.pre(!given.includes(BREAK));
        expect(markBreaks(given, 'zh-CN').replaceAll(BREAK, '')).toBe(given);
      }),
    );
  });

  it('leave an English headline as it is', () => {
    const text = 'Satisfaction with 市水务局, 2019';
    expect(markBreaks(text, 'en')).toBe(text);
  });
});
