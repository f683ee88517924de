import { useWords } from '../../language.tsx';
import { NumberField } from './number-field.tsx';
import type { Inputs } from './value.tsx';

export function CompletionFields({ inputs }: { inputs: Inputs }) {
  const words = useWords();
  return (
    <div class="pair">
      <NumberField name="done" label={words.editors.done} value={inputs['done']} />
      <NumberField name="planned" label={words.editors.planned} value={inputs['planned']} />
    </div>
  );
}
