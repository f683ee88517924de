import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { type Invited, invitation } from '../../api/invitation.ts';
import type { Session } from '../../api/session.ts';
import { useQuery } from '../../data/use-query.ts';
import { useWords } from '../../language.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { Loading } from '../../parts/query-result.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { evaluationsPath } from '../../paths.ts';
import { Accept } from './accept.tsx';
import { Join } from './join.tsx';
import { Reset } from './reset.tsx';
import { WhatFor } from './what-for.tsx';
import { invitationWords } from './words.ts';

/** What a link leads to, signed in or not. Its secret is read from behind the # and goes to the server in bodies only. */
export function Invitation({ person }: { person: Session | null }) {
  const words = useWords(invitationWords);
  const secret = useSecret();
  useTitle(words.title);
  if (secret === '')
    return (
      <Instead title={words.brokenTitle}>
        <p>{words.broken}</p>
      </Instead>
    );
  return <Opened key={secret} secret={secret} person={person} />;
}

/** What stands behind the #; another link opened in the same tab changes nothing else of the address. */
function useSecret(): string {
  const read = () => location.hash.slice(1);
  const [secret, setSecret] = useState(read);
  useEffect(() => {
    const again = () => setSecret(read());
    addEventListener('hashchange', again);
    return () => removeEventListener('hashchange', again);
  }, []);
  return secret;
}

function Opened({ secret, person }: { secret: string; person: Session | null }) {
  const words = useWords(invitationWords);
  const looked = useQuery(invitation(secret));
  // What was read stays while it is acted on: the answer to that is all that counts then.
  const [read, setRead] = useState<Invited>();
  useEffect(() => looked.data && setRead(looked.data), [looked.data]);
  const invited = looked.data ?? read;
  if (invited?.kind === 'reset') return <Reset secret={secret} invited={invited} />;
  if (invited)
    return (
      <div class="sign-in invitation">
        <WhatFor invited={invited} />
        <div class="sign-in-form stack">
          {person ? (
            <Join secret={secret} invited={invited} person={person} />
          ) : (
            <Accept secret={secret} />
          )}
        </div>
      </div>
    );
  if (looked.status !== 'error') return <Loading />;
  if (looked.problem.status !== 404 && looked.problem.status !== 422)
    return (
      <div class="page">
        <ProblemNotice problem={looked.problem} retry={looked.retry} />
      </div>
    );
  return (
    <Instead title={words.goneTitle}>
      <p>{words.gone}</p>
      <p>{words.goneUsed}</p>
      <p>{words.goneAsk}</p>
      <a class="button" href={evaluationsPath}>
        {words.toSignIn}
      </a>
    </Instead>
  );
}

function Instead({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <div class="page">
      <div class="empty stack">
        <h1>{title}</h1>
        {children}
      </div>
    </div>
  );
}
