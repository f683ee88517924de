import { useState } from 'preact/hooks';
import { type ListedToken, type MadeToken, revokeToken, tokens } from '../api/account.ts';
import { invalidate } from '../data/query-client.ts';
import { useMutation } from '../data/use-mutation.ts';
import { useQuery } from '../data/use-query.ts';
import { useWords } from '../language.tsx';
import { ConfirmDialog } from '../parts/confirm-dialog.tsx';
import { QueryResult } from '../parts/query-result.tsx';
import { useRestoredFocus } from '../parts/use-restored-focus.ts';
import { AccountSection } from './account-section.tsx';
import { MadeTokenDialog } from './made-token-dialog.tsx';
import { NewTokenForm } from './new-token-form.tsx';
import { EndedTokens, TokensInForce } from './token-table.tsx';
import { accountWords } from './words.ts';

/** The programs that call in one's name: each with what it may, until when, and when it last did. */
export function TokensSection() {
  const { tokens: words } = useWords(accountWords);
  const loaded = useQuery(tokens);
  const [making, make] = useState(false);
  const [made, setMade] = useState<MadeToken>();
  const place = useRestoredFocus(String(making));
  return (
    <AccountSection id="tokens" title={words.title}>
      <p class="reading">{words.what}</p>
      <QueryResult query={loaded}>
        {({ items, next }) => <Tokens items={items} more={next !== null} />}
      </QueryResult>
      <div ref={place} class="screen-only">
        {making ? (
          <NewTokenForm
            made={(token) => {
              make(false);
              setMade(token);
              invalidate(tokens.queryKey);
            }}
            cancel={() => make(false)}
          />
        ) : (
          <button type="button" class="button" onClick={() => make(true)}>
            {words.create}
          </button>
        )}
      </div>
      {made && <MadeTokenDialog token={made} close={() => setMade(undefined)} />}
    </AccountSection>
  );
}

function Tokens({ items, more }: { items: readonly ListedToken[]; more: boolean }) {
  const { tokens: words } = useWords(accountWords);
  const [revoking, setRevoking] = useState<ListedToken>();
  const [said, say] = useState('');
  const revoke = useMutation(async ({ id, name }: ListedToken) => {
    await revokeToken(id);
    invalidate(tokens.queryKey);
    setRevoking(undefined);
    say(words.revoked(name));
  });
  const now = new Date().toISOString();
  const isInForce = ({ revokedAt, expiresAt }: ListedToken) => !revokedAt && expiresAt > now;
  const ended = items.filter((token) => !isInForce(token));
  return (
    <>
      <TokensInForce tokens={items.filter(isInForce)} revoke={setRevoking} />
      <span class="small said" role="status">
        {said}
      </span>
      {ended.length > 0 && <EndedTokens tokens={ended} />}
      {more && <p class="small quiet">{words.latestOnly}</p>}
      {revoking && (
        <ConfirmDialog
          title={words.revokeTitle(revoking.name)}
          confirmLabel={words.revoke}
          danger
          busy={revoke.isPending}
          problem={revoke.problem}
          onConfirm={() => revoke.mutate(revoking)}
          onClose={() => setRevoking(undefined)}
        >
          <p>{words.revokeWhat}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
