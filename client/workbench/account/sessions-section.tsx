import { useState } from 'preact/hooks';
import { minuteInChina } from '../../../survey-definitions/china-time.ts';
import { endOtherSessions, endSession, type ListedSession, sessions } from '../api/account.ts';
import { invalidate } from '../data/query-client.ts';
import { useMutation } from '../data/use-mutation.ts';
import { useQuery } from '../data/use-query.ts';
import { useWords } from '../language.tsx';
import { ConfirmDialog } from '../parts/confirm-dialog.tsx';
import { DataTable, Row } from '../parts/data-table.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { QueryResult } from '../parts/query-result.tsx';
import { sharedWords } from '../parts/words.ts';
import { AccountSection } from './account-section.tsx';
import { accountWords } from './words.ts';

/** Where one is signed in; any but this one can be ended. */
export function SessionsSection() {
  const { sessions: words } = useWords(accountWords);
  const loaded = useQuery(sessions);
  return (
    <AccountSection id="sessions" title={words.title}>
      <p class="reading">{words.what}</p>
      <QueryResult query={loaded}>{({ items }) => <Sessions items={items} />}</QueryResult>
    </AccountSection>
  );
}

function Sessions({ items }: { items: readonly ListedSession[] }) {
  const { sessions: words } = useWords(accountWords);
  const shared = useWords(sharedWords);
  const [said, say] = useState('');
  const [asking, ask] = useState(false);
  const nameOf = ({ device }: ListedSession) => device || words.unknownDevice;
  const endOne = useMutation(async (session: ListedSession) => {
    await endSession(session.id).finally(() => invalidate(sessions.queryKey));
    say(words.ended(nameOf(session)));
  });
  const endOthers = useMutation(async () => {
    await endOtherSessions();
    invalidate(sessions.queryKey);
    ask(false);
    say(words.endedOthers);
  });
  const others = items.filter(({ current }) => !current).length;
  return (
    <>
      <DataTable
        class="account-table"
        columns={[
          { label: words.device },
          { label: shared.inBeijingTime(words.since) },
          { label: words.lastSeen },
          { label: words.end, labelHidden: true, deciding: true, class: 'account-act' },
        ]}
        // This one first: it is what the others are told from.
        rows={items
          .toSorted((one, other) => Number(other.current) - Number(one.current))
          .map((session) => (
            <Row
              key={session.id}
              cells={[
                nameOf(session),
                minuteInChina(session.createdAt),
                minuteInChina(session.lastSeenAt),
                session.current ? (
                  <span class="tag on">{words.current}</span>
                ) : (
                  <button
                    type="button"
                    class="link-button warm"
                    aria-label={words.endOf(nameOf(session))}
                    aria-disabled={endOne.isPending}
                    onClick={() => endOne.mutate(session)}
                  >
                    {words.end}
                  </button>
                ),
              ]}
            />
          ))}
      />
      {endOne.problem && <ProblemNotice problem={endOne.problem} />}
      <div class="actions screen-only">
        {others > 1 && (
          <button type="button" class="button" onClick={() => ask(true)}>
            {words.endOthers(others)}
          </button>
        )}
        {others === 0 && !said && <span class="small quiet">{words.onlyThis}</span>}
        <span class="small said" role="status">
          {said}
        </span>
      </div>
      {asking && (
        <ConfirmDialog
          title={words.endOthers(others)}
          confirmLabel={words.endOthers(others)}
          danger
          busy={endOthers.isPending}
          problem={endOthers.problem}
          onConfirm={endOthers.mutate}
          onClose={() => ask(false)}
        >
          <p>{words.endOthersWhat}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
