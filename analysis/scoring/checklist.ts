import {
  compare,
  exact,
  type Fraction,
  multiply,
  ONE,
  sum,
  ZERO,
} from '../../survey-definitions/fraction.ts';
import type { RuleInputs, RuleOf } from '../../survey-definitions/scoring-rule.ts';
import { isBlankText } from '../../survey-definitions/unseen.ts';
import type { Step, Term } from './explanation.ts';
import type { Missing } from './missing.ts';
import { awarded, exactly, noMarks, type RuleOutcome } from './outcome.ts';
import { byInputs } from './scorer.ts';

type Inputs = RuleInputs<'checklist'>;

function entered<T>(values: Record<string, T> | undefined, id: string): T | undefined {
  return values !== undefined && Object.hasOwn(values, id) ? values[id] : undefined;
}

const isPartial = (credit: Fraction) => compare(credit, ZERO) > 0 && compare(credit, ONE) < 0;

/** What the scorer still owes: a judgement of every point and every veto, and a reason for partial credit. */
function missingOf(rule: RuleOf<'checklist'>, inputs: Inputs): Missing | undefined {
  const unjudged = [
    ...rule.items.filter(({ id }) => entered(inputs.credit, id) === undefined),
    ...(rule.veto ?? []).filter(({ id }) => entered(inputs.veto, id) === undefined),
  ].map(({ id }) => id);
  if (unjudged.length > 0) return { reason: 'not-judged', ids: unjudged };
  const unexplained = rule.items
    .map(({ id }) => id)
    .filter((id) => isPartial(exact(entered(inputs.credit, id) ?? 0)))
    .filter((id) => isBlankText(entered(inputs.reasons, id) ?? ''));
  return unexplained.length > 0 ? { reason: 'not-explained', ids: unexplained } : undefined;
}

/**
 * Sum of the points met, each a share of the weight or points of its own, times its credit from 0 to 1,
 * up to the weight. A veto that applies takes all, whatever else is still to be judged.
 */
export function scoreChecklist(
  rule: RuleOf<'checklist'>,
  weight: Fraction,
  inputs: Inputs,
  decimals = 2,
): RuleOutcome {
  const veto = rule.veto?.find(({ id }) => entered(inputs.veto, id) === true);
  if (veto) return noMarks([{ step: 'vetoed', id: veto.id, label: veto.label }], decimals);
  const missing = missingOf(rule, inputs);
  if (missing) return { missing };

  // Shares are added first and weighed once; a list that mixes shares with points weighs each share.
  const allShares = rule.items.every((item) => 'share' in item);
  const lines = rule.items.map(
    (item): Term => ({
      id: item.id,
      worth: exact('share' in item ? item.share : item.points),
      credit: exact(entered(inputs.credit, item.id) ?? 0),
      weight: 'share' in item && !allShares ? weight : null,
    }),
  );
  const terms = lines.filter(({ credit }) => compare(credit, ZERO) !== 0);
  const ids = lines.filter((line) => !terms.includes(line)).map(({ id }) => id);
  const uncredited: Step[] =
    ids.length > 0 ? [{ step: 'uncredited', ids, every: terms.length === 0 }] : [];
  if (terms.length === 0) return noMarks(uncredited, decimals);

  const total = sum(
    terms.map((term) => multiply(term.credit, multiply(term.worth, term.weight ?? ONE))),
  );
  const points = multiply(total, allShares ? weight : ONE);
  return awarded(
    [
      ...uncredited,
      { step: 'summed', terms, weight: allShares ? weight : null, gives: exactly(points) },
    ],
    points,
    weight,
    decimals,
  );
}

export const checklist = byInputs<'checklist'>('checklist', scoreChecklist);
