import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { NO_UNCERTAINTY } from '../../../analysis/uncertainty.ts';
import type { Freezing, FrozenSurvey } from '../../../client/workbench/api/figures.ts';
import { EvaluationContext } from '../../../client/workbench/current-evaluation.ts';
import { FigureSurvey } from '../../../client/workbench/figures/figure-survey.tsx';
import { WouldChange } from '../../../client/workbench/figures/would-change.tsx';
import { LanguageProvider } from '../../../client/workbench/language.tsx';
import { frozenSurvey } from './frozen-sample.ts';
import { evaluation, shown } from './samples.ts';

function htmlOf(children: ComponentChildren, language = 'zh-CN'): string {
  vi.stubGlobal('localStorage', { getItem: () => language });
  return renderToString(
    <LanguageProvider>
      <EvaluationContext.Provider value={evaluation()}>{children}</EvaluationContext.Provider>
    </LanguageProvider>,
  );
}
const words = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
const said = (survey: Partial<FrozenSurvey>, language?: string) =>
  words(htmlOf(<FigureSurvey survey={frozenSurvey(survey)} />, language));

beforeAll(() => void vi.stubGlobal('document', { documentElement: { lang: 'zh-CN' } }));
afterAll(() => void vi.unstubAllGlobals());

describe('a survey as it stood when it was frozen', () => {
  const estimate = (value: number) => ({ value, display: value.toFixed(2) });
  const interval = (descriptive: boolean): FrozenSurvey['uncertainty'] => ({
    standardError: estimate(1.2),
    low: estimate(87.02),
    high: estimate(91.48),
    degreesOfFreedom: 136,
    descriptive,
  });

  it('says its interval, and of an opt-in sample that it only describes who answered', () => {
    const sampled = said({ uncertainty: interval(false) });
    expect(sampled).toContain('95% 置信区间 87.02–91.48 标准误 1.20，自由度 136');
    expect(sampled).not.toContain('自愿参加');
    const optIn = said({ sampling: 'opt-in', uncertainty: interval(true) });
    expect(optIn).toContain('调查 pubeca34 自愿参加');
    expect(optIn).toContain('区间不能推广到没有参加的人');
  });

  it.each(NO_UNCERTAINTY)('says why there is none: %s', (none) => {
    expect(said({ uncertainty: { none: 'a reason of another time' } })).toContain(
      '没有置信区间：— ',
    );
    expect(said({ uncertainty: { none } })).toMatch(/没有置信区间：[^—]{6}/);
    expect(said({ uncertainty: { none } }, 'en')).toMatch(/No confidence interval: [^—]{12}/);
  });

  it('marks one that was rebuilt from published counts, and one that still collected', () => {
    expect(said({ provenance: 'reconstructed', state: 'open' })).toMatch(
      /定稿时仍在收集 按公布数重建 .*题与题的交叉不能使用/,
    );
    expect(said({})).not.toMatch(/定稿时仍在收集|按公布数重建/);
  });

  it('says the response rate, or why there is none', () => {
    expect(said({ responseRate: { exact: '137/200', display: '68.50%' } })).toContain(
      '回收率 68.50%',
    );
    expect(said({ responseRate: { none: 'more-than-handed-out' } })).toContain(
      '回收率 收回多于发放，两数必有一错',
    );
  });

  it('shows who does not belong to the group and what is on hold only where there are any', () => {
    expect(said({})).not.toMatch(/不符合调查条件|待核实/);
    const { returns } = frozenSurvey();
    expect(said({ returns: { ...returns, onHold: 2 } })).toContain('无效 待核实');
  });

  it('shows twelve characters of the hash over its responses and keeps it whole, or says that the answers were gone', () => {
    const html = htmlOf(<FigureSurvey survey={frozenSurvey()} />);
    expect(words(html)).toContain('140 份答卷的校验值 a1a1a1a1a1a1… ');
    expect(html).toContain(`title="${'a1'.repeat(32)}"`);
    expect(said({ responses: { none: 'answers-removed' } })).toContain('没有校验值');
  });
});

describe('what freezing would change', () => {
  const standing = (total: number) => ({ total: shown(total), grade: null, complete: false });
  const tried = (after: number | null): Freezing => ({
    before: standing(4),
    after: standing(after ?? 0),
    indicators: [
      {
        code: 'C301',
        name: '公众满意度',
        before: shown(4),
        after: after === null ? null : shown(after),
      },
    ],
    groups: [],
    figures: [],
  });

  it('is each score before and after, marked where it moves', () => {
    const html = htmlOf(<WouldChange tried={tried(3.2)} />);
    expect(html).toContain('<tr class="moved">');
    expect(words(html)).toContain('C301 公众满意度 4.00 3.20');
    expect(words(html)).toContain('总分 4.00 未完成 3.20 未完成');
    expect(words(html)).not.toContain('得分不变');
  });

  it('is said to be nothing where no score moves', () => {
    const html = htmlOf(<WouldChange tried={tried(4)} />);
    expect(html).not.toContain('class="moved"');
    expect(words(html)).toContain('得分前后 得分不变。');
  });

  it('moves, too, where a score is lost', () => {
    expect(htmlOf(<WouldChange tried={tried(null)} />)).toContain('<tr class="moved">');
  });
});
