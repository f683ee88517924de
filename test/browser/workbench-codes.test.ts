import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { describeInBrowser, withWorkbenchWindow } from '../support/in-browser.ts';
import { submit, visit } from '../support/phone.ts';
import { examplePath, says, sitDown } from '../support/workbench-site.ts';

describeInBrowser('single-use codes, in Chromium', () => {
  const at = withWorkbenchWindow();

  it('are issued, shown once and saved; each takes one response, and the returns say how many are used', async () => {
    const { page, complaints } = await sitDown(at.site, at.context);
    const path = await examplePath(at.site, at.context);
    await page.goto(`${at.site.address}${path}/questionnaires/public-general/1/new-survey`);
    await page.fill('[name=total]', '3');
    await page.getByLabel('一次性访问码').check();
    await page.check('[name=proofOfWork]');
    await page.uncheck('[name=proofOfWork]');
    await page.click('button[type=submit]');
    const survey = page.locator('.survey-page', { hasText: '一次性访问码' });
    await survey.locator('text=已发访问码 0 个').waitFor();
    await survey.locator('text=开放调查').click();
    await says(page, 'dialog', '凭访问码即可作答');
    await page.click('dialog .button.primary');
    await survey.locator('summary', { hasText: '生成访问码' }).click();
    await survey.locator('[name=count]').fill('2');
    await survey.locator('button', { hasText: '生成访问码' }).click();
    await says(page, 'dialog', '已生成 2 个访问码');
    // Neither a key nor a step back takes them away unasked.
    for (const leave of [
      () => page.keyboard.press('Escape'),
      () => page.keyboard.press('Escape'),
      () => page.evaluate(() => history.back()),
      () => page.click('dialog >> text="关闭"'),
    ]) {
      await leave();
      await says(page, 'dialog', '这 2 个访问码还没有下载，也没有复制');
      await page.click('dialog >> text=返回');
      await page.locator('.once-question').waitFor({ state: 'detached' });
      expect(await page.isVisible('dialog textarea')).toBe(true);
    }
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.click('dialog >> text=下载 CSV'),
    ]);
    const csv = await readFile(await download.path(), 'utf8');
    const links = [...csv.matchAll(/"(http[^"]+\?k=[0-9A-Z]{26})"/g)].map(
      (match) => match[1] ?? '',
    );
    expect(links).toHaveLength(2);
    expect(await page.inputValue('dialog textarea')).toContain(links[1]);
    await page.click('dialog >> text=已保存，关闭');
    await page.locator('dialog').waitFor({ state: 'hidden' });
    expect(await page.content()).not.toContain(links[0]?.split('?k=')[1]);
    await survey.locator('text=已发访问码 2 个，已用 0 个').waitFor();

    expect(await answer(links[0])).toContain('谢谢');
    expect(await answer(links[0])).toContain('这个访问码已经用过');
    const mistyped = `${links[1]?.slice(0, -3)}000`;
    expect(await answer(mistyped)).toContain('请填写正确的访问码');
    await page.reload();
    await page.locator('text=已发访问码 2 个，已用 1 个').waitFor();
    expect(complaints).toEqual([]);
  });

  /** Answers on a phone of its own, first option throughout, and gives what the page says then. */
  async function answer(link = ''): Promise<string> {
    const { page, context: phone } = await visit(at.browser, link);
    for (let step = 0; step < 20 && !(await page.isVisible('#message')); step += 1) {
      for (const card of await page.locator('.card:visible').all()) {
        const first = card.locator('label').first();
        if ((await card.locator('input:checked').count()) === 0 && (await first.count()) > 0)
          await first.tap();
      }
      await submit(page);
      await page.waitForFunction(() => !document.querySelector('[aria-disabled=true]'));
    }
    const said = await page.innerText('#message');
    await phone.close();
    return said;
  }
});
