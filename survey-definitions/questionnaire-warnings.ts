import { type Finding, finding, type Steps } from './fault.ts';
import { rangeFindings } from './option-ranges.ts';
import type { Item, Questionnaire, Scale } from './questionnaire.ts';
import { respondentTexts } from './questionnaire-texts.ts';
import { languageFindings } from './text-findings.ts';

/** Faults of design that published questionnaires have: they are told, and refuse nothing. */
export function questionnaireWarnings(q: Questionnaire): Finding[] {
  return [
    ...q.scales.flatMap((scale, s) => [
      ...balance(scale, ['scales', s]),
      ...fullMarks(scale, ['scales', s]),
    ]),
    ...q.sections.flatMap((section, s) =>
      section.items.flatMap((item, i) => ofOptions(item, ['sections', s, 'items', i])),
    ),
    ...languageFindings(respondentTexts(q)),
  ];
}

/** As many options above the middle of the weights as below it, or the scale pulls answers to one side. */
function balance(scale: Scale, at: Steps): Finding[] {
  const weights = scale.options.map((option) => option.weight);
  // Doubled, so that the middle of two whole numbers is a whole number too.
  const middle = Math.max(...weights) + Math.min(...weights);
  const above = weights.filter((weight) => 2 * weight > middle).length;
  const below = weights.filter((weight) => 2 * weight < middle).length;
  if (above === below) return [];
  return [
    finding(
      [...at, 'options'],
      'scale-unbalanced',
      `量表不对称：${above} 个选项高于权重的中点 ${middle / 2}，${below} 个低于它`,
      `the scale is out of balance: ${above} options above the middle of the weights (${middle / 2}), ${below} below it`,
    ),
  ];
}

/** Were everybody to choose the best option, satisfaction would still be below 100 %. */
function fullMarks(scale: Scale, at: Steps): Finding[] {
  const best = Math.max(...scale.options.map((option) => option.weight));
  return best >= 100
    ? []
    : [
        finding(
          [...at, 'options'],
          'full-marks-unreachable',
          `最高的权重是 ${best}：所有人都选最好的一档，满意度也只有 ${best}%`,
          `the highest weight is ${best}: were everybody to choose the best option, satisfaction would be ${best} %`,
        ),
      ];
}

function ofOptions(item: Item, at: Steps): Finding[] {
  if (!('options' in item)) return [];
  if (item.options.some((option) => option.range !== undefined)) return rangeFindings(item, at);
  if (item.exhaustive || item.options.some((option) => option.other)) return [];
  return [
    finding(
      [...at, 'options'],
      'not-exhaustive',
      '选项可能不全：没有“其他”一类的选项（other），也没有声明选项已经穷尽（exhaustive）',
      'the options may not be exhaustive: there is no “other”, and nobody vouches for them (exhaustive)',
    ),
  ];
}
