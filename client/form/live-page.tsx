import type { Answers } from '../../survey-definitions/questionnaire.ts';
import { update } from './elements.ts';
import { errorsInWords } from './error-words.ts';
import { FootBar } from './foot-bar.tsx';
import { type LiveCard, liveCard } from './live-card.ts';
import { Messages } from './messages.tsx';
import type { Acts, Carried, PageItem, View } from './page.ts';
import { readForm } from './read-form.ts';
import { Receipt } from './receipt.tsx';
import { itemsThatApply, withoutCode } from './show-if.ts';
import { type Step, stepOf } from './steps.ts';

/** The served page in the hands of the script. What stays as it was served is not drawn again. */
export interface LivePage {
  /** All that the device keeps: the items and, as `_k`, the access code where the survey needs one. */
  items: PageItem[];
  /** Those of them that the respondent is asked for, given these answers. */
  asked(answers: Answers): PageItem[];
  /** The answers as they stand in the controls. */
  answers(): Answers;
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
  const cards: LiveCard[] = all('.card').map((card) =>
    liveCard(card, words, (id) => acts.clear(id)),
  );
  const items = cards.map(({ item }) => item);
  /** Not where the link brought the code, until it turns out to be no good. */
  let codeAsked = cards.some(({ item, card }) => item.id === '_k' && !card.hidden);
  const slip = document.createElement('main');
  /** Beyond the first step. */
  let past = false;
  form.addEventListener('input', acts.change);
  form.addEventListener('submit', acts.submit);

  return {
    items,
    answers: () => readForm(form, items),
    asked,
    step: (view) => stepOf(view, asked(view.answers), layout),
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
      if (view.errors.some(({ item }) => item === '_k')) codeAsked = true;
      const applying = asked(answers);
      const proper = withoutCode(applying);
      const step = stepOf(view, applying, layout);
      const { elder } = view;
      past = step.index > 0;
      document.documentElement.className = `live${elder ? ' elder' : ''}${past ? ' past' : ''}`;
      const errors = errorsInWords(view, proper, words);
      for (const { item, update: updateCard } of cards) {
        // What the link brought stays in its field.
        if (item.id === '_k' && !codeAsked) continue;
        updateCard({
          number: step.items.includes(item) ? proper.indexOf(item) + 1 || 1 : 0,
          answer: answers[item.id],
          error: errors.find((error) => error.item === item.id),
          frozen: view.phase !== 'answering',
        });
      }
      for (const part of parts) part.hidden = !part.querySelector('.card:not([hidden])');
      update(messages, <Messages {...{ view, errors, words, acts }} />);
      update(bar, <FootBar {...{ view, items: applying, step, words, acts }} />);
      bar.hidden = !!view.refusal && view.refusal.status === 409;
    },
  };

  function asked(answers: Answers): PageItem[] {
    return itemsThatApply(codeAsked ? items : withoutCode(items), answers);
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
