import { expect, it } from 'vitest';
import { accessCodeHash, newAccessCode } from '../../server/fieldwork/access-code.ts';
import { insertAccessCodes } from '../../server/store/access-codes.ts';
import { sampleQuestionnaire } from '../client/form/sample.ts';
import { describeInBrowser, withFormSite } from '../support/in-browser.ts';
import { answerSample, draftsKept, openPage, receiptOn, submit, visit } from '../support/phone.ts';

describeInBrowser('a survey answered by single-use code', () => {
  const at = withFormSite();

  /** A survey with one code, and the link that carries it. */
  async function issue() {
    const code = await at.site.open(sampleQuestionnaire, { access: 'code' });
    const accessCode = newAccessCode();
    await insertAccessCodes(at.site.store.write, code, [accessCodeHash(code, accessCode)]);
    return { code, accessCode, link: `${at.site.url(code)}?k=${accessCode}` };
  }

  it('takes it from the link, or from the field where the link has none', async () => {
    const linked = await issue();
    const first = await visit(at.browser, linked.link);
    await answerSample(first.page);
    await submit(first.page);
    await receiptOn(first.page);
    expect(await at.site.stored(linked.code)).toHaveLength(1);
    await first.context.close();

    const { code, accessCode } = await issue();
    const { page, context } = await visit(at.browser, at.site.url(code));
    await answerSample(page);
    await page.press('[type=submit]', 'Enter');
    await page.waitForSelector('#message');
    expect(await page.textContent('#message')).toContain('访问码');
    // It is put right in its field, and the answers are still there.
    await page.fill('[name="_k"]', accessCode.toLowerCase().replace(/(.{5})/g, '$1-'));
    await page.press('[type=submit]', 'Enter');
    await receiptOn(page);
    expect(await at.site.stored(code)).toHaveLength(1);
    await context.close();
  });

  it('tells a second device plainly that the code is spent', async () => {
    const { code, link } = await issue();
    const [first, second] = [await visit(at.browser, link), await visit(at.browser, link)];
    await answerSample(first.page);
    await submit(first.page);
    await receiptOn(first.page);
    await answerSample(second.page);
    await submit(second.page);
    await second.page.waitForSelector('#message');
    expect(await second.page.textContent('#message')).toContain('这个访问码已经用过');
    expect(await second.page.evaluate(() => document.activeElement?.id)).toBe('message');
    expect(await at.site.stored(code)).toHaveLength(1);
    // Nothing of it was taken: it stays, to be sent with another code.
    expect(await draftsKept(second.page)).toBe(1);
    expect(await second.page.isChecked('[name="overall"][value="satisfied"]')).toBe(true);
    await first.context.close();
    await second.context.close();
  });

  it('lets a device whose answer was lost learn that it was heard, though its code is spent', async () => {
    const { code, link } = await issue();
    const { page, context } = await visit(at.browser, link);
    await page.route('**/responses/*', async (route) => {
      await route.fetch();
      await route.abort('connectionreset');
    });
    await answerSample(page);
    await submit(page);
    await page.waitForSelector('text=会自动再试');
    expect(await at.site.stored(code)).toHaveLength(1);
    await page.close();
    const again = await openPage(context, link);
    await receiptOn(again.page);
    expect(await again.page.textContent('.box')).toContain('没有重复计算');
    expect(await at.site.stored(code)).toHaveLength(1);
    await context.close();
  });
});
