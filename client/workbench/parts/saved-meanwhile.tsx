import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { useWords } from '../language.tsx';
import { storedOtherwise } from './form-controls.ts';
import { Unbroken } from './unbroken.tsx';
import { sharedWords } from './words.ts';

/** While this was typed somebody saved something else: both are shown, and the one who types decides. */
export function SavedMeanwhile(props: {
  form: RefObject<HTMLFormElement | null>;
  stored: unknown;
  by: string | undefined;
  take(): void;
}) {
  const shared = useWords(sharedWords);
  const [fields, setFields] = useState<{ label: string; value: string }[]>([]);
  const stored = JSON.stringify(props.stored);
  // Read from the fields themselves, which say it as the page does.
  useLayoutEffect(() => {
    if (props.form.current) setFields(storedOtherwise(props.form.current));
  }, [stored]);
  return (
    <div class="notice attention saved-meanwhile" role="alert">
      <p>
        <strong>{shared.drafts.savedMeanwhile}</strong>{' '}
        {props.by && <Unbroken>{props.by}</Unbroken>}
      </p>
      <dl>
        {fields.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value || shared.drafts.nothingStored}</dd>
          </div>
        ))}
      </dl>
      <p>{shared.drafts.whatNow}</p>
      <button type="button" class="button" onClick={props.take}>
        {shared.drafts.takeStored}
      </button>
    </div>
  );
}
