import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { shippedQuestionnaires } from '../../server/shipped-definitions.ts';
import { itemsOf, optionsOf } from '../../survey-definitions/item-options.ts';
import { describeInBrowser, withWorkbenchWindow } from '../support/in-browser.ts';
import { examplePath, says, sitDown } from '../support/workbench-site.ts';

const SCALE = {
  id: 'three',
  options: Array.from({ length: 3 }, (_, place) => ({
    id: `o${place}`,
    label: ['满意', '一般', '不满意'][place],
    weight: [100, 60, 0][place],
  })),
};
const optional = (id: string, topic: string) => ({
  id,
  type: 'satisfaction',
  topic,
  text: `您对${topic}满意吗？`,
  scale: 'three',
  required: false,
});
const single = (id: string, topic: string, labels: string[], more: object = {}) => ({
  id,
  type: 'single',
  topic,
  text: topic,
  options: labels.map((label, place) => ({ id: `o${place}`, label })),
  ...more,
});
const QUESTIONNAIRE = {
  id: 'optional',
  version: 1,
  title: '选填问卷',
  respondentGroup: 'public',
  scales: [SCALE],
  sections: [
    {
      id: 'you',
      role: 'profile',
      title: '基本情况',
      items: [
        single('age', '年龄', ['青年', '中年', '老年']),
        single('ways', '途径', ['网络', '窗口'], { type: 'multiple', required: false }),
      ],
    },
    {
      id: 'rating',
      role: 'satisfaction',
      title: '满意度',
      items: [optional('air', '空气'), optional('water', '水质'), optional('noise', '噪声')],
    },
  ],
};

describeInBrowser('the results, in Chromium', () => {
  const at = withWorkbenchWindow();

  it('of optional items say what the composite is of, and what each column comes to', async () => {
    const { page, context } = await sitDown(at.site, at.context);
    const api = async (path: string, data: object) => {
      const answer = await context.request.post(`${at.site.address}/api${path}`, { data });
      expect(answer.ok()).toBe(true);
      return answer.json();
    };
    await api('/questionnaires', QUESTIONNAIRE);
    const example = await examplePath(at.site, context);
    const { code } = await api(`${example}/surveys`, {
      questionnaire: { id: 'optional', version: 1 },
      plan: { total: 17 },
      phase: 'pilot',
      access: 'open',
    });
    await api(`/surveys/${code}/open`, {});
    // 12, 4 and 1 of 17 are 70.6, 23.5 and 5.9 %.
    for (let n = 0; n < 17; n += 1) {
      const answers = {
        age: `o${n < 12 ? 0 : n < 16 ? 1 : 2}`,
        ...(n < 5 && { air: 'o0', ways: ['o0', 'o1'] }),
        ...(n >= 3 && n < 7 && { water: 'o1' }),
      };
      await context.request.put(
        `${at.site.address}/api/surveys/${code}/responses/${randomUUID()}`,
        {
          data: { answers },
        },
      );
    }
    await page.goto(`${at.site.address}${example}/results/${code}`);
    await says(page, '.composite', '80.00');
    await says(page, '.composite', 'n = 7');
    await says(
      page,
      '.composite',
      '两题平均 = (100 + 60) ÷ 2 = 80.00；“噪声”没有计分的回答，不计入。',
    );
    await says(page, '.composite', '没有置信区间：计分的回答缺失超过 5%');
    await says(page, '.composite', '17 份有效答卷中，7 份至少对其中一题给出计分的回答。');
    await says(page, '.survey-switch [aria-current]', 'n = 7');
    await says(page, '.comparators', '不适用于本问卷的量表');
    await says(page, '.comparators', '本问卷没有总体题');
    await says(page, '.item-table:has-text("年龄") tfoot', '100');
    await says(page, '.item-table:has-text("年龄")', '各项已四舍五入，相加为 101');
    await says(page, '.item-table:has-text("途径")', '可多选，合计可超过 100');
    expect(await page.locator('.item-table:has-text("空气") .share-note').count()).toBe(0);
    await page.click('label:has-text("图") + label, label:has-text("表")');
    await says(page, '.scale-matrix tfoot', '7');
  });

  it('say how far the composite may be off, and which targets that leaves open', async () => {
    const { page, context } = await sitDown(at.site, at.context);
    const api = async (path: string, data: object) => {
      const answer = await context.request.post(`${at.site.address}/api${path}`, { data });
      expect(answer.ok()).toBe(true);
      return answer.json();
    };
    const { id } = await api('/evaluations', {
      department: '市生态环境局',
      place: '某市',
      year: 2026,
      indicatorSystem: { id: 'shuozhou-2019-ecology', version: 1 },
    });
    const { code } = await api(`/evaluations/${id}/surveys`, {
      questionnaire: { id: 'public-ecology', version: 1 },
      plan: { total: 60 },
      phase: 'formal',
      sampling: 'opt-in',
      access: 'open',
    });
    await api(`/surveys/${code}/open`, {});
    const shipped = await shippedQuestionnaires();
    const questionnaire = shipped.find(({ id }) => id === 'public-ecology');
    if (questionnaire === undefined) throw new Error('public-ecology is not shipped');
    for (let n = 0; n < 12; n += 1) {
      const answers = Object.fromEntries(
        itemsOf(questionnaire).flatMap((item) => {
          const options = optionsOf(questionnaire, item).map((one) => one.id);
          const option = options[n % 3 === 0 ? 2 : 0] ?? options[0];
          if (option === undefined) return [];
          return [[item.id, item.type === 'multiple' ? [option] : option]];
        }),
      );
      const response = `${at.site.address}/api/surveys/${code}/responses/${randomUUID()}`;
      const put = await context.request.put(response, { data: { answers } });
      expect(put.status()).toBe(201);
    }
    const answer = await context.request.get(`${at.site.address}/api/surveys/${code}/results`);
    const { uncertainty } = await answer.json();
    expect(uncertainty).toMatchObject({ degreesOfFreedom: 11, descriptive: true, settles: false });
    await page.goto(`${at.site.address}/evaluations/${id}/results/${code}`);
    const { low, high, standardError, targets } = uncertainty;
    await says(page, '.uncertainty', `${low.display}–${high.display}`);
    await says(page, '.uncertainty', standardError.display);
    await says(page, '.uncertainty', 'n = 12，自由度 11');
    await says(page, '.uncertainty', '描述性：答卷人自愿参加');
    const [{ indicator, target }] = targets;
    await says(page, '.open-target', indicator);
    await says(page, '.open-target', `样本不能判定是否达到目标值 ${target.display}`);
  });

  it('show what was written a page at a time, and on asking what follows', async () => {
    const { page, context } = await sitDown(at.site, at.context);
    const api = async (path: string, data: object) => {
      const answer = await context.request.post(`${at.site.address}/api${path}`, { data });
      expect(answer.ok()).toBe(true);
      return answer.json();
    };
    const wishes = { id: 'wishes', type: 'text', topic: '建议', text: '您有什么建议？' };
    const [you] = QUESTIONNAIRE.sections;
    await api('/questionnaires', {
      ...QUESTIONNAIRE,
      id: 'written',
      scales: [],
      sections: [you, { id: 'opinion', role: 'opinion', title: '意见', items: [wishes] }],
    });
    const example = await examplePath(at.site, context);
    const { code } = await api(`${example}/surveys`, {
      questionnaire: { id: 'written', version: 1 },
      plan: { total: 60 },
      phase: 'pilot',
      access: 'open',
    });
    await api(`/surveys/${code}/open`, {});
    for (let n = 1; n <= 60; n += 1)
      await context.request.put(
        `${at.site.address}/api/surveys/${code}/responses/${randomUUID()}`,
        { data: { answers: { age: 'o0', wishes: `希望路灯亮一些（${n}）` } } },
      );
    await page.goto(`${at.site.address}${example}/results/${code}`);
    await says(page, '.text-answers', '希望路灯亮一些（60）');
    const shown = () => page.locator('.text-answers li').count();
    expect(await shown()).toBe(50);
    await page.click('.text-answers button');
    await says(page, '.text-answers', '希望路灯亮一些（1）');
    expect(await shown()).toBe(60);
    expect(await page.locator('.text-answers button').count()).toBe(0);
  });

  it('name the indicators that are fed beside the one number that feeds them', async () => {
    const { page, context } = await sitDown(at.site, at.context);
    const example = await examplePath(at.site, context);
    await page.goto(`${at.site.address}${example}/results/pubeca34`);
    await says(page, '.composite', '用于指标');
    await says(page, '.composite', /六题平均 = \(.* \+ .*\) ÷ 6 ≈ 89\.34。/);
    await page.click('label:has-text("报告口径")');
    await says(page, '.composite', '这个数不进入评分');
    expect(await page.locator('.composite:has-text("用于指标")').count()).toBe(0);
  });

  it('of a survey that was rebuilt from published counts offer no split', async () => {
    const { page, context } = await sitDown(at.site, at.context);
    const example = await examplePath(at.site, context);
    await page.goto(`${at.site.address}${example}/results/pubeca34`);
    await says(page, '.composite', '89.34');
    expect(await page.locator('label:has-text("现场纸质")').count()).toBe(0);
    await page.goto(`${at.site.address}${example}/results/pubeca34?channel=paper`);
    await says(page, '.composite', '89.34');
    await says(page, '.composite', 'n = 137');
    await page.click('.item-table:has-text("空气质量") tr:has-text("不满意") a:has-text("2")');
    await says(page, '.answer-filter', '空气质量');
    expect(await page.locator('.filter-bar label:has-text("现场纸质")').count()).toBe(0);
  });
});
