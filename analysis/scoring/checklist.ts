import {
  asWritten,
  compare,
  exact,
  type Fraction,
  multiply,
  ONE,
  sum,
  ZERO,
} from '../../survey-definitions/fraction.ts';
import { isBlankText } from '../../survey-definitions/response.ts';
import type { RuleInputs, RuleOf } from '../../survey-definitions/scoring-rule.ts';
import { textIn } from '../../survey-definitions/wording.ts';
import { calculated, noMarks, type RuleOutcome, type Words } from './outcome.ts';

type Inputs = RuleInputs<'checklist'>;

function entered<T>(values: Record<string, T> | undefined, id: string): T | undefined {
  return values !== undefined && Object.hasOwn(values, id) ? values[id] : undefined;
}

const isPartial = (credit: Fraction) => compare(credit, ZERO) > 0 && compare(credit, ONE) < 0;

/** What the scorer still owes: a judgement of every point and every veto, and a reason for partial credit. */
function missingOf(rule: RuleOf<'checklist'>, inputs: Inputs): Words | undefined {
  const unjudged = [
    ...rule.items.filter(({ id }) => entered(inputs.credit, id) === undefined),
    ...(rule.veto ?? []).filter(({ id }) => entered(inputs.veto, id) === undefined),
  ].map(({ id }) => id);
  if (unjudged.length > 0)
    return {
      'zh-CN': `尚未评定：${unjudged.join('、')}`,
      en: `not judged yet: ${unjudged.join(', ')}`,
    };
  const unexplained = rule.items
    .map(({ id }) => id)
    .filter((id) => isPartial(exact(entered(inputs.credit, id) ?? 0)))
    .filter((id) => isBlankText(entered(inputs.reasons, id) ?? ''));
  if (unexplained.length > 0)
    return {
      'zh-CN': `部分得分须说明理由：${unexplained.join('、')}`,
      en: `partial credit needs a reason: ${unexplained.join(', ')}`,
    };
  return undefined;
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
  if (veto)
    return noMarks(
      {
        'zh-CN': `否决项 ${veto.id} 成立（${textIn(veto.label, 'zh-CN')}）`,
        en: `veto ${veto.id} applies (${textIn(veto.label, 'en')})`,
      },
      decimals,
    );
  const missing = missingOf(rule, inputs);
  if (missing) return { missing };

  const lines = rule.items.map((item) => {
    const credit = exact(entered(inputs.credit, item.id) ?? 0);
    const worth = exact('share' in item ? item.share : item.points);
    return { id: item.id, isShare: 'share' in item, credit, worth };
  });
  // Shares are added first and weighed once; a list that mixes shares with points weighs each share.
  const allShares = lines.every((line) => line.isShare);
  const value = (line: (typeof lines)[number]) =>
    multiply(line.credit, line.isShare ? multiply(line.worth, weight) : line.worth);
  const result = sum(lines.map(value));
  const none = lines.filter((line) => compare(line.credit, ZERO) === 0).map((line) => line.id);
  if (none.length === lines.length)
    return noMarks(
      { 'zh-CN': `${none.join('')} 均不得分`, en: `no credit for ${none.join(' ')}` },
      decimals,
    );

  const terms = lines
    .filter((line) => compare(line.credit, ZERO) !== 0)
    .map((line) => {
      const credit = compare(line.credit, ONE) === 0 ? '' : `×${asWritten(line.credit)}`;
      const share = line.isShare && !allShares ? `×${asWritten(weight)}` : '';
      return `${line.id} ${asWritten(line.worth)}${credit}${share}`;
    });
  const total = terms.join(' + ');
  const bracketed = terms.length > 1 ? `(${total})` : total;
  const formula = allShares ? `${bracketed} × ${asWritten(weight)}` : total;
  return calculated(
    {
      'zh-CN': none.length > 0 ? `${none.join('')} 不得分；${formula}` : formula,
      en: none.length > 0 ? `no credit for ${none.join(' ')}; ${formula}` : formula,
    },
    result,
    weight,
    decimals,
  );
}
