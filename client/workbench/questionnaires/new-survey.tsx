import { useState } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso/router';
import { type Phase, SAMPLINGS } from '../../../survey-definitions/survey.ts';
import { createSurvey, EVALUATIONS, questionnaire } from '../api.ts';
import { useEvaluation } from '../current-evaluation.ts';
import { renew, useAction, useLoaded } from '../known.ts';
import { useWords } from '../language.tsx';
import { Failed } from '../parts/failed.tsx';
import { Field } from '../parts/field.tsx';
import { Segments } from '../parts/segments.tsx';
import { Shown } from '../parts/shown.tsx';
import { questionnairePath, returnsPath } from '../paths.ts';
import { useSay } from '../use-say.ts';
import { AccessFields } from './access-fields.tsx';
import { readNewSurvey } from './read-new-survey.ts';

/** Puts a questionnaire before its respondent group: how many are planned, by which channel, and when. */
export function NewSurvey() {
  const words = useWords();
  const { params } = useRoute();
  const { route } = useLocation();
  const inside = useEvaluation();
  const say = useSay();
  const of = { id: params['questionnaire'] ?? '', version: Number(params['version']) };
  const loaded = useLoaded(questionnaire(of));
  const [phase, setPhase] = useState<Phase>('formal');
  const create = useAction(async (form: FormData) => {
    const made = await createSurvey(inside.id, readNewSurvey(of, phase, form));
    renew(EVALUATIONS);
    route(returnsPath(inside.id, made.code));
  });
  return (
    <Shown of={loaded}>
      {(definition) => (
        <div class="stack">
          <p class="small">
            <a href={questionnairePath(inside.id, of)}>{say(definition.title)}</a>
          </p>
          <h2>{words.newSurvey.title}</h2>
          <form
            class="form"
            onSubmit={(event) => {
              event.preventDefault();
              void create.run(new FormData(event.currentTarget));
            }}
          >
            <PlanFields />
            <div>
              <Segments<Phase>
                label={words.newSurvey.phase}
                labelled
                choices={[
                  { value: 'formal', label: words.phases.formal },
                  { value: 'pilot', label: words.phases.pilot },
                ]}
                value={phase}
                choose={setPhase}
              />
              <p class="small quiet">{words.newSurvey.phaseHint[phase]}</p>
            </div>
            <AccessFields />
            <PeriodFields />
            <PopulationFields />
            {create.problem && <Failed problem={create.problem} />}
            <div class="actions">
              <button class="button primary" type="submit" aria-disabled={create.busy}>
                {words.newSurvey.yes}
              </button>
              <span class="small quiet">{words.newSurvey.notYetOpen}</span>
            </div>
          </form>
        </div>
      )}
    </Shown>
  );
}

function PlanFields() {
  const words = useWords();
  return (
    <div class="pair">
      <CountField name="total" label={words.newSurvey.total} required />
      <CountField name="online" label={words.newSurvey.ofThem(words.channels.online)} />
      <CountField name="paper" label={words.newSurvey.ofThem(words.channels.paper)} />
    </div>
  );
}

function CountField(props: { name: string; label: string; hint?: string; required?: boolean }) {
  const { name, label, hint, required } = props;
  return (
    <Field label={label} {...(hint ? { hint } : {})}>
      {(described) => (
        <input
          {...described}
          class="input number"
          name={name}
          type="number"
          min={required ? 1 : 0}
          step={1}
          inputMode="numeric"
          required={required ?? false}
        />
      )}
    </Field>
  );
}

function PeriodFields() {
  const words = useWords();
  return (
    <div class="pair">
      {(['opensAt', 'closesAt'] as const).map((name) => (
        <Field key={name} label={words.newSurvey[name]} hint={words.newSurvey.mayStayEmpty}>
          {(described) => <input {...described} class="input" name={name} type="datetime-local" />}
        </Field>
      ))}
    </div>
  );
}

function PopulationFields() {
  const words = useWords();
  return (
    <div class="pair">
      <CountField
        name="population"
        label={words.newSurvey.population}
        hint={words.newSurvey.mayStayEmpty}
      />
      <Field label={words.newSurvey.sampling} hint={words.newSurvey.mayStayEmpty}>
        {(described) => (
          <select {...described} class="input" name="sampling">
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
