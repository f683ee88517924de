import { useWords } from '../../language.tsx';
import type { Editor, FieldsProps } from './editor.ts';
import { NumberField } from './number-field.tsx';

function Fields({ inputs }: FieldsProps<'completion-ratio'>) {
  const words = useWords();
  return (
    <div class="pair">
      <NumberField name="done" label={words.editors.done} value={inputs['done']} />
      <NumberField name="planned" label={words.editors.planned} value={inputs['planned']} />
    </div>
  );
}

export const completionRatio: Editor<'completion-ratio'> = {
  Fields,
  read: (filled) => ({ done: filled('done'), planned: filled('planned') }),
};
