import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { accessCodeHash, newAccessCode } from '../../server/fieldwork/access-code.ts';
import { insertAccessCodes } from '../../server/store/access-codes.ts';
import type { Survey } from '../../server/store/surveys.ts';
import { sampleQuestionnaire } from '../client/form/sample.ts';
import { axeFindings } from '../support/axe.ts';
import { describeInBrowser, withFormSite } from '../support/in-browser.ts';
import { answerSample, openPage, receiptOn, submit, tap, visit } from '../support/phone.ts';

const NORTH = { id: 'north', name: '城北便民服务中心' };
const SOUTH = { id: 'south', name: '城南便民服务中心' };
const closed = (point: typeof NORTH) => ({ ...point, closed: true });

describeInBrowser('a response from a collection point', () => {
  const at = withFormSite();

  async function survey(changed: Partial<Survey> = {}) {
    const code = await at.site.open(sampleQuestionnaire, changed);
    const set = (points: (typeof NORTH)[]) => at.site.points(code, points);
    await set([NORTH, SOUTH]);
    return { code, set, url: at.site.url(code) };
  }
  const pointsOf = async (code: string) =>
    (await at.site.stored(code)).map(({ point }) => point).toSorted();
  /** Whatever is sent finds no network, until that is taken back. */
  const cutOff = (page: Page) =>
    page.context().route('**/responses/*', (route) => route.abort('internetdisconnected'));

  it.each([
    ['with script', {}],
    ['without script', { javaScriptEnabled: false }],
  ])('carries its point, %s, and so does the next one from that device', async (_, options) => {
    const { code, url } = await survey();
    const { page, context, complaints } = await visit(at.browser, `${url}?p=north`, options);
    expect(await page.textContent('header')).toContain('调查点：城北便民服务中心');
    await answerSample(page);
    await submit(page);
    await receiptOn(page);
    await page.tap('text=还有别人要用这台设备填写');
    await page.tap('text=另填一份新的答卷');
    await page.waitForSelector('[type=submit]');
    await answerSample(page);
    await submit(page);
    await expect.poll(() => pointsOf(code)).toEqual(['north', 'north']);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('without a point belongs to none', async () => {
    const { code, url } = await survey();
    const { page, context } = await visit(at.browser, url);
    await answerSample(page);
    await submit(page);
    await receiptOn(page);
    expect(await pointsOf(code)).toEqual([null]);
    await context.close();
  });

  it('keeps it over the other language and a reload, and where it is sent days later from another link', async () => {
    const { code, url } = await survey();
    const { page, context } = await visit(at.browser, `${url}?p=north`);
    await tap(page, 'gender', 'female');
    await page.tap('text=English');
    await page.waitForSelector('html[lang=en].live');
    expect(await page.textContent('header')).toContain('Collection point: 城北便民服务中心');
    await page.reload();
    await page.waitForSelector('.live');
    await tap(page, 'matters', 'advice');
    await tap(page, 'overall', 'satisfied');
    await cutOff(page);
    await submit(page);
    await page.waitForSelector('.bar [type=button]');
    // What is being sent stays what it is, whichever link is opened meanwhile.
    await page.goto(`${url}?p=south`);
    await page.waitForSelector('.bar [type=button]');
    await page.close();
    await context.unroute('**/responses/*');
    const later = await openPage(context, `${url}?p=south`);
    await receiptOn(later.page);
    expect(await pointsOf(code)).toEqual(['north']);
    // The next person at this phone is where its page was opened.
    await later.page.tap('text=还有别人要用这台设备填写');
    await later.page.tap('text=另填一份新的答卷');
    await answerSample(later.page);
    await submit(later.page);
    await expect.poll(() => pointsOf(code)).toEqual(['north', 'south']);
    await context.close();
  });

  it('that is not sent yet is of the newest link that names a point', async () => {
    const { code, url } = await survey();
    const { page, context } = await visit(at.browser, `${url}?p=north`);
    await answerSample(page);
    await page.goto(`${url}?p=south`);
    await page.waitForSelector('.live');
    expect(await page.isChecked('[name="overall"][value="satisfied"]')).toBe(true);
    // A link of none changes nothing.
    await page.goto(url);
    await page.waitForSelector('.live');
    await submit(page);
    await receiptOn(page);
    expect(await pointsOf(code)).toEqual(['south']);
    await context.close();
  });

  it('in two tabs is of the point that was opened last, and one', async () => {
    const { code, url } = await survey();
    const { page, context } = await visit(at.browser, `${url}?p=north`);
    await answerSample(page);
    const other = await openPage(context, `${url}?p=south`);
    await other.page.waitForSelector('.live');
    await submit(page);
    await receiptOn(page);
    await receiptOn(other.page);
    expect(await pointsOf(code)).toEqual(['south']);
    await context.close();
  });

  it.each([
    ['with script', {}],
    ['without script', { javaScriptEnabled: false }],
  ])('keeps it where the code has to be given again: %s', async (_, options) => {
    const { code, url } = await survey({ access: 'code' });
    const good = newAccessCode();
    await insertAccessCodes(at.site.store.write, code, [accessCodeHash(code, good)]);
    const { page, context } = await visit(
      at.browser,
      `${url}?p=north&k=7K3F29QDABCDEFGHJKMNPQRSTV`,
      options,
    );
    await answerSample(page);
    await submit(page);
    await page.waitForSelector('#message');
    await page.fill('[name=_k]', good);
    await submit(page);
    await receiptOn(page);
    expect(await pointsOf(code)).toEqual(['north']);
    await context.close();
  });

  it('goes on where the point has closed meanwhile: by a reload, in the other language, and sent', async () => {
    const { code, url, set } = await survey();
    const { page, context } = await visit(at.browser, `${url}?p=north`);
    await answerSample(page);
    await set([closed(NORTH), SOUTH]);
    await page.reload();
    await page.waitForSelector('.live');
    expect(await page.isChecked('[name="overall"][value="satisfied"]')).toBe(true);
    await page.tap('text=English');
    await page.waitForSelector('html[lang=en].live');
    expect(await page.isChecked('[name="overall"][value="satisfied"]')).toBe(true);
    await submit(page);
    await receiptOn(page);
    expect(await pointsOf(code)).toEqual(['north']);
    // Whoever comes now is told.
    await page.goto(`${url}?p=north`);
    expect(await page.textContent('h1')).toBe('这个调查点已经结束');
    await context.close();
  });

  it('that waits to be sent is sent from the notice of the closed point', async () => {
    const { code, url, set } = await survey();
    const { page, context } = await visit(at.browser, `${url}?p=north`);
    await cutOff(page);
    await answerSample(page);
    await submit(page);
    await page.waitForSelector('.bar [type=button]');
    await page.close();
    await set([closed(NORTH), SOUTH]);
    await context.unroute('**/responses/*');
    const later = await openPage(context, `${url}?p=north`);
    await receiptOn(later.page);
    expect(await pointsOf(code)).toEqual(['north']);
    await context.close();
  });

  it('begun elsewhere does not open a closed point', async () => {
    const { url, set } = await survey();
    const { page, context } = await visit(at.browser, `${url}?p=south`);
    await tap(page, 'gender', 'female');
    await set([closed(NORTH), SOUTH]);
    await page.goto(`${url}?p=north`);
    expect(await page.textContent('h1')).toBe('这个调查点已经结束');
    await page.waitForLoadState('networkidle');
    expect(page.url()).toBe(`${url}?p=north`);
    await page.goto(`${url}?p=south`);
    await page.waitForSelector('.live');
    expect(await page.isChecked('[name="gender"][value="female"]')).toBe(true);
    await context.close();
  });

  it('whose point is gone is taken all the same, and by itself', async () => {
    const { code, url, set } = await survey();
    const { page, context } = await visit(at.browser, `${url}?p=north`);
    await answerSample(page);
    await set([SOUTH]);
    await submit(page);
    await receiptOn(page);
    expect(await pointsOf(code)).toEqual([null]);
    await context.close();
  });

  it('whose point is gone is asked for once more without script, with everything in it', async () => {
    const { code, url, set } = await survey();
    const { page, context } = await visit(at.browser, `${url}?p=north`, {
      javaScriptEnabled: false,
    });
    await answerSample(page);
    await set([SOUTH]);
    await submit(page);
    await page.waitForSelector('text=这个调查点已经取消');
    expect(await page.isChecked('[name="overall"][value="satisfied"]')).toBe(true);
    await submit(page);
    await receiptOn(page);
    expect(await pointsOf(code)).toEqual([null]);
    await context.close();
  });

  it.each([
    ['closed', 'north'],
    ['unknown', 'nowhere'],
  ])('cannot be begun by a link whose point is %s, which axe finds nothing about', async (_, p) => {
    const { url, set } = await survey();
    await set([closed(NORTH), SOUTH]);
    const { page, context } = await visit(at.browser, `${url}?p=${p}`);
    expect(await page.isVisible('form')).toBe(false);
    expect(await axeFindings(page)).toEqual([]);
    if (p === 'nowhere') {
      await page.tap('text=不计入任何调查点');
      await page.waitForSelector('form');
    }
    await context.close();
  });
});
