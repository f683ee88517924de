import { useState } from 'preact/hooks';
import type { MadeToken } from '../api/account.ts';
import { useWords } from '../language.tsx';
import { CopyButton } from '../parts/copy-button.tsx';
import { OnceDialog } from '../parts/once-dialog.tsx';
import { accountWords } from './words.ts';

/** The one time that a token is shown, with a line that tries it. */
export function MadeTokenDialog({ token, close }: { token: MadeToken; close(): void }) {
  const { tokens: words, notKept } = useWords(accountWords);
  const [kept, setKept] = useState(false);
  const path = token.evaluation ? `/api/evaluations/${token.evaluation}` : '/api/evaluations';
  // Quoted as every shell takes it, that of Windows too.
  const line = `curl -H "Authorization: Bearer ${token.token}" ${location.origin}${path}`;
  const keep = () => setKept(true);
  return (
    <OnceDialog
      class="shown-once"
      title={words.madeTitle(token.name)}
      kept={kept}
      notKept={notKept}
      close={close}
      actions={
        // As one that copies it is the way on, it is a button like any other.
        <span class="button primary copying">
          <CopyButton text={token.token} label={words.copy} copied={keep} />
        </span>
      }
    >
      {() => (
        <>
          <p>{words.madeWhat}</p>
          <code class="secret">{token.token}</code>
          <p class="small">
            {words.tryIt} · <CopyButton text={line} label={words.copyLine} copied={keep} />
          </p>
          <code class="secret small">{line}</code>
        </>
      )}
    </OnceDialog>
  );
}
