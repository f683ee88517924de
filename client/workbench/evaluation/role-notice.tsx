import { useEffect, useRef } from 'preact/hooks';
import { useEvaluation } from '../current-evaluation.ts';
import { useWords } from '../language.tsx';
import { KeptDrafts } from '../parts/not-for-you.tsx';
import { roleName } from '../parts/role-name.ts';
import { sharedWords } from '../parts/words.ts';
import { tradeTerms } from '../terms.ts';

/** That the role of whoever looks was changed meanwhile, which is why something is no longer offered; and where what he typed is. */
export function RoleNotice() {
  const words = useWords(sharedWords).notForYou;
  const terms = useWords(tradeTerms);
  const { id, role } = useEvaluation();
  const notice = useRef<HTMLDivElement>(null);
  const first = useRef({ id, role });
  if (first.current.id !== id) first.current = { id, role };
  const changed = first.current.role !== role;
  // Whoever was typing far down the page would not see why it is gone.
  useEffect(() => {
    if (changed) notice.current?.scrollIntoView({ block: 'center' });
  }, [changed]);
  if (!changed) return null;
  return (
    <div ref={notice} class="notice role-notice screen-only" role="status">
      <p>{words.changed(roleName(terms.roles, role))}</p>
      <KeptDrafts evaluation={id} />
    </div>
  );
}
