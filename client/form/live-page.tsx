import type { Answers } from '../../survey-definitions/questionnaire.ts';
import { checkAnswers, isAnswered } from './check.ts';
import { update } from './elements.ts';
import { errorsInWords } from './error-words.ts';
import { FootBar } from './foot-bar.tsx';
import { codeCard, liveCard } from './live-card.ts';
import { Messages } from './messages.tsx';
import {
  type Actions,
  CODE_FIELD,
  type Given,
  type PageItem,
  type ScriptData,
  type View,
} from './page.ts';
import { Receipt } from './receipt.tsx';
import { hasEnded, itemsThatApply } from './show-if.ts';
import { type Step, stepOf } from './steps.ts';

/** The served page while its script runs. Only what changes is drawn again; the rest stays as it was served. */
export interface LivePage {
  items: PageItem[];
  /** What stands in the controls now. */
  given(): Given;
  /** The access code is asked for and has not been given. */
  lacksCode(view: View): boolean;
  /** Brings the page up to date with the view. */
  show(view: View): void;
  /** The step that the view shows. */
  step(view: View): Step;
  /** Brings the beginning of the step that shows into view, and the focus there, so that it is read out. */
  focusStep(): void;
  /** What is certain to be on the page. */
  element<E extends HTMLElement>(selector: string): E;
}

export function createLivePage(root: HTMLElement, data: ScriptData, actions: Actions): LivePage {
  const { words, layout } = data;
  const { title } = document;
  const form = element<HTMLFormElement>('form');
  const messages = element('header + div');
  const bar = element('.bar');
  const parts = all('.part');
  const code = codeCard(root.querySelector('.code'));
  const cards = all('.part .card').map((card) => liveCard(card, words, (id) => actions.clear(id)));
  const items = cards.map(({ item }) => item);
  const contact = root.querySelector('.contact');
  const receiptPage = document.createElement('main');
  /** Whether a step after the first one is shown. */
  let past = false;
  form.addEventListener('input', actions.change);
  form.addEventListener('submit', actions.submit);

  return {
    items,
    given: () => ({ answers: readForm(form, items), accessCode: code && code.field.value }),
    lacksCode,
    step: (view) => stepOf(view, itemsThatApply(items, view.answers), layout),
    element,
    focusStep() {
      const first = element(past ? '.part:not([hidden]) .card:not([hidden]) .question' : 'h1');
      first.tabIndex = -1;
      scrollTo(0, 0);
      first.focus({ preventScroll: true });
    },
    show(view) {
      const { receipt, alreadyReceived, answers } = view;
      const applying = itemsThatApply(items, answers);
      // The answers are still there where they have just arrived; whoever opens the page later is told nothing of them.
      const ended = hasEnded(applying, answers);
      document.title = receipt ? words[ended ? 'ended' : 'thanks'] : title;
      // Not `form.hidden`, which an item of that name would be.
      form.toggleAttribute('hidden', !!receipt);
      receiptPage.remove();
      if (receipt) {
        root.append(receiptPage);
        const formTitle = element('h1').textContent || '';
        update(
          receiptPage,
          <Receipt
            receipt={receipt}
            alreadyReceived={alreadyReceived}
            ended={ended}
            formTitle={formTitle}
            words={words}
            again={{ href: '', onClick: actions.startOver }}
          />,
        );
        // As the server wrote it, above the title of the questionnaire.
        if (contact) receiptPage.insertBefore(contact.cloneNode(true), receiptPage.lastChild);
      }
      const step = stepOf(view, applying, layout);
      const { elder } = view;
      past = step.index > 0;
      document.documentElement.className = `live${elder ? ' elder' : ''}${past ? ' past' : ''}`;
      const errors = errorsInWords(view, applying, words);
      const frozen = view.phase !== 'answering';
      const errorAt = (name: string) => errors.find(({ field }) => field === name);
      if (code) code.update(!past, view.accessCode, errorAt(CODE_FIELD), frozen);
      for (const { item, update: updateCard } of cards) {
        const number = step.items.includes(item) ? applying.indexOf(item) + 1 : 0;
        updateCard(number, answers[item.id], errorAt(item.id), frozen);
      }
      for (const part of parts) part.hidden = !part.querySelector('.card:not([hidden])');
      update(messages, <Messages {...{ view, errors, words, actions }} />);
      const ready = !lacksCode(view) && checkAnswers(applying, answers).length === 0;
      update(bar, <FootBar {...{ view, items: applying, step, ready, words, actions }} />);
      bar.hidden = !!view.refusal && view.refusal.status === 409;
    },
  };

  function lacksCode({ accessCode }: View): boolean {
    return !!code && code.asked && !isAnswered(accessCode);
  }

  function element<E extends HTMLElement>(selector: string): E {
    return root.querySelector<E>(selector) as E;
  }

  function all(selector: string): HTMLElement[] {
    return [...root.querySelectorAll<HTMLElement>(selector)];
  }
}

/** The answers as they stand in the controls, also those given before the script ran and those the browser has restored. */
function readForm(form: HTMLFormElement, items: PageItem[]): Answers {
  const values = new FormData(form);
  const answers: Answers = {};
  for (const { id, type } of items) {
    const given = values.getAll(id).map(String);
    if (type === 'multiple') answers[id] = given;
    // In older browsers FormData gives line ends as CRLF, though the field's value has LF.
    else if (given[0] !== undefined) answers[id] = given[0].replace(/\r\n/g, '\n');
  }
  return answers;
}
