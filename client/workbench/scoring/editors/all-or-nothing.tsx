import { useWords } from '../../language.tsx';
import type { Editor, FieldsProps } from './editor.ts';

function Fields({ inputs }: FieldsProps<'all-or-nothing'>) {
  const words = useWords();
  return (
    <fieldset class="fields">
      <legend>{words.editors.met}</legend>
      <div class="row">
        {(['yes', 'no'] as const).map((answer) => (
          <label key={answer} class="choice">
            <input
              type="radio"
              name="met"
              value={answer}
              defaultChecked={inputs['met'] === (answer === 'yes')}
              required
            />
            {words.editors[answer]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

export const allOrNothing: Editor<'all-or-nothing'> = {
  Fields,
  read: (field) => (field('met') === '' ? {} : { met: field('met') === 'yes' }),
  judgement: (_, inputs, words) => (inputs['met'] ? words.editors.yes : words.editors.no),
};
