import { explain, explainMissing } from '../../analysis/explain.ts';
import { type DisplayNumber, digits } from '../../analysis/scoring/display-number.ts';
import type { Step, StepOf } from '../../analysis/scoring/explanation.ts';
import type { RuleOutcome } from '../../analysis/scoring/outcome.ts';
import { asWritten, compare, exact, type Fraction } from '../../survey-definitions/fraction.ts';

export const points = exact;

/** The line, or what is missing, in zh-CN. */
export function inChinese(outcome: RuleOutcome): string {
  return 'missing' in outcome
    ? explainMissing(outcome.missing, 'zh-CN')
    : explain(outcome.explanation, 'zh-CN');
}

/** The line, or what is missing, in English. */
export function inEnglish(outcome: RuleOutcome): string {
  return 'missing' in outcome
    ? explainMissing(outcome.missing, 'en')
    : explain(outcome.explanation, 'en');
}

/** The exact score and the line, or what is missing, in zh-CN. */
export function said(
  outcome: RuleOutcome,
): { score: string; because: string } | { missing: string } {
  if ('missing' in outcome) return { missing: inChinese(outcome) };
  return { score: asWritten(outcome.score), because: inChinese(outcome) };
}

type Told = { score: string; steps: unknown } | { missing: unknown };

/**
 * The exact score and the steps, or what is missing, with every number as text: a fraction in full, one that
 * is shown shortened as "12240/137 as 89.34", a result that a reader gets otherwise as "2448/685, seen 3.5736".
 */
export function told(outcome: RuleOutcome): Told {
  if ('missing' in outcome) return { missing: asText(outcome.missing) };
  return { score: asWritten(outcome.score), steps: asText(outcome.explanation) };
}

function asText(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(asText);
  if (isFraction(value)) return asWritten(value);
  if (isShown(value))
    return value.decimals === null
      ? asWritten(value.exact)
      : `${asWritten(value.exact)} as ${digits(value)}`;
  if ('exact' in value && isFraction(value.exact) && 'seen' in value && isFraction(value.seen))
    return compare(value.exact, value.seen) === 0
      ? asWritten(value.exact)
      : `${asWritten(value.exact)}, seen ${asWritten(value.seen)}`;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, asText(each)]));
}

const isFraction = (value: unknown): value is Fraction =>
  typeof value === 'object' && value !== null && 'n' in value && 'd' in value;
const isShown = (value: object): value is DisplayNumber =>
  'exact' in value && 'decimals' in value && isFraction(value.exact);

/** The last step, as `told` writes it. */
export const rounded = (from: string, to = from, decimals = 2) => ({
  step: 'rounded',
  from,
  to,
  decimals,
});

/** The two last steps of full marks, as `told` writes them. */
export const full = (points: string) => [{ step: 'full', points }, rounded(points)];

/** The two last steps of a score of 0, as `told` writes them. */
export const none = [{ step: 'none' }, rounded('0')];

/** The step of this name; throws where the outcome has none. */
export function stepOf<K extends Step['step']>(outcome: RuleOutcome, name: K): StepOf<K> {
  const steps = 'missing' in outcome ? [] : outcome.explanation;
  const found = steps.find((step): step is StepOf<K> => step.step === name);
  if (!found) throw new Error(`no step ${name}`);
  return found;
}
