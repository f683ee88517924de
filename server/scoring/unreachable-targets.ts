import type { Range } from '../../analysis/composite-range.ts';
import { digits, displayNumber } from '../../analysis/scoring/display-number.ts';
import { mayGiveFullMarks } from '../../analysis/scoring/full-marks.ts';
import { exact, type Fraction } from '../../survey-definitions/fraction.ts';
import { type Indicator, indicatorsOf } from '../../survey-definitions/indicator-system.ts';
import { itemsOf } from '../../survey-definitions/item-options.ts';
import type { SurveyQuantity } from '../../survey-definitions/survey-quantity.ts';
import type { Language } from '../../survey-definitions/text.ts';
import { textFor } from '../evaluations/placeholders.ts';
import type { FedResults } from '../figures/figure.ts';
import { rangeOf } from '../figures/range.ts';
import type { ScoredEvaluation } from './current.ts';

/**
 * Codes of the indicators that what feeds them could not give full marks, whatever people answered: the best grades of the questionnaire
 * fall short of what the rule wants; each with what to say of it.
 */
export function unreachableTargets(
  { system, evaluation, fed }: ScoredEvaluation,
  language: Language,
): { code: string; message: string }[] {
  const say = textFor(evaluation, language);
  // Many indicators may ask for one number, and a group's is made of many grades.
  const known = new Map<string, Range | null>();
  const rangeFor = (source: FedResults, need: SurveyQuantity) => {
    const key = JSON.stringify(need);
    const range = known.get(key) ?? rangeOf(source, need);
    known.set(key, range);
    return range;
  };
  return indicatorsOf(system).flatMap(({ indicator }) => {
    const need = numberNeeded(indicator);
    const source = need && fed.get(need.group);
    const range = need && source ? rangeFor(source, need) : null;
    if (!need || !source || range === null) return [];
    if (mayGiveFullMarks(indicator.rule, exact(indicator.weight), range)) return [];
    const topic = topicOf(source, need);
    return [
      {
        code: indicator.code,
        message: words(topic && say(topic), range, say(indicator.target))[language],
      },
    ];
  });
}

/** The one number that a rule takes from a survey, where it takes one. */
function numberNeeded({ rule }: Indicator): SurveyQuantity | undefined {
  const from = 'from' in rule ? rule.from : undefined;
  return from !== undefined && 'quantity' in from ? from : undefined;
}

function topicOf({ parts }: FedResults, need: SurveyQuantity) {
  if (need.quantity === 'composite') return undefined;
  const items = parts.flatMap(({ questionnaire }) => itemsOf(questionnaire));
  return items.find(({ id }) => id === need.item)?.topic;
}

function words(
  topic: string | undefined,
  { lowest, highest }: Range,
  target: string,
): Record<Language, string> {
  const percent = (value: Fraction) => `${digits(displayNumber(value))}%`;
  const [from, to] = [percent(lowest), percent(highest)];
  return {
    'zh-CN': `不论怎么答都得不到满分：按问卷的量表和算法，${topic === undefined ? '综合满意度' : `“${topic}”的满意度`}在 ${from} 至 ${to} 之间（目标值 ${target}）`,
    en: `Full marks are out of reach whatever people answer: by the questionnaire’s scales and method, ${topic === undefined ? 'the composite' : `the satisfaction of “${topic}”`} lies between ${from} and ${to} (target ${target})`,
  };
}
