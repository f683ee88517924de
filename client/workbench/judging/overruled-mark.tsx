import type { ListedResponse } from '../api/responses.ts';
import { useWords } from '../language.tsx';
import { judgingWords } from './words.ts';

/** That somebody has overruled the rules for a response, or confirmed them, who and why; nothing where nobody has. */
export function OverruledMark(props: {
  response: Pick<ListedResponse, 'disposition' | 'ruled' | 'judgement'>;
}) {
  const words = useWords(judgingWords);
  const { disposition, ruled, judgement } = props.response;
  if (ruled === null) return null;
  const why = judgement && words.overruledBy(judgement.author, judgement.reason);
  return (
    <span class="small overruled">
      <span class="overruled-mark">{ruled === disposition ? words.kept : words.overruled}</span>
      {why && (
        <span class="overruled-why" title={why}>
          {why}
        </span>
      )}
    </span>
  );
}
