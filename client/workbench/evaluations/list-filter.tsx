import { useEffect, useRef } from 'preact/hooks';
import {
  ARCHIVED_CHOICES,
  EVALUATION_SORTS,
  EVALUATION_STATES,
  LONGEST_SEARCH,
} from '../../../survey-definitions/evaluation.ts';
import { type EvaluationFilter, evaluations } from '../api/evaluations.ts';
import { useQuery } from '../data/use-query.ts';
import { useWords } from '../language.tsx';
import { SegmentedControl } from '../parts/segmented-control.tsx';
import { tradeTerms } from '../terms.ts';
import { oneOf, useAddressChoice } from '../use-address-choice.ts';
import { seenOf } from './evaluation-row.tsx';
import { evaluationsWords } from './words.ts';

/** A pause in typing after which is looked for. */
const PAUSE_MS = 300;

/** Which evaluations are listed and in what order, kept in the address. */
export function ListFilter({ filter }: { filter: EvaluationFilter }) {
  const words = useWords(evaluationsWords);
  const terms = useWords(tradeTerms);
  const { choose } = useAddressChoice();
  // The first page of what is listed below: no order is offered that would say nothing.
  const { data } = useQuery(evaluations(filter));
  const ordersByTotal = data === undefined || data.items.length === 0 || seenOf(data.items).scores;
  const pause = useRef(0);
  useEffect(() => () => window.clearTimeout(pause.current), []);
  const search = (q: string) => {
    window.clearTimeout(pause.current);
    choose({ q: q.trim() || undefined });
  };
  return (
    <form
      class="filter-bar list-filter"
      aria-label={words.search}
      onSubmit={(event) => {
        event.preventDefault();
        search(new FormData(event.currentTarget).get('q')?.toString() ?? '');
      }}
    >
      <input
        // Where the address loses what was looked for, the field does too.
        key={filter.q ? 'looking' : 'none'}
        class="input search"
        type="search"
        name="q"
        aria-label={words.search}
        placeholder={words.searchIn}
        maxLength={LONGEST_SEARCH}
        autocomplete="off"
        defaultValue={filter.q ?? ''}
        onInput={({ currentTarget: { value } }) => {
          window.clearTimeout(pause.current);
          pause.current = window.setTimeout(() => search(value), PAUSE_MS);
        }}
      />
      <SegmentedControl
        label={words.state}
        choices={[
          { value: '' as const, label: words.anyState },
          ...EVALUATION_STATES.map((value) => ({ value, label: terms.evaluationStates[value] })),
        ]}
        value={filter.state ?? ''}
        onChange={(state) => choose({ state: state || undefined })}
      />
      <SegmentedControl
        label={words.archive}
        choices={ARCHIVED_CHOICES.map((value) => ({ value, label: words.archived[value] }))}
        value={filter.archived ?? 'no'}
        onChange={(archived) => choose({ archived: archived === 'no' ? undefined : archived })}
      />
      <label class="small sort-choice">
        {words.sort}{' '}
        <select
          class="input"
          value={filter.sort ?? 'newest'}
          onChange={(event) => {
            const sort = oneOf(EVALUATION_SORTS, event.currentTarget.value);
            choose({ sort: sort === 'newest' ? undefined : sort });
          }}
        >
          {EVALUATION_SORTS.filter((each) => each !== 'total' || ordersByTotal).map((value) => (
            <option key={value} value={value}>
              {words.sorts[value]}
            </option>
          ))}
        </select>
      </label>
    </form>
  );
}

/** The list an address asks for; what is none of the choices is left out. */
export function readListFilter(
  query: Readonly<Record<string, string | undefined>>,
): EvaluationFilter {
  const { q } = query;
  const state = oneOf(EVALUATION_STATES, query['state']);
  const sort = oneOf(EVALUATION_SORTS, query['sort']);
  const archived = oneOf(ARCHIVED_CHOICES, query['archived']);
  return {
    ...(q ? { q: q.slice(0, LONGEST_SEARCH) } : {}),
    ...(state ? { state } : {}),
    ...(sort ? { sort } : {}),
    ...(archived ? { archived } : {}),
  };
}
