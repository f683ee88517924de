import type { ComponentChildren } from 'preact';
import { DISPOSITIONS, type Disposition } from '../../../survey-definitions/response.ts';
import type { ResponseFilter } from '../api/responses.ts';
import type { Progress } from '../api/surveys.ts';
import { keyOf } from '../arrivals/arrival-bars.ts';
import { count } from '../format.ts';
import { useWords } from '../language.tsx';
import type { Column } from '../parts/data-table.tsx';
import { ResponsesLink } from '../retention/responses-link.tsx';
import { tradeTerms } from '../terms.ts';

type Counts = Pick<
  Progress,
  Exclude<Disposition, 'on-hold'> | 'onHold' | 'received' | 'flagged' | 'handedOut' | 'responseRate'
>;

const countOf = (counts: Counts, disposition: Disposition): number => counts[keyOf(disposition)];

/** The columns of what came back, alike by channel and by point, and their cells; each number opens the responses it counts. */
export function useReturnCells(
  survey: string,
  { withIneligible, withOnHold }: { withIneligible: boolean; withOnHold: boolean },
): {
  columns: readonly Column[];
  /** Without a filter the numbers open nothing, as where no filter gives just those responses. */
  cells(counts: Counts, filter: ResponseFilter | undefined): ComponentChildren[];
} {
  const terms = useWords(tradeTerms);
  const dispositions = DISPOSITIONS.filter(
    (each) => (each !== 'ineligible' || withIneligible) && (each !== 'on-hold' || withOnHold),
  );
  const link = (n: number, filter: ResponseFilter | undefined) =>
    n === 0 || filter === undefined ? (
      count(n)
    ) : (
      <ResponsesLink survey={survey} filter={filter}>
        {count(n)}
      </ResponsesLink>
    );
  return {
    columns: [
      { label: terms.handedOut, kind: 'number' },
      { label: terms.received, kind: 'number' },
      ...dispositions.map((each) => ({ label: terms[each], kind: 'number', class: each }) as const),
      { label: terms.flagged, kind: 'number' },
      { label: terms.responseRate, kind: 'number' },
    ],
    cells: (counts, filter) => [
      counts.handedOut === null ? <span class="quiet">—</span> : count(counts.handedOut),
      link(counts.received, filter),
      ...dispositions.map((disposition) =>
        link(countOf(counts, disposition), filter && { ...filter, disposition }),
      ),
      link(counts.flagged, filter && { ...filter, flagged: '1' }),
      counts.responseRate.value === null ? (
        <abbr class="quiet" title={counts.responseRate.because}>
          —
        </abbr>
      ) : (
        counts.responseRate.display
      ),
    ],
  };
}
