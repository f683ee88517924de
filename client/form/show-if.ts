import type { Answers } from '../../survey-definitions/questionnaire.ts';
import type { PageItem } from './page.ts';

/**
 * The items that apply to these answers, in order: an item with a condition applies where the earlier item
 * applies itself and one of the named options was chosen. analysis/applicability.ts says the same for the
 * server; a test holds the two together, since nothing of analysis may be in a citizen's download.
 */
export function itemsThatApply(items: PageItem[], answers: Answers): PageItem[] {
  const applies = new Set<string>();
  return items.filter((item) => {
    const holds = !item.showIf || (applies.has(item.showIf.item) && chosen(item.showIf, answers));
    if (holds) applies.add(item.id);
    return holds;
  });
}

function chosen(condition: { item: string; options: string[] }, answers: Answers): boolean {
  return chosenOptions(answers[condition.item]).some((option) =>
    condition.options.includes(option),
  );
}

/** An answer to a choice item as a list of options. */
export function chosenOptions(answer: string | string[] | undefined): string[] {
  if (answer === undefined) return [];
  return typeof answer === 'string' ? [answer] : answer;
}
