import {
  compare,
  exact,
  type Fraction,
  HUNDRED,
  multiply,
} from '../../survey-definitions/fraction.ts';
import type { RuleInputs, RuleOf } from '../../survey-definitions/scoring-rule.ts';
import type { SurveyQuantity } from '../../survey-definitions/survey-quantity.ts';
import { displayNumber, sameSides } from './display-number.ts';
import type { ShareCompared, Step } from './explanation.ts';
import { awarded, exactly, type RuleOutcome } from './outcome.ts';
import type { Scorer } from './scorer.ts';
import { missingFromSurvey, type SurveySource } from './survey-answer.ts';

type OptionShare = RuleOf<'option-share'>;
type Branch = OptionShare['branches'][number];

/** What the rule asks its survey, one question a branch, in order. */
export function optionShareNeeds(rule: OptionShare): SurveyQuantity[] {
  return rule.branches.map((branch) => ({
    ...rule.from,
    quantity: 'option-share',
    option: branch.option,
  }));
}

const least = (branch: Branch) => multiply(exact(branch.min), HUNDRED);

/** The answer that decided: of the first option that reaches its share, else of the first option. */
export function decisiveSource(
  rule: OptionShare,
  sources: readonly SurveySource[],
): SurveySource | null {
  const reaches = (branch: Branch, value: Fraction | null | undefined) =>
    value !== null && value !== undefined && compare(value, least(branch)) >= 0;
  const first = rule.branches.findIndex((branch, index) => reaches(branch, sources[index]?.value));
  return sources[Math.max(first, 0)] ?? null;
}

function compared(branch: Branch, source: SurveySource, share: Fraction): ShareCompared {
  const bound = least(branch);
  return {
    option: source.label ?? branch.option,
    share: displayNumber(share, sameSides(share, [bound])),
    sign: compare(share, bound) >= 0 ? '≥' : '<',
    bound,
  };
}

/**
 * The first branch whose option reaches its share of the answers decides the credit. `sources` holds the
 * survey's answers in the order of the branches. Where none reaches it the credit is `otherwise`, or the
 * one a scorer enters where the rule leaves it to one (`manual`).
 */
export function scoreOptionShare(
  rule: OptionShare,
  weight: Fraction,
  sources: readonly SurveySource[],
  inputs?: RuleInputs<'option-share'>,
  decimals = 2,
): RuleOutcome {
  const credited = (ground: Step, by: 'rule' | 'evaluators', credit: Fraction) => {
    const points = multiply(credit, weight);
    const award: Step = { step: 'credited', by, credit, weight, gives: exactly(points) };
    return awarded([ground, award], points, weight, decimals);
  };
  const shares: ShareCompared[] = [];
  for (const [index, branch] of rule.branches.entries()) {
    const source = sources[index];
    if (!source) throw new RangeError('one survey answer is needed for each branch');
    if (source.value === null) return { missing: missingFromSurvey(source) };
    const share = compared(branch, source, source.value);
    if (share.sign === '≥')
      return credited({ step: 'share-compared', ...share }, 'rule', exact(branch.credit));
    shares.push(share);
  }
  const none: Step = { step: 'no-share-reached', shares };
  if (rule.otherwise !== 'manual') return credited(none, 'rule', exact(rule.otherwise));
  if (inputs === undefined) return { missing: { reason: 'credit-open', shares } };
  return credited(none, 'evaluators', exact(inputs.credit));
}

export const optionShare: Scorer<'option-share'> = {
  score(rule, { weight, entered, ask, decimals }) {
    const sources = optionShareNeeds(rule).map(ask);
    const inputs = 'inputs' in entered ? entered.inputs : undefined;
    const outcome = scoreOptionShare(rule, weight, sources, inputs, decimals);
    const isOpen = 'missing' in outcome && outcome.missing.reason === 'credit-open';
    const { because } = 'because' in entered ? entered : {};
    return {
      // Somebody did settle the credit, by an expression that has no value.
      outcome: isOpen && because ? { missing: { reason: 'not-computed', because } } : outcome,
      source: decisiveSource(rule, sources),
    };
  },
};
