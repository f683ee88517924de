import { dayInChina } from '../../../survey-definitions/china-time.ts';
import type { Account } from '../api/accounts.ts';
import { useAccount } from '../data/account.ts';
import { useWords } from '../language.tsx';
import { accountsWords } from './words.ts';

/** What an account is beside its name: an admin's, disabled, one's own. */
export function AccountMarks({ account }: { account: Account }) {
  const words = useWords(accountsWords);
  const me = useAccount();
  const { admin, beginsEvaluations, disabledAt, username } = account;
  return (
    <span class="account-marks">
      {disabledAt !== null && (
        <span class="tag">{words.disabledSince(dayInChina(disabledAt))}</span>
      )}
      {admin && <span class="tag on">{words.admin}</span>}
      {!admin && beginsEvaluations && <span class="tag">{words.begins}</span>}
      {username === me && <span class="small quiet">{words.you}</span>}
    </span>
  );
}
