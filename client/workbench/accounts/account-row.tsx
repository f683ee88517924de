import { dayInChina, minuteInChina } from '../../../survey-definitions/china-time.ts';
import type { Account } from '../api/accounts.ts';
import { useWords } from '../language.tsx';
import { Row } from '../parts/data-table.tsx';
import { accountPath } from '../paths.ts';
import { AccountMarks } from './account-marks.tsx';
import { RoleLine } from './role-line.tsx';
import { accountsWords } from './words.ts';

/** So many are named on a line; the account's own page has all of them. */
const NAMED = 3;

/** One account on a line; its name leads to all there is of it. */
export function AccountRow({ account }: { account: Account }) {
  const words = useWords(accountsWords);
  const { roles, lastSeenAt } = account;
  const named = roles.length > NAMED + 1 ? roles.slice(0, NAMED) : roles;
  return (
    <Row
      class={account.disabled ? 'disabled' : ''}
      cells={[
        <>
          <a class="account-name" href={accountPath(account.id)}>
            {account.username}
          </a>
          <AccountMarks account={account} />
        </>,
        <>
          {account.admin && <span class="role-line">{words.everywhere}</span>}
          {named.map((held) => (
            <RoleLine key={held.evaluation} held={held} />
          ))}
          {roles.length > named.length && (
            <a class="small" href={accountPath(account.id)}>
              {words.moreRoles(roles.length - named.length)}
            </a>
          )}
          {!account.admin && roles.length === 0 && <span class="quiet">{words.noRoles}</span>}
        </>,
        account.secondFactor ? (
          <span class="tag on">{words.on}</span>
        ) : (
          <span class="tag">{words.off}</span>
        ),
        <span class="nowrap">{lastSeenAt ? minuteInChina(lastSeenAt) : words.never}</span>,
        <span class="nowrap">{dayInChina(account.createdAt)}</span>,
      ]}
    />
  );
}
