// Writes docs/screenshots/form-*.png, the states of the respondent's page on a small phone: node --import tsx test/support/form-screenshots.ts
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { shippedQuestionnaires } from '../../server/shipped-definitions.ts';
import { launchBrowser } from './browser.ts';
import { startFormSite } from './form-site.ts';
import { FORM_STATES } from './form-states.ts';
import { visit } from './phone.ts';

const [given = 'docs/screenshots', width = '360', height = '740'] = process.argv.slice(2);
const folder = path.resolve(import.meta.dirname, '../..', given);
mkdirSync(folder, { recursive: true });
const ecology = (await shippedQuestionnaires()).find(({ id }) => id === 'public-ecology');
if (!ecology) throw new Error('public-ecology is not shipped');
const [browser, site] = await Promise.all([launchBrowser(), startFormSite()]);
for (const state of FORM_STATES) {
  const code = await site.open(ecology);
  await state.prepare?.(site, code);
  const { page, context } = await visit(browser, site.url(code) + (state.query ?? ''), {
    viewport: { width: Number(width), height: Number(height) },
    ...state.options,
  });
  await state.reach(page);
  // Until the page has come to rest.
  await page.waitForTimeout(1200);
  await page.screenshot({ path: path.join(folder, `form-${state.name}.png`) });
  await context.close();
}
await browser.close();
await site.stop();
