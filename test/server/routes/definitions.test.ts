import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { insertQuestionnaire } from '../../../server/store/questionnaires.ts';
import { Questionnaire } from '../../../survey-definitions/questionnaire.ts';
import { said, withTestApp } from '../../support/app.ts';
import { ENGINES } from '../../support/engines.ts';
import { NOW, QUESTIONNAIRE, SYSTEM } from '../../support/fieldwork.ts';

const shipped = async (path: string) =>
  JSON.parse(
    await readFile(new URL(`../../../survey-definitions/${path}`, import.meta.url), 'utf8'),
  );
const publicEcology = await shipped('questionnaires/public-ecology/1.json');
const shuozhou = await shipped('indicator-systems/shuozhou-2019-ecology/1.json');

describe.each(ENGINES)('questionnaires and indicator systems (%s)', (engine) => {
  const t = withTestApp(engine);

  it.each([
    ['/api/questionnaires', publicEcology],
    ['/api/indicator-systems', shuozhou],
  ])('a published version of %s is listed and given back as it was', async (path, definition) => {
    const { id, version } = definition;
    const posted = await said(t.admin('POST', path, definition));
    expect(posted).toMatchObject({ status: 201, body: { id, version } });
    const list = await said(t.admin('GET', path));
    expect(list.body.next).toBeNull();
    expect(list.body.items).toContainEqual(
      expect.objectContaining({ id, version, title: expect.any(String) }),
    );
    const one = await said(t.admin('GET', `${path}/${id}/${version}`));
    expect(one.status).toBe(200);
    // Defaults are filled in; nothing that was written is lost.
    expect(one.body).toMatchObject(definition);
  });

  it.each([
    ['/api/questionnaires', QUESTIONNAIRE],
    ['/api/indicator-systems', SYSTEM],
  ])(
    'the same version of %s again is accepted, another under its number refused',
    async (path, definition) => {
      const first = await said(t.admin('POST', path, definition));
      expect(first.status).toBe(201);
      expect(await said(t.admin('POST', path, definition))).toEqual({
        status: 200,
        body: first.body,
      });
      const other = await said(t.admin('POST', path, { ...definition, title: 'other' }));
      expect(other).toMatchObject({ status: 409, body: { code: 'definition-exists' } });
      const next = await said(t.admin('POST', path, { ...definition, version: 2, title: 'other' }));
      expect(next.status).toBe(201);
    },
  );

  it('the list says whom a questionnaire is put before', async () => {
    const list = await said(t.admin('GET', '/api/questionnaires'));
    for (const each of list.body.items) expect(each.respondentGroup).toBe('public');
  });

  it('doubts about the design are warnings with their place', async () => {
    const posted = await said(
      t.admin('POST', '/api/questionnaires', { ...publicEcology, version: 7 }),
    );
    expect(posted.status).toBe(201);
    expect(posted.body.warnings.length).toBeGreaterThan(0);
    for (const each of posted.body.warnings) {
      expect(each).toEqual({
        path: expect.stringMatching(/^\$/),
        code: expect.any(String),
        message: expect.any(String),
      });
    }
  });

  it('every fault is named by its JSON path, whether of shape or of meaning', async () => {
    const [section] = QUESTIONNAIRE.sections;
    const broken = {
      ...QUESTIONNAIRE,
      id: 'broken',
      sections: [{ ...section, items: [{ id: 'X' }] }],
    };
    const shape = await said(t.admin('POST', '/api/questionnaires', broken));
    expect(shape).toMatchObject({ status: 422, body: { code: 'definition-not-acceptable' } });
    const paths = shape.body.errors.map((each: { path: string }) => each.path);
    expect(paths.some((path: string) => path.startsWith('$.sections[0].items[0]'))).toBe(true);

    const twice = { ...QUESTIONNAIRE, id: 'twice', sections: [section, section] };
    const meaning = await said(t.admin('POST', '/api/questionnaires', twice));
    expect(meaning.status).toBe(422);
    expect(meaning.body.errors).toContainEqual(
      expect.objectContaining({ path: '$.sections[1].id', code: 'duplicate-id' }),
    );

    const [level1] = SYSTEM.level1;
    const open = { ...SYSTEM, id: 'open', level1: [{ ...level1, weight: 99 }] };
    const weights = await said(t.admin('POST', '/api/indicator-systems', open));
    expect(weights).toMatchObject({ status: 422, body: { code: 'definition-not-acceptable' } });
    expect(weights.body.errors.length).toBeGreaterThan(0);
  });

  it('a key that is given twice is refused with its path: nobody knows which was meant', async () => {
    const text = JSON.stringify({ ...QUESTIONNAIRE, id: 'twice' });
    const twice = text
      .replace('"topic":"air"', '"topic":"air","topic":"water"')
      .replace('"version":1', '"version":1,"version":2');
    const answer = await said(
      t.admin('POST', '/api/questionnaires', twice, { 'accept-language': 'en' }),
    );
    expect(answer.status).toBe(422);
    expect(answer.body.errors).toEqual(
      ['$.version', '$.sections[1].items[0].topic'].map((path) =>
        expect.objectContaining({
          path,
          code: 'duplicate-key',
          message: 'This key is given twice',
        }),
      ),
    );
  });

  it('what cannot be meant refuses a new version, and is only told of one that was published before', async () => {
    const [scale] = QUESTIONNAIRE.scales;
    const [first, ...grades] = scale?.options ?? [];
    const alike = {
      ...QUESTIONNAIRE,
      id: 'alike',
      scales: [
        { ...scale, options: [first, ...grades.map((each) => ({ ...each, label: ' 满意' }))] },
      ],
    };
    const refused = await said(t.admin('POST', '/api/questionnaires', alike));
    expect(refused.status).toBe(422);
    const paths = ['$.scales[0].options[2].label', '$.scales[0].options[3].label'];
    expect(refused.body.errors.map(({ path }: { path: string }) => path)).toEqual(paths);
    // As an earlier Manping took it.
    await insertQuestionnaire(t.store.write, Questionnaire.parse(alike), NOW);
    expect((await t.admin('GET', '/api/questionnaires/alike/1')).status).toBe(200);
    const again = await said(t.admin('POST', '/api/questionnaires', alike));
    expect(again.status).toBe(200);
    const told = again.body.warnings.filter(
      ({ code }: { code: string }) => code === 'not-told-apart',
    );
    expect(told.map(({ path }: { path: string }) => path)).toEqual(paths);
    const changed = await said(
      t.admin('POST', '/api/questionnaires', { ...alike, title: 'other' }),
    );
    expect(changed.status).toBe(422);
  });

  it('faults are said in the language of whoever asks', async () => {
    const broken = { ...QUESTIONNAIRE, id: 'broken', colour: 'red' };
    const zh = await said(t.admin('POST', '/api/questionnaires', broken));
    const en = await said(
      t.admin('POST', '/api/questionnaires', broken, { 'accept-language': 'en' }),
    );
    expect(zh.body.errors[0]).toMatchObject({ path: '$.colour', message: '不认识的键“colour”' });
    expect(en.body.errors[0]).toMatchObject({ path: '$.colour', message: 'unknown key “colour”' });
  });

  it.each([
    'nothing/1',
    'tiny/99',
    'tiny/0',
    'tiny/x',
    'tiny/1.5',
    'UPPER/1',
    'a%00b/1',
    'tiny/99999999999',
  ])('a version that is not there, %s, is unknown', async (path) => {
    expect(await said(t.admin('GET', `/api/questionnaires/${path}`))).toMatchObject({
      status: 404,
      body: { code: 'unknown-questionnaire' },
    });
    expect(await said(t.admin('GET', `/api/indicator-systems/${path}`))).toMatchObject({
      status: 404,
      body: { code: 'unknown-indicator-system' },
    });
  });

  describe.each([
    ['/api/questionnaires', publicEcology],
    ['/api/indicator-systems', shuozhou],
  ])('a dry run of %s', (path, definition) => {
    const fresh = { ...definition, id: 'looked-at' };

    it('says what publishing would, and stores nothing', async () => {
      const tried = await said(t.admin('POST', `${path}?dryRun=1`, fresh));
      expect(tried.status).toBe(200);
      expect((await t.admin('GET', `${path}/looked-at/1`)).status).toBe(404);
      const posted = await said(t.admin('POST', path, fresh));
      expect(posted.status).toBe(201);
      expect(tried.body).toEqual({ ...posted.body, published: false });
      const audited = await t.store.read
        .selectFrom('audit_events')
        .select('action')
        .where('subject', '=', 'looked-at/1')
        .where('action', 'like', `${path.slice('/api/'.length, -1)}%`)
        .execute();
      expect(audited).toHaveLength(1);
    });

    it('tells what is published already from what would be other content under its number', async () => {
      await t.admin('POST', path, fresh);
      const again = await said(t.admin('POST', `${path}?dryRun=1`, fresh));
      expect(again).toMatchObject({ status: 200, body: { published: true } });
      const other = await said(t.admin('POST', `${path}?dryRun=1`, { ...fresh, title: 'other' }));
      expect(other).toMatchObject({ status: 409, body: { code: 'definition-exists' } });
    });

    it('names every fault, of shape or of meaning, and the doubts beside them', async () => {
      const shape = await said(t.admin('POST', `${path}?dryRun=1`, { ...fresh, colour: 'red' }));
      expect(shape).toMatchObject({ status: 422, body: { code: 'definition-not-acceptable' } });
      expect(shape.body.errors).toEqual([expect.objectContaining({ path: '$.colour' })]);
      const meaning = await said(
        t.admin('POST', `${path}?dryRun=1`, { ...fresh, title: '{{nobody}}' }),
      );
      expect(meaning.status).toBe(422);
      expect(meaning.body.errors[0].path).toBe('$.title');
      expect(meaning.body.warnings.length).toBeGreaterThan(0);
    });

    it('is asked for by 1 and nothing else', async () => {
      // A misspelt one would publish for good.
      for (const query of ['dryRun=yes', 'dryrun=1', 'dry_run=1', 'dryRun=1&sure=no']) {
        const answer = await said(t.admin('POST', `${path}?${query}`, { ...fresh, id: 'not-so' }));
        expect(answer).toMatchObject({ status: 422, body: { code: 'not-acceptable' } });
        expect((await t.admin('GET', `${path}/not-so/1`)).status).toBe(404);
      }
    });

    it('has the doubts that are asked for afterwards', async () => {
      await t.admin('POST', path, fresh);
      const { body } = await said(t.admin('POST', `${path}?dryRun=1`, fresh));
      expect(await said(t.admin('GET', `${path}/looked-at/1/warnings`))).toEqual({
        status: 200,
        body: { items: body.warnings, next: null },
      });
      expect((await t.admin('GET', `${path}/looked-at/9/warnings`)).status).toBe(404);
    });
  });

  it('doubts include what would refuse the definition if it were new today', async () => {
    const old = { ...QUESTIONNAIRE, id: 'old', title: '\u200b' };
    await insertQuestionnaire(t.store.write, Questionnaire.parse(old), NOW);
    const { body } = await said(t.admin('GET', '/api/questionnaires/old/1/warnings'));
    expect(body.items).toContainEqual(expect.objectContaining({ path: '$.title' }));
  });

  it('the list says of what an indicator system consists and what it asks of surveys', async () => {
    await t.admin('POST', '/api/indicator-systems', shuozhou);
    const { body } = await said(t.admin('GET', '/api/indicator-systems'));
    const listed = (id: string) => body.items.find((each: { id: string }) => each.id === id);
    const { level1, indicators, asks } = listed(shuozhou.id);
    const weights = level1.map(
      ({ code, weight }: { code: string; weight: { display: string } }) => [code, weight.display],
    );
    expect(weights).toEqual(
      shuozhou.level1.map(({ code, weight }: { code: string; weight: number }) => [
        code,
        String(weight),
      ]),
    );
    expect(indicators).toBe(36);
    expect(asks).toEqual([
      { group: 'public', quantity: 'option-share', item: 'quality-of-life', indicators: ['C102'] },
      { group: 'public', quantity: 'composite', item: null, indicators: ['C301'] },
      { group: 'management-object', quantity: 'composite', item: null, indicators: ['C302'] },
    ]);
    expect(listed(SYSTEM.id)).toMatchObject({ indicators: 1, asks: [] });
  });

  it('the list counts the items of a questionnaire', async () => {
    await t.admin('POST', '/api/questionnaires', { ...QUESTIONNAIRE, id: 'counted' });
    const { body } = await said(t.admin('GET', '/api/questionnaires'));
    expect(body.items).toContainEqual(expect.objectContaining({ id: 'counted', items: 5 }));
  });

  it('publishing is audited, and publishing the same again is not', async () => {
    const definition = { ...QUESTIONNAIRE, id: 'audited' };
    await t.admin('POST', '/api/questionnaires', definition);
    await t.admin('POST', '/api/questionnaires', definition);
    const events = await t.store.read
      .selectFrom('audit_events')
      .select(['actor', 'action'])
      .where('subject', '=', 'audited/1')
      .execute();
    expect(events).toEqual([{ actor: 'admin', action: 'questionnaire.create' }]);
  });
});
