import { dayInChina, minuteInChina } from '../../../survey-definitions/china-time.ts';
import type { ListedToken } from '../api/account.ts';
import { useWords } from '../language.tsx';
import { DataTable, Row } from '../parts/data-table.tsx';
import { tokenRoleOf } from './token-roles.ts';
import { accountWords } from './words.ts';

/** Tokens that programs can call with now, each with the way to revoke it. */
export function TokensInForce(props: {
  tokens: readonly ListedToken[];
  revoke(token: ListedToken): void;
}) {
  const { tokens: words } = useWords(accountWords);
  return (
    <DataTable
      class="account-table"
      columns={[
        { label: words.name },
        { label: words.role },
        { label: words.lastUsed },
        { label: words.expires },
        { label: words.revoke, labelHidden: true, deciding: true, class: 'account-act' },
      ]}
      empty={<p class="quiet">{words.none}</p>}
      rows={props.tokens.map((token) => (
        <Row
          key={token.id}
          cells={[
            <Name key="name" token={token} />,
            <Role key="role" token={token} />,
            token.lastUsedAt ? minuteInChina(token.lastUsedAt) : words.never,
            dayInChina(token.expiresAt),
            <button
              key="revoke"
              type="button"
              class="link-button warm"
              aria-label={words.revokeOf(token.name)}
              onClick={() => props.revoke(token)}
            >
              {words.revoke}
            </button>,
          ]}
        />
      ))}
    />
  );
}

/** Those that are good no more, folded away, with who ended them. */
export function EndedTokens({ tokens }: { tokens: readonly ListedToken[] }) {
  const { tokens: words } = useWords(accountWords);
  return (
    <details>
      <summary>{words.ended(tokens.length)}</summary>
      <DataTable
        class="account-table"
        columns={[
          { label: words.name },
          { label: words.role },
          { label: words.lastUsed },
          { label: words.endedHow },
        ]}
        rows={tokens.map((token) => (
          <Row
            key={token.id}
            cells={[
              <Name key="name" token={token} />,
              <Role key="role" token={token} />,
              token.lastUsedAt ? minuteInChina(token.lastUsedAt) : words.never,
              token.revokedAt
                ? words.revokedBy(token.revokedBy ?? '', minuteInChina(token.revokedAt))
                : words.expiredAt(minuteInChina(token.expiresAt)),
            ]}
          />
        ))}
      />
    </details>
  );
}

function Name({ token }: { token: ListedToken }) {
  const { tokens: words } = useWords(accountWords);
  const { department, year, evaluation } = token;
  const named = department !== null && year !== null && words.of(department, year);
  return (
    <>
      <span class="token-name">{token.name}</span>
      <span class="small quiet token-reach">
        {evaluation === null ? words.everything : named || words.gone}
      </span>
    </>
  );
}

function Role({ token }: { token: ListedToken }) {
  const { tokens: words } = useWords(accountWords);
  const role = tokenRoleOf(token.role);
  return (
    <>
      {role ? words.roles[role].name : token.role}
      {token.readOnly && <span class="small quiet token-reach">{words.readOnly}</span>}
    </>
  );
}
