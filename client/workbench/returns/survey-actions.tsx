import { useState } from 'preact/hooks';
import type { StoredState } from '../../../survey-definitions/survey.ts';
import { evaluationsKey } from '../api/evaluations.ts';
import {
  closeSurvey,
  openSurvey,
  progress,
  reopenSurvey,
  type SurveySummary,
} from '../api/surveys.ts';
import { useEvaluation } from '../current-evaluation.ts';
import { invalidate } from '../data/query-client.ts';
import { useMutation } from '../data/use-mutation.ts';
import { outOf } from '../format.ts';
import { useWords } from '../language.tsx';
import { ConfirmDialog } from '../parts/confirm-dialog.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { previewPath } from '../paths.ts';
import { returnsWords } from './words.ts';

/** Opens a survey, or closes it after saying how much of the plan has come in. */
export function SurveyActions({ survey }: { survey: SurveySummary }) {
  const words = useWords(returnsWords);
  const evaluation = useEvaluation();
  const [closing, setClosing] = useState(false);
  const change = useMutation(async (to: Exclude<StoredState, 'draft'>) => {
    if (to === 'closed') await closeSurvey(survey.code);
    else if (survey.state === 'draft') await openSurvey(survey.code);
    else await reopenSurvey(survey.code, words.moves.reopen);
    setClosing(false);
    invalidate(evaluationsKey, progress(survey.code).queryKey);
  });
  // What was not collected here is never added to.
  if (survey.provenance !== 'collected' && survey.state !== 'open') return null;
  // Its answers were removed at the end of their time, and it was closed for good.
  if (survey.answersRemovedAt !== null) return null;
  if (survey.state !== 'open') {
    return (
      <div class="stack">
        <div class="actions">
          <button
            type="button"
            class={survey.state === 'draft' ? 'button primary' : 'button'}
            aria-disabled={change.isPending}
            onClick={() => change.mutate('open')}
          >
            {survey.state === 'draft' ? words.moves.open : words.moves.reopen}
          </button>
          {survey.state === 'draft' && (
            <a class="button" href={previewPath(evaluation.id, survey.questionnaire)}>
              {words.moves.preview}
            </a>
          )}
        </div>
        {survey.state === 'draft' && (
          <p class="small quiet">{words.moves.openHint[survey.access]}</p>
        )}
        {change.problem && <ProblemNotice problem={change.problem} />}
      </div>
    );
  }
  return (
    <div>
      <button type="button" class="button" onClick={() => setClosing(true)}>
        {words.moves.close}
      </button>
      {closing && (
        <ConfirmDialog
          title={words.moves.closeTitle}
          confirmLabel={words.moves.close}
          busy={change.isPending}
          problem={change.problem}
          onConfirm={() => change.mutate('closed')}
          onClose={() => setClosing(false)}
        >
          <p>{words.moves.closeWhat(outOf(survey.received, survey.plan.total))}</p>
        </ConfirmDialog>
      )}
    </div>
  );
}
