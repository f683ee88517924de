import type { Band } from '../../../../survey-definitions/rules/tiered-bands.ts';
import type { ScoringRule } from '../../../../survey-definitions/scoring-rule.ts';
import type { Text } from '../../../../survey-definitions/text.ts';
import type { InOneLanguage } from '../../translation.ts';
import type { systemWords } from './words.ts';

type SystemWords = InOneLanguage<typeof systemWords>;

/** A rule in a sentence, and what it lists line by line. */
export interface RuleInWords {
  lead: string;
  lines: string[];
}

/** What the software makes of a rule, as against what was published about it. */
export function ruleInWords(
  rule: ScoringRule,
  words: SystemWords,
  said: (text: Text) => string,
): RuleInWords {
  const { rules } = words;
  const only = (lead: string) => ({ lead, lines: [] });
  switch (rule.kind) {
    case 'completion-ratio':
      return only(rules.completionRatio);
    case 'target-proportional': {
      const target = String(rule.target);
      return only(
        rule.below === 'value' ? rules.valueBelowTarget(target) : rules.overTarget(target),
      );
    }
    case 'step-deduction': {
      const { deduct } = rule;
      const off =
        'points' in deduct
          ? rules.lessPoints(String(deduct.points))
          : rules.lessShare(String(deduct.share));
      const beyond = rule.side === 'upper' ? rules.deductAbove : rules.deductBelow;
      return {
        lead: beyond(String(rule.target), String(rule.step), off),
        lines: [
          rules.partialStep[rule.partialStep],
          ...(rule.zeroAt === undefined ? [] : [rules.zeroAt(String(rule.zeroAt))]),
        ],
      };
    }
    case 'tiered-bands':
      return {
        lead: rules.tiers,
        lines: rule.bands.map((band) => words.is(bounds(band), worth(band, words))),
      };
    case 'threshold':
      return only(rules.threshold(`${SIGNS[rule.op]} ${rule.target}${rule.unit ?? ''}`));
    case 'checklist':
      return {
        lead: rules.checklist,
        lines: [
          ...rule.items.map((item) => words.is(said(item.label), worth(item, words))),
          ...(rule.veto ?? []).map(({ label }) => words.is(said(label), rules.veto)),
        ],
      };
    case 'all-or-nothing':
      return only(rules.allOrNothing);
    case 'event-deduction':
      return {
        lead: rules.events(String(rule.pointsPerEvent)),
        lines: (rule.events ?? []).map(({ label }) => said(label)),
      };
    case 'category':
      return {
        lead: rules.category,
        lines: rule.cases.map((each) => words.is(said(each.label), worth(each, words))),
      };
    case 'option-share':
      return {
        lead: rules.optionShare,
        lines: [
          ...rule.branches.map(({ option, min, credit }) =>
            words.is(rules.reaches(option, String(min)), words.ofWeight(String(credit))),
          ),
          words.is(
            words.otherwise,
            rule.otherwise === 'manual' ? rules.byScorer : words.ofWeight(String(rule.otherwise)),
          ),
        ],
      };
    case 'manual':
      return only(rules.manual);
  }
}

const SIGNS = { '<=': '≤', '>=': '≥', '<': '<', '>': '>' } as const;

/** What something gives or takes: points as they stand, or a share of the weight. */
function worth(
  what: { points: string | number } | { share: string | number },
  words: SystemWords,
): string {
  return 'points' in what ? words.points(String(what.points)) : words.ofWeight(String(what.share));
}

/** A band as an interval: ≥ 80, < 90. */
function bounds({ min, minExclusive, max, maxExclusive }: Band): string {
  return [
    min !== undefined && `≥ ${min}`,
    minExclusive !== undefined && `> ${minExclusive}`,
    max !== undefined && `≤ ${max}`,
    maxExclusive !== undefined && `< ${maxExclusive}`,
  ]
    .filter(Boolean)
    .join(', ');
}
