import type { ListedResponse } from '../api/responses.ts';
import { useWords } from '../language.tsx';
import { tradeTerms } from '../terms.ts';

type Disposition = ListedResponse['disposition'];

/** Warm is what is wrong; who does not belong to the group has done nothing wrong. */
const TAG_OF: Record<Disposition, string> = {
  valid: 'tag done',
  invalid: 'tag warm',
  ineligible: 'tag',
  'on-hold': 'tag warm',
};

/** Whether a response counts, in a word and a mark. */
export function DispositionTag({ disposition }: { disposition: Disposition }) {
  const terms = useWords(tradeTerms);
  return <span class={TAG_OF[disposition]}>{terms[disposition]}</span>;
}
