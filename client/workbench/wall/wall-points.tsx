import type { Progress } from '../api/surveys.ts';
import { count, outOf } from '../format.ts';
import { useWords } from '../language.tsx';
import { inOrder } from '../survey/point-order.ts';
import { tradeTerms } from '../terms.ts';
import { wallWords } from './words.ts';

/** So many are read from afar beside a chart; of more, those that lack most. */
const MOST_POINTS = 5;

/** How far each collection point is, those first that lack most of their plan; nothing where there are none. */
export function WallPoints({ progress: { byPoint } }: { progress: Progress }) {
  const words = useWords(wallWords);
  const terms = useWords(tradeTerms);
  const points = inOrder(byPoint, 'missing').filter(({ point }) => point !== null);
  if (points.length === 0) return null;
  const more = points.length - MOST_POINTS;
  return (
    <section class="wall-points">
      <h2>{terms.point}</h2>
      <ul>
        {points.slice(0, MOST_POINTS).map(({ point, name, planned, received, valid }) => (
          <li key={point}>
            <span>{name ?? point}</span>
            <b>{planned === null ? count(valid) : outOf(valid, planned)}</b>
            {planned !== null && (
              <div class="plan-bar" aria-hidden="true">
                <i style={{ inlineSize: `${(100 * valid) / Math.max(planned, received, 1)}%` }} />
              </div>
            )}
          </li>
        ))}
      </ul>
      {more > 0 && <p class="quiet">{words.morePoints(more, count(more))}</p>}
    </section>
  );
}
