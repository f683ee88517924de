import { describe, expect, it } from 'vitest';
import { faultsInPlan } from '../../../client/workbench/planning/read-plan.ts';
import { planningWords } from '../../../client/workbench/planning/words.ts';
import { readNewSurvey } from '../../../client/workbench/questionnaires/read-new-survey.ts';
import { readFilter } from '../../../client/workbench/responses/filter-bar.tsx';
import { inLanguage } from '../../../client/workbench/translation.ts';

describe('the address of a list of responses', () => {
  it('names its filter', () => {
    const query = {
      channel: 'paper',
      point: 'p1',
      disposition: 'valid',
      item: 'air',
      option: 'satisfied',
    };
    expect(readFilter(query)).toEqual(query);
  });

  it('is read without what is no choice', () => {
    expect(readFilter({ channel: 'pigeon', disposition: '', flagged: '2', after: 'x' })).toEqual(
      {},
    );
  });
});

describe('a new survey', () => {
  const filled = (fields: Record<string, string>) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    return form;
  };
  const read = (fields: Record<string, string>) =>
    readNewSurvey({ id: 'public-ecology', version: 1 }, filled(fields));

  it('leaves out what was left empty', () => {
    expect(read({ total: '100', online: '', paper: '', opensAt: '', sampling: '' })).toEqual({
      questionnaire: { id: 'public-ecology', version: 1 },
      phase: 'formal',
      access: 'open',
      proofOfWork: false,
      plan: { total: 100 },
    });
  });

  it('takes how it is protected', () => {
    expect(read({ total: '9', access: 'code', proofOfWork: '1' })).toMatchObject({
      access: 'code',
      proofOfWork: true,
    });
  });

  it('takes its collection points in their order, ids folded, a plan only where there is one', () => {
    expect(read({ total: '9', points: 'P１\t东关街道\t1,000\nnorth-hall\t北厅\t' }).points).toEqual(
      [
        { id: 'p1', name: '东关街道', plan: 1000 },
        { id: 'north-hall', name: '北厅' },
      ],
    );
  });

  it('takes the plan by channel, and times as China’s', () => {
    const opensAt = '2026-03-01 09:30';
    const made = read({ total: '100', online: '70', paper: '30', opensAt, sampling: 'census' });
    expect(made.plan).toEqual({ total: 100, byChannel: { online: 70, paper: 30 } });
    expect(made.opensAt).toBe('2026-03-01T01:30:00.000Z');
    expect(made.sampling).toBe('census');
  });

  const words = {
    quotas: { notHundred: (sum: string) => `合计 ${sum}%` },
    time: 'no time',
    closesFirst: 'closes first',
    moreThanTotal: (sum: number, total: number) => `${sum} > ${total}`,
    points: inLanguage(planningWords, 'zh-CN').points,
  };
  it.each([
    [{ total: '30', online: '20', paper: '10' }, {}],
    [{ total: '20', online: '20', paper: '5' }, { online: '25 > 20' }],
    [{ total: '9', opensAt: '2026-03-01' }, { opensAt: 'no time' }],
    [{ total: '9', closesAt: '明天' }, { closesAt: 'no time' }],
    [
      { total: '9', opensAt: '2026-03-02 00:00', closesAt: '2026-03-01 23:59' },
      { closesAt: 'closes first' },
    ],
    [{ total: '9', points: 'p1\t东关街道\t5\np2\t西关街道\t4' }, {}],
    [
      { total: '9', points: 'p1\t东关街道\t5\np1\t \t5\nP 3!\t西关街道\t1,5' },
      {
        'points[1].id': '这个编号前面已经用过。',
        'points[1].name': '请填写调查点的名称，或移除这一行。',
        'points[2].id': '编号用小写字母、数字和连字符，不超过 40 个字符。',
        'points[2].plan': '请填写整数。',
        points: '各点计划合计 10 份，多于计划发放数 9 份。',
      },
    ],
  ])('of %j says beside the field what is wrong', (fields, faults) => {
    expect(faultsInPlan(filled(fields), words)).toEqual(faults);
  });
});
