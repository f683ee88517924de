import { useRoute } from 'preact-iso/router';
import { groupName } from '../../../survey-definitions/group-name.ts';
import type { Questionnaire } from '../../../survey-definitions/questionnaire.ts';
import { questionnaire } from '../api/definitions.ts';
import { useEvaluation, useMayChange, useSurveyText } from '../current-evaluation.ts';
import { useQuery } from '../data/use-query.ts';
import { QuestionnaireBody, Reference } from '../definitions/questionnaire/questionnaire-body.tsx';
import { AsAsked } from '../definitions/questionnaire/texts.tsx';
import { groupLabel } from '../group-label.ts';
import { useWords } from '../language.tsx';
import { QueryResult } from '../parts/query-result.tsx';
import { newSurveyPath, previewPath, stopPath } from '../paths.ts';
import { tradeTerms } from '../terms.ts';
import { questionnairesWords } from './words.ts';

/** A questionnaire to read with the evaluation's own names in it, and to put before its respondents. */
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
  const maySetUp = useMayChange('surveys.write');
  const surveyText = useSurveyText();
  return (
    <article class="stack questionnaire-text">
      <p class="small screen-only">
        <a href={stopPath(evaluation.id, 'questionnaires')}>{words.title}</a>
      </p>
      <div class="row spread">
        <h2>{surveyText(definition.title)}</h2>
        <span class="actions">
          <a class="button" href={previewPath(evaluation.id, definition)}>
            {words.preview.action}
          </a>
          {maySetUp && (
            <a class="button" href={newSurveyPath(evaluation.id, definition)}>
              {words.newSurvey}
            </a>
          )}
        </span>
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
      <AsAsked>
        <QuestionnaireBody definition={definition} />
      </AsAsked>
    </article>
  );
}
