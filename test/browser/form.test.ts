import { beforeAll, expect, it } from 'vitest';
import { shippedQuestionnaires } from '../../server/shipped-definitions.ts';
import type { Questionnaire } from '../../survey-definitions/questionnaire.ts';
import { sampleQuestionnaire } from '../client/form/sample.ts';
import { describeInBrowser, withFormSite } from '../support/in-browser.ts';
import {
  answerSample,
  draftsKept,
  receiptOn,
  SAMPLE_ANSWERS,
  submit,
  tap,
  visit,
} from '../support/phone.ts';

const RECEIPT = /^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/;

describeInBrowser('the form in Chromium', () => {
  const at = withFormSite();
  let ecology: Questionnaire;

  beforeAll(async () => {
    const shipped = await shippedQuestionnaires();
    const found = shipped.find(({ id }) => id === 'public-ecology');
    if (!found) throw new Error('public-ecology is not shipped');
    ecology = found;
  });

  it('is answered by tapping on a small phone, and the receipt arrives', async () => {
    const code = await at.site.open(ecology);
    const { page, context, complaints } = await visit(at.browser, at.site.url(code));
    const answers: Record<string, string> = {};
    const items = ecology.sections.flatMap((section) => section.items);
    let answered = 0;
    for (const item of items) {
      if (item.type === 'text') {
        await page.fill(`[name="${item.id}"]`, '希望河边多种些树。');
        answers[item.id] = '希望河边多种些树。';
      } else {
        const radios = page.locator(`[name="${item.id}"]`);
        const value = (await radios.last().getAttribute('value')) ?? '';
        await tap(page, item.id, value);
        expect(await page.isChecked(`[name="${item.id}"][value="${value}"]`)).toBe(true);
        answers[item.id] = value;
      }
      answered += 1;
      expect(await page.textContent('.state')).toContain(`已答 ${answered} / ${items.length} 题`);
    }
    expect(await page.textContent('.state')).toContain('可以提交了');
    await submit(page);
    expect(await receiptOn(page)).toMatch(RECEIPT);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(
      '谢谢，您的答卷已收到',
    );
    const stored = await at.site.stored(code);
    expect(stored.map((response) => response.answers)).toEqual([answers]);
    expect(await draftsKept(page)).toBe(0);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('works without script: errors come back beside their items, then the receipt', async () => {
    const code = await at.site.open(sampleQuestionnaire);
    const { page, context } = await visit(at.browser, at.site.url(code), {
      javaScriptEnabled: false,
    });
    expect(await page.isVisible('progress')).toBe(false);
    expect(await page.isVisible('#outcome_card')).toBe(true);
    await tap(page, 'gender', 'male');
    await page.fill('[name="improve"]', '  ');
    await submit(page);
    await page.waitForSelector('#message');
    expect(await page.title()).toContain('错误');
    const links = page.locator('#message a');
    expect(await links.allTextContents()).toEqual(['第 2 题还没有选择', '第 4 题还没有选择']);
    expect(await page.textContent('#overall_error')).toBe('第 4 题还没有选择');
    expect(await page.isChecked('[name=gender][value=male]')).toBe(true);
    await links.nth(1).tap();
    expect(page.url()).toContain('#overall_card');
    await tap(page, 'matters', 'permit');
    await tap(page, 'overall', 'neutral');
    await submit(page);
    const number = await receiptOn(page);
    expect(number).toMatch(RECEIPT);
    // Posted once more, as a browser does on a reload, it is heard and counted once.
    await page.reload();
    expect(await receiptOn(page)).toBe(number);
    expect(await page.textContent('.box')).toContain('没有重复计算');
    expect(await at.site.stored(code)).toHaveLength(1);
    await context.close();
  });

  it('says what is missing: a summary with the focus, each line leading to its item', async () => {
    const code = await at.site.open(sampleQuestionnaire);
    const { page, context, complaints } = await visit(at.browser, at.site.url(code));
    await submit(page);
    const focused = () => page.evaluate(() => document.activeElement?.id);
    expect(await focused()).toBe('message');
    const links = page.locator('#message a');
    expect(await links.allTextContents()).toEqual([
      '第 1 题还没有选择',
      '第 2 题还没有选择',
      '第 3 题还没有选择',
    ]);
    await links.nth(2).tap();
    const chosen = page.locator('[name=overall][value=very]');
    expect(await chosen.evaluate((radio) => radio === document.activeElement)).toBe(true);
    await expect.poll(() => page.locator('#overall_card').boundingBox()).toMatchObject({ x: 0 });
    await tap(page, 'overall', 'very');
    // Put right, the error goes without moving anything; the summary crosses it out.
    expect(await page.isVisible('#overall_error')).toBe(false);
    expect(await page.locator('#message li.fixed').allTextContents()).toEqual([
      '第 3 题还没有选择',
    ]);
    expect(await page.getAttribute('#overall_card fieldset', 'aria-describedby')).toBeNull();
    await tap(page, 'gender', 'male');
    await tap(page, 'matters', 'permit');
    await tap(page, 'matters', 'advice');
    await tap(page, 'matters', 'complaint');
    await tap(page, 'outcome', 'open');
    await submit(page);
    expect(await links.allTextContents()).toEqual(['第 2 题最多选 2 项，现在选了 3 项']);
    expect(await at.site.stored(code)).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('asks a conditional item only where it applies, and counts progress by that', async () => {
    const code = await at.site.open(sampleQuestionnaire);
    const { page, context } = await visit(at.browser, at.site.url(code));
    await answerSample(page);
    expect(await page.isVisible('#outcome_card')).toBe(false);
    expect(await page.textContent('.state')).toContain('已答 3 / 4 题');
    await tap(page, 'matters', 'complaint');
    expect(await page.textContent('#outcome_card .number')).toBe('3');
    await tap(page, 'outcome', 'settled');
    expect(await page.textContent('.state')).toContain('已答 4 / 5 题');
    await tap(page, 'matters', 'complaint');
    expect(await page.isVisible('#outcome_card')).toBe(false);
    await submit(page);
    await receiptOn(page);
    const [response] = await at.site.stored(code);
    expect(response?.answers).toEqual(SAMPLE_ANSWERS);
    await context.close();
  });

  it('keeps every answer over a reload, in either language, until asked to start over', async () => {
    const code = await at.site.open(sampleQuestionnaire);
    const { page, context } = await visit(at.browser, at.site.url(code));
    await tap(page, 'gender', 'female');
    await page.fill('[name="improve"]', '第一行\n第二行');
    await page.reload();
    await page.waitForSelector('.live');
    expect(await page.isChecked('[name=gender][value=female]')).toBe(true);
    expect(await page.inputValue('[name="improve"]')).toBe('第一行\n第二行');
    await page.tap('text=English');
    await page.waitForSelector('.live');
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    expect(await page.isChecked('[name=gender][value=female]')).toBe(true);
    await page.tap('text=Start over');
    expect(await page.textContent('.state')).toContain('0 of 4 answered');
    await page.reload();
    await page.waitForSelector('.live');
    expect(await page.isChecked('[name=gender][value=female]')).toBe(false);
    await context.close();
  });

  it('keeps what was tapped before the script ran', async () => {
    const code = await at.site.open(sampleQuestionnaire);
    // The script of the page waits until it is let go; a phone is that slow.
    const slow = () => {
      const original = document.getElementById.bind(document);
      const waiting = new Promise<void>((resolve) => addEventListener('let-go', () => resolve()));
      document.getElementById = (id) => {
        if (id !== 'app') return original(id);
        const script = document.currentScript?.textContent ?? '';
        document.getElementById = original;
        const nonce = (document.currentScript as HTMLScriptElement | null)?.nonce ?? '';
        void waiting.then(() => {
          const again = document.createElement('script');
          again.nonce = nonce;
          again.textContent = script;
          document.body.append(again);
        });
        return null;
      };
    };
    const { page, context } = await visit(at.browser, at.site.url(code), {
      prepare: (device) => device.addInitScript(slow),
    });
    expect(await page.isVisible('progress')).toBe(false);
    await tap(page, 'gender', 'female');
    await page.fill('[name="improve"]', '早写的');
    await page.evaluate(() => dispatchEvent(new Event('let-go')));
    await page.waitForSelector('.live');
    expect(await page.textContent('.state')).toContain('已答 2 / 4 题');
    expect(await page.isChecked('[name=gender][value=female]')).toBe(true);
    expect(await page.inputValue('[name="improve"]')).toBe('早写的');
    await context.close();
  });

  it('is told plainly to be closed, before and after answering', async () => {
    const code = await at.site.open(sampleQuestionnaire);
    const { page, context } = await visit(at.browser, at.site.url(code));
    await answerSample(page);
    await at.site.close(code);
    await submit(page);
    await page.waitForSelector('#message');
    expect(await page.textContent('#message')).toContain('这项调查现在不接收答卷');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('message');
    expect(await page.textContent('.state')).toContain('还没有送达');
    // The answers stay on the device until the respondent deletes them.
    expect(await draftsKept(page)).toBe(1);
    await page.tap('text=删除这台设备上的答案');
    expect(await draftsKept(page)).toBe(0);
    await page.reload();
    expect(await page.textContent('h1')).toBe('调查已经结束');
    expect(await at.site.stored(code)).toEqual([]);
    await context.close();
  });

  it('works where the device keeps nothing, and says so', async () => {
    const code = await at.site.open(sampleQuestionnaire);
    const denied = () => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    };
    const { page, context } = await visit(at.browser, at.site.url(code), {
      prepare: (device) => device.addInitScript(denied),
    });
    expect(await page.textContent('.notice')).toContain('不能暂存答案');
    await answerSample(page);
    await submit(page);
    expect(await receiptOn(page)).toMatch(RECEIPT);
    expect(await at.site.stored(code)).toHaveLength(1);
    await context.close();
  });

  it('is answered and sent by keyboard alone', async () => {
    const code = await at.site.open(sampleQuestionnaire);
    const { page, context } = await visit(at.browser, at.site.url(code), {
      hasTouch: false,
      isMobile: false,
    });
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key);
    };
    const reach = async (selector: string) => {
      for (let step = 0; step < 30; step += 1) {
        await press('Tab');
        if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector))
          return;
      }
      throw new Error(`Tab never reaches ${selector}`);
    };
    await reach('[name="gender"]');
    await press('Space');
    await reach('[value="permit"]');
    await press('Space');
    await reach('[name="overall"]');
    await press('ArrowDown');
    await reach('[type="submit"]');
    await press('Enter');
    expect(await receiptOn(page)).toMatch(RECEIPT);
    const [response] = await at.site.stored(code);
    expect(response?.answers).toEqual({
      gender: 'male',
      matters: ['permit'],
      overall: 'satisfied',
    });
    await context.close();
  });
});
