import { checkAnswers, isAnswered } from './check.ts';
import { fill } from './fill.ts';
import type { Acts, PageItem, View } from './page.ts';
import type { Words } from './words.ts';

interface Props {
  view: View;
  /** Those that show: the whole that progress is measured by. */
  items: PageItem[];
  words: Words;
  acts?: Acts;
}

/**
 * The bar at the foot: how far one has come and the one button. It stands out once nothing that must be answered is
 * left, and works before that too: then it says what is missing.
 */
export function FootBar({ view, items, words, acts }: Props) {
  const { live, phase, answers } = view;
  const n = items.filter((item) => isAnswered(answers[item.id])).length;
  const total = items.length;
  const answered = fill(words.answered, { n, total });
  const ready = checkAnswers(items, answers).length === 0;
  const message = {
    answering: '',
    sending: words.sending,
    waiting: words.waiting,
    refused: words.notSent,
  }[phase];
  return (
    <div class={live ? 'bar live' : 'bar'}>
      {live && <progress value={n} max={total} aria-label={answered} />}
      <div class="column">
        <div class="state">
          {live && !message && (
            <p>
              {answered} {ready && <b>{words.ready}</b>}
            </p>
          )}
          <p role="status">{message}</p>
        </div>
        {phase === 'waiting' ? (
          <button type="button" onClick={acts && (() => acts.tryNow())}>
            {words.tryNow}
          </button>
        ) : (
          <button
            type="submit"
            class={live && !ready ? 'outline' : undefined}
            aria-disabled={phase === 'sending' || undefined}
          >
            {phase === 'refused' ? words.tryAgain : words.submit}
          </button>
        )}
      </div>
    </div>
  );
}
