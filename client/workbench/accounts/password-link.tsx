import { useState } from 'preact/hooks';
import { type Account, offerReset } from '../api/accounts.ts';
import { useMutation } from '../data/use-mutation.ts';
import { useWords } from '../language.tsx';
import { ConfirmDialog } from '../parts/confirm-dialog.tsx';
import { Step } from './account-step.tsx';
import { OneTimeLink } from './one-time-link.tsx';
import { accountsWords } from './words.ts';

/** A link by which somebody who forgot his password chooses a new one. */
export function PasswordLink({ account }: { account: Account }) {
  const words = useWords(accountsWords);
  const [asked, setAsked] = useState(false);
  const [link, setLink] = useState<{ url: string; expiresAt: string }>();
  const make = useMutation(async () => {
    setLink(await offerReset(account.id));
    setAsked(false);
  });
  return (
    <>
      <Step label={account.disabled ? undefined : words.link.make} press={() => setAsked(true)}>
        {words.link.password}
      </Step>
      {link && <OneTimeLink link={link} />}
      {asked && (
        <ConfirmDialog
          title={words.link.title(account.username)}
          confirmLabel={words.link.make}
          busy={make.isPending}
          problem={make.problem}
          onConfirm={make.mutate}
          onClose={() => setAsked(false)}
        >
          <ul class="what-goes">
            <li>{words.link.until}</li>
            <li>{words.link.ends(account.sessions)}</li>
            <li>{words.factorCheck}</li>
          </ul>
        </ConfirmDialog>
      )}
    </>
  );
}
