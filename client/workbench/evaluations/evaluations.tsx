import { useState } from 'preact/hooks';
import {
  type EvaluationFilter,
  type EvaluationPage as EvaluationPageData,
  evaluations,
} from '../api/evaluations.ts';
import { useHasAnyRole, useMayDo } from '../data/account.ts';
import { useQuery } from '../data/use-query.ts';
import { useWords } from '../language.tsx';
import { AsOf, StaleNotice } from '../parts/as-of.tsx';
import { DataTable } from '../parts/data-table.tsx';
import { QueryResult } from '../parts/query-result.tsx';
import { useTitle } from '../parts/use-title.ts';
import { sharedWords } from '../parts/words.ts';
import { newEvaluationPath } from '../paths.ts';
import { tradeTerms } from '../terms.ts';
import { useAddressChoice } from '../use-address-choice.ts';
import { DeleteExample } from './delete-example.tsx';
import { EvaluationRow, seenOf } from './evaluation-row.tsx';
import { goneInWords, takeDeleted } from './just-deleted.ts';
import { ListFilter, readListFilter } from './list-filter.tsx';
import { evaluationsWords } from './words.ts';

export function Evaluations() {
  const words = useWords(evaluationsWords);
  const shared = useWords(sharedWords);
  const [deleted, setDeleted] = useState(() => {
    const told = takeDeleted();
    return told && goneInWords(words, told.evaluation, told.gone);
  });
  const { chosen } = useAddressChoice();
  const filter = readListFilter(chosen);
  const mayCreate = useMayDo('evaluations.create');
  const hasAnyRole = useHasAnyRole();
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
        {mayCreate && (
          <a class="button" href={newEvaluationPath}>
            {words.create}
          </a>
        )}
      </div>
      <StaleNotice />
      {deleted && (
        <p class="notice" role="status">
          {deleted}
        </p>
      )}
      {/* Where there can be none there is nothing to look for. */}
      {hasAnyRole && <ListFilter filter={filter} />}
      <EvaluationPages key={JSON.stringify(filter)} filter={filter} deleted={setDeleted} />
    </div>
  );
}

/** The pages shown so far; another filter begins with the first. */
function EvaluationPages(props: { filter: EvaluationFilter; deleted(message: string): void }) {
  const [pages, setPages] = useState<(string | undefined)[]>([undefined]);
  return (
    <>
      {pages.map((after, index) => (
        <EvaluationPage
          {...props}
          key={after ?? ''}
          after={after}
          {...(index === pages.length - 1
            ? { more: (next: string) => setPages([...pages, next]) }
            : {})}
        />
      ))}
    </>
  );
}

function EvaluationPage(props: {
  filter: EvaluationFilter;
  after: string | undefined;
  deleted(message: string): void;
  more?(next: string): void;
}) {
  const page = useQuery(evaluations(props.filter, props.after));
  return (
    <QueryResult query={page}>{(data) => <EvaluationTable {...props} page={data} />}</QueryResult>
  );
}

function NoEvaluations() {
  const words = useWords(evaluationsWords);
  const mayCreate = useMayDo('evaluations.create');
  return (
    <div class="empty">
      <h2>{mayCreate ? words.none : words.noneOfYours}</h2>
      <p>{mayCreate ? words.noneHint : words.noneOfYoursHint}</p>
      {mayCreate && (
        <a class="button primary" href={newEvaluationPath}>
          {words.create}
        </a>
      )}
    </div>
  );
}

/** Nothing of what is looked for is there. */
function NothingFound() {
  const words = useWords(evaluationsWords);
  const { choose } = useAddressChoice();
  return (
    <div class="empty">
      <h2>{words.notFound}</h2>
      <p>{words.notFoundHint}</p>
      <button
        type="button"
        class="button"
        onClick={() => choose({ q: undefined, state: undefined, archived: undefined })}
      >
        {words.findAll}
      </button>
    </div>
  );
}

function EvaluationTable(props: {
  filter: EvaluationFilter;
  page: EvaluationPageData;
  deleted(message: string): void;
  more?(next: string): void;
}) {
  const words = useWords(evaluationsWords);
  const shared = useWords(sharedWords);
  const terms = useWords(tradeTerms);
  const { items, next } = props.page;
  const { q, state, archived } = props.filter;
  const isSifted = !!(q || state || archived);
  const example = items.find((one) => one.example && one.permissions.includes('example.delete'));
  const sees = seenOf(items);
  return (
    <>
      <DataTable
        columns={[
          { label: shared.evaluations.department },
          { label: shared.evaluations.year, kind: 'number', class: 'evaluation-year' },
          { label: words.state, class: 'evaluation-state' },
          ...(sees.results ? [{ label: terms.satisfaction, class: 'evaluation-figures' }] : []),
          { label: words.received, kind: 'number', deciding: !sees.scores },
          ...(sees.scores ? [{ label: terms.total, kind: 'number', deciding: true } as const] : []),
        ]}
        rows={items.map((evaluation) => (
          <EvaluationRow key={evaluation.id} evaluation={evaluation} columns={sees} />
        ))}
        empty={isSifted ? <NothingFound /> : <NoEvaluations />}
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
