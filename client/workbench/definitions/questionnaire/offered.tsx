import { optionsOf, scaleOf } from '../../../../survey-definitions/item-options.ts';
import type { Item, Questionnaire } from '../../../../survey-definitions/questionnaire.ts';
import { useWords } from '../../language.tsx';
import { useTexts } from './texts.tsx';
import { questionnaireWords } from './words.ts';

/** The options of an item with what each is worth, or does. */
export function Offered({ item, definition }: { item: Item; definition: Questionnaire }) {
  const words = useWords(questionnaireWords);
  const { shown } = useTexts();
  const scale = scaleOf(definition, item);
  const how = scale ? words.weights(String(scale.outOf ?? 100)) : howMany(item, words.choices);
  return (
    <>
      {how && <p class="small quiet">{how}</p>}
      <ul class="option-list small">
        {optionsOf(definition, item).map((option) => {
          const marks = [
            scale && (option.weight === undefined ? words.unscored : String(option.weight)),
            option.exclusive && words.exclusive,
            option.endsHere && words.endsHere,
          ].filter(Boolean);
          return (
            <li key={option.id}>
              {shown(option.label)}
              {marks.length > 0 && <span class="quiet"> {marks.join(' · ')}</span>}
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** How many options a respondent may choose; nothing to say of a scale. */
function howMany(
  item: Item,
  words: {
    one: string;
    several: string;
    atLeast(min: string): string;
    atMost(max: string): string;
  },
): string | undefined {
  if (item.type === 'single') return words.one;
  if (item.type !== 'multiple') return undefined;
  const { min, max } = item;
  return [
    words.several,
    min !== undefined && words.atLeast(String(min)),
    max !== undefined && words.atMost(String(max)),
  ]
    .filter(Boolean)
    .join(' · ');
}
