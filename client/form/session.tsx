import { hydrate, render } from 'preact';
import type { Answers } from '../../survey-definitions/questionnaire.ts';
import { checkAnswers, givenAnswers } from './check.ts';
import { type Draft, draftKeeper, fittingAnswers } from './draft.ts';
import { FormPage } from './form.tsx';
import { type Acts, firstView, type PageData, type View } from './page.ts';
import { createPause } from './pause.ts';
import { readForm } from './read-form.ts';
import { deliver } from './send.ts';
import { itemsThatApply } from './show-if.ts';
import { uuid } from './uuid.ts';

/** Takes the served page over: from here on every change renders the same components again, in the browser. */
export function startSession(root: HTMLElement, data: PageData): void {
  const { form, code } = data;
  const keeper = draftKeeper(code);
  let view = firstView(data);
  let draft: Draft = { answers: data.answers, startedAt: data.startedAt };
  const pause = createPause();

  const acts: Acts = {
    change() {
      if (view.phase !== 'answering') return;
      keep({ ...view.answers, ...readForm(element('form'), shown()) });
    },
    clear(item) {
      const { [item]: _, ...rest } = view.answers;
      keep(rest);
      element<HTMLInputElement>(`[name="${item}"]`).focus();
    },
    goTo(event, item) {
      event.preventDefault();
      element(`#${item}_card`).scrollIntoView();
      element<HTMLInputElement>(`[name="${item}"]`).focus({ preventScroll: true });
    },
    startOver() {
      keeper.forget();
      draft = { answers: {}, startedAt: new Date().toISOString() };
      show({ answers: {}, errors: [], phase: 'answering', refusal: undefined, restored: false });
      scrollTo(0, 0);
      element('h1').focus();
    },
    submit(event) {
      event.preventDefault();
      // A second tap finds the first one under way.
      if (view.phase === 'sending' || view.phase === 'waiting') return;
      const items = shown();
      const errors = checkAnswers(items, view.answers);
      if (errors.length > 0) return showMessage({ errors, restored: false });
      const answers = givenAnswers(items, view.answers);
      // Kept ids are sent again as they are: the server may have them already.
      draft.sending = draft.sending || {
        id: uuid(),
        body: JSON.stringify({ answers, startedAt: draft.startedAt }),
      };
      keeper.write(draft);
      void send(draft.sending);
    },
    tryNow: pause.hurry,
  };

  // What was written before the script ran must be known first: hydrating sets a field to what the page says it holds.
  const tapped = givenAnswers(form.items, readForm(element('form'), form.items));
  view.answers = { ...data.answers, ...tapped };
  hydrate(<FormPage data={data} view={view} acts={acts} />, root);
  const kept = keeper.read();
  if (kept) draft = kept;
  // What a refused post brings back is newer than the draft, and what stands in the controls is newest.
  const now = fittingAnswers(form.items, { ...draft.answers, ...view.answers });
  show({
    live: true,
    answers: now,
    restored: !!kept && Object.keys(fittingAnswers(form.items, kept.answers)).length > 0,
    forgetful: !keeper.write(draft),
  });
  if (draft.sending) void send(draft.sending);
  else if (Object.keys(now).length > 0) keep(now);
  else keeper.forget();

  async function send(sending: { id: string; body: string }): Promise<void> {
    show({ errors: [], refusal: undefined, restored: false, phase: 'sending' });
    const parcel = {
      url: `/api/surveys/${encodeURIComponent(code)}/responses/${sending.id}`,
      body: sending.body,
      language: form.language,
    };
    const outcome = await deliver(parcel, async (ms) => {
      show({ phase: 'waiting' });
      await pause.wait(ms);
      show({ phase: 'sending' });
    });
    if (outcome.kind === 'accepted') {
      keeper.forget();
      document.title = data.words.thanks;
      return showMessage({ receipt: outcome.receipt });
    }
    if (outcome.kind === 'faulty') {
      // Nothing was stored under this id; the corrected answers are another response.
      draft.sending = undefined;
      keeper.write(draft);
      return showMessage({ errors: outcome.errors, phase: 'answering' });
    }
    if (outcome.refusal === 'tooLarge') {
      draft.sending = undefined;
      keeper.write(draft);
    }
    showMessage({
      refusal: outcome.refusal,
      phase: outcome.refusal === 'tooLarge' ? 'answering' : 'refused',
    });
  }

  function keep(answers: Answers): void {
    draft.answers = answers;
    show({ answers, forgetful: !keeper.write(draft) });
  }

  function show(change: Partial<View>): void {
    view = { ...view, ...change };
    render(<FormPage data={data} view={view} acts={acts} />, root);
  }

  function showMessage(change: Partial<View>): void {
    show(change);
    scrollTo(0, 0);
    const message = element('#message');
    message.focus({ preventScroll: true });
    message.scrollIntoView();
  }

  function shown() {
    return itemsThatApply(form.items, view.answers);
  }

  function element<E extends HTMLElement = HTMLFormElement>(selector: string): E {
    const found = root.querySelector<E>(selector);
    if (!found) throw new Error(`not on the page: ${selector}`);
    return found;
  }
}
