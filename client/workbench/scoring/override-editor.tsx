import { useState } from 'preact/hooks';
import type { ScoredIndicator } from '../api.ts';
import { time } from '../format.ts';
import { useWords } from '../language.tsx';
import { Failed } from '../parts/failed.tsx';
import { Field } from '../parts/field.tsx';
import { useScoreChange } from './use-score-change.ts';

/** A scorer's own score beside the rule's, with a reason; it can be taken back. */
export function OverrideEditor({ indicator }: { indicator: ScoredIndicator }) {
  const words = useWords();
  const change = useScoreChange(indicator.code);
  const { override } = indicator;
  const [editing, setEditing] = useState(false);
  const submit = async (form: FormData) => {
    await change.run({
      override: {
        score: String(form.get('score')).trim(),
        reason: String(form.get('reason')).trim(),
      },
    });
    setEditing(false);
  };
  return (
    <>
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
              {words.scoring.changeOverride}
            </button>
            <button
              type="button"
              class="button"
              disabled={change.busy}
              onClick={() => change.run({ override: null })}
            >
              {words.scoring.takeBack}
            </button>
          </div>
        </>
      )}
      {!override && !editing && (
        <>
          <p class="small quiet">{words.scoring.noOverride}</p>
          <button type="button" class="button" onClick={() => setEditing(true)}>
            {words.scoring.newOverride}
          </button>
        </>
      )}
      {editing && (
        <OverrideForm
          indicator={indicator}
          busy={change.busy}
          submit={submit}
          cancel={() => setEditing(false)}
        />
      )}
      <Outcome {...change} />
    </>
  );
}

function OverrideForm(props: {
  indicator: ScoredIndicator;
  busy: boolean;
  submit(form: FormData): Promise<void>;
  cancel(): void;
}) {
  const words = useWords();
  const { indicator, busy, submit, cancel } = props;
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit(new FormData(event.currentTarget));
      }}
    >
      <Field
        label={words.scoring.overrideScore}
        hint={words.scoring.upTo(indicator.weight.display)}
      >
        {(described) => (
          <input
            {...described}
            class="input number"
            name="score"
            inputMode="decimal"
            pattern="\d+(\.\d+)?"
            defaultValue={indicator.override?.score ?? ''}
            autocomplete="off"
            required
          />
        )}
      </Field>
      <Field label={words.scoring.reason} hint={words.scoring.reasonHint}>
        {(described) => (
          <textarea
            {...described}
            class="input"
            name="reason"
            maxLength={1000}
            defaultValue={indicator.override?.reason ?? ''}
            required
          />
        )}
      </Field>
      <div class="actions">
        <button type="submit" class="button primary" disabled={busy}>
          {words.states.save}
        </button>
        <button type="button" class="button" onClick={cancel}>
          {words.states.cancel}
        </button>
      </div>
    </form>
  );
}

/** What a change did, or what stopped it. */
export function Outcome(props: {
  said: string | undefined;
  problem: Parameters<typeof Failed>[0]['problem'] | undefined;
}) {
  return (
    <>
      <p class="small said" role="status">
        {props.said}
      </p>
      {props.problem && <Failed problem={props.problem} />}
    </>
  );
}
