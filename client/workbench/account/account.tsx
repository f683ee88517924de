import { useAccount } from '../data/account.ts';
import { useWords } from '../language.tsx';
import { useTitle } from '../parts/use-title.ts';
import { PasswordSection } from './password-section.tsx';
import { SecondFactorSection } from './second-factor-section.tsx';
import { SessionsSection } from './sessions-section.tsx';
import { TokensSection } from './tokens-section.tsx';
import { accountWords } from './words.ts';

const SECTIONS = ['password', 'factor', 'sessions', 'tokens'] as const;

/** One's own account: what one signs in with, where one is signed in, and which programs call in one's name. */
export function Account() {
  const words = useWords(accountWords);
  const username = useAccount();
  useTitle(words.title);
  return (
    <div class="page account-page">
      <header class="account-head">
        <h1>{words.title}</h1>
        <p class="quiet">{words.signedInAs(username)}</p>
      </header>
      <nav class="account-index small screen-only" aria-label={words.index}>
        <ul>
          {SECTIONS.map((section) => (
            <li key={section}>
              <a href={`#account-${section}`}>{words[section].title}</a>
            </li>
          ))}
        </ul>
      </nav>
      <div class="account-sections">
        <PasswordSection />
        <SecondFactorSection />
        <SessionsSection />
        <TokensSection />
      </div>
    </div>
  );
}
