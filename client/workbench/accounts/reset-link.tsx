import { useState } from 'preact/hooks';
import { minuteInChina } from '../../../survey-definitions/china-time.ts';
import type { Account } from '../api/accounts.ts';
import { accountLinks, offerReset } from '../api/accounts.ts';
import type { MadeLink } from '../api/people.ts';
import { invalidate } from '../data/query-client.ts';
import { useMutation } from '../data/use-mutation.ts';
import { useWords } from '../language.tsx';
import { OnceLink } from '../parts/once-link.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { sharedWords } from '../parts/words.ts';
import { accountsWords } from './words.ts';

/** For whoever forgot his password: a link by which he chooses another himself. */
export function ResetLink({ account }: { account: Account }) {
  const words = useWords(accountsWords).reset;
  const shared = useWords(sharedWords).links;
  const [made, setMade] = useState<MadeLink>();
  const making = useMutation(async () => {
    setMade(await offerReset(account.id));
    invalidate(accountLinks.queryKey);
  });
  if (account.disabled) return null;
  const until = made ? minuteInChina(made.expiresAt) : '';
  return (
    <>
      <div class="account-step">
        <p>{words.what}</p>
        <button
          type="button"
          class="button"
          aria-disabled={making.isPending}
          onClick={() => making.mutate()}
        >
          {words.make}
        </button>
      </div>
      {making.problem && <ProblemNotice problem={making.problem} />}
      {made && (
        <OnceLink
          title={words.title(account.username)}
          what={shared.onlyOnce(until)}
          text={words.text(account.username, until, made.url)}
          url={made.url}
          close={() => setMade(undefined)}
        />
      )}
    </>
  );
}
