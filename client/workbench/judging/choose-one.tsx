import type { ListedResponse } from '../api/responses.ts';
import { useWords } from '../language.tsx';
import type { Selection } from './use-selection.ts';
import { judgingWords } from './words.ts';

/** The box by which a line of a list is chosen; with Shift all since the one before. */
export function ChooseOne(props: {
  response: Pick<ListedResponse, 'id' | 'receipt'>;
  selection: Selection;
}) {
  const words = useWords(judgingWords);
  const { id, receipt } = props.response;
  return (
    <label class="choose-one">
      <input
        type="checkbox"
        name="chosen"
        value={id}
        checked={props.selection.chosen.has(id)}
        onClick={(event) => props.selection.toggle(id, event.shiftKey)}
      />
      <span class="visually-hidden">{words.chooseOne(receipt)}</span>
    </label>
  );
}
