import type { ComponentChildren } from 'preact';
import { useWords } from '../language.tsx';

/** Fields that took the place of what they change, until they are saved or left. */
export function EditForm(props: {
  busy: boolean;
  submit(form: FormData): Promise<void>;
  cancel(): void;
  children: ComponentChildren;
}) {
  const words = useWords();
  const { busy, submit, cancel, children } = props;
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit(new FormData(event.currentTarget));
      }}
    >
      {children}
      <div class="actions">
        <button type="submit" class="button primary" aria-disabled={busy}>
          {words.states.save}
        </button>
        <button type="button" class="button" onClick={cancel}>
          {words.states.cancel}
        </button>
      </div>
    </form>
  );
}
