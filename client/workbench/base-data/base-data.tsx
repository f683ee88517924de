import { baseData } from '../api/base-data.ts';
import { useEvaluation, useMayChange } from '../current-evaluation.ts';
import { useQuery } from '../data/use-query.ts';
import { useWords } from '../language.tsx';
import { QueryResult } from '../parts/query-result.tsx';
import { scoringPath } from '../paths.ts';
import { tradeTerms } from '../terms.ts';
import { BaseDataForm } from './base-data-form.tsx';
import { BaseDataText } from './base-data-text.tsx';
import { baseDataWords } from './words.ts';

/** The amounts and numbers of an evaluation that its inputs are computed from: a table to type in, and the checks between its cells. */
export function BaseData() {
  const words = useWords(baseDataWords);
  const terms = useWords(tradeTerms);
  const { id } = useEvaluation();
  const mayWrite = useMayChange('base-data.write');
  const loaded = useQuery(baseData(id));
  return (
    <div class="stack base-data">
      <div class="row spread">
        <h2>{terms.baseData}</h2>
        <p class="row small screen-only">
          {mayWrite && <a href="#checks">{words.checks}</a>}
          <a href={scoringPath(id)}>{words.toScoring}</a>
        </p>
      </div>
      <p class="small quiet reading">{mayWrite ? words.what : words.whatToRead}</p>
      <QueryResult query={loaded}>
        {(data) => (mayWrite ? <BaseDataForm stored={data} /> : <BaseDataText stored={data} />)}
      </QueryResult>
    </div>
  );
}
