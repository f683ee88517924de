import { useEffect, useRef, useState } from 'preact/hooks';
import type { ScoredIndicator } from '../api/scoring.ts';
import { useWords } from '../language.tsx';
import { sharedWords } from '../parts/words.ts';
import { editorOf, readInputs, unexplained } from './editors/editors.ts';
import { ScoreChangeResult, useScoreChange } from './use-score-change.tsx';
import { scoringWords } from './words.ts';

/** What the rule asks a scorer for, edited in place; where a survey feeds the rule, the way to it instead. */
export function InputsEditor({ indicator }: { indicator: ScoredIndicator }) {
  const words = useWords(scoringWords);
  const { rule, source } = indicator;
  const asksScorer = editorOf(rule).besideSurvey && (indicator.missing || indicator.inputs);
  if (source && !asksScorer) {
    return <p class="small quiet">{words.fedBySurvey}</p>;
  }
  return <InputsForm indicator={indicator} />;
}

function InputsForm({ indicator }: { indicator: ScoredIndicator }) {
  const words = useWords(scoringWords);
  const shared = useWords(sharedWords);
  const change = useScoreChange(indicator.code);
  const [lacking, setLacking] = useState<string[]>([]);
  const form = useRef<HTMLFormElement>(null);
  // What the server keeps now stands in the fields again, without taking the focus away.
  useEffect(() => form.current?.reset(), [JSON.stringify(indicator.inputs)]);
  const submit = async (formData: FormData) => {
    const inputs = readInputs(indicator.rule, formData);
    const ids = unexplained(indicator.rule, inputs);
    setLacking(ids);
    if (ids.length === 0) await change.mutate({ inputs });
  };
  return (
    <form
      ref={form}
      class="form inputs-form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit(new FormData(event.currentTarget));
      }}
    >
      <RuleFields indicator={indicator} />
      {lacking.length > 0 && (
        <p class="form-error" role="alert">
          {words.unexplained(lacking)}
        </p>
      )}
      <div class="actions">
        <button type="submit" class="button primary" aria-disabled={change.isPending}>
          {shared.save}
        </button>
        {indicator.inputs && (
          <button
            type="button"
            class="button"
            aria-disabled={change.isPending}
            onClick={() => change.mutate({ inputs: null })}
          >
            {words.clearInputs}
          </button>
        )}
      </div>
      <ScoreChangeResult {...change} />
    </form>
  );
}

function RuleFields({ indicator }: { indicator: ScoredIndicator }) {
  const { rule, inputs, weight, unit, target } = indicator;
  const { Fields } = editorOf(rule);
  return (
    <Fields rule={rule} inputs={inputs ?? {}} weight={weight.display} unit={unit} target={target} />
  );
}
