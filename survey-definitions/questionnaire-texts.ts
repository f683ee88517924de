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

/** The texts staff read: what the group and its dimensions are called, why a response is invalid. */
export function staffTexts(q: Questionnaire): PlacedText[] {
  const dimensions = q.composite?.method === 'dimensions' ? q.composite.dimensions : [];
  return present([
    [['respondentGroupName'], q.respondentGroupName],
    ...(q.formerNames ?? []).map((name, n): Place => [['formerNames', n], name]),
    ...dimensions.map(({ name }, d): Place => [['composite', 'dimensions', d, 'name'], name]),
    ...q.validity.map(
      (rule, r): Place => [
        ['validity', r, 'reason'],
        rule.rule === 'contradiction' ? rule.reason : undefined,
      ],
    ),
  ]);
}

type Place = [steps: PropertyKey[], text: Text | undefined];

function present(places: Place[]): PlacedText[] {
  return places.flatMap(([steps, text]) => (text === undefined ? [] : [{ steps, text }]));
}
