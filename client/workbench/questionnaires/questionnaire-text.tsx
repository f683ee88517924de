import { useRoute } from 'preact-iso/router';
import { groupName } from '../../../survey-definitions/group-name.ts';
import { optionsOf } from '../../../survey-definitions/item-options.ts';
import type { Item, Questionnaire, Section } from '../../../survey-definitions/questionnaire.ts';
import type { Text } from '../../../survey-definitions/text.ts';
import { isIn, textIn } from '../../../survey-definitions/wording.ts';
import { questionnaire } from '../api/definitions.ts';
import { useEvaluation, useSurveyText } from '../current-evaluation.ts';
import { useQuery } from '../data/use-query.ts';
import { groupLabel } from '../group-label.ts';
import { useLanguage, useWords } from '../language.tsx';
import { QueryResult } from '../parts/query-result.tsx';
import { newSurveyPath, stopPath } from '../paths.ts';
import { tradeTerms } from '../terms.ts';
import { ValidityRules } from './validity-rules.tsx';
import { questionnairesWords } from './words.ts';

/** A questionnaire to read: what is asked, with the weights the respondents do not see. */
export function QuestionnaireText() {
  const { params } = useRoute();
  const of = { id: params['questionnaire'] ?? '', version: Number(params['version']) };
  const loaded = useQuery(questionnaire(of));
  return (
    <QueryResult query={loaded}>
      {(definition) => <Definition definition={definition} />}
    </QueryResult>
  );
}

function Definition({ definition }: { definition: Questionnaire }) {
  const words = useWords(questionnairesWords);
  const terms = useWords(tradeTerms);
  const evaluation = useEvaluation();
  const surveyText = useSurveyText();
  let asked = 0;
  return (
    <article class="stack questionnaire-text">
      <p class="small screen-only">
        <a href={stopPath(evaluation.id, 'questionnaires')}>{words.title}</a>
      </p>
      <div class="row spread">
        <h2>{surveyText(definition.title)}</h2>
        <a class="button" href={newSurveyPath(evaluation.id, definition)}>
          {words.newSurvey}
        </a>
      </div>
      <p class="small quiet">
        {groupLabel(terms, {
          respondentGroup: definition.respondentGroup,
          respondentGroupName: surveyText(
            groupName(definition.respondentGroup, definition.respondentGroupName),
          ),
        })}{' '}
        · {words.version(definition.version)}
      </p>
      {definition.reference && <Reference text={definition.reference} />}
      {definition.intro && <p class="reading">{surveyText(definition.intro)}</p>}
      {definition.sections.map((section) => {
        const from = asked + 1;
        asked += section.items.length;
        return (
          <SectionText key={section.id} section={section} from={from} definition={definition} />
        );
      })}
      <ValidityRules definition={definition} />
    </article>
  );
}

/** What a questionnaire was taken from; where it is not said in the reader's language, only on asking. */
function Reference({ text }: { text: Text }) {
  const words = useWords(questionnairesWords);
  const { language } = useLanguage();
  const said = textIn(text, language);
  if (isIn(text, language)) {
    return (
      <p class="small quiet reading">
        {words.reference} {said}
      </p>
    );
  }
  return (
    <details class="small quiet reading">
      <summary>{words.referenceElsewhere}</summary>
      <p lang={language === 'en' ? 'zh-CN' : 'en'}>{said}</p>
    </details>
  );
}

function SectionText(props: { section: Section; from: number; definition: Questionnaire }) {
  const surveyText = useSurveyText();
  const { section, from, definition } = props;
  return (
    <section class="stack">
      <h3>{surveyText(section.title)}</h3>
      {section.intro && <p class="small quiet">{surveyText(section.intro)}</p>}
      <ol class="item-list" start={from}>
        {section.items.map((item, index) => (
          <ItemText key={item.id} item={item} number={from + index} definition={definition} />
        ))}
      </ol>
    </section>
  );
}

function ItemText(props: { item: Item; number: number; definition: Questionnaire }) {
  const words = useWords(questionnairesWords);
  const surveyText = useSurveyText();
  const { item, number, definition } = props;
  const options = optionsOf(definition, item);
  return (
    <li class="item-text">
      <span class="item-number quiet">{number}</span>
      <div>
        <p>
          {surveyText(item.text)}{' '}
          {!item.required && <span class="small quiet">{words.optional}</span>}
        </p>
        {item.help && <p class="small quiet">{surveyText(item.help)}</p>}
        {item.type === 'text' ? (
          <p class="small quiet">{words.openText(item.maxLength)}</p>
        ) : (
          <ul class="option-list small">
            {options.map((option) => (
              <li key={option.id}>
                {surveyText(option.label)}
                {option.weight !== undefined && <span class="quiet"> {option.weight}</span>}
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  );
}
