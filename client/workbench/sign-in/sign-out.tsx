import { useState } from 'preact/hooks';
import { ProblemError } from '../api/client.ts';
import { signOut } from '../api/session.ts';
import { drafts } from '../data/drafts.ts';
import { forgetServerState } from '../data/query-client.ts';
import { useUnsaved } from '../data/use-drafts.ts';
import { useMutation } from '../data/use-mutation.ts';
import { useWords } from '../language.tsx';
import { ConfirmDialog } from '../parts/confirm-dialog.tsx';
import { signInWords } from './words.ts';

/** Leaves nothing of a person's on the device, and so asks first where something is not saved. */
export function SignOut({ username, signedOut }: { username: string; signedOut(): void }) {
  const words = useWords(signInWords);
  const unsaved = useUnsaved('');
  const [asked, setAsked] = useState(false);
  const leave = useMutation(async () => {
    await signOut().catch((error: unknown) => {
      // A session that is over already has been signed out of.
      if (!(error instanceof ProblemError && error.endsSession)) throw error;
    });
    drafts.dropAll(username);
    signedOut();
    forgetServerState();
  });
  return (
    <>
      <button
        type="button"
        class="link-button"
        aria-disabled={leave.isPending}
        onClick={() => (unsaved > 0 ? setAsked(true) : leave.mutate())}
      >
        {words.signOut}
      </button>
      {asked && (
        <ConfirmDialog
          title={words.signOutTitle(unsaved)}
          confirmLabel={words.signOutYes}
          danger
          busy={leave.isPending}
          problem={leave.problem}
          onConfirm={leave.mutate}
          onClose={() => setAsked(false)}
        >
          <p>{words.signOutWhat}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
