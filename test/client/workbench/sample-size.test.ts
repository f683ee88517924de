import { describe, expect, it } from 'vitest';
import type { Survey } from '../../../client/workbench/api/surveys.ts';
import { readPlan } from '../../../client/workbench/planning/read-plan.ts';
import { SAMPLE_SIZE, workedOut } from '../../../client/workbench/planning/sample-size.ts';
import { sizeInWords } from '../../../client/workbench/planning/size-in-words.ts';
import { planningWords } from '../../../client/workbench/planning/words.ts';
import { readCorrection } from '../../../client/workbench/survey/read-correction.ts';
import { inLanguage } from '../../../client/workbench/translation.ts';

const typed = (fields: Record<string, string>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
};
/** The helper as it stands before anybody typed, but for what is given. */
const helper = (changed: Record<string, string> = {}) =>
  typed({
    'sampleSize.of': 'share',
    'sampleSize.confidence': '95',
    'sampleSize.margin': '5',
    'sampleSize.share': '50',
    'sampleSize.deviation': '25',
    'sampleSize.designEffect': '1',
    'sampleSize.returnRate': '',
    population: '',
    ...changed,
  });
const BASIS = { confidence: '95', margin: '5', share: '50', designEffect: '1' };

describe('what the helper works out', () => {
  it('is what stands in it, with the population of the form', () => {
    expect(workedOut(helper())).toEqual({ size: { ...BASIS, needed: 385 } });
    expect(workedOut(helper({ population: '１,000', 'sampleSize.returnRate': '80％' }))).toEqual({
      size: { ...BASIS, population: 1000, returnRate: '80', needed: 278 },
    });
  });

  it('is of the deviation where a mean is asked for, whatever the share says', () => {
    const of = { 'sampleSize.of': 'mean', 'sampleSize.share': 'x' };
    expect(workedOut(helper(of))).toEqual({
      size: { confidence: '95', margin: '5', deviation: '25', designEffect: '1', needed: 97 },
    });
  });

  it.each([
    ['margin', { 'sampleSize.margin': '0.09' }],
    ['margin', { 'sampleSize.margin': '1,5' }],
    ['share', { 'sampleSize.share': '100' }],
    ['designEffect', { 'sampleSize.designEffect': '' }],
    ['returnRate', { 'sampleSize.returnRate': '101' }],
    ['population', { population: '0' }],
    ['population', { population: 'all' }],
  ])('is nothing while the %s is none it can be worked out from: %j', (lacking, changed) => {
    expect(workedOut(helper(changed))).toEqual({ lacking });
  });
});

describe('a plan with a sample size', () => {
  const kept = { ...BASIS, needed: 385 };
  const fields = { total: '400', [SAMPLE_SIZE]: JSON.stringify(kept) };

  it('takes the basis that was written into it, and not what the helper says since', () => {
    const form = typed({ ...fields, 'sampleSize.margin': '3' });
    expect(readPlan(form)).toEqual({ total: 400, sampleSize: kept });
    expect(readPlan(typed({ total: '400', [SAMPLE_SIZE]: '' }))).toEqual({ total: 400 });
  });

  it('is corrected only where the basis is another', () => {
    const plan = { total: 400, sampleSize: kept };
    const survey = { plan, opensAt: null, closesAt: null } as unknown as Survey;
    expect(readCorrection(typed(fields), survey)).toEqual({});
    expect(readCorrection(typed({ ...fields, [SAMPLE_SIZE]: '' }), survey)).toEqual({
      plan: { total: 400 },
    });
  });
});

describe('a sample size in words', () => {
  const zh = inLanguage(planningWords, 'zh-CN').sampleSize;
  const en = inLanguage(planningWords, 'en').sampleSize;

  it('says how exact, of what, and how many', () => {
    const size = { ...BASIS, returnRate: 80, needed: 385 };
    expect(sizeInWords(size, zh)).toBe(
      '95% 置信水平、误差不超过 5 个百分点（预计比例 50%），需回收有效答卷 385 份；按预计有效回收率 80% 须发放 482 份。',
    );
    expect(sizeInWords(size, en)).toBe(
      'At 95% confidence and within 5 percentage points (expected share 50%): 385 valid responses needed; with 80% coming back valid, 482 to be handed out.',
    );
  });

  it('says where more would have to be asked than there are', () => {
    const mean = { confidence: 99, margin: 2.5, deviation: 20, designEffect: '1.5' };
    expect(sizeInWords({ ...mean, population: 1000, returnRate: 30, needed: 390 }, zh)).toBe(
      '99% 置信水平、误差不超过 2.5 分（标准差 20 分、设计效应 1.5、总体 1,000 人），需回收有效答卷 390 份；按预计有效回收率 30% 须发放 1,300 份，多于总体人数：须向全部人员发放，仍可能不足。',
    );
  });
});
