import type { FormQuestionnaire } from '../../survey-definitions/form.ts';
import { markBreaks } from './line-breaks.ts';
import type { PageForm } from './page.ts';

/**
 * What of a questionnaire goes into the page. What is set large gets its line breaks marked; running text may end a line
 * anywhere, as Chinese does.
 */
export function pageForm(form: FormQuestionnaire): PageForm {
  const { id: _, respondentGroup: __, sections, items, ...rest } = form;
  const mark = (text: string) => markBreaks(text, form.language);
  return {
    ...rest,
    title: mark(form.title),
    sections: sections.map(({ id, title, intro }) => ({ id, title, intro })),
    items: items.map(({ topic: _topic, ...item }) => ({ ...item, text: mark(item.text) })),
  };
}
