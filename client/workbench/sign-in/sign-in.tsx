import { forgetServerState } from '../data/query-client.ts';
import { useWords } from '../language.tsx';
import { useTitle } from '../parts/use-title.ts';
import { SignInForm } from './sign-in-form.tsx';
import { signInWords } from './words.ts';

/** Stands in for any screen until somebody has signed in; the address, and so the way back, stays as it is. */
export function SignIn() {
  const words = useWords(signInWords);
  useTitle(words.title);
  return (
    <div class="sign-in">
      <div class="sign-in-what">
        <h1>{words.what}</h1>
        <p>{words.whatMore}</p>
      </div>
      <div class="sign-in-form stack">
        <h2>{words.title}</h2>
        <SignInForm entered={async () => forgetServerState()} />
        <p class="small quiet">{words.first}</p>
      </div>
    </div>
  );
}
