import { useWords } from '../../language.tsx';
import type { Inputs } from './value.tsx';

export function AllOrNothingFields({ inputs }: { inputs: Inputs }) {
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
