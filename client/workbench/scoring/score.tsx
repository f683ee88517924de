import type { Calculated } from '../api/evaluations.ts';
import { useWords } from '../language.tsx';
import { CalculatedNumber } from '../parts/calculated-number.tsx';
import { sharedWords } from '../parts/words.ts';

/** A score, a subtotal or a rate; where there is none, something is still missing. */
export function Score({ value, whenNone }: { value: Calculated; whenNone?: string }) {
  const shared = useWords(sharedWords);
  return <CalculatedNumber value={value} whenNone={whenNone ?? shared.none.score} />;
}

/** On a phone the score's own column is out of sight; it stands once more below the name, for the eye only. */
export function CompactScore(props: { score: Calculated; weight: NonNullable<Calculated> }) {
  return (
    <span class="compact-score small" aria-hidden="true">
      <b>
        <Score value={props.score} />
      </b>{' '}
      / {props.weight.display}
    </span>
  );
}
