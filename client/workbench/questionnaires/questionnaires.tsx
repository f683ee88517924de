import { type ListedQuestionnaire, questionnaires } from '../api/definitions.ts';
import { useEvaluation, useReadOnly, useSurveyText } from '../current-evaluation.ts';
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
  const listed = useQuery(questionnaires);
  return (
    <div class="stack">
      <div class="row spread">
        <h2>{words.title}</h2>
        <a href={definitionsPath}>{words.definitions}</a>
      </div>
      <p class="reading quiet">{words.what}</p>
      {surveys.length === 0 && <p class="notice">{words.chooseOne}</p>}
      <MissingSurveys />
      <QueryResult query={listed}>
        {({ items }) => (
          <DataTable
            class="questionnaires"
            columns={[
              { label: terms.questionnaire },
              { label: terms.respondentGroup },
              { label: words.here },
              { label: words.action, labelHidden: true, class: 'row-action' },
            ]}
            rows={items.map((one) => (
              <QuestionnaireRow key={`${one.id}@${one.version}`} questionnaire={one} />
            ))}
            empty={
              <div class="empty">
                <h2>{words.none}</h2>
                <p>{words.noneHint}</p>
                <a class="button" href={definitionsPath}>
                  {words.definitions}
                </a>
              </div>
            }
          />
        )}
      </QueryResult>
    </div>
  );
}

function QuestionnaireRow({ questionnaire }: { questionnaire: ListedQuestionnaire }) {
  const words = useWords(questionnairesWords);
  const shared = useWords(sharedWords);
  const terms = useWords(tradeTerms);
  const surveyText = useSurveyText();
  const evaluation = useEvaluation();
  const readOnly = useReadOnly();
  const surveys = evaluation.surveys.filter(
    (survey) =>
      survey.questionnaire.id === questionnaire.id &&
      survey.questionnaire.version === questionnaire.version,
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
        !readOnly && (
          <a class="button" href={newSurveyPath(evaluation.id, questionnaire)}>
            {words.newSurvey}
          </a>
        ),
      ]}
    />
  );
}
