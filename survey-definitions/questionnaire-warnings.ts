import { type Finding, finding, type Steps } from './fault.ts';
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
    ...languageFindings(respondentTexts(q)),
    ...formerNameFindings(respondentTexts(q), q.formerNames ?? []),
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
