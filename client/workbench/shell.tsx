import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Route, Router, useLocation } from 'preact-iso/router';
import { Account } from './account/account.tsx';
import { AccountPage } from './accounts/account-page.tsx';
import { Accounts } from './accounts/accounts.tsx';
import { type Session, session } from './api/session.ts';
import { Audit } from './audit/audit.tsx';
import { AccountContext } from './data/account.ts';
import { forgetServerWords } from './data/query-client.ts';
import { useQuery } from './data/use-query.ts';
import { Definitions } from './definitions/definitions.tsx';
import { QuestionnairePage } from './definitions/questionnaire/questionnaire-page.tsx';
import { SystemPage } from './definitions/system/system-page.tsx';
import { Upload } from './definitions/upload/upload.tsx';
import { Evaluation } from './evaluation/evaluation.tsx';
import { Evaluations } from './evaluations/evaluations.tsx';
import { NewEvaluation } from './evaluations/new-evaluation.tsx';
import { useLanguage, useWords } from './language.tsx';
import { onlyWhoMay } from './parts/not-for-you.tsx';
import { NotFound } from './parts/not-found.tsx';
import { PrintedAt } from './parts/printed-at.tsx';
import { ProblemNotice } from './parts/problem-notice.tsx';
import { Loading } from './parts/query-result.tsx';
import { PRODUCT_NAME } from './parts/use-title.ts';
import { sharedWords } from './parts/words.ts';
import {
  accountsPath,
  auditPath,
  definitionsPath,
  evaluationsPath,
  invitationPath,
  ownAccountPath,
  uploadPath,
} from './paths.ts';
import { Invitation } from './people/invitation/invitation.tsx';
import { SessionNotice } from './session-end/session-notice.tsx';
import { SignIn } from './sign-in/sign-in.tsx';
import { SignInAgain } from './sign-in/sign-in-again.tsx';
import { SignOut } from './sign-in/sign-out.tsx';
import { shellWords } from './words.ts';

/** Screens for admins; anybody else who follows a link there is told kindly. */
const ForAdmins = {
  Accounts: onlyWhoMay('accounts.write', Accounts),
  AccountPage: onlyWhoMay('accounts.write', AccountPage),
  // Evaluators read that of their evaluations there; what is of all of them only whoever sees all accounts.
  Audit: onlyWhoMay('accounts.read', Audit),
};

/** Masthead, and whatever screen the address names; signing in first where nobody has. */
export function Shell() {
  const words = useWords(shellWords);
  // Somebody else may have signed in meanwhile in another tab: looked at when this one comes to the front.
  const signedIn = useQuery({ ...session, refetchOnWindowFocus: true });
  // Who was here when the session ended: the screen stays his until somebody signs in or out.
  const [left, setLeft] = useState<Session>();
  const person = signedIn.data ?? (signedIn.data === null ? left : undefined);
  useLayoutEffect(() => {
    if (!signedIn.data) return;
    // Nothing of what the one before was told is for the next.
    if (left && left.username !== signedIn.data.username) forgetServerWords();
    setLeft(signedIn.data);
  }, [signedIn.data]);
  const { path, route } = useLocation();
  // For whoever holds a link, whether he has an account or not.
  const invited = path === invitationPath;
  // Until he has the second factor that he must have, the server lets him reach nothing else.
  const owes = person?.secondFactor.required && !person.secondFactor.on;
  useEffect(() => {
    if (owes && !invited && path !== ownAccountPath) route(ownAccountPath, true);
  }, [owes, path]);
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
      <AccountContext.Provider value={person}>
        <Masthead person={person} signedOut={() => setLeft(undefined)} />
        <main id="main" tabIndex={-1} ref={main}>
          <PrintedAt />
          {signedIn.status === 'pending' && <Loading />}
          {invited && signedIn.status === 'success' && <Invitation person={signedIn.data} />}
          {!invited && signedIn.data === null && !person && <SignIn />}
          {signedIn.status === 'error' && (
            <div class="page">
              <ProblemNotice problem={signedIn.problem} retry={signedIn.retry} />
            </div>
          )}
          {person && !invited && (
            <Router key={person.username}>
              <Route path={evaluationsPath} component={Evaluations} />
              <Route path="/evaluations/new" component={NewEvaluation} />
              <Route path="/evaluations/:id" component={Evaluation} />
              <Route path="/evaluations/:id/*" component={Evaluation} />
              <Route path={ownAccountPath} component={Account} />
              <Route path={definitionsPath} component={Definitions} />
              <Route path={uploadPath} component={Upload} />
              <Route
                path="/definitions/questionnaires/:id/:version"
                component={QuestionnairePage}
              />
              <Route path="/definitions/indicator-systems/:id/:version" component={SystemPage} />
              <Route path={accountsPath} component={ForAdmins.Accounts} />
              <Route path="/accounts/:id" component={ForAdmins.AccountPage} />
              <Route path={auditPath()} component={ForAdmins.Audit} />
              <Route default component={NotFound} />
            </Router>
          )}
          {signedIn.data && <SessionNotice session={signedIn.data} />}
          {person && !invited && signedIn.data === null && (
            <SignInAgain username={person.username} />
          )}
        </main>
      </AccountContext.Provider>
    </>
  );
}

function Masthead({ person, signedOut }: { person: Session | undefined; signedOut(): void }) {
  const username = person?.username;
  const words = useWords(shellWords);
  const shared = useWords(sharedWords);
  const { language, choose } = useLanguage();
  const other = language === 'en' ? 'zh-CN' : 'en';
  return (
    <header class="masthead">
      <div class="masthead-inner">
        <a class="wordmark" href={evaluationsPath}>
          <b>{PRODUCT_NAME}</b> <span lang="en">Manping</span>
        </a>
        <div class="masthead-side small">
          {username && <a href={definitionsPath}>{shared.definitions}</a>}
          {person?.permissions.includes('accounts.read') && (
            <a href={accountsPath}>{shared.accounts}</a>
          )}
          <button type="button" class="link-button" lang={other} onClick={() => choose(other)}>
            {words.otherLanguage}
          </button>
          {username && (
            <>
              <a class="masthead-user" href={ownAccountPath} aria-label={words.account(username)}>
                {username}
              </a>
              <SignOut username={username} signedOut={signedOut} />
            </>
          )}
        </div>
      </div>
    </header>
  );
}
