import type { Counts } from '../../analysis/counts.ts';
import { Questionnaire } from '../../survey-definitions/questionnaire.ts';

/** The scale of the published cases: 100/80/60/0. */
export const SATISFACTION = {
  id: 'satisfaction',
  options: [
    { id: 'very-satisfied', label: '非常满意', weight: 100 },
    { id: 'satisfied', label: '满意', weight: 80 },
    { id: 'neutral', label: '一般', weight: 60 },
    { id: 'dissatisfied', label: '不满意', weight: 0 },
  ],
};

/** An item from the few words that matter to a test. */
export function item(id: string, type: string, more: Record<string, unknown> = {}) {
  const options = (more.options ?? ['yes', 'no']) as (string | { id: string })[];
  return {
    id,
    type,
    topic: id,
    text: `${id}?`,
    ...(type === 'satisfaction' && { scale: 'satisfaction' }),
    ...more,
    ...((type === 'single' || type === 'multiple') && {
      options: options.map((option) =>
        typeof option === 'string'
          ? { id: option, label: option }
          : { label: option.id, ...option },
      ),
    }),
  };
}

/** A section from the few words that matter to a test. */
export function section(id: string, role: string, items: unknown[]) {
  return { id, role, title: id, items };
}

/** A questionnaire of these sections, through the schema and its defaults. */
export function questionnaire(
  sections: unknown[],
  more: Record<string, unknown> = {},
): Questionnaire {
  return Questionnaire.parse({
    id: 'tiny',
    version: 1,
    title: 'tiny',
    respondentGroup: 'public',
    scales: [SATISFACTION],
    sections,
    ...more,
  });
}

/** Counts written down as item -> option -> n, option '' being the base. */
export function countsOf(counts: Record<string, Record<string, number>>): Counts {
  return new Map(
    Object.entries(counts).map(([id, options]) => [id, new Map(Object.entries(options))]),
  );
}
