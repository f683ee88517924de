import { useState } from 'preact/hooks';
import { type EvaluationPage as EvaluationPageData, evaluations } from '../api/evaluations.ts';
import { useQuery } from '../data/use-query.ts';
import { useWords } from '../language.tsx';
import { AsOf, StaleNotice } from '../parts/as-of.tsx';
import { DataTable } from '../parts/data-table.tsx';
import { QueryResult } from '../parts/query-result.tsx';
import { useTitle } from '../parts/use-title.ts';
import { sharedWords } from '../parts/words.ts';
import { newEvaluationPath } from '../paths.ts';
import { tradeTerms } from '../terms.ts';
import { DeleteExample } from './delete-example.tsx';
import { EvaluationRow } from './evaluation-row.tsx';
import { evaluationsWords } from './words.ts';

export function Evaluations() {
  const words = useWords(evaluationsWords);
  const shared = useWords(sharedWords);
  const [deleted, setDeleted] = useState<string>();
  const [pages, setPages] = useState<(string | undefined)[]>([undefined]);
  useTitle(shared.evaluations.title);
  return (
    <div class="page stack evaluations">
      <div class="row spread">
        <h1>
          {shared.evaluations.title}{' '}
          <span class="small quiet">
            <AsOf />
          </span>
        </h1>
        <a class="button" href={newEvaluationPath}>
          {words.create}
        </a>
      </div>
      <StaleNotice />
      {deleted && (
        <p class="notice" role="status">
          {deleted}
        </p>
      )}
      {pages.map((after, index) => (
        <EvaluationPage
          key={after ?? ''}
          after={after}
          deleted={setDeleted}
          {...(index === pages.length - 1
            ? { more: (next: string) => setPages([...pages, next]) }
            : {})}
        />
      ))}
    </div>
  );
}

function EvaluationPage(props: {
  after: string | undefined;
  deleted(message: string): void;
  more?(next: string): void;
}) {
  const page = useQuery(evaluations(props.after));
  return (
    <QueryResult query={page}>{(data) => <EvaluationTable {...props} page={data} />}</QueryResult>
  );
}

function NoEvaluations() {
  const words = useWords(evaluationsWords);
  return (
    <div class="empty">
      <h2>{words.none}</h2>
      <p>{words.noneHint}</p>
      <a class="button primary" href={newEvaluationPath}>
        {words.create}
      </a>
    </div>
  );
}

function EvaluationTable(props: {
  page: EvaluationPageData;
  deleted(message: string): void;
  more?(next: string): void;
}) {
  const words = useWords(evaluationsWords);
  const shared = useWords(sharedWords);
  const terms = useWords(tradeTerms);
  const { items, next } = props.page;
  const example = items.find((evaluation) => evaluation.example);
  return (
    <>
      <DataTable
        columns={[
          { label: shared.evaluations.department },
          { label: shared.evaluations.year, kind: 'number', class: 'evaluation-year' },
          { label: terms.satisfaction, class: 'evaluation-figures' },
          { label: words.received, kind: 'number' },
          { label: terms.total, kind: 'number', deciding: true },
        ]}
        rows={items.map((evaluation) => (
          <EvaluationRow key={evaluation.id} evaluation={evaluation} />
        ))}
        empty={<NoEvaluations />}
      />
      {next && props.more && (
        <button type="button" class="button" onClick={() => props.more?.(next)}>
          {shared.more}
        </button>
      )}
      {example && <DeleteExample evaluation={example} deleted={props.deleted} />}
    </>
  );
}
