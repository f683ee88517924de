import { compositeItems } from './composite-items.ts';
import { type Finding, finding, type Steps } from './fault.ts';
import { itemsOf } from './item-options.ts';
import { rangeFindings } from './option-ranges.ts';
import type { Item, Questionnaire } from './questionnaire.ts';
import { respondentTexts } from './questionnaire-texts.ts';
import { scaleBalance } from './scale-findings.ts';
import { formerNameFindings, languageFindings } from './text-findings.ts';

/** Faults of design that published questionnaires have: they are told, and refuse nothing. */
export function questionnaireWarnings(q: Questionnaire): Finding[] {
  return [
    ...q.scales.flatMap((scale, s) => scaleBalance(scale, ['scales', s])),
    ...q.sections.flatMap((section, s) =>
      section.items.flatMap((item, i) => ofOptions(item, ['sections', s, 'items', i])),
    ),
    ...noItemCounts(q),
    ...languageFindings(respondentTexts(q)),
    ...formerNameFindings(respondentTexts(q), q.formerNames ?? []),
  ];
}

/** A section of satisfaction without a satisfaction item, and rated items elsewhere: the group would never have a number. */
function noItemCounts(q: Questionnaire): Finding[] {
  const rated = itemsOf(q).filter(({ type }) => type === 'satisfaction').length;
  if (rated === 0 || compositeItems(q).length > 0) return [];
  return [
    finding(
      ['sections'],
      'no-item-counts',
      `有 ${rated} 道满意度题，却都不在 satisfaction 部分里，综合满意度没有题目可算`,
      `there are ${rated} satisfaction items, and none stands in a section of the role satisfaction: the composite has nothing to be made of`,
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
