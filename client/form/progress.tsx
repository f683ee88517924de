import { fill } from './fill.ts';
import type { Acts, View } from './page.ts';
import type { Words } from './words.ts';

interface Props {
  view: View;
  answered: number;
  total: number;
  /** Nothing that must be answered is left. */
  ready: boolean;
  words: Words;
  acts?: Acts;
}

/** The bar at the foot: how far one has come, of the items that apply to oneself, and the one button. */
export function FootBar({ view, answered, total, ready, words, acts }: Props) {
  const busy = view.phase === 'sending' || view.phase === 'waiting';
  const message =
    view.phase === 'sending' ? words.sending : view.phase === 'waiting' ? words.waiting : '';
  return (
    <div class={view.live ? 'bar live' : 'bar'}>
      {view.live && (
        <progress
          value={answered}
          max={total}
          aria-label={fill(words.answered, { n: answered, total })}
        />
      )}
      <div class="column">
        <div class="state">
          {view.live && !busy && (
            <p>
              {fill(words.answered, { n: answered, total })}
              {ready && <b>{words.ready}</b>}
            </p>
          )}
          <p role="status">{message}</p>
        </div>
        {view.phase === 'waiting' ? (
          <button type="button" onClick={acts && (() => acts.tryNow())}>
            {words.tryNow}
          </button>
        ) : (
          <button
            type="submit"
            class={view.live && !ready ? 'outline' : undefined}
            aria-disabled={busy || undefined}
          >
            {words.submit}
          </button>
        )}
      </div>
    </div>
  );
}
