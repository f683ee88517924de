import { minuteInChina } from '../../../survey-definitions/china-time.ts';
import type { Response } from '../api/responses.ts';
import { useWords } from '../language.tsx';
import { Unbroken } from '../parts/unbroken.tsx';
import { sharedWords } from '../parts/words.ts';
import { tradeTerms } from '../terms.ts';
import { judgingWords } from './words.ts';

type Judgement = Response['judgements'][number];

/** What was decided about a response, the newest first: what it was and became, who decided it, when and why. */
export function JudgementHistory({ judgements }: { judgements: readonly Judgement[] }) {
  const words = useWords(judgingWords);
  const shared = useWords(sharedWords);
  const inWords = useJudgementInWords();
  if (judgements.length === 0) return null;
  return (
    <div>
      <h3 class="small quiet">{shared.inBeijingTime(words.history)}</h3>
      <ol class="judgements">
        {judgements.toReversed().map((one) => (
          <li key={`${one.at} ${one.author}`}>
            <p>
              <strong>{inWords(one)}</strong>{' '}
              <span class="small quiet">
                <Unbroken>{one.author}</Unbroken>{' '}
                <span class="nowrap">{minuteInChina(one.at)}</span>
              </span>
            </p>
            <p class={one.reason === '' ? 'small quiet' : 'said-reason'}>
              {one.reason || words.noReasonGiven}
            </p>
          </li>
        ))}
      </ol>
    </div>
  );
}

/** What a decision did, in a few words. */
export function useJudgementInWords(): (judgement: Judgement) => string {
  const words = useWords(judgingWords);
  const terms = useWords(tradeTerms);
  return ({ before, disposition }) => {
    if (disposition === null) return words.givenBack;
    if (before === disposition) return words.confirmed(terms[disposition]);
    return words.moved(terms[before], terms[disposition]);
  };
}
