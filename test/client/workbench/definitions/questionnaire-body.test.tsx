import { renderToString } from 'preact-render-to-string';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { QuestionnaireBody } from '../../../../client/workbench/definitions/questionnaire/questionnaire-body.tsx';
import { AsDefined } from '../../../../client/workbench/definitions/questionnaire/texts.tsx';
import { LanguageProvider } from '../../../../client/workbench/language.tsx';
import type { Composite } from '../../../../survey-definitions/composite.ts';
import { Questionnaire } from '../../../../survey-definitions/questionnaire.ts';

const definition = (composite?: Composite) =>
  Questionnaire.parse({
    id: 'trip',
    version: 1,
    title: '{{department}}游客调查',
    respondentGroup: 'visitors',
    respondentGroupName: '游客',
    placeholders: ['department'],
    scales: [
      {
        id: 'five',
        outOf: 5,
        options: [
          { id: 'good', label: '好', weight: 5 },
          { id: 'fair', label: '一般', weight: '5/2' },
          { id: 'bad', label: '差', weight: 0 },
          { id: 'dk', label: '不了解', scored: false },
        ],
      },
    ],
    sections: [
      {
        id: 'you',
        role: 'profile',
        title: '您',
        items: [
          {
            id: 'been',
            type: 'single',
            topic: '来过',
            text: '您来过吗？',
            options: [
              { id: 'yes', label: '来过' },
              { id: 'no', label: '没有', endsHere: true },
            ],
          },
          {
            id: 'how',
            type: 'multiple',
            topic: '怎么来的',
            text: '您怎么来的？',
            min: 1,
            max: 2,
            options: [
              { id: 'car', label: '汽车' },
              { id: 'none', label: '都不是', exclusive: true },
            ],
          },
        ],
      },
      {
        id: 'sat',
        role: 'satisfaction',
        title: '满意度',
        items: [
          {
            id: 'air',
            type: 'satisfaction',
            topic: '空气',
            text: '您对{{department}}…',
            scale: 'five',
          },
          {
            id: 'water',
            type: 'satisfaction',
            topic: '水',
            text: '水？',
            scale: 'five',
            required: false,
            showIf: { item: 'been', options: ['yes'] },
          },
        ],
      },
    ],
    ...(composite ? { composite } : {}),
    validity: [{ rule: 'minimum-duration', seconds: 5 }],
  });

/** What the page says, without what it is made of. */
function said(language: string, composite?: Composite): string {
  vi.stubGlobal('localStorage', { getItem: () => language });
  const html = renderToString(
    <LanguageProvider>
      <AsDefined>
        <QuestionnaireBody definition={definition(composite)} />
      </AsDefined>
    </LanguageProvider>,
  );
  return html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
}

beforeAll(() => void vi.stubGlobal('document', { documentElement: { lang: 'zh-CN' } }));
afterAll(() => void vi.unstubAllGlobals());

describe('a questionnaire to read', () => {
  it('says of each option what it is worth, or does', () => {
    const text = said('zh-CN');
    expect(text).toContain('选项后是权重，满分 5 好 5 一般 5/2 差 0 不了解 不计分');
    expect(text).toContain('单选 来过 没有 选此项即结束');
    expect(text).toContain('多选 · 至少 1 项 · 最多 2 项 汽车 都不是 单独选');
  });

  it('says which items are optional, and when one is asked at all', () => {
    expect(said('zh-CN')).toContain('水？ 选填 第 1 题选“来过”时才问');
    expect(said('en')).toContain('optional Asked only where item 1 was answered “来过”');
  });

  it('shows by their names what each evaluation fills in', () => {
    expect(said('zh-CN')).toContain('您对 部门 …');
    expect(said('en')).toContain('您对 department …');
  });

  it('says what raises a doubt', () => {
    expect(said('zh-CN')).toContain('作答时间不足 5 秒');
  });

  it.each<[string, Composite | undefined]>([
    ['下列 2 题满意度的平均：空气、水', undefined],
    ['下列 2 题满意度的平均：空气、水', { method: 'items' }],
    [
      '下列 2 题满意度按权重相加 题目 权重 空气 1/3 水 2/3',
      { method: 'items', weights: { air: '1/3', water: '2/3' } },
    ],
    ['下列 1 题满意度按权重相加 题目 权重 水 1', { method: 'items', weights: { water: 1 } }],
    [
      '先求每个维度各题的平均，再把 1 个维度按权重相加 维度 题目 权重 环境 空气、水 1',
      {
        method: 'dimensions',
        dimensions: [{ id: 'env', name: '环境', weight: 1, items: ['air', 'water'] }],
      },
    ],
    ['下列 2 题的计分回答全部合在一起计算，答的人多的题占得多：空气、水', { method: 'pooled' }],
    ['只用下面这一题：水', { method: 'overall', item: 'water' }],
    [
      '每题最好的 2 档占计分回答的比例，再取下列 2 题的平均：空气、水',
      { method: 'top', grades: 2 },
    ],
    [
      '达到满分的 80% 的算满意，满意的人数 ÷ 有计分回答的人数；计入下列 2 题：空气、水',
      { method: 'persons', threshold: '80' },
    ],
  ])('says how the composite is made: %s', (words, composite) => {
    expect(said('zh-CN', composite)).toContain(words);
  });
});
