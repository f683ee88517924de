import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Problem } from '../api/client.ts';
import { attempt } from '../data/use-mutation.ts';
import { useWords } from '../language.tsx';
import { faultsByField } from './field-faults.ts';
import { controlsOf } from './form-controls.ts';
import { type Faults, FaultsContext, faultsOf } from './form-faults.ts';
import { ProblemNotice } from './problem-notice.tsx';
import { SavedMeanwhile } from './saved-meanwhile.tsx';
import { asBase, useFormDraft } from './use-form-draft.ts';
import { sharedWords } from './words.ts';

export interface FormProps {
  /** Names the form among all that may be unsaved: made by `draftKey`. Left out where nothing may be kept. */
  draft?: string;
  class?: string;
  /** What is stored of it; left out for what is new. */
  stored?: unknown;
  /** Who stored it and when, where that is known. */
  storedBy?: string | undefined;
  /** Asks what is stored at the moment of saving, so that nobody writes over what he has not seen. */
  storedNow?(): Promise<unknown>;
  /** True where it was saved. */
  submit(form: FormData): Promise<boolean>;
  /** What is wrong with what was filled in, by field, beyond what the fields say themselves. */
  check?(form: FormData): Faults;
  problem: Problem | undefined;
  /** Where the server finds a field, e.g. `$.override.score`; `$.score` unless said otherwise. */
  pathOf?(name: string): string;
  children: ComponentChildren;
  /** What stands at the foot: the button that saves first, then ways to give up. */
  actions(form: { discard(): void; unsaved: boolean }): ComponentChildren;
}

/** How long what somebody else saved has to stand on screen before a press says that it was seen, in milliseconds. */
const READ_MS = 1_500;

/**
 * A form of the workbench. What is typed in it survives whatever happens to the screen; what is wrong is said in our own
 * words beside the field, and the first such field gets the focus.
 */
export const Form = (props: FormProps) => <OneForm key={props.draft} {...props} />;

function OneForm(props: FormProps) {
  const shared = useWords(sharedWords);
  const form = useRef<HTMLFormElement>(null);
  const { draft, savedMeanwhile, ...kept } = useFormDraft(form, props.draft, props.stored);
  const [found, setFound] = useState<Faults>({});
  // What somebody else saved meanwhile and the one who types has been shown.
  const shown = useRef<string>(undefined);
  const names = new Set(form.current ? namesIn(form.current) : []);
  const { byField, rest } = faultsByField(props.problem, [...names], props.pathOf);
  // Once the fields have drawn what is wrong with them.
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[aria-invalid=true], [data-fault] input')?.focus();
  }, [found, props.problem]);
  const stored = savedMeanwhile ? asBase(props.stored) : undefined;
  useLayoutEffect(() => {
    if (stored === undefined) return;
    // It comes by itself on a page that follows what happens: a press that was on its way has not seen it.
    const timer = setTimeout(() => {
      shown.current = stored;
    }, READ_MS);
    return () => clearTimeout(timer);
  }, [stored]);

  const submit = async (formElement: HTMLFormElement) => {
    const filledIn = new FormData(formElement);
    const faults = { ...props.check?.(filledIn), ...faultsOf(formElement, shared.faults) };
    setFound(faults);
    if (Object.keys(faults).length > 0) return;
    if (draft && !(await mayReplace(draft.base, shown.current))) return;
    if (await props.submit(filledIn)) kept.saved(draft);
  };
  /** Not what the one who types has not seen, nor in another person's name. Where it cannot be told, saving will say why. */
  const mayReplace = async (...seen: (string | undefined)[]) => {
    if (!props.storedNow) return true;
    let now = seen[0];
    const problem = await attempt(async () => {
      now = asBase(await props.storedNow?.());
    });
    if (problem) return problem.status !== 401;
    const isSeen = seen.includes(now);
    // Refused for it, he is shown it now: the next press is about it.
    shown.current = now;
    return isSeen;
  };
  return (
    <form
      ref={form}
      class={props.class ?? 'form'}
      noValidate
      onInput={kept.typed}
      onChange={kept.typed}
      onSubmit={(event) => {
        event.preventDefault();
        void submit(event.currentTarget);
      }}
    >
      {savedMeanwhile && (
        <SavedMeanwhile form={form} stored={props.stored} by={props.storedBy} take={kept.discard} />
      )}
      <FaultsContext.Provider value={{ ...byField, ...found }}>
        {props.children}
      </FaultsContext.Provider>
      {rest && <ProblemNotice problem={rest} />}
      <div class="actions">
        {props.actions({ discard: kept.discard, unsaved: draft !== undefined })}
        {draft && <span class="tag">{shared.drafts.unsaved}</span>}
      </div>
    </form>
  );
}

/** The fields of a form by name, and the parts of what one field holds as a whole: those say their name as `data-field`. */
const namesIn = (form: HTMLFormElement): string[] => [
  ...controlsOf(form).map(({ name }) => name),
  ...[...form.querySelectorAll<HTMLElement>('[data-field]')].map(
    (part) => part.dataset['field'] ?? '',
  ),
];

/** The way to give up what was typed, where a form stays on the screen; nothing while there is nothing to give up. */
export function DiscardButton({ discard, unsaved }: { discard(): void; unsaved: boolean }) {
  const shared = useWords(sharedWords);
  if (!unsaved) return null;
  return (
    <button type="button" class="button" onClick={discard}>
      {shared.drafts.discard}
    </button>
  );
}

/** Saving, giving up what was typed, and what came of saving: the end of a form that stays where it is. */
export function SaveActions(props: {
  form: { discard(): void; unsaved: boolean };
  label: string;
  busy: boolean;
  message: ComponentChildren;
  /** Where it is not what the page is for. */
  quiet?: boolean;
}) {
  return (
    <>
      <button
        class={props.quiet ? 'button' : 'button primary'}
        type="submit"
        aria-disabled={props.busy}
      >
        {props.label}
      </button>
      <DiscardButton {...props.form} />
      <span class="small said" role="status">
        {props.message}
      </span>
    </>
  );
}

/** The way out of a form that takes the place of something: gives up what was typed, and goes. */
export function CancelButton({ discard, cancel }: { discard(): void; cancel(): void }) {
  const shared = useWords(sharedWords);
  return (
    <button
      type="button"
      class="button"
      onClick={() => {
        discard();
        cancel();
      }}
    >
      {shared.cancel}
    </button>
  );
}
