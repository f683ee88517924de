import type { AuditFilter as Filter } from '../api/audit.ts';
import { evaluations } from '../api/evaluations.ts';
import { useQuery } from '../data/use-query.ts';
import { useWords } from '../language.tsx';
import { useAddressChoice } from '../use-address-choice.ts';
import { auditWords } from './words.ts';

/** Which events are listed, kept in the address, so that it can be sent and found again. */
export function AuditFilter({ filter, within }: { filter: Filter; within: string | undefined }) {
  const words = useWords(auditWords);
  const { choose } = useAddressChoice();
  const labels = words.filter;
  return (
    <form
      class="filter-bar audit-filter"
      aria-label={labels.name}
      onSubmit={(event) => event.preventDefault()}
    >
      <label class="small">
        {labels.actor}
        <input
          class="input"
          name="actor"
          autocomplete="off"
          key={filter.actor ?? ''}
          defaultValue={filter.actor ?? ''}
          onChange={(event) => choose({ actor: event.currentTarget.value.trim() || undefined })}
        />
      </label>
      <label class="small">
        {labels.kind}
        <select
          class="input"
          name="action"
          value={filter.action ?? ''}
          onChange={(event) => choose({ action: event.currentTarget.value || undefined })}
        >
          <option value="">{labels.all}</option>
          {filter.action?.includes('.') && (
            <option value={filter.action}>{actionName(words.actions, filter.action)}</option>
          )}
          {Object.entries(words.kinds).map(([kind, name]) => (
            <option key={kind} value={kind}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {within === undefined && <EvaluationChoice chosen={filter.evaluation} />}
      {(['from', 'to'] as const).map((end) => (
        <label key={end} class="small">
          {labels[end]}
          <input
            class="input"
            type="date"
            name={end}
            value={filter[end] ?? ''}
            onChange={(event) => choose({ [end]: event.currentTarget.value || undefined })}
          />
        </label>
      ))}
    </form>
  );
}

/** What an action is called; one that nobody knows by its own name. */
export function actionName(names: Readonly<Record<string, string>>, action: string): string {
  return names[action] ?? action;
}

function EvaluationChoice({ chosen }: { chosen: string | undefined }) {
  const words = useWords(auditWords);
  const { choose } = useAddressChoice();
  const known = useQuery(evaluations({ archived: 'all', sort: 'department' })).data?.items ?? [];
  const isKnown = chosen === undefined || known.some(({ id }) => id === chosen);
  return (
    <label class="small evaluation-choice">
      {words.filter.evaluation}
      <select
        class="input"
        name="evaluation"
        value={chosen ?? ''}
        onChange={(event) => choose({ evaluation: event.currentTarget.value || undefined })}
      >
        <option value="">{words.filter.all}</option>
        {!isKnown && <option value={chosen}>{chosen}</option>}
        {known.map(({ id, department, year }) => (
          <option key={id} value={id}>
            {words.of(department, year)}
          </option>
        ))}
      </select>
    </label>
  );
}
