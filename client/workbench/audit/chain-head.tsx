import { auditHead } from '../api/audit.ts';
import { useQuery } from '../data/use-query.ts';
import { count } from '../format.ts';
import { useWords } from '../language.tsx';
import { CopyButton } from '../parts/copy-button.tsx';
import { Hash } from './hash.tsx';
import { auditWords } from './words.ts';

/** The end of the chain, to be kept outside: number and hash, and what checks them later. */
export function ChainHead() {
  const words = useWords(auditWords).head;
  const head = useQuery(auditHead);
  if (head.status !== 'success') return null;
  const { seq, hash } = head.data;
  return (
    <section class="notice chain-head" aria-label={words.title}>
      <p>
        <strong>
          {words.title}
          {' · '}
          {words.number(count(seq))}
        </strong>
      </p>
      <p>
        <Hash>{hash}</Hash>
      </p>
      <p>
        {words.why} <code>npm run verify-audit -- --head {`${seq}:${hash.slice(0, 6)}…`}</code>
      </p>
      <CopyButton text={`${seq}:${hash}`} label={words.copy} />
    </section>
  );
}
