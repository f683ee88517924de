import { useEffect, useRef } from 'preact/hooks';
import { Route, Router, useLocation } from 'preact-iso/router';
import { session, signOut } from './api.ts';
import { Evaluation } from './evaluation/evaluation.tsx';
import { Evaluations } from './evaluations/evaluations.tsx';
import { NewEvaluation } from './evaluations/new-evaluation.tsx';
import { forgetAll, useAction, useLoaded } from './known.ts';
import { useLanguage, useWords } from './language.tsx';
import { Failed } from './parts/failed.tsx';
import { Loading } from './parts/loading.tsx';
import { NotFound } from './parts/not-found.tsx';
import { evaluationsPath } from './paths.ts';
import { SignIn } from './sign-in/sign-in.tsx';

/** Masthead, and whatever screen the address names; signing in first where nobody has. */
export function Shell() {
  const words = useWords();
  const who = useLoaded(session);
  const { path } = useLocation();
  const main = useRef<HTMLElement>(null);
  const opened = useRef(path);
  useEffect(() => {
    // A reader with a keyboard or a screen reader starts a new screen at its top.
    if (opened.current !== path) main.current?.focus({ preventScroll: true });
    opened.current = path;
  }, [path]);

  const signedOut = who.state === 'failed' && who.problem.status === 401;
  return (
    <>
      <a class="skip" href="#main">
        {words.shell.skip}
      </a>
      <Masthead username={who.state === 'ready' ? who.data.username : undefined} />
      <main id="main" tabIndex={-1} ref={main}>
        {who.state === 'loading' && <Loading />}
        {signedOut && <SignIn />}
        {who.state === 'failed' && !signedOut && (
          <div class="page">
            <Failed problem={who.problem} again={who.again} />
          </div>
        )}
        {who.state === 'ready' && (
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
  const { words, language, choose } = useLanguage();
  const other = language === 'en' ? 'zh-CN' : 'en';
  const leave = useAction(async () => {
    await signOut();
    forgetAll();
  });
  return (
    <header class="masthead">
      <div class="masthead-inner">
        <a class="wordmark" href={evaluationsPath}>
          <b>满评</b> <span lang="en">Manping</span>
        </a>
        <div class="masthead-side small">
          <button type="button" class="link-button" lang={other} onClick={() => choose(other)}>
            {words.shell.otherLanguage}
          </button>
          {username && (
            <>
              <span class="quiet masthead-user">{username}</span>
              <button
                type="button"
                class="link-button"
                onClick={leave.run}
                aria-disabled={leave.busy}
              >
                {words.shell.signOut}
              </button>
            </>
          )}
        </div>
      </div>
    </header>
  );
}
