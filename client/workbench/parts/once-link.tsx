import { useId, useState } from 'preact/hooks';
import { useWords } from '../language.tsx';
import { CopyButton } from './copy-button.tsx';
import { OnceDialog } from './once-dialog.tsx';
import { Unbroken } from './unbroken.tsx';
import { sharedWords } from './words.ts';

/** A link that one person gets, shown this once: in a text that can be sent as it is, and by itself. */
export function OnceLink(props: {
  title: string;
  /** What is to be known before it is sent. */
  what: string;
  text: string;
  url: string;
  close(): void;
}) {
  const { url, text } = props;
  const words = useWords(sharedWords).links;
  const id = useId();
  const [kept, setKept] = useState(false);
  const keep = () => setKept(true);
  return (
    <OnceDialog
      title={props.title}
      kept={kept}
      notKept={words.notKept}
      close={props.close}
      actions={<CopyButton primary text={text} label={words.copyMessage} copied={keep} />}
    >
      {() => (
        <>
          <p>
            <Unbroken>{props.what}</Unbroken>
          </p>
          <div class="field">
            <label class="label" for={`${id}-text`}>
              {words.message}
            </label>
            <textarea
              id={`${id}-text`}
              class="input link-text"
              readonly
              rows={8}
              value={text}
              onCopy={keep}
            />
          </div>
          <div class="field">
            <div class="row spread">
              <label class="label" for={`${id}-url`}>
                {words.url}
              </label>
              <CopyButton text={url} copied={keep} />
            </div>
            <input id={`${id}-url`} class="input" readonly value={url} onCopy={keep} />
          </div>
        </>
      )}
    </OnceDialog>
  );
}
