import { dayInChina, secondInChina } from '../../../survey-definitions/china-time.ts';
import { askAgain, useFreshness } from '../data/freshness.ts';
import { useWords } from '../language.tsx';
import { sharedWords } from './words.ts';

/** When the numbers on screen were right, to the second: a live number carries its time. */
export function AsOf() {
  const shared = useWords(sharedWords);
  const fresh = useFreshness();
  return fresh ? (
    <span class="as-of nowrap">{shared.freshness.updatedAt(moment(fresh.asOf))}</span>
  ) : null;
}

/** Stands above numbers that may be old, since the server does not answer, for as long as it does not. */
export function StaleNotice() {
  const shared = useWords(sharedWords);
  const fresh = useFreshness();
  if (!fresh?.failing) return null;
  return (
    <div class="notice attention stale-notice" role="alert">
      <p>
        <strong>{shared.freshness.noAnswer}</strong>{' '}
        {shared.freshness.mayHaveChanged(moment(fresh.asOf))} {shared.freshness.reconnecting}{' '}
        <button type="button" class="link-button" onClick={askAgain}>
          {shared.again}
        </button>
      </p>
    </div>
  );
}

/** The time of day in China to the second; with its date where that is not today. */
export function moment(at: number): string {
  const [then, now] = [new Date(at).toISOString(), new Date().toISOString()];
  const second = secondInChina(then);
  return dayInChina(then) === dayInChina(now) ? second.slice(11) : second;
}
