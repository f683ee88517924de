import { useState } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso/router';
import { type Phase, SAMPLINGS } from '../../../survey-definitions/survey.ts';
import { questionnaire } from '../api/definitions.ts';
import { evaluationsKey } from '../api/evaluations.ts';
import { createSurvey } from '../api/surveys.ts';
import { useEvaluation, useSurveyText } from '../current-evaluation.ts';
import { draftKey, evaluationDrafts } from '../data/drafts.ts';
import { invalidate } from '../data/query-client.ts';
import { useMutation } from '../data/use-mutation.ts';
import { useQuery } from '../data/use-query.ts';
import { useWords } from '../language.tsx';
import { Field } from '../parts/field.tsx';
import { DiscardButton, Form } from '../parts/form.tsx';
import { COUNT, NumberField } from '../parts/number-field.tsx';
import { QueryResult } from '../parts/query-result.tsx';
import { SegmentedChoice } from '../parts/segmented-choice.tsx';
import { sharedWords } from '../parts/words.ts';
import { previewPath, questionnairePath, returnsPath } from '../paths.ts';
import { isAsked } from '../stops.ts';
import { tradeTerms } from '../terms.ts';
import { AccessFields } from './access-fields.tsx';
import { faultsInNewSurvey, pathInNewSurvey, readNewSurvey } from './read-new-survey.ts';
import { questionnairesWords } from './words.ts';

/** Puts a questionnaire before its respondent group: how many are planned, by which channel, and when. */
export function NewSurvey() {
  const words = useWords(questionnairesWords);
  const shared = useWords(sharedWords);
  const { params } = useRoute();
  const { route } = useLocation();
  const inside = useEvaluation();
  const surveyText = useSurveyText();
  const of = { id: params['questionnaire'] ?? '', version: Number(params['version']) };
  const loaded = useQuery(questionnaire(of));
  const create = useMutation(async (form: FormData) => {
    const made = await createSurvey(inside.id, readNewSurvey(of, form));
    invalidate(evaluationsKey);
    route(returnsPath(inside.id, made.code));
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
          <Form
            draft={evaluationDrafts(inside.id) + draftKey('new-survey', of.id, of.version)}
            submit={create.mutate}
            problem={create.problem}
            pathOf={pathInNewSurvey}
            check={(form) =>
              faultsInNewSurvey(form, { ...words.newSurveyForm, time: shared.faults.time })
            }
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
            <PhaseField isAsked={isAsked(inside, definition)} />
            <AccessFields />
            <PeriodFields />
            <PopulationFields />
          </Form>
        </div>
      )}
    </QueryResult>
  );
}

function PhaseField({ isAsked }: { isAsked: boolean }) {
  const words = useWords(questionnairesWords);
  const shared = useWords(sharedWords);
  const terms = useWords(tradeTerms);
  const [phase, setPhase] = useState<Phase>('formal');
  return (
    <div>
      <SegmentedChoice<Phase>
        name="phase"
        label={words.newSurveyForm.phase}
        choices={[
          { value: 'formal', label: terms.phases.formal },
          { value: 'pilot', label: terms.phases.pilot },
        ]}
        initial="formal"
        onChange={setPhase}
      />
      <p class="small quiet">
        {isAsked ? words.newSurveyForm.phaseHint[phase] : shared.feeds.notAsked}
      </p>
    </div>
  );
}

function PlanFields() {
  const words = useWords(questionnairesWords);
  const terms = useWords(tradeTerms);
  return (
    <div class="pair">
      <NumberField {...COUNT} name="total" label={words.newSurveyForm.total} min={1} required />
      <NumberField
        {...COUNT}
        name="online"
        label={words.newSurveyForm.ofThem(terms.channels.online)}
        min={0}
      />
      <NumberField
        {...COUNT}
        name="paper"
        label={words.newSurveyForm.ofThem(terms.channels.paper)}
        min={0}
      />
    </div>
  );
}

function PeriodFields() {
  const words = useWords(questionnairesWords);
  const shared = useWords(sharedWords);
  return (
    <div class="pair">
      {(['opensAt', 'closesAt'] as const).map((name) => (
        <Field
          key={name}
          name={name}
          label={shared.inBeijingTime(words.newSurveyForm[name])}
          hint={words.newSurveyForm.timeHint}
        >
          {(inputProps) => <input {...inputProps} class="input" autocomplete="off" />}
        </Field>
      ))}
    </div>
  );
}

function PopulationFields() {
  const words = useWords(questionnairesWords);
  return (
    <div class="pair">
      <NumberField
        {...COUNT}
        name="population"
        label={words.newSurveyForm.population}
        hint={words.newSurveyForm.mayStayEmpty}
        min={0}
      />
      <Field
        name="sampling"
        label={words.newSurveyForm.sampling}
        hint={words.newSurveyForm.mayStayEmpty}
      >
        {(inputProps) => (
          <select {...inputProps} class="input">
            <option value="">—</option>
            {SAMPLINGS.map((sampling) => (
              <option key={sampling} value={sampling}>
                {words.samplings[sampling]}
              </option>
            ))}
          </select>
        )}
      </Field>
    </div>
  );
}
