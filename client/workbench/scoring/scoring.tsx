import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { type Scoring as ScoringData, scoring } from '../api/scoring.ts';
import { useEvaluation } from '../current-evaluation.ts';
import { pollWhileOpen } from '../data/polling.ts';
import { useQuery } from '../data/use-query.ts';
import { useWords } from '../language.tsx';
import { QueryResult } from '../parts/query-result.tsx';
import { tradeTerms } from '../terms.ts';
import {
  filterIndicators,
  IndicatorFilter,
  type IndicatorFilterName,
} from './indicator-filter.tsx';
import { ScoringTable } from './scoring-table.tsx';
import { Totals } from './totals.tsx';
import { Warnings } from './warnings.tsx';

/** Fourth stop: every indicator from its rule to its points, up to the total and the grade. */
export function Scoring() {
  const evaluation = useEvaluation();
  const loaded = useQuery({ ...scoring(evaluation.id), ...pollWhileOpen(evaluation) });
  return <QueryResult query={loaded}>{(data) => <ScoringScreen scoring={data} />}</QueryResult>;
}

function ScoringScreen({ scoring }: { scoring: ScoringData }) {
  const terms = useWords(tradeTerms);
  const { query } = useLocation();
  const linkedIndicator = query['indicator'];
  const [filter, setFilter] = useState<IndicatorFilterName>('all');
  return (
    <>
      <h2 class="visually-hidden">{terms.stops.scoring}</h2>
      <Totals scoring={scoring} />
      <Warnings scoring={scoring} showMissing={() => setFilter('missing')} />
      <IndicatorFilter scoring={scoring} filter={filter} onChange={setFilter} />
      <ScoringTable
        // A link to an indicator opens it afresh, also from inside this screen.
        key={linkedIndicator ?? ''}
        scoring={scoring}
        indicators={filterIndicators(scoring.indicators, filter)}
        {...(linkedIndicator ? { linkedIndicator } : {})}
      />
    </>
  );
}
