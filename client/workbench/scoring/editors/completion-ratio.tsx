import { useWords } from '../../language.tsx';
import { ExactNumberField } from '../../parts/number-field.tsx';
import type { Editor, FieldsProps } from './editor.ts';

function Fields({ inputs }: FieldsProps<'completion-ratio'>) {
  const words = useWords();
  return (
    <div class="pair">
      <ExactNumberField name="done" label={words.editors.done} value={inputs['done']} />
      <ExactNumberField name="planned" label={words.editors.planned} value={inputs['planned']} />
    </div>
  );
}

export const completionRatio: Editor<'completion-ratio'> = {
  Fields,
  read: (field) => ({ done: field('done'), planned: field('planned') }),
};
