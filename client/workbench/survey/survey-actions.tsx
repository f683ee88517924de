import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import type { StoredState } from '../../../survey-definitions/survey.ts';
import { evaluationsKey } from '../api/evaluations.ts';
import {
  closeSurvey,
  copySurvey,
  openSurvey,
  type Survey,
  survey as surveyOf,
} from '../api/surveys.ts';
import { useEvaluation, useMayChange } from '../current-evaluation.ts';
import { invalidate, setAndInvalidate } from '../data/query-client.ts';
import { useMutation } from '../data/use-mutation.ts';
import { outOf } from '../format.ts';
import { useWords } from '../language.tsx';
import { ConfirmDialog } from '../parts/confirm-dialog.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { previewPath, surveyPath } from '../paths.ts';
import { DeleteDraft } from './delete-draft.tsx';
import { OpenDialog } from './open-dialog.tsx';
import { ReopenDialog } from './reopen-dialog.tsx';
import { surveyWords } from './words.ts';

/** What can be done with a survey as it stands; each step that cannot be taken lightly says what it changes first. */
export function SurveyActions({ survey }: { survey: Survey }) {
  const words = useWords(surveyWords).moves;
  const { id } = useEvaluation();
  const { route } = useLocation();
  const [asked, setAsked] = useState<'open' | 'close' | 'reopen' | 'delete'>();
  const close = () => setAsked(undefined);
  const move = useMutation(async (to: Exclude<StoredState, 'draft'>) => {
    const after = await (to === 'open' ? openSurvey : closeSurvey)(survey.code);
    close();
    shown(after);
  });
  const copy = useMutation(async () => {
    const made = await copySurvey(survey.code);
    invalidate(evaluationsKey);
    route(surveyPath(id, made.code));
  });
  const mayMove = useMayChange('surveys.write');
  // What was not collected here is never added to, but its plan can be used again.
  const collected = survey.provenance === 'collected';
  const ask = (what: typeof asked, label: string, primary = false) => (
    <button
      type="button"
      class={primary ? 'button primary' : 'button'}
      onClick={() => setAsked(what)}
    >
      {label}
    </button>
  );
  if (!mayMove)
    return survey.state === 'draft' ? <div class="actions screen-only">{preview()}</div> : null;
  return (
    <div class="stack screen-only">
      <div class="actions">
        {survey.state === 'draft' && ask('open', words.open, true)}
        {survey.state === 'draft' && preview()}
        {(survey.state === 'open' || survey.state === 'not-yet') && ask('close', words.close)}
        {survey.state === 'closed' &&
          collected &&
          survey.answersRemovedAt === null &&
          ask('reopen', words.reopen)}
        <button
          type="button"
          class="link-button"
          aria-disabled={copy.isPending}
          onClick={() => copy.mutate()}
        >
          {words.copy}
        </button>
        {survey.state === 'draft' && (
          <button type="button" class="link-button warm" onClick={() => setAsked('delete')}>
            {words.delete}
          </button>
        )}
      </div>
      {copy.problem && <ProblemNotice problem={copy.problem} />}
      {asked === 'open' && (
        <OpenDialog
          survey={survey}
          busy={move.isPending}
          problem={move.problem}
          onConfirm={() => move.mutate('open')}
          onClose={close}
        />
      )}
      {asked === 'close' && (
        <ConfirmDialog
          title={words.closeTitle}
          confirmLabel={words.close}
          busy={move.isPending}
          problem={move.problem}
          onConfirm={() => move.mutate('closed')}
          onClose={close}
        >
          <p>{words.closeWhat(outOf(survey.received, survey.plan.total))}</p>
        </ConfirmDialog>
      )}
      {asked === 'reopen' && <ReopenDialog survey={survey} done={shown} close={close} />}
      {asked === 'delete' && <DeleteDraft survey={survey} close={close} />}
    </div>
  );

  function preview() {
    return (
      <a class="button" href={previewPath(id, survey.questionnaire)}>
        {words.preview}
      </a>
    );
  }

  function shown(after: Survey): void {
    setAndInvalidate(surveyOf(survey.code), after, evaluationsKey, ['surveys', survey.code]);
  }
}
