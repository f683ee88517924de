import { useState } from 'preact/hooks';
import { minuteInChina } from '../../../survey-definitions/china-time.ts';
import { type OpenInvitation, openInvitations, withdrawInvitation } from '../api/people.ts';
import { useEvaluation } from '../current-evaluation.ts';
import { invalidate } from '../data/query-client.ts';
import { useMutation } from '../data/use-mutation.ts';
import { useQuery } from '../data/use-query.ts';
import { useWords } from '../language.tsx';
import { ConfirmDialog } from '../parts/confirm-dialog.tsx';
import { DataTable, Row } from '../parts/data-table.tsx';
import { QueryResult } from '../parts/query-result.tsx';
import { roleName } from '../parts/role-name.ts';
import { sharedWords } from '../parts/words.ts';
import { tradeTerms } from '../terms.ts';
import { peopleWords } from './words.ts';

/** Links that still let somebody in, each with the way to take it back. */
export function OpenInvitations() {
  const words = useWords(peopleWords);
  const shared = useWords(sharedWords);
  const terms = useWords(tradeTerms);
  const { id } = useEvaluation();
  const listed = useQuery(openInvitations(id));
  const [leaving, setLeaving] = useState<OpenInvitation>();
  return (
    <>
      <QueryResult query={listed}>
        {({ items }) => (
          <DataTable
            class="people-table"
            columns={[
              { label: words.for },
              { label: words.role },
              { label: shared.inBeijingTime(words.until) },
              { label: words.madeBy },
              { label: words.withdraw, labelHidden: true, deciding: true },
            ]}
            rows={items.map((invitation) => (
              <Row
                key={invitation.id}
                cells={[
                  invitation.note || <span class="quiet">{words.noteNone}</span>,
                  roleName(terms.roles, invitation.role ?? ''),
                  minuteInChina(invitation.expiresAt),
                  invitation.madeBy,
                  <button type="button" class="link-button" onClick={() => setLeaving(invitation)}>
                    {words.withdraw}
                  </button>,
                ]}
              />
            ))}
            empty={<p class="small quiet">{words.openNone}</p>}
          />
        )}
      </QueryResult>
      {leaving && <Withdraw invitation={leaving} close={() => setLeaving(undefined)} />}
    </>
  );
}

function Withdraw({ invitation, close }: { invitation: OpenInvitation; close(): void }) {
  const words = useWords(peopleWords);
  const { id } = useEvaluation();
  const { note } = invitation;
  const withdrawing = useMutation(async () => {
    await withdrawInvitation(invitation.id);
    invalidate(openInvitations(id).queryKey);
    close();
  });
  return (
    <ConfirmDialog
      title={note ? words.withdrawTitle(note) : words.withdrawNameless}
      confirmLabel={words.withdraw}
      danger
      busy={withdrawing.isPending}
      problem={withdrawing.problem}
      onConfirm={withdrawing.mutate}
      onClose={close}
    >
      <p>{words.withdrawWhat}</p>
    </ConfirmDialog>
  );
}
