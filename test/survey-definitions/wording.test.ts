import { describe, expect, it } from 'vitest';
import type { Text } from '../../survey-definitions/text.ts';
import { isIn } from '../../survey-definitions/wording.ts';

describe('a text', () => {
  it.each<[Text, zh: boolean, en: boolean]>([
    ['公布的评价报告', true, false],
    ['Published evaluation of 2019', false, true],
    [{ 'zh-CN': '公布的评价报告' }, true, false],
    [{ 'zh-CN': '公布的评价报告', en: 'Published evaluation' }, true, true],
  ])('%j is in Chinese: %s, in English: %s', (text, zh, en) => {
    expect([isIn(text, 'zh-CN'), isIn(text, 'en')]).toEqual([zh, en]);
  });
});
