import { useWords } from '../language.tsx';
import { useTitle } from '../parts/use-title.ts';
import { sharedWords } from '../parts/words.ts';
import { accountsPath } from '../paths.ts';
import { AuditList } from './audit-list.tsx';
import { ChainHead } from './chain-head.tsx';
import { auditWords } from './words.ts';

/** What was done, everywhere, for admins. */
export function Audit() {
  const words = useWords(auditWords);
  const shared = useWords(sharedWords);
  useTitle(words.title);
  return (
    <div class="page stack audit">
      <header>
        <p class="small screen-only">
          <a href={accountsPath}>{shared.accounts}</a>
        </p>
        <h1>{words.title}</h1>
      </header>
      <AuditList />
      <ChainHead />
    </div>
  );
}
