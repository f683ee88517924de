import { useState } from 'preact/hooks';
import { EVALUATIONS, moveSurvey, progress, type SurveySummary } from '../api.ts';
import { outOf } from '../format.ts';
import { renew, useAction } from '../known.ts';
import { useWords } from '../language.tsx';
import { Confirm } from '../parts/confirm.tsx';
import { Failed } from '../parts/failed.tsx';

/** Opens a survey, or closes it after saying how much of the plan has come in. */
export function SurveyMoves({ survey }: { survey: SurveySummary }) {
  const words = useWords();
  const [closing, setClosing] = useState(false);
  const move = useAction(async (to: 'open' | 'close') => {
    await moveSurvey(survey.code, to);
    setClosing(false);
    renew(EVALUATIONS, progress(survey.code).key);
  });
  // What was not collected here is never added to.
  if (survey.provenance !== 'collected' && survey.state !== 'open') return null;
  if (survey.state !== 'open') {
    return (
      <div class="stack">
        <button
          type="button"
          class={survey.state === 'draft' ? 'button primary' : 'button'}
          aria-disabled={move.busy}
          onClick={() => move.run('open')}
        >
          {survey.state === 'draft' ? words.moves.open : words.moves.reopen}
        </button>
        {survey.state === 'draft' && (
          <p class="small quiet">{words.moves.openHint[survey.access]}</p>
        )}
        {move.problem && <Failed problem={move.problem} />}
      </div>
    );
  }
  return (
    <div>
      <button type="button" class="button" onClick={() => setClosing(true)}>
        {words.moves.close}
      </button>
      {closing && (
        <Confirm
          title={words.moves.closeTitle}
          yes={words.moves.close}
          busy={move.busy}
          problem={move.problem}
          accept={() => move.run('close')}
          close={() => setClosing(false)}
        >
          <p>{words.moves.closeWhat(outOf(survey.received, survey.plan.total))}</p>
        </Confirm>
      )}
    </div>
  );
}
