import { itemsOf, optionsOf } from '../../../survey-definitions/item-options.ts';
import type { Questionnaire, ValidityRule } from '../../../survey-definitions/questionnaire.ts';
import type { Text } from '../../../survey-definitions/text.ts';
import type { InOneLanguage } from '../translation.ts';
import type { judgingWords } from './words.ts';

type Words = InOneLanguage<typeof judgingWords>['validity'];

/** When a response to a questionnaire counts, a statement each. */
export interface ValidityInWords {
  ineligible: string[];
  invalid: string[];
  /** What only raises a doubt, and what may have led to it. */
  flags: { says: string; means: string }[];
}

/** `said` is how a text of the definition is said; `marksDevices`: whether the survey knows a device again. */
export function validityInWords(
  questionnaire: Questionnaire,
  words: Words,
  said: (text: Text) => string,
  { marksDevices }: { marksDevices: boolean },
): ValidityInWords {
  const items = itemsOf(questionnaire);
  const titleOf = (id: string) => {
    const section = questionnaire.sections.find((one) => one.id === id);
    return section ? said(section.title) : id;
  };
  const required = items.flatMap((item, at) => (item.required ? [at + 1] : []));
  const invalidating = (rule: ValidityRule): string[] => {
    switch (rule.rule) {
      case 'complete-section':
        return [words.completeSection(titleOf(rule.section))];
      case 'no-double-mark':
        return [words.noDoubleMark];
      case 'contradiction':
        return [said(rule.reason)];
      case 'one-return':
        return [words.oneReturn];
      case 'minimum-duration':
      case 'straight-line':
        return [];
    }
  };
  return {
    ineligible: items.flatMap((item) =>
      optionsOf(questionnaire, item)
        .filter((option) => 'endsHere' in option && option.endsHere === true)
        .map((option) => words.endsHere(said(item.topic), said(option.label))),
    ),
    invalid: [
      ...(required.length === 1 ? [words.requiredOne(String(required[0]))] : []),
      ...(required.length > 1 ? [words.required(inRanges(required))] : []),
      ...questionnaire.validity.flatMap(invalidating),
      words.unknownAnswer,
    ],
    flags: [
      ...questionnaire.validity.flatMap((rule) => {
        if (rule.rule === 'minimum-duration')
          return [{ says: words.minimumDuration(rule.seconds), means: words.minimumDurationMeans }];
        if (rule.rule === 'straight-line')
          return [
            { says: words.straightLine(titleOf(rule.section)), means: words.straightLineMeans },
          ];
        return [];
      }),
      ...(marksDevices ? [{ says: words.sameDevice, means: words.sameDeviceMeans }] : []),
    ],
  };
}

/** 1, 2, 3, 5 as 1–3, 5; the numbers in ascending order. */
function inRanges(numbers: readonly number[]): string {
  const ranges: [first: number, last: number][] = [];
  for (const n of numbers) {
    const range = ranges.at(-1);
    if (range?.[1] === n - 1) range[1] = n;
    else ranges.push([n, n]);
  }
  return ranges.map(([first, last]) => (first === last ? first : `${first}–${last}`)).join(', ');
}
