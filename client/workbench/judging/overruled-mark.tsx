import type { ListedResponse } from '../api/responses.ts';
import { useWords } from '../language.tsx';
import { judgingWords } from './words.ts';

/** That somebody has overruled the rules for a response, who and why; nothing where nobody has. */
export function OverruledMark(props: { response: Pick<ListedResponse, 'ruled' | 'judgement'> }) {
  const words = useWords(judgingWords);
  const { ruled, judgement } = props.response;
  if (ruled === null) return null;
  const why = judgement && words.overruledBy(judgement.author, judgement.reason);
  return (
    <span class="small overruled">
      <span class="overruled-mark">{words.overruled}</span>
      {why && (
        <span class="overruled-why" title={why}>
          {why}
        </span>
      )}
    </span>
  );
}
