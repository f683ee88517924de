import { useEffect, useState } from 'preact/hooks';
import { useAccount } from './account.ts';
import { drafts } from './drafts.ts';

/** How many forms of this account are unsaved whose key begins so. */
export function useUnsaved(start: string): number {
  const account = useAccount();
  const [n, setN] = useState(() => drafts.count(account, start));
  useEffect(() => {
    const recount = () => setN(drafts.count(account, start));
    recount();
    return drafts.watch(recount);
  }, [account, start]);
  return n;
}
