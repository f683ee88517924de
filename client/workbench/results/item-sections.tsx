import { questionnaire } from '../api/definitions.ts';
import type { ResultItem, Results, Split } from '../api/results.ts';
import type { SurveySummary } from '../api/surveys.ts';
import { useSurveyText } from '../current-evaluation.ts';
import { useQuery } from '../data/use-query.ts';
import { ItemTable } from './item-table.tsx';
import { TextAnswers } from './text-answers.tsx';

/** Every item of the survey under the title of its section: tables for what is chosen, words for what is written. */
export function ItemSections(props: {
  survey: SurveySummary;
  results: Results;
  split: Split;
  targetItem: string | undefined;
  /** Items whose numbers stand elsewhere on the screen. */
  leaveOut: ResultItem['type'] | undefined;
}) {
  const surveyText = useSurveyText();
  const { survey, results, split, targetItem, leaveOut } = props;
  const definition = useQuery(questionnaire(survey.questionnaire));
  const titleOf = (id: string) => {
    const found = definition.data?.sections.find((section) => section.id === id);
    return found && surveyText(found.title);
  };
  const shown = results.items.filter((item) => item.type !== leaveOut);
  const sections = [...new Set(shown.map((item) => item.section))];
  return (
    <>
      {sections.map((section) => {
        const items = shown.filter((item) => item.section === section);
        const title = titleOf(section);
        return (
          <section key={section} class="item-section">
            {title && <h3>{title}</h3>}
            <div class="item-tables">
              {items
                .filter((item) => item.type !== 'text')
                .map((item) => (
                  <ItemTable
                    key={item.id}
                    survey={survey.code}
                    item={item}
                    split={split}
                    rounding={results.rounding}
                    isTarget={item.id === targetItem}
                  />
                ))}
            </div>
            {items
              .filter((item) => item.type === 'text')
              .map((item) => (
                <TextAnswers
                  key={`${item.id} ${split.channel} ${split.point}`}
                  survey={survey.code}
                  item={item}
                  split={split}
                />
              ))}
          </section>
        );
      })}
    </>
  );
}
