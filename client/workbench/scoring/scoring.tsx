import { useRef } from 'preact/hooks';
import { baseData } from '../api/base-data.ts';
import { type Scoring as ScoringData, scoring } from '../api/scoring.ts';
import { useEvaluation, useMay } from '../current-evaluation.ts';
import { pollWhileOpen } from '../data/polling.ts';
import { useQuery } from '../data/use-query.ts';
import { useWords } from '../language.tsx';
import { QueryResult } from '../parts/query-result.tsx';
import { baseDataPath } from '../paths.ts';
import { tradeTerms } from '../terms.ts';
import { oneOf, useAddressChoice } from '../use-address-choice.ts';
import {
  filterIndicators,
  INDICATOR_FILTERS,
  IndicatorFilter,
  type IndicatorFilterName,
} from './indicator-filter.tsx';
import { ScoringTable } from './scoring-table.tsx';
import { Totals } from './totals.tsx';
import { Warnings } from './warnings.tsx';
import { scoringWords } from './words.ts';

/** Fourth stop: every indicator from its rule to its points, up to the total and the grade. */
export function Scoring() {
  const evaluation = useEvaluation();
  const loaded = useQuery({ ...scoring(evaluation.id), ...pollWhileOpen(evaluation) });
  return <QueryResult query={loaded}>{(data) => <ScoringScreen scoring={data} />}</QueryResult>;
}

function ScoringScreen({ scoring }: { scoring: ScoringData }) {
  const terms = useWords(tradeTerms);
  const seesBaseData = useMay('base-data.read');
  const { chosen, choose } = useAddressChoice();
  const open = chosen['indicator'];
  const filter = oneOf(INDICATOR_FILTERS, chosen['show']) ?? 'all';
  const show = (only: IndicatorFilterName) => choose({ show: only === 'all' ? undefined : only });
  // What a link or a step back opens is brought into view; what is opened by hand is in view already.
  const openedByHand = useRef<string | undefined>(undefined);
  return (
    <>
      <h2 class="visually-hidden">{terms.stops.scoring}</h2>
      <Totals scoring={scoring} />
      {seesBaseData && <BaseDataLink />}
      <Warnings scoring={scoring} showMissing={() => show('missing')} />
      <IndicatorFilter scoring={scoring} filter={filter} onChange={show} />
      <ScoringTable
        scoring={scoring}
        indicators={filterIndicators(scoring.indicators, filter)}
        open={open}
        inView={open !== openedByHand.current}
        toggle={(code) => {
          openedByHand.current = code;
          choose({ indicator: code === open ? undefined : code });
        }}
      />
    </>
  );
}

/** The way to the base data, and what of it contradicts itself: a score is only as good as what it is computed from. */
function BaseDataLink() {
  const words = useWords(scoringWords);
  const { id } = useEvaluation();
  const { data } = useQuery(baseData(id));
  const failing = data?.failing.length ?? 0;
  return (
    <p class="small row screen-only">
      <a href={baseDataPath(id)}>{words.baseDataLink}</a>
      {failing > 0 && <span class="warm">{words.checksFail(failing)}</span>}
    </p>
  );
}
