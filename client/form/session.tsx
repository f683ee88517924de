import { checkAnswers, givenAnswers, isAnswered } from './check.ts';
import { createCustody } from './custody.ts';
import { elderMode } from './elder.ts';
import { runLater } from './later.ts';
import { takeOver } from './live-page.tsx';
import { followAnswers } from './next-item.ts';
import { type Acts, type Carried, firstView, type View } from './page.ts';

/** Takes the served page over: from here on the script sees to what changes on it. */
export function startSession(root: HTMLElement, carried: Carried): void {
  const { code, words, later: scripts } = carried;
  const { title } = document;
  let dressed = false;

  const acts: Acts = {
    change() {
      if (view.phase === 'answering') custody.keep(page.answers());
    },
    clear(item) {
      const { [item]: _, ...rest } = view.answers;
      custody.keep(rest);
      page.element(`[name="${item}"]`).focus();
    },
    goTo(event, item) {
      event.preventDefault();
      if (!page.step(view).items.some(({ id }) => id === item)) turnTo(item);
      page.element(`#${item}_card`).scrollIntoView();
      page.element(`[name="${item}"]`).focus({ preventScroll: true });
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
      if (view.phase !== 'answering') return custody.send({});
      const items = page.asked(view.answers);
      const { next, items: here } = page.step(view);
      const errors = checkAnswers(next === undefined ? items : here, view.answers);
      if (errors.length > 0) return showMessage({ errors, restored: false });
      if (next !== undefined) {
        turnTo(next, true);
        return page.focusStep();
      }
      const { _k, ...answers } = givenAnswers(items, view.answers);
      // Also where the link brought it and nobody was asked.
      const field = root.querySelector<HTMLTextAreaElement>('[name=_k]');
      custody.send(answers, field ? field.value : undefined);
    },
    tryNow: () => custody.tryNow(),
  };

  const page = takeOver(root, carried, acts);
  const answered = givenAnswers(page.items, page.answers());
  let view: View = firstView(answered, carried.errors, elderMode(root, switchElder));
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
  custody.start(answered);
  const at = history.state ? history.state.item : view.restored ? firstOpen() : undefined;
  show({ errors: view.phase === 'answering' && !view.receipt ? carried.errors : [], at });
  followAnswers(page.element('form'));
  addEventListener('popstate', ({ state }) => {
    show({ at: state ? state.item : undefined, errors: [] });
    // Where only the page keeps them, an earlier entry of its history knows the answers as they were.
    if (view.forgetful) custody.keep();
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

  /** Where to go on: the first item that is not answered yet. */
  function firstOpen(): string | undefined {
    const open = page.asked(view.answers).find(({ id }) => !isAnswered(view.answers[id]));
    return open && open.id;
  }

  function switchElder(elder: boolean): void {
    show({ elder });
    // Without a voice the page is as good as with one, only silent.
    if (elder && !dressed) runLater(scripts['elder']).catch(() => {});
    dressed = dressed || elder;
  }
}
