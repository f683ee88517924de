import type { ScoredIndicator } from '../api/scoring.ts';
import { useEvaluation } from '../current-evaluation.ts';
import { useWords } from '../language.tsx';
import { baseDataPath } from '../paths.ts';
import { scoringWords } from './words.ts';

type Computed = ScoredIndicator['computed'][number];

/** An input that was computed: in names, in numbers, and each cell it goes by with the way to it. */
export function ComputedTrace({ computed }: { computed: Computed }) {
  const words = useWords(scoringWords);
  const { id } = useEvaluation();
  const { names, numbers, because, expression, cells } = computed;
  return (
    <div class="computed-trace">
      <p>
        <b>{numbers ?? expression}</b> {because && <span class="warm">{because}</span>}
      </p>
      {names && <p class="small quiet">{names}</p>}
      <ul class="small">
        {cells.map((cell) => (
          <li key={`${cell.code}@${cell.column}`}>
            <a href={baseDataPath(id, cell.code)}>
              {cell.name ?? cell.code} {cell.column}
            </a>{' '}
            {cell.value !== null && (
              <span class="nowrap">
                = {cell.value} {cell.unit}
              </span>
            )}{' '}
            {cell.excluded && (
              <span class="quiet">
                {cell.excluded.amount === null
                  ? words.leftOutUnknown(cell.excluded.reason)
                  : words.leftOut(
                      [cell.excluded.amount, cell.unit].filter(Boolean).join(' '),
                      cell.excluded.reason,
                    )}
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
