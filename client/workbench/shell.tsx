import { useEffect, useRef } from 'preact/hooks';
import { Route, Router, useLocation } from 'preact-iso/router';
import { session, signOut } from './api/session.ts';
import { forgetServerState } from './data/query-client.ts';
import { useMutation } from './data/use-mutation.ts';
import { useQuery } from './data/use-query.ts';
import { Evaluation } from './evaluation/evaluation.tsx';
import { Evaluations } from './evaluations/evaluations.tsx';
import { NewEvaluation } from './evaluations/new-evaluation.tsx';
import { useLanguage, useWords } from './language.tsx';
import { NotFound } from './parts/not-found.tsx';
import { PrintedAt } from './parts/printed-at.tsx';
import { ProblemNotice } from './parts/problem-notice.tsx';
import { Loading } from './parts/query-result.tsx';
import { PRODUCT_NAME } from './parts/use-title.ts';
import { evaluationsPath } from './paths.ts';
import { SignIn } from './sign-in/sign-in.tsx';
import { shellWords } from './words.ts';

/** Masthead, and whatever screen the address names; signing in first where nobody has. */
export function Shell() {
  const words = useWords(shellWords);
  const signedIn = useQuery(session);
  const { path } = useLocation();
  const main = useRef<HTMLElement>(null);
  const lastPath = useRef(path);
  useEffect(() => {
    // A reader with a keyboard or a screen reader starts a new screen at its top.
    if (lastPath.current !== path) main.current?.focus({ preventScroll: true });
    lastPath.current = path;
  }, [path]);

  return (
    <>
      <a class="skip" href="#main">
        {words.skip}
      </a>
      <Masthead username={signedIn.data?.username} />
      <main id="main" tabIndex={-1} ref={main}>
        <PrintedAt />
        {signedIn.status === 'pending' && <Loading />}
        {signedIn.data === null && <SignIn />}
        {signedIn.status === 'error' && (
          <div class="page">
            <ProblemNotice problem={signedIn.problem} retry={signedIn.retry} />
          </div>
        )}
        {signedIn.data && (
          <Router>
            <Route path={evaluationsPath} component={Evaluations} />
            <Route path="/evaluations/new" component={NewEvaluation} />
            <Route path="/evaluations/:id" component={Evaluation} />
            <Route path="/evaluations/:id/*" component={Evaluation} />
            <Route default component={NotFound} />
          </Router>
        )}
      </main>
    </>
  );
}

function Masthead({ username }: { username: string | undefined }) {
  const words = useWords(shellWords);
  const { language, choose } = useLanguage();
  const other = language === 'en' ? 'zh-CN' : 'en';
  const signingOut = useMutation(async () => {
    await signOut();
    forgetServerState();
  });
  return (
    <header class="masthead">
      <div class="masthead-inner">
        <a class="wordmark" href={evaluationsPath}>
          <b>{PRODUCT_NAME}</b> <span lang="en">Manping</span>
        </a>
        <div class="masthead-side small">
          <button type="button" class="link-button" lang={other} onClick={() => choose(other)}>
            {words.otherLanguage}
          </button>
          {username && (
            <>
              <span class="quiet masthead-user">{username}</span>
              <button
                type="button"
                class="link-button"
                onClick={signingOut.mutate}
                aria-disabled={signingOut.isPending}
              >
                {words.signOut}
              </button>
            </>
          )}
        </div>
      </div>
    </header>
  );
}
