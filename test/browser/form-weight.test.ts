import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shippedQuestionnaires } from '../../server/shipped-definitions.ts';
import { itemsOf } from '../../survey-definitions/item-options.ts';
import { type FormSite, startFormSite } from '../support/form-site.ts';
import { answerFirst } from '../support/form-states.ts';
import { describeInBrowser, withBrowser } from '../support/in-browser.ts';
import { receiptOn, submit, visit } from '../support/phone.ts';
import { get } from '../support/raw-http.ts';

/** What arrives with the first round trip of a connection: ten segments of a little more than 1,400 bytes. */
const ONE_ROUND_TRIP = 14 * 1024;

const ASKS = {
  commissioner: '朔州市财政局预算绩效评价中心',
  evaluator: '山西中泰天晟会计师事务所（特殊普通合伙）朔州分所',
  contact: '评价组李女士 0349-2281234 转 801（工作日 9:00-17:00）',
};
const POINT = { id: 'jingping', name: '平鲁区井坪镇便民服务中心' };

describe('the page of a questionnaire with twelve items', () => {
  let site: FormSite;
  let code: string;

  beforeAll(async () => {
    const ecology = (await shippedQuestionnaires()).find(({ id }) => id === 'public-ecology');
    if (!ecology) throw new Error('public-ecology is not shipped');
    expect(ecology.sections.flatMap(({ items }) => items)).toHaveLength(12);
    site = await startFormSite();
    code = await site.open(ecology);
  });
  afterAll(async () => {
    await site?.stop();
  });

  it.each([
    ['gzip', gunzipSync],
    ['br', brotliDecompressSync],
  ] as const)(
    'arrives whole in the first round trip: markup, style and script, by %s',
    async (encoding, unpack) => {
      for (const language of ['zh-CN', 'en']) {
        const { headers, body } = await get(`${site.url(code)}?lang=${language}`, {
          'accept-encoding': encoding,
        });
        expect(headers['content-encoding']).toBe(encoding);
        expect(Number(headers['content-length'])).toBe(body.length);
        process.stdout.write(`form page ${language} ${encoding}: ${body.length} B\n`);
        expect(body.length).toBeLessThanOrEqual(ONE_ROUND_TRIP);
        const html = unpack(body).toString();
        expect(html).toContain('<style');
        expect(html).toContain('<form');
        expect(html).toMatch(/<script nonce="[^"]+">"use strict"/);
      }
    },
  );

  it('is one of several, and each of those that are shipped arrives so', async () => {
    for (const shipped of await shippedQuestionnaires()) {
      const { body } = await get(site.url(await site.open(shipped)), { 'accept-encoding': 'gzip' });
      process.stdout.write(`form page ${shipped.id} zh-CN gzip: ${body.length} B\n`);
      expect(body.length).toBeLessThanOrEqual(ONE_ROUND_TRIP);
    }
  });

  it('arrives so as well where it says who asks and at which point', async () => {
    for (const shipped of await shippedQuestionnaires()) {
      const surveyed = await site.open(shipped);
      await site.asks(ASKS);
      await site.points(surveyed, [POINT]);
      const { body } = await get(`${site.url(surveyed)}?p=${POINT.id}`, {
        'accept-encoding': 'gzip',
      });
      process.stdout.write(`form page ${shipped.id} of a point zh-CN gzip: ${body.length} B\n`);
      expect(gunzipSync(body).toString()).toContain(POINT.name);
      expect(body.length).toBeLessThanOrEqual(ONE_ROUND_TRIP);
      await site.asks({});
    }
  });

  it('arrives so as well where every quota of its kinds is full', async () => {
    for (const shipped of await shippedQuestionnaires()) {
      const item = itemsOf(shipped).find(({ type }) => type === 'single');
      if (item?.type !== 'single') throw new Error('no single-choice item');
      const options = item.options.map(({ id }) => ({ id, n: 1 }));
      const quotas = [{ item: item.id, options, endsWhenFull: true }];
      const surveyed = await site.open(shipped, { plan: { total: 100, quotas } });
      await site.store.write
        .insertInto('answer_counts')
        .values(
          options.map(({ id }) => ({
            survey_code: surveyed,
            channel: 'online',
            point: '',
            disposition: 'valid',
            item: item.id,
            option: id,
            shard: 0,
            n: 1,
          })),
        )
        .execute();
      await site.asks(ASKS);
      await site.points(surveyed, [POINT]);
      for (const query of ['', `?p=${POINT.id}`]) {
        const { body } = await get(site.url(surveyed) + query, { 'accept-encoding': 'gzip' });
        process.stdout.write(
          `form page ${shipped.id} with full quotas ${query} gzip: ${body.length} B\n`,
        );
        expect(gunzipSync(body).toString()).toContain('已收满');
        expect(body.length).toBeLessThanOrEqual(ONE_ROUND_TRIP);
      }
      await site.asks({});
    }
  });

  it('arrives as it is where nothing can be unpacked', async () => {
    const { headers, body } = await get(site.url(code), { 'accept-encoding': 'br;q=0, gzip;q=0' });
    expect(headers['content-encoding']).toBeUndefined();
    expect(headers['vary']).toContain('Accept-Encoding');
    expect(body.toString()).toContain('<!doctype html>');
  });

  it('sets no cookie', async () => {
    const { headers } = await get(site.url(code), {});
    expect(headers['set-cookie']).toBeUndefined();
  });

  describeInBrowser('in Chromium', () => {
    const at = withBrowser();

    it('asks for nothing before its first answer and then for nothing but to be counted, and keeps no cookie before it is sent', async () => {
      const asked: string[] = [];
      const { page, context } = await visit(at.browser, 'about:blank');
      page.on('request', (request) => asked.push(`${request.method()} ${request.url()}`));
      await page.goto(site.url(code));
      expect(asked).toEqual([`GET ${site.url(code)}`]);
      await answerFirst(page);
      const step = `POST ${site.origin}/api/surveys/${code}/steps/`;
      expect(asked.slice(1)).toEqual([`${step}opened`, `${step}first-answer`]);
      expect(await context.cookies()).toEqual([]);
      await submit(page);
      await receiptOn(page);
      expect(asked[3]).toMatch(/^PUT /);
      expect(asked.slice(4)).toEqual([`${step}sent`]);
      await context.close();
    });

    it('loads what reads aloud in elder mode only, by its content hash', async () => {
      const asked: string[] = [];
      const { page, context, complaints } = await visit(at.browser, 'about:blank');
      page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      await page.goto(site.url(code));
      const loaded = page.waitForResponse('**/assets/**');
      await page.tap('.to-elder');
      const script = await loaded;
      expect(asked[1]).toMatch(/^\/assets\/form-elder-[A-Z0-9]{8}\.js$/);
      expect(script.status()).toBe(200);
      expect(script.headers()['cache-control']).toContain('immutable');
      expect(complaints).toEqual([]);
      await context.close();
    });
  });
});
