import type { ScoringRule } from '../../../survey-definitions/scoring-rule.ts';

/**
 * What a scorer filled in, in the shape the rule takes it. Numbers stay the text they were typed as, so that
 * 18.6 is exactly 18.6. Says nothing about whether it is acceptable: RULE_INPUTS does.
 */
export function readInputs(rule: ScoringRule, form: FormData): Record<string, unknown> {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  switch (rule.kind) {
    case 'completion-ratio':
      return { done: text('done'), planned: text('planned') };
    case 'target-proportional':
    case 'step-deduction':
    case 'tiered-bands':
    case 'threshold':
      return { value: text('value') };
    case 'checklist':
      return readChecklist(rule, text);
    case 'all-or-nothing':
      return text('met') === '' ? {} : { met: text('met') === 'yes' };
    case 'event-deduction':
      return text('events') === '' ? {} : { events: Number(text('events')) };
    case 'category':
      return text('case') === '' ? {} : { case: text('case') };
    case 'option-share':
      return { credit: text('credit') };
    case 'manual':
      return {
        score: text('score'),
        ...(text('reason') === '' ? {} : { reason: text('reason') }),
      };
  }
}

/** An item left alone has no credit entered; a reason stays only where the credit is partial. */
function readChecklist(
  rule: Extract<ScoringRule, { kind: 'checklist' }>,
  text: (name: string) => string,
): Record<string, unknown> {
  const credit: Record<string, string | number> = {};
  const reasons: Record<string, string> = {};
  for (const { id } of rule.items) {
    const met = text(`met ${id}`);
    if (met === '') continue;
    credit[id] = met === 'part' ? text(`part ${id}`) : Number(met);
    if (met === 'part' && text(`reason ${id}`) !== '') reasons[id] = text(`reason ${id}`);
  }
  const veto = Object.fromEntries(
    (rule.veto ?? []).map(({ id }) => [id, text(`veto ${id}`) === 'yes']),
  );
  return {
    credit,
    ...(Object.keys(reasons).length > 0 ? { reasons } : {}),
    ...(rule.veto ? { veto } : {}),
  };
}

/** Entries of a checklist that are partly met but do not say how far, or why. */
export function unexplained(rule: ScoringRule, inputs: Record<string, unknown>): string[] {
  if (rule.kind !== 'checklist') return [];
  const credit = new Map(Object.entries(inputs['credit'] ?? {}));
  const reasons = new Map(Object.entries(inputs['reasons'] ?? {}));
  return rule.items
    .map(({ id }) => id)
    .filter((id) => credit.has(id) && typeof credit.get(id) === 'string')
    .filter((id) => credit.get(id) === '' || !reasons.has(id));
}
