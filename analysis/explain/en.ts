import { asWritten, compare, ONE, ZERO } from '../../survey-definitions/fraction.ts';
import { groupName } from '../../survey-definitions/group-name.ts';
import type { Text } from '../../survey-definitions/text.ts';
import { textIn } from '../../survey-definitions/wording.ts';
import { display } from '../rounding.ts';
import { digits } from '../scoring/display-number.ts';
import type { ShareCompared, StepOf } from '../scoring/explanation.ts';
import type { Lacking } from '../scoring/missing.ts';
import {
  compared,
  divided,
  equals,
  measured,
  operand,
  placed,
  points,
  summed,
  taken,
} from './formulas.ts';
import type { ExplanationWords } from './words.ts';

const say = (text: Text) => textIn(text, 'en');

const share = ({ option, share, sign, bound }: ShareCompared) =>
  `“${say(option)}” ${digits(share)}% ${sign} ${asWritten(bound)}%`;

const noShare = (shares: readonly ShareCompared[]) =>
  `no option reaches its share (${shares.map(share).join(', ')})`;

const COUNTED: Record<StepOf<'counted'>['partialStep'], (steps: string) => string> = {
  'half-up': (steps) => `, counted half up as ${steps}`,
  up: (steps) => `, a part of a step counted as one: ${steps}`,
  down: (steps) => `, a part of a step not counted: ${steps}`,
};

const LACKING: Record<Lacking, string> = {
  'actual-value': 'the actual value has not been entered',
  'done-and-planned': 'how much was done and planned has not been entered',
  checklist: 'the checklist has not been judged',
  requirement: 'whether the requirement is met has not been judged',
  events: 'the number of events has not been entered',
  case: 'no case has been chosen',
  score: 'the evaluators have not scored it',
};

export const en: ExplanationWords = {
  steps: {
    compared,
    missed: ({ sign, bound }) => `, which misses ${sign} ${asWritten(bound)}`,
    'nothing-left': () => ', where nothing is left',
    placed,
    divided,
    'whole-reached': ({ sign }) => ` ${sign} 100%`,
    judged: ({ met }) => (met ? 'met' : 'not met'),
    'no-events': () => 'no such event',
    vetoed: ({ id, label }) => `veto ${id} applies (${say(label)})`,
    uncredited: ({ ids, every }) => `no credit for ${ids.join(' ')}${every ? '' : '; '}`,
    chosen: ({ label }) => say(label),
    'scored-by-evaluators': () => 'scored by the evaluators',
    'share-compared': share,
    'no-share-reached': ({ shares }) => noShare(shares),
    measured: (step) => `: ${measured(step)} steps`,
    counted: ({ partialStep, steps }) => COUNTED[partialStep](asWritten(steps)),
    taken: (step, decimals) => `: ${taken(step)}${equals(step.gives, decimals)}`,
    multiplied: ({ weight, gives }, decimals) =>
      ` × ${operand(asWritten(weight))}${equals(gives, decimals)}`,
    deducted: ({ from, per, times, each, gives }, decimals) => {
      const [much, off] = [asWritten(from), asWritten(each)];
      const result = equals(gives, decimals);
      if (per === 'step')
        return `, ${off} points off each: ${much} − ${operand(digits(times))} × ${operand(off)}${result}`;
      const events = compare(times.exact, ONE) === 0 ? 'event' : 'events';
      return `${much} − ${digits(times)} ${events} × ${operand(off)}${result}`;
    },
    summed: (step, decimals) => `${summed(step)}${equals(step.gives, decimals)}`,
    credited: ({ by, credit, weight, gives }, decimals) =>
      `: ${by === 'evaluators' ? 'by the evaluators, ' : ''}credit ${asWritten(credit)} × ${asWritten(weight)}${equals(gives, decimals)}`,
    given: (step, decimals) => `: ${points(step.points, decimals)}`,
    full: (step, decimals) => `: full marks, ${display(step.points, decimals)}`,
    none: (_, decimals) => `: ${display(ZERO, decimals)}`,
    capped: ({ by, to }, decimals) =>
      by === 'zero'
        ? `, not below 0: ${display(to, decimals)}`
        : `, limited to the weight ${asWritten(to)}: ${display(to, decimals)}`,
    // Points are written as they are awarded wherever they stand, and ≈ says where that rounds them.
    rounded: () => '',
  },
  missing: {
    'not-entered': ({ what }) => LACKING[what],
    unreadable: () => 'what was entered is not what this rule takes',
    'not-computed': ({ because }) => `cannot be computed from the base data: ${because.en}`,
    'not-judged': ({ ids }) => `not judged yet: ${ids.join(', ')}`,
    'not-explained': ({ ids }) => `partial credit needs a reason: ${ids.join(', ')}`,
    'unknown-case': () => 'the case chosen is none of the rule’s cases',
    'nothing-planned': () => 'nothing was planned (0), so there is no completion ratio',
    'target-not-above-zero': ({ target }) =>
      `the target ${asWritten(target)} is not above 0, so no share of it can be taken`,
    'in-no-band': ({ value }) => `${digits(value)} lies in none of the bands`,
    'credit-open': ({ shares }) => `${noShare(shares)}; the evaluators have to settle the credit`,
    'no-survey': ({ group, named }) =>
      `no survey of ${textIn(groupName(group, named), 'en')} feeds this indicator`,
    'survey-lacks': ({ survey }) =>
      `the questionnaire of survey ${survey} lacks the item or option this indicator needs`,
    'no-answers': ({ survey }) => `survey ${survey} has no valid answers to go by yet`,
    'stratum-empty': ({ surveys }) =>
      `of the surveys combined by weight, ${surveys.join(', ')} ${surveys.length === 1 ? 'has' : 'have'} no valid answers to go by yet, and the others do not stand in for ${surveys.length === 1 ? 'it' : 'them'}`,
  },
};
