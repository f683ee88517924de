import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { LONGEST_REASON } from '../../../survey-definitions/survey.ts';
import type { Problem } from '../api/client.ts';
import { useWords } from '../language.tsx';
import { ChoiceGroup } from '../parts/choice-group.tsx';
import { Field } from '../parts/field.tsx';
import { Form, SaveActions } from '../parts/form.tsx';
import { textOf } from '../parts/form-values.ts';
import { tradeTerms } from '../terms.ts';
import {
  CHOICES,
  type Choice,
  choiceOf,
  type Decision,
  decisionOf,
  KEY_OF,
  REASON_FIELD_KEY,
  REASON_KEYS,
} from './decisions.ts';
import { useLastReasons } from './reason-places.ts';
import { giveReason, useDecisionKeys } from './use-decision-keys.ts';
import { judgingWords } from './words.ts';

/** A decision with its reason: by keys, by mouse or by touch. */
export function DecisionForm(props: {
  survey: string;
  draft: string;
  /** Whether there is anything to take back. */
  mayGiveBack: boolean;
  label: string;
  busy: boolean;
  message: ComponentChildren;
  problem: Problem | undefined;
  /** True where it was made. */
  decide(decision: Decision): Promise<boolean>;
  children?: ComponentChildren;
}) {
  const words = useWords(judgingWords);
  const terms = useWords(tradeTerms);
  const place = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<Choice>();
  const reasons = useLastReasons(props.survey);
  useDecisionKeys(place, reasons);
  const choices = CHOICES.filter((choice) => choice !== 'back' || props.mayGiveBack);
  return (
    <Form
      class="form decision-form"
      draft={props.draft}
      submit={(form) =>
        props.decide(
          decisionOf(choiceOf(textOf(form, 'disposition')) ?? 'back', textOf(form, 'reason')),
        )
      }
      problem={props.problem}
      pathOf={(name) => `$.${name}`}
      actions={(form) => <SaveActions form={form} {...props} />}
    >
      {props.children}
      <div ref={place} class="stack decision">
        <div
          onChange={() =>
            setChosen(
              choiceOf(place.current?.querySelector<HTMLInputElement>('input:checked')?.value),
            )
          }
        >
          <ChoiceGroup name="disposition" legend={words.decision}>
            <div class="segments">
              {choices.map((choice) => (
                <label key={choice}>
                  <input
                    type="radio"
                    name="disposition"
                    value={choice}
                    required
                    aria-keyshortcuts={KEY_OF[choice]}
                  />
                  <span>
                    <Key of={KEY_OF[choice]} /> {choice === 'back' ? words.back : terms[choice]}
                  </span>
                </label>
              ))}
            </div>
          </ChoiceGroup>
        </div>
        <div class="stack" hidden={chosen === undefined}>
          {reasons.length > 0 && (
            <LastReasons
              reasons={reasons}
              give={(reason) => giveReason(place.current?.closest('form'), reason)}
            />
          )}
          <Field
            name="reason"
            label={chosen === 'back' ? words.reasonOptional : words.reason}
            hint={words.reasonKeys}
          >
            {(inputProps) => (
              <textarea
                {...inputProps}
                class="input"
                rows={2}
                data-longest={LONGEST_REASON}
                required={chosen !== 'back'}
                aria-keyshortcuts={REASON_FIELD_KEY}
                onKeyDown={leaveOrSave}
              />
            )}
          </Field>
        </div>
      </div>
    </Form>
  );
}

/** Enter saves what a line holds, but not what an input method is about to write; Esc only leaves the field. */
function leaveOrSave(event: KeyboardEvent & { currentTarget: HTMLTextAreaElement }): void {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'Escape') {
    event.preventDefault();
    event.currentTarget.blur();
  }
  if (event.key === 'Enter' && !event.shiftKey) {
    event.preventDefault();
    event.currentTarget.form?.requestSubmit();
  }
}

/** What was said of others, one key each. */
function LastReasons(props: { reasons: readonly string[]; give(reason: string): void }) {
  const words = useWords(judgingWords);
  return (
    <fieldset class="fields last-reasons">
      <legend class="visually-hidden">{words.lastReasons}</legend>
      {props.reasons.map((reason, index) => (
        <button
          key={reason}
          type="button"
          class="button"
          title={reason}
          aria-keyshortcuts={REASON_KEYS[index]}
          onClick={() => props.give(reason)}
        >
          <Key of={REASON_KEYS[index]} />
          <span>{reason}</span>
        </button>
      ))}
    </fieldset>
  );
}

/** The key that does the same; it is said aloud as the control's own. */
const Key = ({ of }: { of: string | undefined }) => (
  <span class="key" aria-hidden="true">
    {of}
  </span>
);
