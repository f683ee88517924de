import type { Progress } from '../api/surveys.ts';
import { Arrivals } from '../arrivals/arrivals.tsx';
import { useWords } from '../language.tsx';
import { returnsWords } from './words.ts';

/** What came in by day and by hour, of all surveys together; nothing where no survey has begun. */
export function AllArrivals({ progress }: { progress: readonly Progress[] }) {
  const words = useWords(returnsWords);
  const open = progress.filter(({ state }) => state === 'open');
  const byDay = progress.flatMap((each) => each.byDay);
  if (byDay.length === 0) return null;
  return (
    <section class="returns-arrivals" aria-labelledby="all-arrivals">
      <h3 id="all-arrivals">{words.arrivals}</h3>
      <Arrivals byDay={byDay} byHour={progress.flatMap((each) => each.byHour)} now={open[0]?.at} />
    </section>
  );
}
