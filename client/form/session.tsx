import { hydrate, render } from 'preact';
import { checkAnswers, givenAnswers } from './check.ts';
import { createCustody } from './custody.ts';
import { FormPage } from './form.tsx';
import { type Acts, firstView, type PageData, type View } from './page.ts';
import { readForm } from './read-form.ts';
import { itemsThatApply } from './show-if.ts';

/** Takes the served page over: from here on every change renders the same components again, in the browser. */
export function startSession(root: HTMLElement, data: PageData): void {
  const { form, code, startedAt, words } = data;
  const { items, language } = form;
  const { title } = document;
  let view = firstView(data);

  const custody = createCustody({ code, items, language, startedAt }, (change, message) => {
    if (message) showMessage(change);
    else show(change);
  });

  const acts: Acts = {
    change() {
      if (view.phase !== 'answering') return;
      custody.keep({ ...view.answers, ...readForm(element('form'), shown()) });
    },
    clear(item) {
      const { [item]: _, ...rest } = view.answers;
      custody.keep(rest);
      element<HTMLInputElement>(`[name="${item}"]`).focus();
    },
    goTo(event, item) {
      event.preventDefault();
      element(`#${item}_card`).scrollIntoView();
      element<HTMLInputElement>(`[name="${item}"]`).focus({ preventScroll: true });
    },
    startOver(event) {
      event.preventDefault();
      custody.startOver();
      scrollTo(0, 0);
      element('h1').focus();
    },
    submit(event) {
      event.preventDefault();
      if (view.phase === 'answering') {
        const errors = checkAnswers(shown(), view.answers);
        if (errors.length > 0) return showMessage({ errors, restored: false });
      }
      custody.send(givenAnswers(shown(), view.answers));
    },
    tryNow: custody.tryNow,
  };

  // What was written before the script ran must be known first: hydrating sets a field to what the page says it holds.
  const tapped = givenAnswers(items, readForm(element('form'), items));
  view.answers = { ...data.answers, ...tapped };
  hydrate(<FormPage data={data} view={view} acts={acts} />, root);
  custody.start(view.answers);

  function show(change: Partial<View>): void {
    view = { ...view, ...change };
    document.title = view.receipt ? words.thanks : title;
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
    return itemsThatApply(items, view.answers);
  }

  function element<E extends HTMLElement = HTMLFormElement>(selector: string): E {
    const found = root.querySelector<E>(selector);
    if (!found) throw new Error(`not on the page: ${selector}`);
    return found;
  }
}
