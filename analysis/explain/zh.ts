import { asWritten, ZERO } from '../../survey-definitions/fraction.ts';
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

const say = (text: Text) => textIn(text, 'zh-CN');

const share = ({ option, share, sign, bound }: ShareCompared) =>
  `“${say(option)}” ${digits(share)}% ${sign} ${asWritten(bound)}%`;

const noShare = (shares: readonly ShareCompared[]) =>
  `各选项均未达到规定占比（${shares.map(share).join('，')}）`;

const COUNTED: Record<StepOf<'counted'>['partialStep'], (steps: string) => string> = {
  'half-up': (steps) => `，四舍五入计 ${steps} 步`,
  up: (steps) => `，不足一步按一步计，共 ${steps} 步`,
  down: (steps) => `，不足一步不计，共 ${steps} 步`,
};

const LACKING: Record<Lacking, string> = {
  'actual-value': '尚未录入业绩值',
  'done-and-planned': '尚未录入完成数和计划数',
  checklist: '尚未逐项评定',
  requirement: '尚未判定是否达到要求',
  events: '尚未录入发生次数',
  case: '尚未选定情形',
  score: '尚未由评价组评分',
};

export const zh: ExplanationWords = {
  steps: {
    compared,
    missed: ({ sign, bound }) => `，未达到 ${sign} ${asWritten(bound)}`,
    'nothing-left': () => '，达到零分线',
    placed,
    divided,
    'whole-reached': ({ sign }) => ` ${sign} 100%`,
    judged: ({ met }) => (met ? '达到要求' : '未达到要求'),
    'no-events': () => '未发生扣分情形',
    vetoed: ({ id, label }) => `否决项 ${id} 成立（${say(label)}）`,
    uncredited: ({ ids, every }) => `${ids.join('')} ${every ? '均不得分' : '不得分；'}`,
    chosen: ({ label }) => say(label),
    'scored-by-evaluators': () => '评价组评分',
    'share-compared': share,
    'no-share-reached': ({ shares }) => noShare(shares),
    measured: (step) => `：${measured(step)} 步`,
    counted: ({ partialStep, steps }) => COUNTED[partialStep](asWritten(steps)),
    taken: (step, decimals) => `：${taken(step)}${equals(step.gives, decimals)}`,
    multiplied: ({ weight, gives }, decimals) =>
      ` × ${operand(asWritten(weight))}${equals(gives, decimals)}`,
    deducted: ({ from, per, times, each, gives }, decimals) => {
      const [much, off] = [asWritten(from), asWritten(each)];
      const result = equals(gives, decimals);
      return per === 'step'
        ? `，每步扣 ${off} 分：${much} − ${operand(digits(times))} × ${operand(off)}${result}`
        : `${much} − ${digits(times)} 次 × ${operand(off)}${result}`;
    },
    summed: (step, decimals) => `${summed(step)}${equals(step.gives, decimals)}`,
    credited: ({ by, credit, weight, gives }, decimals) =>
      `：${by === 'evaluators' ? '评价组确定' : ''}系数 ${asWritten(credit)} × ${asWritten(weight)}${equals(gives, decimals)}`,
    given: (step, decimals) => `：${points(step.points, decimals)}`,
    full: (step, decimals) => `：满分 ${display(step.points, decimals)}`,
    none: (_, decimals) => `：${display(ZERO, decimals)}`,
    capped: ({ by, to }, decimals) =>
      by === 'zero'
        ? `，不低于 0：${display(to, decimals)}`
        : `，以分值 ${asWritten(to)} 为限：${display(to, decimals)}`,
    // Points are written as they are awarded wherever they stand, and ≈ says where that rounds them.
    rounded: () => '',
  },
  missing: {
    'not-entered': ({ what }) => LACKING[what],
    unreadable: () => '录入的内容不是这条评分标准所需的',
    'not-computed': ({ because }) => `由基础数据算不出：${because['zh-CN']}`,
    'not-judged': ({ ids }) => `尚未评定：${ids.join('、')}`,
    'not-explained': ({ ids }) => `部分得分须说明理由：${ids.join('、')}`,
    'unknown-case': () => '所选情形不在评分标准之列',
    'nothing-planned': () => '计划数为 0，无从计算完成率',
    'target-not-above-zero': ({ target }) => `目标值 ${asWritten(target)} 不大于 0，无法按比例计分`,
    'in-no-band': ({ value }) => `${digits(value)} 不在任何一档之内`,
    'credit-open': ({ shares }) => `${noShare(shares)}，系数待评价组确定`,
    'no-survey': ({ group, named }) =>
      `没有“${textIn(groupName(group, named), 'zh-CN')}”的调查为本指标提供数据`,
    'survey-lacks': ({ survey }) => `调查 ${survey} 的问卷没有本指标所需的题目或选项`,
    'no-answers': ({ survey }) => `调查 ${survey} 还没有可用的有效答案`,
    'stratum-empty': ({ surveys }) =>
      `按权重合并的调查中，${surveys.join('、')} 还没有可用的有效答案，也不能由其他调查代替`,
  },
};
