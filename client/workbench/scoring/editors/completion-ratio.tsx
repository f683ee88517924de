import { useWords } from '../../language.tsx';
import { exactNumber } from '../../parts/number-field.tsx';
import { readComputable } from './computable.ts';
import { ComputableField } from './computable-field.tsx';
import type { Editor, FieldsProps } from './editor.ts';
import { editorsWords } from './words.ts';

function Fields({ inputs }: FieldsProps<'completion-ratio'>) {
  const words = useWords(editorsWords);
  return (
    <div class="pair">
      <ComputableField
        {...exactNumber()}
        name="done"
        label={words.done}
        value={inputs['done']}
        required
      />
      <ComputableField
        {...exactNumber()}
        name="planned"
        label={words.planned}
        value={inputs['planned']}
        required
      />
    </div>
  );
}

export const completionRatio: Editor<'completion-ratio'> = {
  Fields,
  read: (field) => ({
    done: readComputable(field, 'done', String),
    planned: readComputable(field, 'planned', String),
  }),
};
