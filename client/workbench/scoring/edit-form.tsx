import { useLayoutEffect, useRef } from 'preact/hooks';
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

/**
 * For the place where a form and what it changes take turns; `content` names which of them stands there. When that
 * changes, what had the focus may be gone: it goes on to the first thing to do now. A focus outside stays there, for
 * somebody else may have made the change.
 */
export function useRestoredFocus(content: string) {
  const place = useRef<HTMLDivElement>(null);
  const last = useRef(content);
  // With the drawing, so that the next key already goes to the right place.
  useLayoutEffect(() => {
    const { activeElement, body } = document;
    const lost = !activeElement || activeElement === body || place.current?.contains(activeElement);
    if (last.current !== content && lost) {
      place.current?.querySelector<HTMLElement>('input, textarea, button')?.focus();
    }
    last.current = content;
  }, [content]);
  return place;
}
