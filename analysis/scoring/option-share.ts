import {
  asWritten,
  compare,
  exact,
  type Fraction,
  HUNDRED,
  multiply,
} from '../../survey-definitions/fraction.ts';
import type { RuleInputs, RuleOf, SurveyQuantity } from '../../survey-definitions/scoring-rule.ts';
import type { Language } from '../../survey-definitions/text.ts';
import { textIn } from '../../survey-definitions/wording.ts';
import { calculated, type RuleOutcome, type Words } from './outcome.ts';
import { sameSides, shown } from './shown.ts';
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

const both = (write: (language: Language) => string): Words => ({
  'zh-CN': write('zh-CN'),
  en: write('en'),
});

/** “Markedly improved” 93.43% ≥ 70% */
function compared(branch: Branch, source: SurveySource, share: Fraction): Words {
  const bound = least(branch);
  const sign = compare(share, bound) >= 0 ? '≥' : '<';
  const figures = `${shown(share, sameSides(share, [bound])).text}% ${sign} ${asWritten(bound)}%`;
  return both((language) => `“${textIn(source.label ?? branch.option, language)}” ${figures}`);
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
  const seen: Words[] = [];
  const credited = (credit: Fraction, why: Words) =>
    calculated(
      {
        'zh-CN': `${why['zh-CN']}系数 ${asWritten(credit)} × ${asWritten(weight)}`,
        en: `${why.en}credit ${asWritten(credit)} × ${asWritten(weight)}`,
      },
      multiply(credit, weight),
      weight,
      decimals,
    );
  for (const [index, branch] of rule.branches.entries()) {
    const source = sources[index];
    if (!source) throw new RangeError('one survey answer is needed for each branch');
    if (source.value === null) return { missing: missingFromSurvey(source) };
    const words = compared(branch, source, source.value);
    if (compare(source.value, least(branch)) >= 0)
      return credited(exact(branch.credit), {
        'zh-CN': `${words['zh-CN']}：`,
        en: `${words.en}: `,
      });
    seen.push(words);
  }
  const none: Words = {
    'zh-CN': `各选项均未达到规定占比（${seen.map((words) => words['zh-CN']).join('，')}）`,
    en: `no option reaches its share (${seen.map((words) => words.en).join(', ')})`,
  };
  if (rule.otherwise !== 'manual')
    return credited(exact(rule.otherwise), { 'zh-CN': `${none['zh-CN']}：`, en: `${none.en}: ` });
  if (inputs === undefined)
    return {
      missing: {
        'zh-CN': `${none['zh-CN']}，系数待评价组确定`,
        en: `${none.en}; the evaluators have to settle the credit`,
      },
    };
  return credited(exact(inputs.credit), {
    'zh-CN': `${none['zh-CN']}：评价组确定`,
    en: `${none.en}: by the evaluators, `,
  });
}
