import { checkAnswers, givenAnswers, isAnswered } from './check.ts';
import { createCustody } from './custody.ts';
import { elderMode } from './elder.ts';
import { runLater } from './later.ts';
import { takeOver } from './live-page.tsx';
import { followAnswers } from './next-item.ts';
import {
  type Acts,
  type Carried,
  CODE_FIELD,
  type FormError,
  firstView,
  type View,
} from './page.ts';
import { itemsThatApply } from './show-if.ts';

/** Takes the served page over: from here on the script sees to what changes on it. */
export function startSession(root: HTMLElement, carried: Carried): void {
  const { code, words, later: scripts } = carried;
  const { title } = document;
  let dressed = false;

  const acts: Acts = {
    change() {
      if (view.phase === 'answering') custody.keep(page.given());
    },
    clear(item) {
      const { [item]: _, ...rest } = view.answers;
      custody.keep({ answers: rest });
      page.element(`[name="${item}"]`).focus();
    },
    goTo(event, field) {
      event.preventDefault();
      const card = page.element(`#${field}_card`);
      // The access code belongs to no item: it is asked for in the first step.
      if (card.hidden) turnTo(field === CODE_FIELD ? undefined : field);
      card.scrollIntoView();
      page.element(`[name="${field}"]`).focus({ preventScroll: true });
    },
    back() {
      // The phone's own way back does the same, so both take the same path.
      if (history.state && history.state.on) return history.back();
      turnTo(page.step(view).back);
      page.focusStep();
    },
    startOver(event) {
      event.preventDefault();
      custody.startOver();
      turnTo(undefined);
      scrollTo(0, 0);
      page.element('h1').focus();
    },
    submit(event) {
      event.preventDefault();
      // What is on its way stays as it is, and takes the way of what was tapped twice.
      if (view.phase !== 'answering') return custody.send({ answers: {} });
      const items = itemsThatApply(page.items, view.answers);
      const { next, asksCode, items: here } = page.step(view);
      const last = next === undefined;
      const errors: FormError[] = checkAnswers(last ? items : here, view.answers);
      if (page.lacksCode(view) && (last || asksCode)) errors.unshift({ accessCode: 'required' });
      if (errors.length > 0) return showMessage({ errors, restored: false });
      if (!last) {
        turnTo(next, true);
        return page.focusStep();
      }
      custody.send({
        answers: givenAnswers(items, view.answers),
        // From its field: what the link brought stays there.
        accessCode: page.given().accessCode,
      });
    },
    tryNow: () => custody.tryNow(),
  };

  const page = takeOver(root, carried, acts);
  const { answers, accessCode } = page.given();
  const onPage = { answers: givenAnswers(page.items, answers), accessCode };
  let view: View = firstView(onPage, carried.errors, elderMode(root, switchElder));
  const { value: startedAt } = page.element<HTMLInputElement>('[name=_started]');
  const { items } = page;
  const { lang } = document.documentElement;
  const custody = createCustody(
    { code, items, language: lang, startedAt, prover: scripts['proof'] },
    (change, message) => {
      if (message) showMessage(change);
      else show(change);
    },
  );
  custody.start(onPage);
  const at = history.state ? history.state.item : view.restored ? firstOpen() : undefined;
  show({ errors: view.phase === 'answering' && !view.receipt ? carried.errors : [], at });
  followAnswers(page.element('form'));
  addEventListener('popstate', ({ state }) => {
    show({ at: state ? state.item : undefined, errors: [] });
    // Where only the page keeps them, an earlier entry of its history knows the answers as they were.
    if (view.forgetful) custody.keep({});
    page.focusStep();
  });
  if (view.elder) switchElder(true);

  function show(change: Partial<View>): void {
    view = { ...view, ...change };
    document.title = view.receipt ? words.thanks : title;
    page.show(view);
  }

  function showMessage(change: Partial<View>): void {
    show(change);
    scrollTo(0, 0);
    const message = page.element('#message');
    message.focus({ preventScroll: true });
    message.scrollIntoView();
  }

  /** Shows the step of an item; `on`: by way of the button, so that the way back leads here again. */
  function turnTo(item: string | undefined, on?: boolean): void {
    const state = { ...history.state, item, on };
    if (on) history.pushState(state, '');
    else history.replaceState(state, '');
    show({ at: item, errors: on ? [] : view.errors, restored: false });
  }

  /** Where to go on: the first item that is not answered yet, or the first step where the access code is missing. */
  function firstOpen(): string | undefined {
    if (page.lacksCode(view)) return undefined;
    const items = itemsThatApply(page.items, view.answers);
    const open = items.find(({ id }) => !isAnswered(view.answers[id]));
    return open && open.id;
  }

  function switchElder(elder: boolean): void {
    show({ elder });
    // Without a voice the page is as good as with one, only silent.
    if (elder && !dressed) runLater(scripts['elder']).catch(() => {});
    dressed = dressed || elder;
  }
}
