import { render } from 'preact';
import { LocationProvider } from 'preact-iso/router';
import { drafts } from './data/drafts.ts';
import { watchStepsBack } from './data/leaving.ts';
import { watchPresence } from './data/presence.ts';
import { queryClient } from './data/query-client.ts';
import { watchOtherTabs } from './data/session-news.ts';
import { LanguageProvider } from './language.tsx';
import { Shell } from './shell.tsx';
import './workbench.css';

/** The respondents' pages and the API's files are the server's; every other link stays inside the workbench. */
const WORKBENCH_PATHS = /^\/(?!s\/|api\/)/;

const app = document.getElementById('app');
if (!app) throw new Error('the page has no #app');
// Follows whether the tab is in sight: what waits in a hidden one goes on when it is looked at again.
queryClient.mount();
watchStepsBack();
watchPresence();
watchOtherTabs();
drafts.dropOld();
// What is typed or saved in another tab.
addEventListener('storage', drafts.tell);
render(
  <LocationProvider scope={WORKBENCH_PATHS}>
    <LanguageProvider>
      <Shell />
    </LanguageProvider>
  </LocationProvider>,
  app,
);
