import { useWords } from '../../language.tsx';
import { ExactNumberField } from '../../parts/number-field.tsx';
import type { Editor, FieldsProps } from './editor.ts';
import { editorsWords } from './words.ts';

function Fields({ inputs }: FieldsProps<'completion-ratio'>) {
  const words = useWords(editorsWords);
  return (
    <div class="pair">
      <ExactNumberField name="done" label={words.done} value={inputs['done']} />
      <ExactNumberField name="planned" label={words.planned} value={inputs['planned']} />
    </div>
  );
}

export const completionRatio: Editor<'completion-ratio'> = {
  Fields,
  read: (field) => ({ done: field('done'), planned: field('planned') }),
};
