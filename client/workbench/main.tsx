import { render } from 'preact';
import { LocationProvider } from 'preact-iso/router';
import { LanguageProvider } from './language.tsx';
import { Shell } from './shell.tsx';
import './workbench.css';

/** The respondents' pages and the API's files are the server's; every other link stays inside the workbench. */
const OURS = /^\/(?!s\/|api\/)/;

const app = document.getElementById('app');
if (!app) throw new Error('the page has no #app');
render(
  <LocationProvider scope={OURS}>
    <LanguageProvider>
      <Shell />
    </LanguageProvider>
  </LocationProvider>,
  app,
);
