import { useState } from 'preact/hooks';
import { useWords } from '../language.tsx';
import { sharedWords } from './words.ts';

/** Puts a text on the clipboard and says so; where the browser does not allow it, the text stays selectable beside it. */
export function CopyButton(props: {
  text: string;
  label?: string;
  /** Where it is what the screen is for. */
  primary?: boolean;
  copied?(): void;
}) {
  const { text, label, copied } = props;
  const shared = useWords(sharedWords);
  const [state, setState] = useState<'ready' | 'copied' | 'failed'>('ready');
  const copy = () =>
    navigator.clipboard?.writeText(text).then(
      () => {
        setState('copied');
        copied?.();
      },
      () => setState('failed'),
    ) ?? setState('failed');
  return (
    <button type="button" class={props.primary ? 'button primary' : 'link-button'} onClick={copy}>
      <span aria-live="polite">{state === 'ready' && label ? label : shared.copy[state]}</span>
    </button>
  );
}
