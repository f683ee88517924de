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
    ends: ids(({ endsHere, quotaFull }) => endsHere || quotaFull),
  };
}

/** The options by which somebody says that he does not belong to the group, by item; only items that have some. */
export function endsOf(form: FormQuestionnaire): Pick<CardItem, 'id' | 'ends'>[] {
  return form.items.flatMap(({ id, options = [] }) => {
    const ends = options.filter(({ endsHere }) => endsHere).map((option) => option.id);
    return ends.length > 0 ? [{ id, ends }] : [];
  });
}

/** The options whose quota is full, as `item.option` with spaces between, for a page that is posted without script. */
export function fullOf({ items }: PageForm): string {
  return items
    .flatMap(({ id, options = [] }) =>
      options.filter(({ quotaFull }) => quotaFull).map((option) => `${id}.${option.id}`),
    )
    .join(' ');
}
