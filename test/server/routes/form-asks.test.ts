import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { updateEvaluation } from '../../../server/store/evaluations.ts';
import { insertQuestionnaire } from '../../../server/store/questionnaires.ts';
import { insertSurvey } from '../../../server/store/surveys.ts';
import type { Particulars } from '../../../survey-definitions/particulars.ts';
import { sampleQuestionnaire } from '../../client/form/sample.ts';
import { said, withFieldwork } from '../../support/app.ts';
import { ENGINES } from '../../support/engines.ts';
import { aSurvey, NOW } from '../../support/fieldwork.ts';
import { openPage, postPage } from '../../support/respondent-page.ts';

const PARTICULARS = {
  commissioner: '朔州市财政局',
  evaluator: '山西中泰会计师事务所',
  contact: '李女士 0349-2281234 转 801',
  reportNumber: '晋中泰绩评〔2020〕12号',
  team: [{ name: '王某某' }],
};
const PHONE = '<a href="tel:03492281234,801">0349-2281234 转 801</a>';

describe.each(ENGINES)('who asks, on the respondent’s pages (%s)', (engine) => {
  const t = withFieldwork(engine);
  const { id, version } = sampleQuestionnaire;
  const questionnaire = { id, version };

  beforeAll(async () => {
    await insertQuestionnaire(t.store.write, sampleQuestionnaire, NOW);
  });
  async function survey(
    particulars: Particulars,
    changed: Parameters<typeof aSurvey>[1] = {},
    answersKeptUntil: string | null = null,
  ) {
    await updateEvaluation(t.store.write, t.evaluationId, { particulars, answersKeptUntil });
    const made = aSurvey(t.evaluationId, { questionnaire, ...changed });
    await insertSurvey(t.store.write, made);
    return made.code;
  }
  const filled = (response: string = randomUUID()): [string, string][] => [
    ['_id', response],
    ['gender', 'female'],
    ['matters', 'advice'],
    ['overall', 'satisfied'],
  ];
  const headOf = (html: string) => /<(?:div|p) class="by">(?:<span>)?([^<]*)/.exec(html)?.[1];

  it('is said by head, privacy note and receipt, with a number to tap', async () => {
    const of = await survey(PARTICULARS);
    const { html } = await openPage(t, of);
    expect(headOf(html)).toBe('朔州市财政局委托山西中泰会计师事务所开展调查');
    expect(html).toContain(
      '<dd>山西中泰会计师事务所受朔州市财政局委托对生态环境局做绩效评价，并负责保管答卷。</dd>',
    );
    // Before the first question, and in the note.
    expect(html).toContain(`<p class="contact">有疑问请联系：李女士 ${PHONE}</p>`);
    expect(html).toContain(`<dt>联系谁</dt><dd>李女士 ${PHONE}</dd>`);
    // What the script closes with.
    expect(html).toContain('"by":"朔州市财政局委托山西中泰会计师事务所开展调查"');
    // The report's particulars are no respondent's.
    expect(html).not.toMatch(/晋中泰绩评|王某某/);
    const receipt = await postPage(t, of, filled());
    expect(headOf(receipt.html)).toBe('朔州市财政局委托山西中泰会计师事务所开展调查');
    expect(receipt.html).toContain(`有疑问请联系：李女士 ${PHONE}`);
    const english = (await openPage(t, `${of}?lang=en`)).html;
    expect(headOf(english)).toBe('Survey by 山西中泰会计师事务所, commissioned by 朔州市财政局');
    expect(english).toContain(`Questions? 李女士 ${PHONE}`);
  });

  it.each<[Particulars, string, string]>([
    [{}, '绩效评价组', 'Evaluation team'],
    [{ contact: '12345' }, '绩效评价组', 'Evaluation team'],
    [
      { commissioner: '市财政局' },
      '市财政局委托绩效评价组开展调查',
      'Survey by the evaluation team, commissioned by 市财政局',
    ],
    [{ evaluator: '某某大学' }, '某某大学开展调查', 'Survey by 某某大学'],
    [{ commissioner: '市财政局', evaluator: '市财政局' }, '市财政局开展调查', 'Survey by 市财政局'],
  ])('is said as far as it is known: %j', async (particulars, zh, en) => {
    const of = await survey(particulars);
    const pages = [(await openPage(t, of)).html, (await openPage(t, `${of}?lang=en`)).html];
    expect(pages.map(headOf)).toEqual([zh, en]);
    const note = { 'zh-CN': pages[0] ?? '', en: pages[1] ?? '' };
    const named = particulars.commissioner ?? particulars.evaluator;
    expect(note['zh-CN'].includes('并负责保管答卷')).toBe(named !== undefined);
    expect(note.en.includes('responsible for keeping')).toBe(named !== undefined);
    if (!named) {
      expect(note['zh-CN']).toContain('对生态环境局做绩效评价的评价组。');
      expect(note.en).toContain('The team that evaluates the performance of 生态环境局.');
    }
    expect(note['zh-CN'].includes('class="contact"')).toBe('contact' in particulars);
  });

  it.each<[string, number, Parameters<typeof aSurvey>[1]]>([
    ['that is a draft', 403, { state: 'draft' }],
    ['that has not begun', 403, { opensAt: '2026-04-01T00:00:00.000Z' }],
    ['that is over', 403, { state: 'closed' }],
  ])(
    'is said on the notice of a survey %s, to who opens it and who posts',
    async (_, status, changed) => {
      const of = await survey(PARTICULARS, changed);
      for (const page of [await openPage(t, of), await postPage(t, of, filled())]) {
        expect(page.answer.status).toBe(status);
        expect(headOf(page.html)).toBe('朔州市财政局委托山西中泰会计师事务所开展调查');
        expect(page.html).toContain(`有疑问请联系：李女士 ${PHONE}`);
      }
    },
  );

  it('is said where other content had arrived, and where a code is missing', async () => {
    const of = await survey(PARTICULARS);
    const response = randomUUID();
    await postPage(t, of, filled(response));
    const conflict = await postPage(t, of, [...filled(response), ['improve', '路灯']]);
    expect(conflict.status).toBe(409);
    expect(conflict.html).toContain(PHONE);
    const coded = await postPage(t, await survey(PARTICULARS, { access: 'code' }), filled());
    expect(coded.status).toBe(403);
    expect(coded.html).toContain(PHONE);
  });

  it('says until when single answers are kept, where that is known', async () => {
    const until = await survey({}, {}, '2027-12-31');
    const zh = (await openPage(t, until)).html;
    expect(zh).toContain(
      '单份答卷保存到 <time>2027 年 12 月 31 日</time>，之后删除，只留统计数。提交前',
    );
    expect(zh).not.toContain('档案');
    expect((await openPage(t, `${until}?lang=en`)).html).toContain(
      'Single answers are kept until <time>31 December 2027</time> and deleted after that; only the counts stay. Before',
    );
    const longer = (await openPage(t, await survey({}))).html;
    expect(longer).toContain('同这次评价的档案一起保存，档案删除时一并删除。提交前');
  });

  it('is said in the form’s JSON', async () => {
    const of = await survey(PARTICULARS, {}, '2027-12-31');
    const { commissioner, evaluator, contact } = PARTICULARS;
    const { body } = await said(t.anyone('GET', `/api/surveys/${of}/form`));
    expect(body.asks).toEqual({ commissioner, evaluator, contact });
    expect(body.answersKeptUntil).toBe('2027-12-31');
    const bare = await said(t.anyone('GET', `/api/surveys/${await survey({})}/form`));
    expect(bare.body).toMatchObject({ asks: {}, answersKeptUntil: null });
    expect(bare.body.asks).toEqual({});
  });

  it('is shown in a preview as on the form', async () => {
    await survey(PARTICULARS, {}, '2027-12-31');
    const path = `/api/evaluations/${t.evaluationId}/preview/${id}/${version}`;
    const html = await (await t.admin('GET', path)).text();
    expect(headOf(html)).toBe('朔州市财政局委托山西中泰会计师事务所开展调查');
    expect(html).toContain(`有疑问请联系：李女士 ${PHONE}`);
    expect(html).toContain('2027 年 12 月 31 日');
  });

  it('can hold nothing that a page would run', async () => {
    const evil = '</script><script>alert(1)</script>"><img src=x> 0349-2281234';
    const of = await survey({ commissioner: evil, evaluator: evil, contact: evil });
    const { html } = await openPage(t, of);
    expect(html.match(/<script/g)).toHaveLength(2);
    // Inside the script's data it is text of a string.
    expect(html.replace(/<script.*<\/script>/s, '')).not.toContain('<img');
  });
});
