import { useState } from 'preact/hooks';
import { minuteInChina } from '../../../survey-definitions/china-time.ts';
import { foldNumber } from '../../../survey-definitions/typed-text.ts';
import type { ScoredIndicator } from '../api/scoring.ts';
import { useUnsaved } from '../data/use-drafts.ts';
import { useWords } from '../language.tsx';
import { textOf } from '../parts/form-values.ts';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { Unbroken } from '../parts/unbroken.tsx';
import { useRestoredFocus } from '../parts/use-restored-focus.ts';
import { sharedWords } from '../parts/words.ts';
import { useEntryDraft } from './entry-draft.ts';
import { OverrideForm } from './override-form.tsx';
import { ScoreChangeResult, useScoreChange } from './use-score-change.tsx';
import { scoringWords } from './words.ts';

/** A scorer's own score beside the rule's, with a reason; it can be taken back. */
export function OverrideEditor({ indicator }: { indicator: ScoredIndicator }) {
  const words = useWords(scoringWords);
  const shared = useWords(sharedWords);
  const change = useScoreChange(indicator.code);
  const { override } = indicator;
  const kept = useEntryDraft(indicator.code, 'override', (now) => now.override);
  const unsaved = useUnsaved(kept.draft) > 0;
  const [editing, setEditing] = useState(unsaved);
  const place = useRestoredFocus(`${editing} ${override?.at}`);
  const submit = async (form: FormData) => {
    const done = await change.mutate({
      override: {
        score: foldNumber(textOf(form, 'score')),
        reason: textOf(form, 'reason'),
      },
    });
    if (done) setEditing(false);
    return done;
  };
  return (
    <div class="stack" ref={place}>
      {override && !editing && (
        <>
          <p>
            <b>{indicator.score?.display}</b>{' '}
            <span class="small quiet">
              {override.author} · <Unbroken>{shared.atTime(minuteInChina(override.at))}</Unbroken>
            </span>
          </p>
          <div class="actions">
            <button type="button" class="button" onClick={() => setEditing(true)}>
              {words.change}
            </button>
            <button
              type="button"
              class="button"
              aria-disabled={change.isPending}
              onClick={() => change.mutate({ override: null })}
            >
              {words.takeBack}
            </button>
          </div>
        </>
      )}
      {!override && !editing && (
        <>
          <p class="small quiet">{words.noOverride}</p>
          <button type="button" class="button" onClick={() => setEditing(true)}>
            {words.newOverride}
          </button>
        </>
      )}
      {editing && (
        <OverrideForm
          {...kept}
          indicator={indicator}
          busy={change.isPending}
          submit={submit}
          problem={change.problem}
          cancel={() => setEditing(false)}
        />
      )}
      {change.problem && !editing && <ProblemNotice problem={change.problem} />}
      <ScoreChangeResult message={change.message} />
    </div>
  );
}
