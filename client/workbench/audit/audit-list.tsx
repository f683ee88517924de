import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { type AuditPage, audit, type AuditFilter as Filter } from '../api/audit.ts';
import { useQuery } from '../data/use-query.ts';
import { useWords } from '../language.tsx';
import { DataTable } from '../parts/data-table.tsx';
import { QueryResult } from '../parts/query-result.tsx';
import { sharedWords } from '../parts/words.ts';
import { useAddressChoice } from '../use-address-choice.ts';
import { AuditFilter } from './audit-filter.tsx';
import { AuditRow } from './audit-row.tsx';
import { readFilter } from './read-filter.ts';
import { auditWords } from './words.ts';

/** Events as the address filters them, of one evaluation where it is named. */
export function AuditList({ evaluation }: { evaluation?: string }) {
  const { chosen } = useAddressChoice();
  const asked = readFilter(chosen);
  const filter = evaluation === undefined ? asked : { ...asked, evaluation };
  return (
    <>
      <AuditFilter filter={asked} within={evaluation} />
      <Pages
        key={JSON.stringify(filter)}
        filter={filter}
        within={evaluation}
        sifted={Object.keys(asked).length > 0}
      />
    </>
  );
}

interface Shown {
  filter: Filter;
  within: string | undefined;
  sifted: boolean;
}

/** The pages shown so far; another filter begins with the first. */
function Pages(props: Shown) {
  const shared = useWords(sharedWords);
  const [pages, setPages] = useState<(string | undefined)[]>([undefined]);
  return (
    <>
      {pages.map((after, index) => (
        <OnePage key={after ?? ''} {...props} after={after}>
          {(next) =>
            next !== null &&
            index === pages.length - 1 && (
              <button type="button" class="button" onClick={() => setPages([...pages, next])}>
                {shared.more}
              </button>
            )
          }
        </OnePage>
      ))}
    </>
  );
}

function OnePage(
  props: Shown & { after: string | undefined; children(next: string | null): ComponentChildren },
) {
  const page = useQuery(audit(props.filter, props.after));
  return (
    <QueryResult query={page}>
      {(data) => (
        <>
          <Events {...props} page={data} />
          {props.children(data.next)}
        </>
      )}
    </QueryResult>
  );
}

function Events({ page, within, sifted }: Shown & { page: AuditPage }) {
  const words = useWords(auditWords);
  const shared = useWords(sharedWords);
  const { columns } = words;
  return (
    <DataTable
      class="audit-rows"
      columns={[
        { label: columns.event },
        { label: columns.subject },
        ...(within === undefined ? [{ label: columns.evaluation }] : []),
        { label: columns.actor },
        { label: shared.inBeijingTime(columns.at) },
        { label: words.detail, labelHidden: true, deciding: true },
      ]}
      rows={page.items.map((event) => (
        <AuditRow
          key={event.id}
          event={event}
          {...(within === undefined ? { evaluations: page.evaluations } : {})}
        />
      ))}
      empty={<Nothing sifted={sifted} />}
    />
  );
}

function Nothing({ sifted }: { sifted: boolean }) {
  const words = useWords(auditWords);
  const { choose, chosen } = useAddressChoice();
  const none = Object.fromEntries(Object.keys(chosen).map((key) => [key, undefined]));
  return (
    <div class="empty">
      <h3>{sifted ? words.noneLikeThat : words.none}</h3>
      {sifted && (
        <button type="button" class="button" onClick={() => choose(none)}>
          {words.findAll}
        </button>
      )}
    </div>
  );
}
