import type { SurveyPoint } from '../api/surveys.ts';
import { useWords } from '../language.tsx';
import { tradeTerms } from '../terms.ts';
import { sharedWords } from './words.ts';

/** One of a survey's collection points, or all; nothing where it has none. There may be hundreds, so that they fold. */
export function PointChoice(props: {
  /** Undefined while they are not known yet. */
  points: readonly Pick<SurveyPoint, 'id' | 'name'>[] | undefined;
  point: string | undefined;
  onChange(point: string | undefined): void;
}) {
  const shared = useWords(sharedWords);
  const terms = useWords(tradeTerms);
  const { points = [], point } = props;
  // One that is not listed, as of an old link, is shown by its id and can be left.
  const unknown = point !== undefined && !points.some(({ id }) => id === point);
  if (points.length === 0 && !unknown) return null;
  return (
    <select
      class="input point-choice"
      aria-label={terms.point}
      value={point ?? ''}
      onChange={({ currentTarget }) => props.onChange(currentTarget.value || undefined)}
    >
      <option value="">{shared.allPoints}</option>
      {unknown && <option value={point}>{point}</option>}
      {points.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}
