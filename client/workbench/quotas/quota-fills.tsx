import type { Progress } from '../api/surveys.ts';
import { count, outOf } from '../format.ts';
import { useWords } from '../language.tsx';
import { DataTable, Row } from '../parts/data-table.tsx';
import { quotaWords } from './words.ts';

/**
 * How far the quotas are filled by valid responses, and how far these are from the population: nothing where the plan says
 * neither. `compact`: for a wall, without the table of the population.
 */
export function QuotaFills(props: {
  progress: Pick<Progress, 'quotas' | 'shares'>;
  compact?: boolean;
}) {
  const { quotas, shares } = props.progress;
  const words = useWords(quotaWords);
  return (
    <>
      {quotas.map((quota) => (
        <figure class="quota-fill" key={quota.item}>
          <figcaption>
            {words.quotaOf(quota.label)}
            {quota.endsWhenFull && <span class="small quiet"> {words.ends}</span>}
          </figcaption>
          <ul>
            {quota.options.map((option) => (
              <li key={option.id}>
                <span>{option.label}</span>
                <span class="quota-said">
                  <b>{outOf(option.valid, option.wanted)}</b>
                  {option.over > 0 ? (
                    <span class="tag warm">{words.over(count(option.over))}</span>
                  ) : option.missing > 0 ? (
                    <span class="quiet">{words.missing(count(option.missing))}</span>
                  ) : (
                    <span class="tag done">{words.full}</span>
                  )}
                </span>
                <div class="plan-bar" aria-hidden="true">
                  <i
                    style={{ inlineSize: `${100 * Math.min(1, option.valid / option.wanted)}%` }}
                  />
                </div>
              </li>
            ))}
          </ul>
        </figure>
      ))}
      {!props.compact &&
        shares.map((known) => (
          <DataTable
            key={known.item}
            size="small"
            class="share-table"
            caption={words.sharesOf(known.label, count(known.base), known.source)}
            columns={[
              { label: words.option },
              { label: words.population, kind: 'number' },
              { label: words.responses, kind: 'number' },
              { label: words.distance, kind: 'number' },
            ]}
            rows={known.options.map((option) => (
              <Row
                key={option.id}
                cells={[
                  option.label,
                  option.share.display,
                  option.percent?.display ?? '—',
                  signed(option.distance),
                ]}
              />
            ))}
          />
        ))}
    </>
  );
}

/** With a plus where the responses have more than the population, and a minus as long as it. */
function signed(distance: Progress['shares'][number]['options'][number]['distance']): string {
  if (distance === null) return '—';
  return distance.value > 0 ? `+${distance.display}` : distance.display.replace('-', '−');
}
