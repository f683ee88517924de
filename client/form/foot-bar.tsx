import { isAnswered } from './check.ts';
import { fill } from './fill.ts';
import type { LiveWords } from './live-words.ts';
import type { Actions, PageItem, View } from './page.ts';
import type { Step } from './steps.ts';

interface Props {
  view: View;
  /** Those that apply. */
  items: PageItem[];
  step: Step;
  /** Whether nothing required is missing. */
  ready: boolean;
  words: LiveWords;
  actions?: Actions;
}

/**
 * The bar at the foot: progress, and the buttons. The button to send stands out once nothing required is missing; tapped
 * before that, it says what is.
 */
export function FootBar({ view, items, step, ready, words, actions }: Props) {
  const { live, phase, answers } = view;
  const n = items.filter((item) => isAnswered(answers[item.id])).length;
  const total = items.length;
  const answered = fill(words.answered, { n, total });
  const message = {
    answering: '',
    sending: view.proving ? words.proving : words.sending,
    waiting: words.waiting,
    refused: words.notSent,
  }[phase];
  const answering = phase === 'answering';
  return (
    <footer class="bar">
      {live && <progress value={n} max={total} aria-label={answered} />}
      <div class="column">
        <div class="state">
          {live && answering && (
            <p>
              {step.sections &&
                `${fill(words.part, { n: step.index + 1, total: step.sections })} · `}
              {answered} {ready && <b>{words.ready}</b>}
            </p>
          )}
          <p role="status">{message}</p>
        </div>
        {live && answering && step.index > 0 && (
          <button type="button" class="outline" onClick={actions && actions.back}>
            {words.back}
          </button>
        )}
        {phase === 'waiting' ? (
          <button type="button" onClick={actions && actions.tryNow}>
            {words.tryNow}
          </button>
        ) : (
          <button
            type="submit"
            class={live && answering && !step.next && !ready ? 'outline' : undefined}
            aria-disabled={phase === 'sending' ? 'true' : undefined}
          >
            {phase === 'refused' ? words.tryAgain : answering ? words[step.button] : words.submit}
          </button>
        )}
      </div>
    </footer>
  );
}
