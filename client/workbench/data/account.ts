import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { AccountPermission } from '../../../survey-definitions/permission.ts';
import type { Session } from '../api/session.ts';

/** Whoever is signed in; undefined before anybody is. While a session has ended and is to be renewed, who it was. */
export const AccountContext = createContext<Session | undefined>(undefined);

/** Whose screen this is, and so whose drafts; '' before anybody is signed in. */
export const useAccount = (): string => useContext(AccountContext)?.username ?? '';

/** Whether the account holds this permission, which is of no evaluation. */
export const useMayDo = (permission: AccountPermission): boolean =>
  useContext(AccountContext)?.permissions.includes(permission) === true;

/** Whether there is any evaluation that the account could see. */
export function useHasAnyRole(): boolean {
  const account = useContext(AccountContext);
  return account !== undefined && (account.admin || account.roles.length > 0);
}
