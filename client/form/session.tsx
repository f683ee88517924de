import { createBeacon } from './beacon.ts';
import { checkAnswers, givenAnswers, isAnswered } from './check.ts';
import { elderMode } from './elder.ts';
import { createLivePage } from './live-page.tsx';
import { loadScript } from './load-script.ts';
import {
  type Actions,
  CODE_FIELD,
  type FormError,
  initialView,
  type ScriptData,
  type View,
} from './page.ts';
import { scrollToNext } from './scroll-to-next.ts';
import { itemsThatApply } from './show-if.ts';
import { createSubmission } from './submission.ts';

/** Connects the served page with the draft: what the respondent does changes the draft, what the draft says is shown. */
export function startSession(root: HTMLElement, data: ScriptData): void {
  const { code, lazyScripts, point } = data;
  const reached = createBeacon(code);
  let elderLoaded = false;

  const actions: Actions = {
    change() {
      if (view.phase !== 'answering') return;
      submission.save(page.given());
      reached(2);
    },
    clear(item) {
      const { [item]: _, ...rest } = view.answers;
      submission.save({ answers: rest });
      page.element(`[name="${item}"]`).focus();
    },
    goTo(event, field) {
      event.preventDefault();
      const card = page.element(`#${field}_card`);
      // The access code belongs to no item: it is asked for in the first step.
      if (card.hidden) goToStep(field === CODE_FIELD ? undefined : field);
      card.scrollIntoView();
      page.element(`[name="${field}"]`).focus({ preventScroll: true });
    },
    back() {
      // Like the back button of the phone, where a tap on “next” has led here.
      if (history.state && history.state.pushed) return history.back();
      goToStep(page.step(view).back);
      page.focusStep();
    },
    startOver(event) {
      event.preventDefault();
      submission.startOver();
      goToStep(undefined);
      scrollTo(0, 0);
      page.element('h1').focus();
    },
    submit(event) {
      event.preventDefault();
      // A response that has been sent does not change; where it was refused, the same is sent again.
      if (view.phase !== 'answering') return submission.send({ answers: {} });
      const items = itemsThatApply(page.items, view.answers);
      const { next, index, items: here } = page.step(view);
      const last = next === undefined;
      const errors: FormError[] = checkAnswers(last ? items : here, view.answers);
      if (page.lacksCode(view) && (last || !index)) errors.unshift({ accessCode: 'required' });
      if (errors.length > 0) return showMessage({ errors, restored: false });
      if (!last) {
        goToStep(next, true);
        return page.focusStep();
      }
      // The access code as it stands in its field, where the link may have put it.
      submission.send({ ...page.given(), answers: givenAnswers(items, view.answers) });
    },
    tryNow: () => submission.tryNow(),
  };

  const page = createLivePage(root, data, actions);
  const onPage = page.given();
  onPage.answers = givenAnswers(page.items, onPage.answers);
  let view: View = initialView(onPage, data.errors, elderMode(root, switchElder));
  const { value: startedAt } = page.element<HTMLInputElement>('[name=_started]');
  const { items } = page;
  const submission = createSubmission(
    { code, items, startedAt, point, proofScript: lazyScripts['proof'] },
    (change, message) => {
      (message ? showMessage : show)(change);
      if (message && change.receipt) reached(3);
    },
  );
  submission.start(onPage);
  const at = history.state ? history.state.item : view.restored ? firstUnanswered() : undefined;
  show({ errors: view.phase === 'answering' && !view.receipt ? data.errors : [], at });
  scrollToNext(page.element('form'));
  addEventListener('popstate', ({ state }) => {
    show({ at: state ? state.item : undefined, errors: [] });
    // Where the draft is stored in the tab's history, an earlier entry still holds an earlier draft.
    if (view.notKept) submission.save({});
    page.focusStep();
  });
  // Whoever leaves without an answer has opened it; before that it asks the network for nothing.
  addEventListener('pagehide', () => reached(1));
  document.addEventListener('visibilitychange', () => document.hidden && reached(1));
  if (view.elder) switchElder(true);

  function show(change: Partial<View>): void {
    view = { ...view, ...change };
    page.show(view);
  }

  function showMessage(change: Partial<View>): void {
    show(change);
    scrollTo(0, 0);
    const message = page.element('#message');
    message.focus({ preventScroll: true });
    message.scrollIntoView();
  }

  /** Shows the step of an item; `pushed`: as a new entry of the history, so that the back button leads here again. */
  function goToStep(item: string | undefined, pushed?: boolean): void {
    const state = { ...history.state, item, pushed };
    if (pushed) history.pushState(state, '');
    else history.replaceState(state, '');
    show({ at: item, errors: pushed ? [] : view.errors, restored: false });
  }

  /** The item to continue with; undefined, for the first step, where the access code is missing. */
  function firstUnanswered(): string | undefined {
    if (page.lacksCode(view)) return undefined;
    const items = itemsThatApply(page.items, view.answers);
    const open = items.find(({ id }) => !isAnswered(view.answers[id]));
    return open && open.id;
  }

  function switchElder(elder: boolean): void {
    show({ elder });
    // Where this script cannot be loaded, the page works without reading aloud.
    if (elder && !elderLoaded) loadScript(lazyScripts['elder']).catch(() => {});
    elderLoaded = elderLoaded || elder;
  }
}
