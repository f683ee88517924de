import { itemsOf } from '../../../survey-definitions/item-options.ts';
import { type DefinitionVersion, questionnaire } from '../api/definitions.ts';
import type { FrozenFigure } from '../api/figures.ts';
import { useSurveyText } from '../current-evaluation.ts';
import { useQuery } from '../data/use-query.ts';
import { useLanguage, useWords } from '../language.tsx';
import { tradeTerms } from '../terms.ts';

/** Which number a frozen figure is: the composite, an item by its topic, an option's share by what was asked and what it says. */
export function FigureName({ figure }: { figure: FrozenFigure }) {
  const terms = useWords(tradeTerms);
  const { language } = useLanguage();
  const { quantity, topic, item, option } = figure;
  if (quantity === 'composite') return <>{terms.composite}</>;
  const named = topic?.[language] ?? option ?? item;
  if (quantity === 'item-satisfaction') return <>{named}</>;
  return (
    <>
      {figure.questionnaire ? <Topic asked={figure.questionnaire} item={item} /> : item} = {named}
    </>
  );
}

/** What an item asks about, of which only the options are in the figure. */
function Topic({ asked, item }: { asked: DefinitionVersion; item: string | null }) {
  const surveyText = useSurveyText();
  const { data } = useQuery(questionnaire(asked));
  const found = data && itemsOf(data).find(({ id }) => id === item);
  return <>{found ? surveyText(found.topic) : item}</>;
}
