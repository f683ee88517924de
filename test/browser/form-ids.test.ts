import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { Questionnaire } from '../../survey-definitions/questionnaire.ts';
import { Id } from '../../survey-definitions/text.ts';
import { describeInBrowser, withFormSite } from '../support/in-browser.ts';
import { receiptOn, submit, visit } from '../support/phone.ts';

/** Every name that something on the page answers to by itself: a control of that name hides the property of its form. */
function propertyNames(): string[] {
  const form = document.createElement('form');
  const names = [form, form.dataset, form.elements, document, window, history, []]
    .flatMap((thing) => {
      const chain: object[] = [];
      for (let at: object | null = thing; at; at = Object.getPrototypeOf(at)) chain.push(at);
      return chain;
    })
    .flatMap((thing) => Object.getOwnPropertyNames(thing));
  return [...new Set(names)];
}

/** One item a name, answered by an option of the same name. */
const questionnaireOf = (names: string[]) =>
  Questionnaire.parse({
    id: 'names',
    version: 1,
    title: '名称',
    respondentGroup: 'public',
    layout: 'page',
    sections: [
      {
        id: 'style',
        role: 'other',
        title: '名称',
        items: names.map((id) => ({
          id,
          type: 'single',
          topic: id,
          text: id,
          options: [
            { id, label: '是' },
            { id: 'other-than-this', label: '否' },
          ],
        })),
      },
    ],
  });

/** Answers every item as people do, in one go. */
const answerAll = (page: Page) =>
  page.$$eval('.options label:first-child', (labels) => {
    for (const label of labels) (label as HTMLElement).click();
  });

describeInBrowser('an item whose id is also the name of a property', () => {
  const at = withFormSite();
  let names: string[];
  let answers: Record<string, string>;
  let questionnaire: Questionnaire;
  let code: string;

  beforeAll(async () => {
    const page = await at.browser.newPage();
    const found = await page.evaluate(propertyNames);
    await page.close();
    names = found.filter((name) => Id.safeParse(name).success);
    answers = Object.fromEntries(names.map((name) => [name, name]));
    questionnaire = questionnaireOf(names);
    code = await at.site.open(questionnaire);
  });

  it('is any of those that are feared, and of many more', () => {
    const feared = ['style', 'action', 'submit', 'method', 'length', 'elements', 'children'];
    expect(names).toEqual(expect.arrayContaining([...feared, 'hidden', 'closest', 'id', 'name']));
    // What every object has, `toString` or `__proto__`, is no id at all.
    expect(['constructor', '__proto__', 'toString'].filter((id) => names.includes(id))).toEqual([]);
  });

  it('is answered, kept as a draft over a reload, and sent', async () => {
    const { page, context, complaints } = await visit(at.browser, at.site.url(code));
    await page.waitForSelector('.live');
    await answerAll(page);
    const progress = `已答 ${names.length} / ${names.length} 题`;
    expect(await page.textContent('.state')).toContain(progress);
    // A tap on the form itself, between its cards.
    await page.dispatchEvent('form', 'click');
    await page.reload();
    await page.waitForSelector('.live');
    expect(await page.textContent('.state')).toContain(progress);
    await submit(page);
    await receiptOn(page);
    expect(await page.locator('form').isVisible()).toBe(false);
    expect((await at.site.stored(code)).map((response) => response.answers)).toEqual([answers]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('has the next one brought into view after a tap, as any other', async () => {
    const own = await at.site.open({
      ...questionnaireOf(['style', 'hidden', 'other']),
      version: 3,
    });
    const { page, context } = await visit(at.browser, at.site.url(own), {
      viewport: { width: 360, height: 420 },
    });
    await page.waitForSelector('.live');
    await page.evaluate(() =>
      document.querySelector('#style_card')?.scrollIntoView({ block: 'end' }),
    );
    const before = await page.evaluate(() => scrollY);
    await page.tap('[value=style] + span');
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before + 50);
    await context.close();
  });

  it('is answered one at a time in elder mode', async () => {
    const { page, context, complaints } = await visit(at.browser, `${at.site.url(code)}?elder=1`);
    await page.waitForSelector('.live');
    await answerAll(page);
    await submit(page);
    for (let step = 0; step < 3; step += 1) await submit(page);
    const shown = await page.$$eval('.card:not([hidden])', (cards) => cards.map(({ id }) => id));
    expect(shown).toEqual([`${names[3]}_card`]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('is posted without script', async () => {
    const own = await at.site.open({ ...questionnaire, version: 2 });
    const { page, context } = await visit(at.browser, at.site.url(own), {
      javaScriptEnabled: false,
    });
    await answerAll(page);
    await submit(page);
    await receiptOn(page);
    expect((await at.site.stored(own)).map((response) => response.answers)).toEqual([answers]);
    await context.close();
  });
});
