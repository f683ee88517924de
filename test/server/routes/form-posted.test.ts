import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { readCounts } from '../../../server/store/counts.ts';
import { insertQuestionnaire } from '../../../server/store/questionnaires.ts';
import { findResponse } from '../../../server/store/responses.ts';
import { insertSurvey, setSurveyState } from '../../../server/store/surveys.ts';
import { sampleQuestionnaire } from '../../client/form/sample.ts';
import { said, withFieldwork } from '../../support/app.ts';
import { ENGINES } from '../../support/engines.ts';
import { aSurvey, NOW, QUESTIONNAIRE } from '../../support/fieldwork.ts';
import { item, section } from '../../support/questionnaires.ts';
import { filledIn, openPage, postPage } from '../../support/respondent-page.ts';

describe.each(ENGINES)('the form (%s)', (engine) => {
  const t = withFieldwork(engine);

  async function survey(changed: Parameters<typeof aSurvey>[1] = {}): Promise<string> {
    const made = aSurvey(t.evaluationId, changed);
    await insertSurvey(t.store.write, made);
    return made.code;
  }
  const count = async (of: string) => (await readCounts(t.store.read, of)).get('')?.get('') ?? 0;

  it('posted without script stores the answers and shows the receipt', async () => {
    const of = await survey();
    const { id } = await openPage(t, of);
    const { answer, status, html } = await postPage(t, of, filledIn(id));
    expect(status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const stored = await findResponse(t.store.read, id);
    expect(stored).toMatchObject({
      surveyCode: of,
      channel: 'online',
      answers: { age: 'old', air: 'satisfied', wishes: ['clean', 'open'], say: '第一行\n第二行' },
      startedAt: NOW.toISOString(),
      disposition: 'valid',
    });
    const put = await said(
      t.anyone('PUT', `/api/surveys/${of}/responses/${id}`, {
        answers: stored?.answers,
        startedAt: stored?.startedAt,
      }),
    );
    expect(put.status).toBe(200);
    expect(html).toContain(put.body.receipt);
  });

  it('posted twice, or again after closing, is one response', async () => {
    const of = await survey();
    const { id } = await openPage(t, of);
    const first = await postPage(t, of, filledIn(id));
    const receipt = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(first.html)?.[0] ?? 'none';
    await setSurveyState(t.store.write, of, 'closed');
    const again = await postPage(t, of, filledIn(id));
    expect(again.status).toBe(200);
    expect(again.html).toContain(receipt);
    expect(await count(of)).toBe(1);
  });

  it('posted with texts far too long shows them again, each with what is wrong', async () => {
    const of = await survey();
    const { id } = await openPage(t, of);
    const say = '满'.repeat(60_000);
    const fields = filledIn(id).filter(([name]) => name !== 'say');
    const { status, html } = await postPage(t, of, [...fields, ['say', say]]);
    expect(status).toBe(422);
    expect(html).toContain(say);
    expect(html).toContain('最多写 500 字，现在有 60000 字');
    expect(html).toMatch(/<input[^>]*name="air"[^>]*value="satisfied"[^>]*checked/);
    const tooMuch = await postPage(t, of, [...fields, ['say', say.repeat(2)]]);
    expect(tooMuch.status).toBe(413);
    expect(tooMuch.html).toContain('内容太长');
  });

  it('of the longest texts that a questionnaire may ask for is taken, posted or put', async () => {
    const texts = Array.from({ length: 5 }, (_, n) => `text-${n}`);
    const longest = (maxLength: number) => ({
      ...QUESTIONNAIRE,
      id: 'longest',
      sections: [
        section(
          'opinion',
          'opinion',
          texts.map((id) => item(id, 'text', { maxLength })),
        ),
      ],
    });
    const refused = await said(t.admin('POST', '/api/questionnaires', longest(5000)));
    expect(refused).toMatchObject({
      status: 422,
      body: { errors: [{ path: '$.sections[0].items[1].maxLength', code: 'answers-too-large' }] },
    });
    expect((await t.admin('POST', '/api/questionnaires', longest(1950))).status).toBe(201);
    const of = await survey({ questionnaire: { id: 'longest', version: 1 } });
    const full = texts.map((id): [string, string] => [id, '𠀀'.repeat(1950)]);
    const { id } = await openPage(t, of);
    expect((await postPage(t, of, [['_id', id], ...full])).status).toBe(200);
    const answers = Object.fromEntries(full);
    const put = `/api/surveys/${of}/responses/${randomUUID()}`;
    expect((await t.anyone('PUT', put, { answers })).status).toBe(201);
    expect(await count(of)).toBe(2);
  });

  it('posted with something missing shows the form again, errors beside their items and answers kept', async () => {
    const of = await survey();
    const { id } = await openPage(t, of);
    const fields: [string, string][] = [
      ['_id', id],
      ['air', 'satisfied'],
      ['wishes', 'open'],
      ['say', '<b>原样</b>'],
    ];
    const { status, html } = await postPage(t, of, fields);
    expect(status).toBe(422);
    expect(html).toContain(`value="${id}"`);
    expect(html).toMatch(/<input[^>]*name="air"[^>]*value="satisfied"[^>]*checked/);
    expect(html).toMatch(/<input[^>]*name="wishes"[^>]*value="open"[^>]*checked/);
    expect(html).toContain('&lt;b>原样');
    expect(html).not.toContain('原样</b>');
    expect(html).toContain('id="age_error"');
    expect(await count(of)).toBe(0);
    // Put right under the same id, it is taken.
    expect((await postPage(t, of, [...fields, ['age', 'young']])).status).toBe(200);
  });

  it.each([
    [
      'two marks on one item',
      [
        ['air', 'satisfied'],
        ['air', 'neutral'],
        ['age', 'old'],
      ],
    ],
    [
      'an option that is none',
      [
        ['air', 'superb'],
        ['age', 'old'],
      ],
    ],
    [
      'a NUL in a text',
      [
        ['air', 'neutral'],
        ['age', 'old'],
        ['say', 'a\0b'],
      ],
    ],
    [
      'a text that is too long',
      [
        ['air', 'neutral'],
        ['age', 'old'],
        ['say', '长'.repeat(501)],
      ],
    ],
    [
      'no id',
      [
        ['_id', ''],
        ['air', 'neutral'],
        ['age', 'old'],
      ],
    ],
    [
      'an id that is none',
      [
        ['_id', '7; drop table'],
        ['air', 'neutral'],
        ['age', 'old'],
      ],
    ],
  ] as [string, [string, string][]][])('posted with %s stores nothing', async (_, fields) => {
    const of = await survey();
    const { id } = await openPage(t, of);
    const given = fields.some(([name]) => name === '_id')
      ? fields
      : [...fields, ['_id', id] as [string, string]];
    const { status, html } = await postPage(t, of, given);
    expect(status).toBe(422);
    expect(html).toMatch(/name="_id"|name=_id/);
    // Told, also where no item is to blame.
    expect(html).toMatch(/id="message".*<li>.+<\/li>/s);
    expect(await count(of)).toBe(0);
  });

  it('posted again with other answers says that the first ones count', async () => {
    const of = await survey();
    const { id } = await openPage(t, of);
    await postPage(t, of, filledIn(id));
    const changed = filledIn(id).map(([name, value]): [string, string] =>
      name === 'air' ? [name, 'dissatisfied'] : [name, value],
    );
    const { status, html } = await postPage(t, of, changed);
    expect(status).toBe(409);
    expect(html).toContain('这份答卷先前已经收到');
    expect(await findResponse(t.store.read, id)).toMatchObject({ answers: { air: 'satisfied' } });
  });

  describe('in a language and in large print', () => {
    const QUERY = '?lang=en&elder=1';
    const answers: [string, string][] = [
      ['gender', 'female'],
      ['matters', 'advice'],
      ['overall', 'satisfied'],
    ];
    const filled = (id: string = randomUUID()): [string, string][] => [['_id', id], ...answers];
    type Post = Awaited<ReturnType<typeof postPage>>;
    const bilingual = (changed: Parameters<typeof aSurvey>[1] = {}) => {
      const { id, version } = sampleQuestionnaire;
      return survey({ questionnaire: { id, version }, ...changed });
    };
    beforeAll(async () => {
      await insertQuestionnaire(t.store.write, sampleQuestionnaire, NOW);
    });

    it.each<[string, number, () => Promise<Post>]>([
      ['a receipt', 200, async () => postPage(t, (await bilingual()) + QUERY, filled())],
      [
        'a receipt for the second time',
        200,
        async () => {
          const [of, fields] = [(await bilingual()) + QUERY, filled()];
          await postPage(t, of, fields);
          return postPage(t, of, fields);
        },
      ],
      ['the form with its errors', 422, async () => postPage(t, (await bilingual()) + QUERY, [])],
      [
        'an access code that is none',
        403,
        async () => postPage(t, (await bilingual({ access: 'code' })) + QUERY, filled()),
      ],
      [
        'the need of a script',
        403,
        async () => postPage(t, (await bilingual({ proofOfWork: true })) + QUERY, filled()),
      ],
      [
        'other content under its id',
        409,
        async () => {
          const [of, id] = [(await bilingual()) + QUERY, randomUUID()];
          await postPage(t, of, filled(id));
          return postPage(t, of, [...filled(id), ['improve', '路灯']]);
        },
      ],
      [
        'a survey that is over',
        403,
        async () => postPage(t, (await bilingual({ state: 'closed' })) + QUERY, filled()),
      ],
      [
        'a survey that has not begun',
        403,
        async () =>
          postPage(t, (await bilingual({ opensAt: '2099-01-01T00:00:00.000Z' })) + QUERY, filled()),
      ],
      ['no survey', 404, async () => postPage(t, `gone${QUERY}`, filled())],
      [
        'a text too large',
        413,
        async () =>
          postPage(t, (await bilingual()) + QUERY, [
            ...filled(),
            ['improve', 'x'.repeat(1_100_000)],
          ]),
      ],
      [
        'what is no form',
        415,
        async () => postPage(t, (await bilingual()) + QUERY, [], { 'content-type': 'text/plain' }),
      ],
    ])('stays so on the page about %s', async (_, status, reach) => {
      const page = await reach();
      expect(page.status).toBe(status);
      expect(page.html).toContain('<html lang="en" class="elder">');
    });

    it('leads on to a form that is so too', async () => {
      const of = await bilingual();
      const { html } = await postPage(t, of + QUERY, filled());
      expect(html).toContain('href="?lang=en&amp;elder=1"');
      // A page that was served before the address carried it says its language in a field.
      const earlier = await postPage(t, of, [...filled(), ['_lang', 'en']]);
      expect(earlier.html).toContain('<html lang="en">');
    });
  });

  it('ignores what a browser adds, and a time that is none', async () => {
    const of = await survey();
    const { id } = await openPage(t, of);
    const fields: [string, string][] = [
      ['_id', id],
      ['_started', 'once'],
      ['air', 'neutral'],
      ['age', 'young'],
      ['utm', 'x'],
      ['__proto__', 'x'],
    ];
    expect((await postPage(t, of, fields)).status).toBe(200);
    expect(await findResponse(t.store.read, id)).toMatchObject({
      answers: { air: 'neutral', age: 'young' },
      startedAt: null,
    });
  });
});
