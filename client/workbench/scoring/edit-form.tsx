import { useWords } from '../language.tsx';
import { CancelButton, Form, type FormProps } from '../parts/form.tsx';
import { sharedWords } from '../parts/words.ts';

/** Fields that took the place of what they change, until they are saved or given up. */
export function EditForm(
  props: Omit<FormProps, 'actions' | 'class'> & { busy: boolean; cancel(): void },
) {
  const shared = useWords(sharedWords);
  const { busy, cancel, ...form } = props;
  return (
    <Form
      {...form}
      actions={({ discard }) => (
        <>
          <button type="submit" class="button primary" aria-disabled={busy}>
            {shared.save}
          </button>
          <CancelButton discard={discard} cancel={cancel} />
        </>
      )}
    />
  );
}
