import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { StaticFile } from '../static-site.ts';
import type { SurveyJsDefinition } from './definition.ts';
import { newSite } from './site.ts';

const { resolve } = createRequire(import.meta.url);

/**
 * A site of one page that shows this definition with SurveyJS as its maker's tutorial for pages without a framework has
 * it: the minified files that the packages publish, as script and style elements in the head. Of the styles the one
 * without web fonts, which would come from a third party, of the languages only the page's, and the definition stands
 * in the page: each spares SurveyJS bytes or a request.
 */
export async function publishedSite(
  definition: SurveyJsDefinition,
  address: string,
): Promise<Map<string, StaticFile>> {
  const site = newSite();
  const published = (name: 'survey-core' | 'survey-js-ui', file: string) =>
    readFile(path.join(path.dirname(resolve(name)), file));
  const style = site.asset('.css', await published('survey-core', 'survey-core.fontless.min.css'));
  const scripts = await Promise.all([
    published('survey-core', 'survey.core.min.js'),
    published('survey-core', 'i18n/simplified-chinese.min.js'),
    published('survey-js-ui', 'survey-js-ui.min.js'),
  ]);
  const elements = scripts.map((body) => `<script src="${site.asset('.js', body)}"></script>`);
  const start = `const survey = new Survey.Model(${JSON.stringify(definition)});
survey.onComplete.add(({ data }) => {
  fetch('/responses', { method: 'POST', body: JSON.stringify({ answers: data }) });
});
document.addEventListener('DOMContentLoaded', () => survey.render(document.getElementById('survey')));`;
  return site.withPage(
    address,
    definition.title,
    `<link rel="stylesheet" href="${style}">${elements.join('')}<script>${start}</script>`,
  );
}
