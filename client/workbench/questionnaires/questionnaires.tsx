import {
  type DefinitionVersion,
  type ListedQuestionnaire,
  questionnaires,
} from '../api/definitions.ts';
import { useEvaluation, useMayChange, useSurveyText } from '../current-evaluation.ts';
import { useQuery } from '../data/use-query.ts';
import { groupLabel } from '../group-label.ts';
import { useWords } from '../language.tsx';
import { MissingSurveys } from '../missing-surveys.tsx';
import { DataTable, Row } from '../parts/data-table.tsx';
import { QueryResult } from '../parts/query-result.tsx';
import { SurveyStateTag } from '../parts/survey-marks.tsx';
import { sharedWords } from '../parts/words.ts';
import { definitionsPath, newSurveyPath, questionnairePath, surveyPath } from '../paths.ts';
import { isAsked } from '../stops.ts';
import { tradeTerms } from '../terms.ts';
import { questionnairesWords } from './words.ts';

/** First stop: what can be asked, and the surveys that ask it here. */
export function Questionnaires() {
  const words = useWords(questionnairesWords);
  const terms = useWords(tradeTerms);
  const { surveys } = useEvaluation();
  const maySetUp = useMayChange('surveys.write');
  const listed = useQuery(questionnaires);
  // What could be asked is for whoever sets up surveys; the others read what is.
  const isUsed = (one: ListedQuestionnaire) =>
    surveys.some(({ questionnaire }) => isThat(questionnaire, one));
  return (
    <div class="stack">
      <div class="row spread">
        <h2>{words.title}</h2>
        {maySetUp && <a href={definitionsPath}>{words.definitions}</a>}
      </div>
      <p class="reading quiet">{maySetUp ? words.what : words.whatToRead}</p>
      {maySetUp && surveys.length === 0 && <p class="notice">{words.chooseOne}</p>}
      <MissingSurveys />
      <QueryResult query={listed}>
        {({ items }) => (
          <DataTable
            class="questionnaires"
            columns={[
              { label: terms.questionnaire },
              { label: terms.respondentGroup },
              { label: words.here },
              ...(maySetUp
                ? [{ label: words.action, labelHidden: true, class: 'row-action' }]
                : []),
            ]}
            rows={(maySetUp ? items : items.filter(isUsed)).map((one) => (
              <QuestionnaireRow key={`${one.id}@${one.version}`} questionnaire={one} />
            ))}
            empty={
              <div class="empty">
                <h2>{maySetUp ? words.none : words.noneUsed}</h2>
                <p>{maySetUp ? words.noneHint : words.noneUsedHint}</p>
                {maySetUp && (
                  <a class="button" href={definitionsPath}>
                    {words.definitions}
                  </a>
                )}
              </div>
            }
          />
        )}
      </QueryResult>
    </div>
  );
}

const isThat = (one: DefinitionVersion, other: DefinitionVersion) =>
  one.id === other.id && one.version === other.version;

function QuestionnaireRow({ questionnaire }: { questionnaire: ListedQuestionnaire }) {
  const words = useWords(questionnairesWords);
  const shared = useWords(sharedWords);
  const terms = useWords(tradeTerms);
  const surveyText = useSurveyText();
  const evaluation = useEvaluation();
  const maySetUp = useMayChange('surveys.write');
  const surveys = evaluation.surveys.filter((survey) =>
    isThat(survey.questionnaire, questionnaire),
  );
  return (
    <Row
      cells={[
        <>
          <a href={questionnairePath(evaluation.id, questionnaire)}>
            {surveyText(questionnaire.title)}
          </a>
          <span class="small quiet version">
            {questionnaire.id} · {words.version(questionnaire.version)}
          </span>
        </>,
        <>
          {groupLabel(terms, questionnaire)}
          {!isAsked(evaluation, questionnaire) && (
            <span class="small quiet version">{shared.feeds.notAsked}</span>
          )}
        </>,
        surveys.length === 0 ? (
          <span class="quiet small">{words.notUsed}</span>
        ) : (
          <ul>
            {surveys.map((survey) => (
              <li key={survey.code} class="survey-line">
                <a href={surveyPath(evaluation.id, survey.code)}>{survey.code}</a>
                <SurveyStateTag survey={survey} />
              </li>
            ))}
          </ul>
        ),
        ...(maySetUp
          ? [
              <a class="button" href={newSurveyPath(evaluation.id, questionnaire)}>
                {words.newSurvey}
              </a>,
            ]
          : []),
      ]}
    />
  );
}
