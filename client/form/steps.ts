import type { Layout, PageItem, View } from './page.ts';

/** The part of the page that is shown at a time; all of it where there are no steps. */
export interface Step {
  /** From 0. The first step asks for the access code too, where the survey needs one. */
  index: number;
  /** How many sections there are, where each is a step. */
  sections?: number | undefined;
  items: PageItem[];
  /** First item of the step before and after; '' for what stands before every item. */
  back?: string;
  next?: string;
  /** Which word stands on the button. */
  button: 'submit' | 'next' | 'nextPart' | 'begin';
}

/**
 * The step that is shown, given all items that apply: all of them at once, a section at a time or, in elder mode, first a
 * beginning without items and then one item at a time. A step is found by an item, not by its number, so that it stays the
 * same when an answer adds a step or the mode changes.
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
