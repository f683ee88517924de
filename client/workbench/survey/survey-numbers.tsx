import type { Progress, Survey } from '../api/surveys.ts';
import { count, outOf } from '../format.ts';
import { useWords } from '../language.tsx';
import { tradeTerms } from '../terms.ts';
import { surveyWords } from './words.ts';

/** The survey in three numbers; the response rate says how it is made, or why there is none. */
export function SurveyNumbers({ survey, progress }: { survey: Survey; progress: Progress }) {
  const words = useWords(surveyWords);
  const terms = useWords(tradeTerms);
  const { responseRate: rate, handedOut, plan, received, valid } = progress;
  return (
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
  );
}
