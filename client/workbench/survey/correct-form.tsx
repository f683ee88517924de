import { questionnaire, questionnaires } from '../api/definitions.ts';
import { evaluationsKey } from '../api/evaluations.ts';
import {
  changeSurvey,
  type Progress,
  type Survey,
  surveyKey,
  survey as surveyOf,
} from '../api/surveys.ts';
import { useEvaluation, useSurveyText } from '../current-evaluation.ts';
import { askNow, setAndInvalidate } from '../data/query-client.ts';
import { useMutation } from '../data/use-mutation.ts';
import { useQuery } from '../data/use-query.ts';
import { useWords } from '../language.tsx';
import { Field } from '../parts/field.tsx';
import { CancelButton, Form } from '../parts/form.tsx';
import { textOf } from '../parts/form-values.ts';
import { sharedWords } from '../parts/words.ts';
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
import { tradeTerms } from '../terms.ts';
import { correctable, readCorrection, rowsOf, versionOf } from './read-correction.ts';
import { ReasonField } from './reason-field.tsx';
import { surveyWords } from './words.ts';

/** Corrects a survey: what can be changed as fields, what cannot as it stands, with why. */
export function CorrectForm(props: {
  survey: Survey;
  progress: Progress | undefined;
  draft: string;
  close(said?: string): void;
}) {
  const words = useWords(surveyWords);
  const shared = useWords(sharedWords);
  const check = usePlanCheck();
  const { survey, progress, draft } = props;
  const evaluation = useEvaluation();
  const save = useMutation(async (form: FormData) => {
    const change = readCorrection(form, survey);
    if (Object.keys(change).length === 0) return props.close(words.settings.unchanged);
    const reason = textOf(form, 'reason');
    const after = await changeSurvey(survey.code, { ...change, ...(reason && { reason }) });
    setAndInvalidate(surveyOf(survey.code), after, evaluationsKey, surveyKey(survey.code));
    props.close(words.settings.saved);
  });
  const ofIt = useQuery(questionnaire(survey.questionnaire));
  const opened = survey.state !== 'draft';
  const can = (part: string) => !survey.fixed.includes(part);
  const received = (id: string) =>
    progress?.byPoint.find(({ point }) => point === id)?.received ?? 0;
  return (
    <Form
      draft={draft}
      stored={correctable(survey)}
      storedNow={async () => correctable((await askNow(surveyOf(survey.code))) ?? survey)}
      submit={save.mutate}
      problem={save.problem}
      pathOf={pathInPlan}
      check={check}
      actions={({ discard }) => (
        <>
          <button class="button primary" type="submit" aria-disabled={save.isPending}>
            {shared.save}
          </button>
          <CancelButton discard={discard} cancel={() => props.close()} />
        </>
      )}
    >
      <FixedParts survey={survey} />
      <PlanFields plan={survey.plan} />
      {ofIt.data && <QuotaFields questionnaire={ofIt.data} plan={survey.plan} />}
      <PointFields
        stored={rowsOf(survey)}
        opened={opened}
        onlyPlan={!can('closesAt')}
        received={received}
        stays={(id) => opened && survey.handedOut.some(({ point }) => point === id)}
      />
      {can('questionnaire') && <QuestionnaireField survey={survey} />}
      {can('phase') && <PhaseField isAsked={isAsked(evaluation, survey)} initial={survey.phase} />}
      {can('access') && <AccessFields access={survey.access} proofOfWork={survey.proofOfWork} />}
      {(can('opensAt') || can('closesAt')) && <PeriodFields times={survey} fixed={survey.fixed} />}
      <PopulationFields population={survey.population} sampling={survey.sampling} />
      {survey.needsReason && <ReasonField />}
    </Form>
  );
}

/** What can no longer be changed, as it stands, and why. */
function FixedParts({ survey }: { survey: Survey }) {
  const words = useWords(surveyWords);
  const shared = useWords(sharedWords);
  const terms = useWords(tradeTerms);
  if (survey.fixed.length === 0) return null;
  const facts: [name: string, value: string][] = [
    [terms.questionnaire, words.titleAndVersion(survey.title, survey.questionnaire.version)],
    [words.settings.phase, terms.phases[survey.phase]],
    [words.settings.access, shared.protection.ways[survey.access]],
  ];
  return (
    <div class="notice settings-fixed">
      <p>{words.settings.fixedOnceOpened}</p>
      <dl class="fixed-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {survey.fixed.includes('closesAt') && <p>{words.settings.fixedOnceClosed}</p>}
    </div>
  );
}

function QuestionnaireField({ survey }: { survey: Survey }) {
  const words = useWords(surveyWords);
  const terms = useWords(tradeTerms);
  const surveyText = useSurveyText();
  const listed = useQuery(questionnaires).data?.items ?? [];
  const now = versionOf(survey.questionnaire);
  const offered = new Map([
    [now, words.titleAndVersion(survey.title, survey.questionnaire.version)],
    ...listed.map(
      (one) => [versionOf(one), words.titleAndVersion(surveyText(one.title), one.version)] as const,
    ),
  ]);
  return (
    <Field name="questionnaire" label={terms.questionnaire}>
      {(inputProps) => (
        <select {...inputProps} class="input">
          {[...offered].map(([value, label]) => (
            <option
              key={value}
              value={value}
              ref={(option) => {
                if (option) option.defaultSelected = value === now;
              }}
            >
              {label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
