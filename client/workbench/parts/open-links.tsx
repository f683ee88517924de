import { useState } from 'preact/hooks';
import { minuteInChina } from '../../../survey-definitions/china-time.ts';
import type { QueryOptions } from '../api/client.ts';
import { type OpenInvitation, withdrawInvitation } from '../api/people.ts';
import { useMayDo } from '../data/account.ts';
import { invalidate } from '../data/query-client.ts';
import { useMutation } from '../data/use-mutation.ts';
import { useQuery } from '../data/use-query.ts';
import { useWords } from '../language.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { DataTable, Row } from './data-table.tsx';
import { QueryResult } from './query-result.tsx';
import { sharedWords } from './words.ts';

/** Links that still let somebody in, each with the way to take it back. */
export function OpenLinks(props: {
  of: QueryOptions<{ items: OpenInvitation[] }>;
  /** Which of them are shown; all unless it is said otherwise. */
  shown?(link: OpenInvitation): boolean;
  /** What a link is for, in a word. */
  purpose(link: OpenInvitation): string;
  purposeLabel: string;
}) {
  const { of, shown = () => true, purpose } = props;
  const shared = useWords(sharedWords);
  const words = shared.links;
  const listed = useQuery(of);
  const withdraws = useMayDo('invitations');
  const [leaving, setLeaving] = useState<OpenInvitation>();
  return (
    <>
      <QueryResult query={listed}>
        {({ items }) => (
          <DataTable
            class="people-table"
            columns={[
              { label: words.for },
              { label: props.purposeLabel },
              { label: shared.inBeijingTime(words.until) },
              { label: words.madeBy },
              { label: words.withdraw, labelHidden: true, deciding: true },
            ]}
            rows={items.filter(shown).map((link) => (
              <Row
                key={link.id}
                cells={[
                  link.note || <span class="quiet">{words.noteNone}</span>,
                  purpose(link),
                  minuteInChina(link.expiresAt),
                  link.madeBy,
                  withdraws && (
                    <button type="button" class="link-button" onClick={() => setLeaving(link)}>
                      {words.withdraw}
                    </button>
                  ),
                ]}
              />
            ))}
            empty={<p class="small quiet">{words.none}</p>}
          />
        )}
      </QueryResult>
      {leaving && (
        <Withdraw
          link={leaving}
          withdrawn={() => invalidate(of.queryKey)}
          close={() => setLeaving(undefined)}
        />
      )}
    </>
  );
}

function Withdraw(props: { link: OpenInvitation; withdrawn(): void; close(): void }) {
  const { id, note } = props.link;
  const words = useWords(sharedWords).links;
  const withdrawing = useMutation(async () => {
    await withdrawInvitation(id);
    props.withdrawn();
    props.close();
  });
  return (
    <ConfirmDialog
      title={note ? words.withdrawTitle(note) : words.withdrawNameless}
      confirmLabel={words.withdraw}
      danger
      busy={withdrawing.isPending}
      problem={withdrawing.problem}
      onConfirm={withdrawing.mutate}
      onClose={props.close}
    >
      <p>{words.withdrawWhat}</p>
    </ConfirmDialog>
  );
}
