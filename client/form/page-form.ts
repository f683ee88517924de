import type { FormItem, FormOption, FormQuestionnaire } from '../../survey-definitions/form.ts';
import { markBreaks } from './line-breaks.tsx';
import type { CardItem, PageForm } from './page.ts';

/**
 * The parts of a questionnaire that the page shows. Large text has its line breaks marked; running text may end a line
 * anywhere, as is usual in Chinese.
 */
export function pageForm(form: FormQuestionnaire): PageForm {
  const { id: _, respondentGroup: __, sections, items, ...rest } = form;
  const mark = (text: string) => markBreaks(text, form.language);
  return {
    ...rest,
    title: mark(form.title),
    sections: sections.map(({ id, title, intro }) => ({ id, title, intro })),
    items: items.map((item) => ({ ...cardItem(item), text: mark(item.text) })),
  };
}

function cardItem({ topic: _, ...item }: FormItem): CardItem {
  const { type, options = [] } = item;
  const ids = (which: (option: FormOption) => boolean) => options.filter(which).map(({ id }) => id);
  return {
    ...item,
    // Of radios one is chosen anyway.
    alone: type === 'multiple' ? ids(({ exclusive }) => exclusive) : [],
    ends: ids(({ endsHere }) => endsHere),
  };
}

/** The options that end the questionnaire, by item; only items that have some. */
export function endsOf(form: FormQuestionnaire): Pick<CardItem, 'id' | 'ends'>[] {
  return pageForm(form).items.flatMap(({ id, ends }) => (ends?.length ? [{ id, ends }] : []));
}
