import { useWords } from '../../language.tsx';
import { ChoiceGroup } from '../../parts/choice-group.tsx';
import { inLanguage } from '../../translation.ts';
import type { Editor, FieldsProps } from './editor.ts';
import { editorsWords } from './words.ts';

function Fields({ inputs }: FieldsProps<'all-or-nothing'>) {
  const words = useWords(editorsWords);
  return (
    <ChoiceGroup name="met" legend={words.met}>
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
            {words[answer]}
          </label>
        ))}
      </div>
    </ChoiceGroup>
  );
}

export const allOrNothing: Editor<'all-or-nothing'> = {
  Fields,
  read: (field) => (field('met') === '' ? {} : { met: field('met') === 'yes' }),
  judgement(_, inputs, language) {
    const words = inLanguage(editorsWords, language);
    return inputs['met'] ? words.yes : words.no;
  },
};
