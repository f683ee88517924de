import type { Questionnaire } from './questionnaire.ts';
import type { Text } from './text.ts';
import type { PlacedText } from './text-findings.ts';

/** Every text a respondent reads, and where it stands in the definition. */
export function respondentTexts(q: Questionnaire): PlacedText[] {
  return present([
    [['title'], q.title],
    [['intro'], q.intro],
    ...q.scales.flatMap((scale, s) =>
      scale.options.map((option, o): Place => [['scales', s, 'options', o, 'label'], option.label]),
    ),
    ...q.sections.flatMap((section, s): Place[] => [
      [['sections', s, 'title'], section.title],
      [['sections', s, 'intro'], section.intro],
      ...section.items.flatMap((item, i): Place[] => {
        const at = ['sections', s, 'items', i];
        return [
          [[...at, 'topic'], item.topic],
          [[...at, 'text'], item.text],
          [[...at, 'help'], item.help],
          ...('options' in item ? item.options : []).map(
            (option, o): Place => [[...at, 'options', o, 'label'], option.label],
          ),
        ];
      }),
    ]),
  ]);
}

/** The texts staff read: why a response is invalid. */
export function staffTexts(q: Questionnaire): PlacedText[] {
  return present(
    q.validity.map(
      (rule, r): Place => [
        ['validity', r, 'reason'],
        rule.rule === 'contradiction' ? rule.reason : undefined,
      ],
    ),
  );
}

type Place = [steps: PropertyKey[], text: Text | undefined];

function present(places: Place[]): PlacedText[] {
  return places.flatMap(([steps, text]) => (text === undefined ? [] : [{ steps, text }]));
}
