import { useState } from 'preact/hooks';
import { minuteInChina } from '../../../survey-definitions/china-time.ts';
import { PLANNED_CHANNELS } from '../../../survey-definitions/survey.ts';
import type { Progress, Survey } from '../api/surveys.ts';
import { useEvaluation, useMayChange } from '../current-evaluation.ts';
import { draftKey, evaluationDrafts } from '../data/drafts.ts';
import { useUnsaved } from '../data/use-drafts.ts';
import { count } from '../format.ts';
import { useWords } from '../language.tsx';
import { useRestoredFocus } from '../parts/use-restored-focus.ts';
import { sharedWords } from '../parts/words.ts';
import { useSizeInWords } from '../planning/size-in-words.ts';
import { tradeTerms } from '../terms.ts';
import { CorrectForm } from './correct-form.tsx';
import { surveyWords } from './words.ts';

/** How the survey is set up, and the form that corrects it. */
export function Settings({ survey, progress }: { survey: Survey; progress: Progress | undefined }) {
  const words = useWords(surveyWords);
  const draft = evaluationDrafts(useEvaluation().id) + draftKey('correct', survey.code);
  const unsaved = useUnsaved(draft) > 0;
  const [editing, setEditing] = useState(unsaved);
  const mayCorrect = useMayChange('surveys.write');
  const [message, setMessage] = useState<string>();
  const place = useRestoredFocus<HTMLElement>(String(editing));
  return (
    <section
      id="settings"
      class="survey-section settings"
      ref={place}
      aria-labelledby="survey-settings"
    >
      <h3 id="survey-settings">{words.settings.title}</h3>
      {editing && mayCorrect ? (
        <CorrectForm
          survey={survey}
          progress={progress}
          draft={draft}
          close={(said) => {
            setMessage(said);
            setEditing(false);
          }}
        />
      ) : (
        <>
          <Facts survey={survey} />
          <div class="actions screen-only">
            {mayCorrect && (
              <button
                type="button"
                class="button"
                onClick={() => {
                  setMessage(undefined);
                  setEditing(true);
                }}
              >
                {words.settings.correct}
              </button>
            )}
            <span class="small said" role="status">
              {message}
            </span>
          </div>
        </>
      )}
    </section>
  );
}

function Facts({ survey }: { survey: Survey }) {
  const words = useWords(surveyWords);
  const shared = useWords(sharedWords);
  const terms = useWords(tradeTerms);
  const sizeInWords = useSizeInWords();
  const { plan, points } = survey;
  const time = (at: string | null) =>
    at === null ? words.settings.notSet : shared.atTime(minuteInChina(at));
  const channels = PLANNED_CHANNELS.filter(
    (channel) => plan.byChannel?.[channel] !== undefined,
  ).map((channel) =>
    words.settings.part(terms.channels[channel], count(plan.byChannel?.[channel] ?? 0)),
  );
  const atPoints = points.reduce((sum, point) => sum + (point.plan ?? 0), 0);
  const facts: [name: string, value: string][] = [
    [words.settings.plan, [count(plan.total), ...channels].join(words.settings.comma)],
    ...(plan.sampleSize
      ? [[words.settings.sampleSize, sizeInWords(plan.sampleSize)] as [string, string]]
      : []),
    [
      terms.point,
      points.length === 0
        ? words.settings.noPoints
        : words.settings.points(points.length, count(points.length), count(atPoints)),
    ],
    [words.settings.opensAt, time(survey.opensAt)],
    [words.settings.closesAt, time(survey.closesAt)],
    [
      words.settings.access,
      [
        shared.protection.ways[survey.access],
        ...(survey.proofOfWork ? [words.settings.proofOfWork] : []),
      ].join(words.settings.comma),
    ],
    [
      words.settings.population,
      survey.population === null ? words.settings.notSet : count(survey.population),
    ],
    [
      words.settings.sampling,
      survey.sampling === null ? words.settings.notSet : terms.samplings[survey.sampling],
    ],
    [words.settings.phase, terms.phases[survey.phase]],
    [terms.questionnaire, words.titleAndVersion(survey.title, survey.questionnaire.version)],
  ];
  return (
    <dl class="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt class="small quiet">{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
