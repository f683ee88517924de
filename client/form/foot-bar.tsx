import { isAnswered } from './check.ts';
import { fill } from './fill.ts';
import type { LiveWords } from './live-words.ts';
import type { Acts, PageItem, View } from './page.ts';
import type { Step } from './steps.ts';

interface Props {
  view: View;
  /** Those that apply. */
  items: PageItem[];
  step: Step;
  /** Nothing that must be given is left. */
  ready: boolean;
  words: LiveWords;
  acts?: Acts;
}

/**
 * The bar at the foot: how far one has come and what comes next. The button to send stands out once nothing that must be
 * answered is left, and works before that too: then it says what is missing.
 */
export function FootBar({ view, items, step, ready, words, acts }: Props) {
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
  const still = phase === 'answering';
  return (
    <footer class="bar">
      {live && <progress value={n} max={total} aria-label={answered} />}
      <div class="column">
        <div class="state">
          {live && still && (
            <p>
              {step.sections &&
                `${fill(words.part, { n: step.index + 1, total: step.sections })} · `}
              {answered} {ready && <b>{words.ready}</b>}
            </p>
          )}
          <p role="status">{message}</p>
        </div>
        {live && still && step.index > 0 && (
          <button type="button" class="outline" onClick={acts && (() => acts.back())}>
            {words.back}
          </button>
        )}
        {phase === 'waiting' ? (
          <button type="button" onClick={acts && (() => acts.tryNow())}>
            {words.tryNow}
          </button>
        ) : (
          <button
            type="submit"
            class={live && still && !step.next && !ready ? 'outline' : undefined}
            aria-disabled={phase === 'sending' ? 'true' : undefined}
          >
            {phase === 'refused' ? words.tryAgain : still ? words[step.button] : words.submit}
          </button>
        )}
      </div>
    </footer>
  );
}
