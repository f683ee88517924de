import type { Progress, SurveySummary } from '../api/surveys.ts';
import { count, outOf } from '../format.ts';
import { groupLabel } from '../group-label.ts';
import { useWords } from '../language.tsx';
import { SurveyStateTag } from '../parts/survey-marks.tsx';
import { PaceLine } from '../progress/pace-line.tsx';
import { tradeTerms } from '../terms.ts';

/** One survey to be read from afar: valid of its plan, what came in, and how long there is for the rest. */
export function WallSurvey({ survey, progress }: { survey: SurveySummary; progress: Progress }) {
  const terms = useWords(tradeTerms);
  const { valid, plan, received, handedOut, invalid, ineligible, onHold, flagged } = progress;
  // What nobody has is no number to read from afar.
  const counts = [
    ...(handedOut === null ? [] : [[terms.handedOut, handedOut] as const]),
    [terms.received, received] as const,
    ...(
      [
        [terms.invalid, invalid],
        [terms.ineligible, ineligible],
        [terms['on-hold'], onHold],
        [terms.flagged, flagged],
      ] as const
    ).filter(([, n]) => n > 0),
  ];
  return (
    <section class="wall-survey">
      <h2>
        {groupLabel(terms, survey)} <span class="quiet">{survey.code}</span>
        {survey.phase === 'pilot' && <span class="tag">{terms.phases.pilot}</span>}
        {survey.provenance !== 'collected' && (
          <span class="tag">{terms.provenances[survey.provenance]}</span>
        )}
        <SurveyStateTag survey={survey} />
      </h2>
      <p class="wall-number">
        <b>{outOf(valid, plan.total)}</b> <span>{terms.valid}</span>
      </p>
      <div class="plan-bar" aria-hidden="true">
        <i style={{ inlineSize: `${(100 * valid) / Math.max(plan.total, received, 1)}%` }} />
        <i
          style={{
            inlineSize: `${(100 * (received - valid)) / Math.max(plan.total, received, 1)}%`,
          }}
        />
      </div>
      <p class="wall-counts">
        {counts.map(([name, n]) => (
          <span class="nowrap" key={name}>
            {name} <b>{count(n)}</b>
          </span>
        ))}
      </p>
      <PaceLine survey={survey} progress={progress} />
    </section>
  );
}
