import type { Calculated } from '../api/evaluations.ts';
import { Score } from './score.tsx';

/** On a phone the score's own column is out of sight; it stands once more below the name, for the eye only. */
export function PocketScore(props: { score: Calculated; weight: NonNullable<Calculated> }) {
  return (
    <span class="pocket-score small" aria-hidden="true">
      <b>
        <Score of={props.score} />
      </b>{' '}
      / {props.weight.display}
    </span>
  );
}
