import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { insertQuestionnaire } from '../../../server/store/questionnaires.ts';
import { compareCounts } from '../../../server/store/rebuild-counts.ts';
import { findResponse } from '../../../server/store/responses.ts';
import { insertSurvey, setSurveyState } from '../../../server/store/surveys.ts';
import type { Answers } from '../../../survey-definitions/questionnaire.ts';
import { screenedQuestionnaire } from '../../client/form/screened.ts';
import { said, withFieldwork } from '../../support/app.ts';
import { ENGINES } from '../../support/engines.ts';
import { aSurvey, NOW } from '../../support/fieldwork.ts';
import { openPage, postPage } from '../../support/respondent-page.ts';

const ELIGIBLE: Answers = { services: ['none'], home: 'here', overall: 'unknown' };
/** What a page without script may post: later items answered all the same. */
const STRANGER: Answers = {
  services: ['none'],
  home: 'elsewhere',
  overall: 'bad',
  improve: '路灯',
};
const KEPT: Answers = { services: ['none'], home: 'elsewhere' };
const CLOSING = '您不在这次调查的对象范围内';

describe.each(ENGINES)(
  'a questionnaire that ends for whoever does not belong to the group (%s)',
  (engine) => {
    const t = withFieldwork(engine);
    let survey: string;

    beforeAll(async () => {
      await insertQuestionnaire(t.store.write, screenedQuestionnaire, NOW);
    });
    beforeEach(async () => {
      survey = await open();
    });

    async function open(changed: Parameters<typeof aSurvey>[1] = {}): Promise<string> {
      const { id, version } = screenedQuestionnaire;
      const made = aSurvey(t.evaluationId, { questionnaire: { id, version }, ...changed });
      await insertSurvey(t.store.write, made);
      return made.code;
    }
    const put = (id: string, answers: unknown, accessCode?: string, of = survey) =>
      said(t.anyone('PUT', `/api/surveys/${of}/responses/${id}`, { answers, accessCode }));
    const progress = async (of = survey) =>
      (await said(t.admin('GET', `/api/surveys/${of}/progress`))).body;
    const fields = (id: string, answers: Answers): [string, string][] => [
      ['_id', id],
      ...Object.entries(answers).flatMap(([item, answer]) =>
        [answer].flat().map((each): [string, string] => [item, each]),
      ),
    ];

    it('takes his response, counts it as received and ineligible, and keeps nothing later', async () => {
      const id = randomUUID();
      expect((await put(id, STRANGER)).status).toBe(201);
      expect(await findResponse(t.store.read, id)).toMatchObject({
        disposition: 'ineligible',
        reasons: [{ code: 'screened-out', item: 'home' }],
        flags: [],
        answers: KEPT,
      });
      expect(await progress()).toMatchObject({ received: 1, valid: 0, invalid: 0, ineligible: 1 });
    });

    it('is told the same again, and of other content that it is another', async () => {
      const id = randomUUID();
      const first = await put(id, STRANGER);
      expect(await put(id, STRANGER)).toEqual({ status: 200, body: first.body });
      expect((await put(id, KEPT)).status).toBe(409);
      await setSurveyState(t.store.write, survey, 'closed');
      expect((await put(id, STRANGER)).status).toBe(200);
      expect((await progress()).received).toBe(1);
    });

    it('asks him for nothing before the end, and looks at nothing behind it', async () => {
      expect((await put(randomUUID(), { home: 'elsewhere' })).status).toBe(201);
      const late = { home: 'elsewhere', overall: ['bad', 'good'], improve: 'x'.repeat(99) };
      expect((await put(randomUUID(), late)).status).toBe(201);
      expect(await put(randomUUID(), { home: 'here' })).toMatchObject({
        status: 422,
        body: { errors: [{ item: 'services' }, { item: 'overall' }] },
      });
    });

    it('adds up: received is valid, invalid and ineligible, and the answers are in no base', async () => {
      await put(randomUUID(), ELIGIBLE);
      await put(randomUUID(), { ...ELIGIBLE, overall: 'good' });
      await put(randomUUID(), STRANGER);
      const now = await progress();
      expect(now).toMatchObject({ received: 3, valid: 2, invalid: 0, ineligible: 1 });
      expect(now.received).toBe(now.valid + now.invalid + now.ineligible);
      const { body } = await said(t.admin('GET', `/api/surveys/${survey}/results`));
      const answered = body.items.map((each: { id: string; answered: number }) => [
        each.id,
        each.answered,
      ]);
      expect(answered).toContainEqual(['home', 2]);
      expect(answered).toContainEqual(['overall', 2]);
      expect((await compareCounts(t.store.read)).differences).toEqual([]);
    });

    it('spends a code as any other response does', async () => {
      const of = await open({ access: 'code' });
      const path = `/api/surveys/${of}/access-codes`;
      const { codes } = (await said(t.admin('POST', path, { count: 1 }))).body;
      const id = randomUUID();
      expect((await put(id, STRANGER, codes[0].code, of)).status).toBe(201);
      expect((await said(t.admin('GET', path))).body).toEqual({ issued: 1, spent: 1 });
      expect((await put(id, STRANGER, codes[0].code, of)).status).toBe(200);
      expect(await put(randomUUID(), ELIGIBLE, codes[0].code, of)).toMatchObject({
        status: 403,
        body: { code: 'access-code-spent' },
      });
    });

    describe('posted without script', () => {
      it('takes it whatever stands later, and closes kindly, the same after a retry', async () => {
        const { id } = await openPage(t, survey);
        const rubbish = {
          ...STRANGER,
          overall: ['good', 'bad'],
          improve: `\u0000${'x'.repeat(99)}`,
        };
        const first = await postPage(t, survey, fields(id, rubbish));
        expect(first.status).toBe(200);
        expect(first.html).toContain('谢谢您，不用再填了');
        expect(first.html).toContain(CLOSING);
        expect(first.html).toMatch(/[0-9A-Z]{4}-[0-9A-Z]{4}/);
        // The device mark, as with every response.
        expect(first.answer.headers.get('set-cookie')).toContain(survey);
        expect((await findResponse(t.store.read, id))?.answers).toEqual(KEPT);
        const again = await postPage(t, survey, fields(id, rubbish));
        expect(again.status).toBe(200);
        const plain = (html: string) => html.replace(/nonce="[^"]*"/g, '');
        expect(plain(again.html)).toBe(plain(first.html));
      });

      it('closes in English and in large print as well', async () => {
        const { id } = await openPage(t, survey);
        const { html } = await postPage(t, `${survey}?lang=en&elder=1`, fields(id, STRANGER));
        expect(html).toContain('<html lang="en" class="elder">');
        expect(html).toContain('this survey is meant for other people');
      });

      it('thanks everybody else as usual', async () => {
        const { id } = await openPage(t, survey);
        const { html } = await postPage(t, survey, fields(id, ELIGIBLE));
        expect(html).toContain('谢谢，您的答卷已收到');
        expect(html).not.toContain(CLOSING);
      });

      it('comes back where an option that stands alone has company, and says so beside it', async () => {
        const { id } = await openPage(t, survey);
        const both = { ...ELIGIBLE, services: ['library', 'none'] };
        const { status, html } = await postPage(t, survey, fields(id, both));
        expect(status).toBe(422);
        expect(html).toMatch(/id="services_error">第 1 题选的几项不能同选/);
        expect(html).toMatch(/value="none"[^>]*checked/);
        expect((await put(randomUUID(), both)).body.errors).toEqual([
          {
            item: 'services',
            code: 'exclusive',
            message: expect.stringContaining('不能与其他选项同选'),
          },
        ]);
      });
    });

    it('says of its options what they are', async () => {
      const { body } = await said(t.anyone('GET', `/api/surveys/${survey}/form`));
      const options = body.questionnaire.items.flatMap(
        (each: { options?: unknown[] }) => each.options ?? [],
      );
      expect(options).toContainEqual({
        id: 'none',
        label: '以上都没有',
        scored: false,
        exclusive: true,
        endsHere: false,
        quotaFull: false,
      });
      expect(options).toContainEqual(expect.objectContaining({ id: 'elsewhere', endsHere: true }));
      expect(options).toContainEqual(expect.objectContaining({ id: 'unknown', scored: false }));
    });
  },
);
