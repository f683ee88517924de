import type { Evaluation } from '../api/evaluations.ts';
import { count } from '../format.ts';
import { useWords } from '../language.tsx';
import { sharedWords } from '../parts/words.ts';
import { tradeTerms } from '../terms.ts';
import { evaluationsWords } from './words.ts';

/** How far an evaluation has got, and what is missing. */
export function WhereItStands({ evaluation }: { evaluation: Evaluation }) {
  const words = useWords(evaluationsWords);
  const terms = useWords(tradeTerms);
  const shared = useWords(sharedWords);
  return (
    <>
      {terms.evaluationStates[evaluation.state]}
      {evaluation.missing.map(({ part, n, of }) => (
        <span class="small quiet missing-part" key={part}>
          {words.missing[part](count(n), of.join(shared.asks.comma), n)}
        </span>
      ))}
    </>
  );
}
