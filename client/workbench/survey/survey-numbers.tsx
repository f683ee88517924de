import type { ComponentChildren } from 'preact';
import type { ResponseFilter } from '../api/responses.ts';
import type { Progress, Survey } from '../api/surveys.ts';
import { count, outOf } from '../format.ts';
import { useWords } from '../language.tsx';
import { PaceLine } from '../progress/pace-line.tsx';
import { ResponsesLink } from '../retention/responses-link.tsx';
import { tradeTerms } from '../terms.ts';
import { surveyWords } from './words.ts';

/**
 * The survey in numbers, against its plan: what is valid, what came in and what became of it, how many were handed out; the
 * response rate says how it is made, or why there is none.
 */
export function SurveyNumbers({ survey, progress }: { survey: Survey; progress: Progress }) {
  const words = useWords(surveyWords);
  const terms = useWords(tradeTerms);
  const { responseRate: rate, handedOut, plan, received, valid } = progress;
  return (
    <>
      <dl class="survey-numbers">
        <div class="survey-count">
          <dt class="small quiet">{words.validOfPlan}</dt>
          <dd>
            <b>{outOf(valid, plan.total)}</b>
          </dd>
          {received > plan.total && (
            <dd class="small quiet">{words.overPlan(count(received), count(plan.total))}</dd>
          )}
        </div>
        <div class="survey-received">
          <dt class="small quiet">{terms.received}</dt>
          <dd>
            <b>{count(received)}</b>
          </dd>
        </div>
        <div>
          <dt class="small quiet">{terms.handedOut}</dt>
          <dd>{handedOut === null ? <span class="quiet">—</span> : <b>{count(handedOut)}</b>}</dd>
          {handedOut === null && (
            <dd class="small quiet">
              {survey.handedOut.length === 0 ? words.handedOut.unknown : words.handedOut.notInFull}
            </dd>
          )}
        </div>
        <div class="survey-rate">
          <dt class="small quiet">{terms.responseRate}</dt>
          {rate.value === null ? (
            <>
              <dd class="quiet">—</dd>
              <dd class="small quiet">{rate.because}</dd>
            </>
          ) : (
            <>
              <dd>
                <b>{rate.display}</b>
              </dd>
              <dd class="small quiet">{rate.definition}</dd>
            </>
          )}
        </div>
      </dl>
      <PlanBar progress={progress} />
      <BesidesValid survey={survey} progress={progress} />
      <PaceLine survey={survey} progress={progress} />
    </>
  );
}

/** What of the received is not valid, and what is doubted: each number opens its responses. */
function BesidesValid({ survey, progress }: { survey: Survey; progress: Progress }) {
  const terms = useWords(tradeTerms);
  const parts: [name: string, n: number, filter: ResponseFilter][] = [
    [terms.invalid, progress.invalid, { disposition: 'invalid' }],
    [terms.ineligible, progress.ineligible, { disposition: 'ineligible' }],
    [terms['on-hold'], progress.onHold, { disposition: 'on-hold' }],
    [terms.flagged, progress.flagged, { flagged: '1' }],
  ];
  const some = parts.filter(([, n]) => n > 0);
  if (some.length === 0) return null;
  return (
    <p class="small row besides-valid">
      {some.map(([name, n, filter]) => (
        <span key={name} class="nowrap">
          {name}{' '}
          <ResponsesLink survey={survey.code} filter={filter}>
            {count(n)}
          </ResponsesLink>
        </span>
      ))}
    </p>
  );
}

/** How far the plan is filled: by valid responses, and by the rest that came in. The numbers above say the same. */
function PlanBar({ progress: { plan, received, valid } }: { progress: Progress }) {
  const whole = Math.max(plan.total, received, 1);
  const share = (n: number): ComponentChildren => (
    <i style={{ inlineSize: `${(100 * n) / whole}%` }} />
  );
  return (
    <div class="plan-bar" aria-hidden="true">
      {share(valid)}
      {share(received - valid)}
    </div>
  );
}
