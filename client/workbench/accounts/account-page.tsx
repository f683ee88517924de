import { useState } from 'preact/hooks';
import { useRoute } from 'preact-iso/router';
import { dayInChina, minuteInChina } from '../../../survey-definitions/china-time.ts';
import { type Account, account as accountOf } from '../api/accounts.ts';
import { useQuery } from '../data/use-query.ts';
import { useWords } from '../language.tsx';
import { QueryResult } from '../parts/query-result.tsx';
import { useTitle } from '../parts/use-title.ts';
import { sharedWords } from '../parts/words.ts';
import { accountsPath, auditPath } from '../paths.ts';
import { AccountMarks } from './account-marks.tsx';
import { AccountSteps } from './account-steps.tsx';
import { RoleLine } from './role-line.tsx';
import { accountsWords } from './words.ts';

/** One account, for admins: what it is and reaches, and what can be done about it. */
export function AccountPage() {
  const { params } = useRoute();
  const loaded = useQuery(accountOf(params['id'] ?? ''));
  return <QueryResult query={loaded}>{(data) => <OneAccount account={data} />}</QueryResult>;
}

function OneAccount({ account }: { account: Account }) {
  const words = useWords(accountsWords);
  const [said, setSaid] = useState('');
  useTitle(account.username);
  return (
    <div class="page stack account">
      <header>
        <p class="small screen-only">
          <a href={accountsPath}>{words.title}</a>
        </p>
        <h1>
          {account.username} <AccountMarks account={account} />
        </h1>
      </header>
      <Facts account={account} />
      <section>
        <h2>{words.roles}</h2>
        {account.admin && <p>{words.isAdmin}</p>}
        {account.roles.length === 0 && !account.admin && <p class="quiet">{words.noRoles}</p>}
        {account.roles.length > 0 && (
          <ul class="plain-list">
            {account.roles.map((held) => (
              <li key={held.evaluation}>
                <RoleLine held={held} />
              </li>
            ))}
          </ul>
        )}
      </section>
      <AccountSteps account={account} done={setSaid} />
      <p class="said" role="status">
        {said}
      </p>
    </div>
  );
}

function Facts({ account }: { account: Account }) {
  const words = useWords(accountsWords);
  const shared = useWords(sharedWords);
  const { lastSeenAt, secondFactor } = account;
  return (
    <dl class="facts">
      <div>
        <dt>{words.since}</dt>
        <dd>{dayInChina(account.createdAt)}</dd>
      </div>
      <div>
        <dt>{words.lastSeen}</dt>
        <dd>{lastSeenAt ? shared.atTime(minuteInChina(lastSeenAt)) : words.never}</dd>
      </div>
      <div>
        <dt>{words.sessions}</dt>
        <dd>{words.running(account.sessions)}</dd>
      </div>
      <div>
        <dt>{words.tokens}</dt>
        <dd>{words.goodTokens(account.tokens)}</dd>
      </div>
      <div>
        <dt>{words.secondFactor}</dt>
        <dd>{secondFactor ? words.on : words.off}</dd>
      </div>
      <div class="screen-only">
        <dt />
        <dd>
          <a href={auditPath({ actor: account.username })}>{words.didWhat}</a>
        </dd>
      </div>
    </dl>
  );
}
