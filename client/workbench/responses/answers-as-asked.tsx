import { applicability } from '../../../analysis/applicability.ts';
import { itemsOf, optionsOf } from '../../../survey-definitions/item-options.ts';
import type { Item, Questionnaire } from '../../../survey-definitions/questionnaire.ts';
import { isBlank } from '../../../survey-definitions/response.ts';
import type { Response } from '../api/responses.ts';
import { useSurveyText } from '../current-evaluation.ts';
import { useWords } from '../language.tsx';
import { placeOfItem, placeOfSection } from './findings.ts';
import { responsesWords } from './words.ts';

/** The questionnaire, numbered and sectioned as it was asked, with what was answered; up to where it ended. */
export function AnswersAsAsked(props: { response: Response; questionnaire: Questionnaire }) {
  const words = useWords(responsesWords);
  const surveyText = useSurveyText();
  const { response, questionnaire } = props;
  const items = itemsOf(questionnaire);
  const asked = applicability(questionnaire, response.answers);
  const endedAt = asked.endedAt ?? quotaOf(response);
  const end = items.findIndex(({ id }) => id === endedAt);
  const shown = new Set((end === -1 ? items : items.slice(0, end + 1)).map(({ id }) => id));
  return (
    <>
      {questionnaire.sections.map((section) => {
        const inSection = section.items.filter(({ id }) => shown.has(id));
        if (inSection.length === 0) return null;
        return (
          <section key={section.id} class="stack">
            <h3 id={placeOfSection(section.id)} tabIndex={-1}>
              {surveyText(section.title)}
            </h3>
            <ol class="asked-items">
              {inSection.map((item) => (
                <li key={item.id} id={placeOfItem(item.id)} tabIndex={-1}>
                  <span class="quiet asked-number">{items.indexOf(item) + 1}</span>
                  <div>
                    <p>{surveyText(item.text)}</p>
                    <Answered
                      item={item}
                      answer={response.answers[item.id]}
                      applies={asked.items.has(item.id)}
                      of={questionnaire}
                    />
                  </div>
                </li>
              ))}
            </ol>
          </section>
        );
      })}
      {end !== -1 && <p class="small quiet">{words.endedHere}</p>}
    </>
  );
}

/** The item at which the page ended the questionnaire, since enough of that kind had answered. */
const quotaOf = ({ reasons }: Response) => reasons.find(({ code }) => code === 'quota-full')?.item;

function Answered(props: {
  item: Item;
  answer: string | string[] | undefined;
  /** Whether earlier answers led to it. */
  applies: boolean;
  of: Questionnaire;
}) {
  const words = useWords(responsesWords);
  const surveyText = useSurveyText();
  const { item, answer, applies, of } = props;
  const blank = isBlank(answer);
  if (blank && !applies) return <p class="small quiet">{words.notAsked}</p>;
  if (item.type === 'text')
    return blank ? (
      <p class="small quiet">{words.notAnswered}</p>
    ) : (
      <blockquote class="written">{answer}</blockquote>
    );
  const options = optionsOf(of, item);
  const given = blank ? [] : [answer ?? []].flat();
  const unknown = given.filter((id) => !options.some((option) => option.id === id));
  const isDouble = item.type !== 'multiple' && given.length > 1;
  return (
    <>
      <ul class="offered-options">
        {options.map(({ id, label }) => {
          const chosen = given.includes(id);
          return (
            <li key={id} class={chosen ? 'chosen' : 'quiet'}>
              <span class={item.type === 'multiple' ? 'mark box' : 'mark'} aria-hidden="true" />
              {surveyText(label)}
              {chosen && <span class="visually-hidden"> {words.chosen}</span>}
            </li>
          );
        })}
      </ul>
      {blank && <p class="small quiet">{words.notAnswered}</p>}
      {isDouble && <p class="tag warm">{words.doubleMarked}</p>}
      {unknown.map((id) => (
        <p key={id} class="tag warm">
          {words.noOption(id)}
        </p>
      ))}
    </>
  );
}
