import type { Answers } from '../../survey-definitions/questionnaire.ts';
import type { PageItem } from './page.ts';

/**
 * The items that apply to these answers, in order: an item with a condition applies where the earlier item
 * applies itself and one of the named options was chosen, and none applies after an answer that ends the questionnaire.
 * analysis/applicability.ts says the same for the server; a test holds the two together, since nothing of analysis may be
 * in a citizen's download.
 */
export function itemsThatApply(items: PageItem[], answers: Answers): PageItem[] {
  const applies = new Set<string>();
  let ended = false;
  return items.filter((item) => {
    const { id, showIf } = item;
    const holds =
      !showIf || (applies.has(showIf.item) && picks(answers[showIf.item], showIf.options));
    if (ended || !holds) return false;
    applies.add(id);
    ended = hasEnded([item], answers);
    return true;
  });
}

/** Whether an answer to one of these items, which all apply, ends the questionnaire. */
export function hasEnded(items: Pick<PageItem, 'id' | 'ends'>[], answers: Answers): boolean {
  return items.some(({ id, ends }) => picks(answers[id], ends));
}

/** Whether one of these options was chosen. */
export function picks(answer: string | string[] | undefined, options: string[] = []): boolean {
  return chosenOptions(answer).some((option) => options.includes(option));
}

/** An answer to a choice item as a list of options. */
export function chosenOptions(answer: string | string[] | undefined): string[] {
  if (answer === undefined) return [];
  return typeof answer === 'string' ? [answer] : answer;
}
