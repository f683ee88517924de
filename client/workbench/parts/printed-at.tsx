import { useEffect, useRef } from 'preact/hooks';
import { minuteInChina } from '../../../survey-definitions/china-time.ts';
import { useWords } from '../language.tsx';
import { PRODUCT_NAME } from './use-title.ts';
import { sharedWords } from './words.ts';

const now = () => minuteInChina(new Date().toISOString());

/** The first line of what is printed: by what, and when. What is folded away is opened for as long as it is printed. */
export function PrintedAt() {
  const shared = useWords(sharedWords);
  const at = useRef<HTMLTimeElement>(null);
  useEffect(() => {
    const opened: HTMLDetailsElement[] = [];
    // Printing does not wait for a drawing, so that both are done by hand.
    const before = () => {
      if (at.current) at.current.textContent = now();
      for (const folded of document.querySelectorAll<HTMLDetailsElement>('details:not([open])')) {
        if (folded.querySelector('form')) continue;
        folded.open = true;
        opened.push(folded);
      }
    };
    const after = () => {
      for (const folded of opened.splice(0)) folded.open = false;
    };
    addEventListener('beforeprint', before);
    addEventListener('afterprint', after);
    return () => {
      removeEventListener('beforeprint', before);
      removeEventListener('afterprint', after);
    };
  }, []);
  return (
    <p class="print-only small printed-at">
      {PRODUCT_NAME} · {shared.printedAt} <time ref={at}>{now()}</time>
    </p>
  );
}
