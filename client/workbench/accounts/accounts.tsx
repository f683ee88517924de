import { useState } from 'preact/hooks';
import { type AccountPage, accounts } from '../api/accounts.ts';
import { useQuery } from '../data/use-query.ts';
import { useWords } from '../language.tsx';
import { DataTable } from '../parts/data-table.tsx';
import { QueryResult } from '../parts/query-result.tsx';
import { useTitle } from '../parts/use-title.ts';
import { sharedWords } from '../parts/words.ts';
import { useAddressChoice } from '../use-address-choice.ts';
import { AccountRow } from './account-row.tsx';
import { AccountSearch } from './account-search.tsx';
import { InviteAccount } from './invite-account.tsx';
import { accountsWords } from './words.ts';

/** Everybody who has an account, for admins. */
export function Accounts() {
  const words = useWords(accountsWords);
  const { chosen } = useAddressChoice();
  const q = chosen['q'] ?? '';
  useTitle(words.title);
  return (
    <div class="page stack accounts">
      <h1>{words.title}</h1>
      <AccountSearch q={q} />
      <AccountPages key={q} q={q} />
      <InviteAccount />
    </div>
  );
}

/** The pages shown so far; another search begins with the first. */
function AccountPages({ q }: { q: string }) {
  const shared = useWords(sharedWords);
  const [pages, setPages] = useState<(string | undefined)[]>([undefined]);
  return (
    <>
      {pages.map((after, index) => (
        <OnePage key={after ?? ''} q={q} after={after}>
          {(next) =>
            next !== null &&
            index === pages.length - 1 && (
              <button type="button" class="button" onClick={() => setPages([...pages, next])}>
                {shared.more}
              </button>
            )
          }
        </OnePage>
      ))}
    </>
  );
}

function OnePage(props: {
  q: string;
  after: string | undefined;
  children(next: string | null): preact.ComponentChildren;
}) {
  const page = useQuery(accounts(props.q, props.after));
  return (
    <QueryResult query={page}>
      {(data) => (
        <>
          <AccountTable page={data} />
          {props.children(data.next)}
        </>
      )}
    </QueryResult>
  );
}

function AccountTable({ page }: { page: AccountPage }) {
  const words = useWords(accountsWords);
  const shared = useWords(sharedWords);
  return (
    <DataTable
      class="account-rows"
      columns={[
        { label: words.username },
        { label: words.roles },
        { label: words.secondFactor },
        { label: shared.inBeijingTime(words.lastSeen) },
        { label: words.since },
      ]}
      rows={page.items.map((account) => <AccountRow key={account.id} account={account} />)}
      empty={<NothingFound />}
    />
  );
}

function NothingFound() {
  const words = useWords(accountsWords);
  const { choose } = useAddressChoice();
  return (
    <div class="empty">
      <h2>{words.notFound}</h2>
      <button type="button" class="button" onClick={() => choose({ q: undefined })}>
        {words.findAll}
      </button>
    </div>
  );
}
