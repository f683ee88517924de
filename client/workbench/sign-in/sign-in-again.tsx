import { useEffect, useId, useRef } from 'preact/hooks';
import { whoSignedIn } from '../api/session.ts';
import { goOnAs } from '../data/query-client.ts';
import { tellOtherTabs } from '../data/session-news.ts';
import { useWords } from '../language.tsx';
import { SignInForm } from './sign-in-form.tsx';
import { signInWords } from './words.ts';

/**
 * Over a screen whose session has ended: the same person goes on where he was, with what he was saving; another starts
 * anew and sees nothing of it.
 */
export function SignInAgain({ username }: { username: string }) {
  const words = useWords(signInWords);
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    dialog.current?.showModal();
    dialog.current?.querySelector<HTMLElement>('[name=password]')?.focus();
  }, []);
  const entered = async () => {
    goOnAs(await whoSignedIn());
    tellOtherTabs();
  };
  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      onCancel={(event) => event.preventDefault()}
      // A browser may close it all the same, as by a second Esc.
      onClose={() => dialog.current?.showModal()}
    >
      <h2 id={id}>{words.again}</h2>
      <div class="stack">
        <p>{words.againWhy(username)}</p>
        <SignInForm username={username} entered={entered} />
      </div>
    </dialog>
  );
}
