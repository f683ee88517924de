import { minuteInChina } from '../../../survey-definitions/china-time.ts';
import { endSession } from '../api/account.ts';
import { type Account, accountsKey, sessionsOf } from '../api/accounts.ts';
import { invalidate } from '../data/query-client.ts';
import { useMutation } from '../data/use-mutation.ts';
import { useQuery } from '../data/use-query.ts';
import { useWords } from '../language.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { sharedWords } from '../parts/words.ts';
import { Step } from './account-step.tsx';
import { accountsWords } from './words.ts';

/** Where somebody is signed in, each to be ended at once. */
export function AccountSessions({ account }: { account: Account }) {
  const words = useWords(accountsWords);
  const shared = useWords(sharedWords);
  const listed = useQuery(sessionsOf(account.id));
  const end = useMutation(async (id: string) => {
    await endSession(id);
    invalidate(accountsKey);
  });
  if (listed.status !== 'success') return null;
  const { items } = listed.data;
  return (
    <section>
      <h2>{words.sessions}</h2>
      {items.length === 0 && <p class="quiet">{words.running(0)}</p>}
      {items.map((each) => (
        <Step
          key={each.id}
          label={each.current ? undefined : words.endSession}
          press={() => end.mutate(each.id)}
        >
          {each.device || words.unknownDevice}
          <span class="small quiet session-seen">
            {each.current
              ? words.thisSession
              : words.seenAt(shared.atTime(minuteInChina(each.lastSeenAt)))}
          </span>
        </Step>
      ))}
      {end.problem && <ProblemNotice problem={end.problem} />}
    </section>
  );
}
