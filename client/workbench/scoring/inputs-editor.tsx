import type { ScoredIndicator } from '../api/scoring.ts';
import { useWords } from '../language.tsx';
import { DiscardButton, Form } from '../parts/form.tsx';
import { sharedWords } from '../parts/words.ts';
import { editorOf, pathOfInput, readInputs, unexplained } from './editors/editors.ts';
import { useEntryDraft } from './entry-draft.ts';
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
  const { rule, inputs, code } = indicator;
  const change = useScoreChange(code);
  const kept = useEntryDraft(code, 'inputs', (now) => now.inputs);
  const whatLacks = (form: FormData) =>
    Object.fromEntries(
      unexplained(rule, readInputs(rule, form)).map(({ field, lacks }) => [
        field,
        words.unexplained[lacks],
      ]),
    );
  return (
    <>
      <Form
        {...kept}
        class="form inputs-form"
        stored={inputs}
        submit={(form) => change.mutate({ inputs: readInputs(rule, form) })}
        check={whatLacks}
        problem={change.problem}
        pathOf={(name) => pathOfInput(rule, name)}
        actions={(form) => (
          <>
            <button type="submit" class="button primary" aria-disabled={change.isPending}>
              {shared.save}
            </button>
            {inputs && (
              <button
                type="button"
                class="button"
                aria-disabled={change.isPending}
                onClick={async () => {
                  if (await change.mutate({ inputs: null })) form.discard();
                }}
              >
                {words.clearInputs}
              </button>
            )}
            <DiscardButton {...form} />
          </>
        )}
      >
        <RuleFields indicator={indicator} />
      </Form>
      <ScoreChangeResult message={change.message} />
    </>
  );
}

function RuleFields({ indicator }: { indicator: ScoredIndicator }) {
  const { rule, inputs, weight, unit, target } = indicator;
  const { Fields } = editorOf(rule);
  return (
    <Fields rule={rule} inputs={inputs ?? {}} weight={weight.display} unit={unit} target={target} />
  );
}
