import { dayInChina, minuteInChina } from '../../../survey-definitions/china-time.ts';
import { askAgain, useFreshness } from '../data/freshness.ts';
import { useWords } from '../language.tsx';
import { sharedWords } from './words.ts';

/** When the numbers on screen were right: a live number carries its time. */
export function AsOf() {
  const shared = useWords(sharedWords);
  const fresh = useFreshness();
  return fresh ? (
    <span class="as-of nowrap">{shared.freshness.asOf(moment(fresh.asOf))}</span>
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
        {shared.freshness.mayHaveChanged(moment(fresh.asOf))}{' '}
        <button type="button" class="link-button" onClick={askAgain}>
          {shared.again}
        </button>
      </p>
    </div>
  );
}

/** The time of day in China; with its date where that is not today. */
function moment(at: number): string {
  const [then, now] = [new Date(at).toISOString(), new Date().toISOString()];
  return dayInChina(then) === dayInChina(now) ? minuteInChina(then).slice(11) : minuteInChina(then);
}
