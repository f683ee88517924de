import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** The name of whoever is signed in; '' before anybody is. */
export const AccountContext = createContext('');

/** Whose screen this is, and so whose drafts. */
export const useAccount = (): string => useContext(AccountContext);
