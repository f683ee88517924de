import { useState } from 'preact/hooks';
import { foldNumber } from '../../../survey-definitions/typed-text.ts';
import type { ScoredIndicator } from '../api/scoring.ts';
import { time } from '../format.ts';
import { useWords } from '../language.tsx';
import { textOf } from '../parts/form-values.ts';
import { useRestoredFocus } from './edit-form.tsx';
import { OverrideForm } from './override-form.tsx';
import { ScoreChangeResult, useScoreChange } from './use-score-change.tsx';
import { scoringWords } from './words.ts';

/** A scorer's own score beside the rule's, with a reason; it can be taken back. */
export function OverrideEditor({ indicator }: { indicator: ScoredIndicator }) {
  const words = useWords(scoringWords);
  const change = useScoreChange(indicator.code);
  const { override } = indicator;
  const [editing, setEditing] = useState(false);
  const place = useRestoredFocus(`${editing} ${override?.at}`);
  const submit = async (form: FormData) => {
    const done = await change.mutate({
      override: {
        score: foldNumber(textOf(form, 'score')),
        reason: textOf(form, 'reason'),
      },
    });
    if (done) setEditing(false);
  };
  return (
    <div class="stack" ref={place}>
      {override && !editing && (
        <>
          <p>
            <b>{indicator.score?.display}</b>{' '}
            <span class="small quiet">
              {override.author} · {time(override.at)}
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
          indicator={indicator}
          busy={change.isPending}
          submit={submit}
          cancel={() => setEditing(false)}
        />
      )}
      <ScoreChangeResult {...change} />
    </div>
  );
}
