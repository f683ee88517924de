import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { checkAnswers } from '../../analysis/acceptance.ts';
import { applicableItems } from '../../analysis/applicability.ts';
import { fillQuestionnaire } from '../../survey-definitions/form.ts';
import type { Questionnaire } from '../../survey-definitions/questionnaire.ts';
import { page as rendered } from '../client/form/sample.ts';
import { anyQuestionnaire } from '../support/any-questionnaire.ts';
import { buildForm } from '../support/build-form.ts';
import { describeInBrowser, withBrowser } from '../support/in-browser.ts';

/** How a respondent who answers everything goes through the page, on the page itself. */
function answerAll(): string[] {
  const seen = new Set<string>();
  const button = () => document.querySelector<HTMLElement>('[type=submit]')?.click();
  // Each item may bring others to show, and each step leads to one more.
  for (let round = 0; round < 60; round += 1) {
    const open = [...document.querySelectorAll<HTMLElement>('.card:not([hidden])')].find(
      (card) => !seen.has(card.id),
    );
    if (!open) {
      if (document.querySelector('.bar [role=status]')?.textContent) break;
      button();
      continue;
    }
    seen.add(open.id);
    const field = open.querySelector('textarea');
    if (field) {
      field.value = '好';
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
    const labels = [...open.querySelectorAll<HTMLElement>('.options label')];
    const wanted = open.querySelector('[type=checkbox]') ? Number(open.dataset['min'] ?? 1) : 1;
    // Beside another it would be none; alone it is a whole answer.
    const alone = labels.find((label) => {
      const { value } = label.querySelector('input') as HTMLInputElement;
      return (open.dataset['alone'] ?? '').split(' ').includes(value);
    });
    for (const label of alone ? [alone] : labels.slice(0, wanted)) label.click();
  }
  return [...seen].map((id) => id.replace(/_card$/, ''));
}

describeInBrowser('any questionnaire the schema allows, in Chromium', () => {
  const at = withBrowser();
  let built: Awaited<ReturnType<typeof buildForm>>;
  const complaints: string[] = [];

  beforeAll(async () => {
    built = await buildForm();
  });

  /** Opens the questionnaire's page and answers all of it; what was answered, and what would have been sent. */
  async function goThrough(q: Questionnaire, elder: boolean, sections: boolean) {
    const form = {
      ...fillQuestionnaire(q, {}, 'zh-CN'),
      layout: sections ? ('sections' as const) : ('page' as const),
    };
    const { script, exclusiveScript } = built;
    const html = rendered({ form, elder, script, exclusiveScript }).replace('body{}', built.style);
    const sent: { answers: Record<string, string | string[]> }[] = [];
    const context = await at.browser.newContext({ viewport: { width: 360, height: 740 } });
    const page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.route('**/*', async (route) => {
      const request = route.request();
      if (request.method() === 'PUT') sent.push(request.postDataJSON());
      if (request.url() !== 'http://form.test/s/K3F9') return route.abort();
      return route.fulfill({ contentType: 'text/html; charset=UTF-8', body: html });
    });
    await page.goto('http://form.test/s/K3F9');
    await page.waitForSelector('.live');
    const answered = await page.evaluate(answerAll);
    await expect.poll(() => sent.length).toBeGreaterThan(0);
    await context.close();
    return { answered, answers: sent[0]?.answers ?? {} };
  }

  it('can be answered item by item, and what arrives is accepted', {
    timeout: 120_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(anyQuestionnaire, fc.boolean(), fc.boolean(), async (q, elder, sections) => {
        const { answered, answers } = await goThrough(q, elder, sections);
        expect(checkAnswers(q, answers)).toEqual([]);
        expect(new Set(answered)).toEqual(applicableItems(q, answers));
        expect(Object.keys(answers).toSorted()).toEqual(answered.toSorted());
        expect(complaints).toEqual([]);
      }),
      { numRuns: 30, endOnFailure: true },
    );
  });
});
