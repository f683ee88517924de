import { checkAnswers, isAnswered } from './check.ts';
import { update } from './elements.ts';
import { errorsInWords } from './error-words.ts';
import { FootBar } from './foot-bar.tsx';
import { codeCard, liveCard } from './live-card.ts';
import { Messages } from './messages.tsx';
import {
  type Acts,
  type Carried,
  CODE_FIELD,
  type Given,
  type PageItem,
  type View,
} from './page.ts';
import { readForm } from './read-form.ts';
import { Receipt } from './receipt.tsx';
import { itemsThatApply } from './show-if.ts';
import { type Step, stepOf } from './steps.ts';

/** The served page in the hands of the script. What stays as it was served is not drawn again. */
export interface LivePage {
  items: PageItem[];
  /** What stands in the controls. */
  given(): Given;
  /** The access code is asked for and has not been given. */
  lacksCode(view: View): boolean;
  /** Makes the page what the view says. */
  show(view: View): void;
  /** The step that a view shows. */
  step(view: View): Step;
  /** Brings the beginning of the step that shows into view, and the focus there, so that it is read out. */
  focusStep(): void;
  element<E extends HTMLElement>(selector: string): E;
}

export function takeOver(root: HTMLElement, carried: Carried, acts: Acts): LivePage {
  const { words, layout } = carried;
  const form = element<HTMLFormElement>('form');
  const messages = element('header + div');
  const bar = element('.bar');
  const parts = all('.part');
  const code = codeCard(root.querySelector('.code'));
  const cards = all('.part .card').map((card) => liveCard(card, words, (id) => acts.clear(id)));
  const items = cards.map(({ item }) => item);
  const slip = document.createElement('main');
  /** Beyond the first step. */
  let past = false;
  form.addEventListener('input', acts.change);
  form.addEventListener('submit', acts.submit);

  return {
    items,
    given: () => ({ answers: readForm(form, items), accessCode: code && code.value() }),
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
      const { receipt, before, answers } = view;
      form.hidden = !!receipt;
      slip.remove();
      if (receipt) {
        root.append(slip);
        const about = element('h1').textContent || '';
        update(
          slip,
          <Receipt
            receipt={receipt}
            alreadyHeard={!!before}
            about={about}
            words={words}
            again={{ href: '', act: acts.startOver }}
          />,
        );
      }
      const applying = itemsThatApply(items, answers);
      const step = stepOf(view, applying, layout);
      const { elder } = view;
      past = step.index > 0;
      document.documentElement.className = `live${elder ? ' elder' : ''}${past ? ' past' : ''}`;
      const errors = errorsInWords(view, applying, words);
      const frozen = view.phase !== 'answering';
      const errorAt = (name: string) => errors.find(({ field }) => field === name);
      if (code) code.update(step.asksCode, view.accessCode, errorAt(CODE_FIELD), frozen);
      for (const { item, update: updateCard } of cards) {
        const number = step.items.includes(item) ? applying.indexOf(item) + 1 : 0;
        updateCard(number, answers[item.id], errorAt(item.id), frozen);
      }
      for (const part of parts) part.hidden = !part.querySelector('.card:not([hidden])');
      update(messages, <Messages {...{ view, errors, words, acts }} />);
      const ready = !lacksCode(view) && checkAnswers(applying, answers).length === 0;
      update(bar, <FootBar {...{ view, items: applying, step, ready, words, acts }} />);
      bar.hidden = !!view.refusal && view.refusal.status === 409;
    },
  };

  function lacksCode({ accessCode }: View): boolean {
    return !!code && code.isAsked() && !isAnswered(accessCode);
  }

  function element<E extends HTMLElement>(selector: string): E {
    const found = root.querySelector<E>(selector);
    if (!found) throw new Error(`not on the page: ${selector}`);
    return found;
  }

  function all(selector: string): HTMLElement[] {
    return Array.from(root.querySelectorAll<HTMLElement>(selector));
  }
}
