import type { Account } from '../api/accounts.ts';
import { useWords } from '../language.tsx';
import { roleName } from '../parts/role-name.ts';
import { Unbroken } from '../parts/unbroken.tsx';
import { evaluationPath } from '../paths.ts';
import { tradeTerms } from '../terms.ts';
import { accountsWords } from './words.ts';

/** What somebody is, and where: department, year, role. */
export function RoleLine({ held }: { held: Account['roles'][number] }) {
  const words = useWords(accountsWords);
  const terms = useWords(tradeTerms);
  return (
    <a class="role-line" href={evaluationPath(held.evaluation)}>
      <Unbroken>
        {words.role(held.department, held.year, roleName(terms.roles, held.role))}
      </Unbroken>
    </a>
  );
}
