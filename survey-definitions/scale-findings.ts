import { type Finding, finding, type Steps } from './fault.ts';
import { add, asWritten, compare, exact, fraction, multiply, sum, ZERO } from './fraction.ts';
import { fullMarksOf } from './full-marks.ts';
import { type Grade, gradesOf } from './item-options.ts';
import type { Scale } from './questionnaire.ts';

const FEWEST_GRADES = 2;
const MOST_GRADES = 11;

/** What makes a scale unusable: no weights to take, weights below 0, grades that do not begin with the best. */
export function scaleFaults(scale: Scale, at: Steps): Finding[] {
  const { options, outOf } = scale;
  const found = options.flatMap(({ weight, scored }, o): Finding[] => {
    const steps = [...at, 'options', o, 'weight'];
    if (scored === false)
      return weight === undefined
        ? []
        : [
            finding(
              steps,
              'unscored-with-weight',
              '不计分选项（scored: false）不能有权重',
              'an unscored option (scored: false) has no weight',
            ),
          ];
    if (weight === undefined) return [finding(steps, 'missing', '缺少这一项', 'this is missing')];
    return compare(exact(weight), ZERO) < 0
      ? [finding(steps, 'below-zero', '权重不能小于 0', 'a weight is not below 0')]
      : [];
  });
  if (outOf !== undefined && compare(exact(outOf), ZERO) <= 0)
    found.push(
      finding([...at, 'outOf'], 'not-above-zero', '满分须大于 0', 'the full weight is above 0'),
    );
  return found.length > 0 ? found : [...gradeCount(scale, at), ...bestFirst(scale, at)];
}

function gradeCount(scale: Scale, at: Steps): Finding[] {
  const grades = gradesOf(scale).length;
  if (grades >= FEWEST_GRADES && grades <= MOST_GRADES) return [];
  const few = grades < FEWEST_GRADES;
  return [
    finding(
      [...at, 'options'],
      few ? 'too-small' : 'too-large',
      `有 ${grades} 个计分的等级，${few ? `至少 ${FEWEST_GRADES}` : `至多 ${MOST_GRADES}`} 个`,
      `${grades} scored grades, at ${few ? `least ${FEWEST_GRADES}` : `most ${MOST_GRADES}`}`,
    ),
  ];
}

/** Shares of the best grades go by position, so a scale has to begin with its best grade. */
function bestFirst(scale: Scale, at: Steps): Finding[] {
  let before: Grade | undefined;
  return scale.options.flatMap((option, o) => {
    if (option.weight === undefined) return [];
    const above = before;
    before = { ...option, weight: option.weight };
    return above === undefined || compare(exact(option.weight), exact(above.weight)) <= 0
      ? []
      : [
          finding(
            [...at, 'options', o, 'weight'],
            'scale-not-best-first',
            `权重 ${option.weight} 高于前一等级的 ${above.weight}；量表须从最好的等级开始`,
            `weight ${option.weight} is above ${above.weight} of the grade before; a scale begins with its best grade`,
          ),
        ];
  });
}

/** What a scale cannot be meant to be: were everybody to choose the best grade, satisfaction would not be 100 %. */
export function scaleClarity(scale: Scale, at: Steps): Finding[] {
  const weights = gradesOf(scale).map(({ weight }) => exact(weight));
  const [best] = weights.toSorted(compare).toReversed();
  if (best === undefined) return [];
  const steps = [...at, 'options'];
  if (compare(best, ZERO) === 0)
    return [
      finding(
        steps,
        'weights-all-zero',
        '所有权重都是 0：不论怎么答，满意度都是 0',
        'all weights are 0: whatever is answered, satisfaction is 0',
      ),
    ];
  const full = fullMarksOf(scale);
  const sign = compare(best, full);
  if (sign === 0) return [];
  return [
    finding(
      steps,
      sign < 0 ? 'full-marks-unreachable' : 'full-marks-exceeded',
      `最高的权重是 ${asWritten(best)}，满分（outOf）是 ${asWritten(full)}：所有人都选最好的等级，满意度也不是 100%`,
      `the highest weight is ${asWritten(best)}, and ${asWritten(full)} stands for 100 % (outOf): were everybody to choose the best grade, satisfaction would not be 100 %`,
    ),
  ];
}

/** As many grades above the middle of the weights as below it, or the scale pulls answers to one side. */
export function scaleBalance(scale: Scale, at: Steps): Finding[] {
  const weights = gradesOf(scale).map(({ weight }) => exact(weight));
  const sorted = weights.toSorted(compare);
  const [lowest = ZERO, highest = ZERO] = [sorted[0], sorted.at(-1)];
  // Twice the middle, to compare with twice a weight.
  const middle = add(lowest, highest);
  const side = (sign: number) =>
    weights.filter((weight) => compare(sum([weight, weight]), middle) === sign).length;
  const [above, below] = [side(1), side(-1)];
  if (above === below) return [];
  const at50 = asWritten(multiply(middle, fraction(1, 2)));
  return [
    finding(
      [...at, 'options'],
      'scale-unbalanced',
      `量表不对称：${above} 个等级高于权重的中点 ${at50}，${below} 个低于它`,
      `the scale is out of balance: ${above} grades above the middle of the weights (${at50}), ${below} below it`,
    ),
  ];
}
