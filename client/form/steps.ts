import type { Layout, PageItem, View } from './page.ts';

/** The part of the page that is shown, where it is gone through in steps; else all of it. */
export interface Step {
  /** From 0. */
  index: number;
  /** How many sections there are, where each is a step. */
  sections?: number | undefined;
  items: PageItem[];
  /** Here, before every item, the access code is asked for where one is needed. */
  asksCode: boolean;
  /** First item of the step before and after; '' for what stands before every item. */
  back?: string;
  next?: string;
  /** Which word stands on the button. */
  button: 'submit' | 'next' | 'nextPart' | 'begin';
}

/**
 * The step that shows, out of those that these items (all that apply) make: all items at once, a section at a time or, in
 * elder mode, after a beginning without items, one item at a time. It is known by an item, not by its number, so that it
 * stays when an answer adds a step, or the mode changes.
 */
export function stepOf(view: Pick<View, 'at' | 'elder'>, items: PageItem[], layout: Layout): Step {
  const steps = view.elder
    ? [[], ...items.map((item) => [item])]
    : layout === 'sections'
      ? bySection(items)
      : [items];
  const found = steps.findIndex((step) => step.some((item) => item.id === view.at));
  const index = Math.max(found, 0);
  const first = (step: PageItem[] | undefined) => step && (step[0] ? step[0].id : '');
  const next = first(steps[index + 1]);
  const forward = !view.elder ? 'nextPart' : index > 0 ? 'next' : 'begin';
  return {
    index,
    sections: !view.elder && steps.length > 1 ? steps.length : undefined,
    items: steps[index] || [],
    asksCode: !index,
    back: first(steps[index - 1]),
    next,
    button: next === undefined ? 'submit' : forward,
  };
}

function bySection(items: PageItem[]): PageItem[][] {
  const steps: PageItem[][] = [];
  for (const item of items) {
    const last = steps[steps.length - 1];
    if (last && last[0] && last[0].section === item.section) last.push(item);
    else steps.push([item]);
  }
  return steps;
}
