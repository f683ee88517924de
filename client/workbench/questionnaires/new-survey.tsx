import { useLocation, useRoute } from 'preact-iso/router';
import { questionnaire } from '../api/definitions.ts';
import { evaluationsKey } from '../api/evaluations.ts';
import { createSurvey } from '../api/surveys.ts';
import { useEvaluation, useMayChange, useSurveyText } from '../current-evaluation.ts';
import { draftKey, evaluationDrafts } from '../data/drafts.ts';
import { invalidate } from '../data/query-client.ts';
import { useMutation } from '../data/use-mutation.ts';
import { useQuery } from '../data/use-query.ts';
import { useWords } from '../language.tsx';
import { DiscardButton, Form } from '../parts/form.tsx';
import { QueryResult } from '../parts/query-result.tsx';
import { previewPath, questionnairePath, surveyPath } from '../paths.ts';
import {
  AccessFields,
  PeriodFields,
  PhaseField,
  PlanFields,
  PopulationFields,
} from '../planning/plan-fields.tsx';
import { PointFields } from '../planning/point-fields.tsx';
import { QuotaFields } from '../planning/quota-fields.tsx';
import { pathInPlan } from '../planning/read-plan.ts';
import { usePlanCheck } from '../planning/use-plan-check.ts';
import { isAsked } from '../stops.ts';
import { readNewSurvey } from './read-new-survey.ts';
import { questionnairesWords } from './words.ts';

/** Puts a questionnaire before its respondent group: how many are planned, by which channel, and when. */
export function NewSurvey() {
  const words = useWords(questionnairesWords);
  const check = usePlanCheck();
  const { params } = useRoute();
  const { route } = useLocation();
  const inside = useEvaluation();
  const surveyText = useSurveyText();
  const maySetUp = useMayChange('surveys.write');
  const of = { id: params['questionnaire'] ?? '', version: Number(params['version']) };
  const loaded = useQuery(questionnaire(of));
  const create = useMutation(async (form: FormData) => {
    const made = await createSurvey(inside.id, readNewSurvey(of, form));
    invalidate(evaluationsKey);
    route(surveyPath(inside.id, made.code));
  });
  return (
    <QueryResult query={loaded}>
      {(definition) => (
        <div class="stack">
          <p class="small">
            <a href={questionnairePath(inside.id, of)}>{surveyText(definition.title)}</a>
            {' · '}
            <a href={previewPath(inside.id, of)}>{words.preview.action}</a>
          </p>
          <h2>{words.newSurveyForm.title}</h2>
          {maySetUp && (
            <Form
              draft={evaluationDrafts(inside.id) + draftKey('new-survey', of.id, of.version)}
              submit={create.mutate}
              problem={create.problem}
              pathOf={pathInPlan}
              check={check}
              actions={(form) => (
                <>
                  <button class="button primary" type="submit" aria-disabled={create.isPending}>
                    {words.newSurveyForm.yes}
                  </button>
                  <DiscardButton {...form} />
                  <span class="small quiet">{words.newSurveyForm.notYetOpen}</span>
                </>
              )}
            >
              <PlanFields />
              <QuotaFields questionnaire={definition} />
              <PointFields />
              <PhaseField isAsked={isAsked(inside, definition)} />
              <AccessFields />
              <PeriodFields />
              <PopulationFields />
            </Form>
          )}
        </div>
      )}
    </QueryResult>
  );
}
